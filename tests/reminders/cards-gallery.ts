import { noEcho, withEcho } from '../../bot/cards/echo.ts';
import { goneCard, withNotice } from '../../bot/plan/cards/plain.ts';
import type { Setting } from '../../bot/plan/cards/setting.ts';
import { againCard, unreadableCard } from '../../bot/reminders/cards/again.ts';
import { type Carried, carriedOf, carrying, type Posted } from '../../bot/reminders/cards/carried.ts';
import { giveCard } from '../../bot/reminders/cards/give.ts';
import { type LineCard, lineCard } from '../../bot/reminders/cards/line.ts';
import { type Opened, openedCard } from '../../bot/reminders/cards/opened.ts';
import { postedDigest, toldMessage } from '../../bot/reminders/cards/posted.ts';
import {
  elsewhereMessage,
  fittingPlans,
  type ShownSettings,
  settingsCard,
} from '../../bot/reminders/cards/settings.ts';
import type { Shown } from '../../bot/reminders/cards/shown.ts';
import { enGB } from '../../bot/words/en-GB.ts';
import { wordsFor } from '../../bot/words/words.ts';
import { anAction, planted, setting } from '../plan/cards-gallery.ts';

const welsh: Setting = { words: wordsFor('cy-GB'), today: setting.today };
const sam = { id: '00000000-0000-4000-8000-000000000002', name: 'Sam Okafor' };
const jo = { id: '00000000-0000-4000-8000-000000000001', name: 'Jo Bennett' };
const ada = { id: '00000000-0000-4000-8000-000000000003', name: 'Ada Nwosu' };
const planId = '19:north-0123456789abcdef@thread.tacv2';
const url = 'https://teams.microsoft.com/l/entity/app/plan?context=%7B%7D';
const reader = { teamsId: '29:reader' };

/** Texts at their limits, in characters that take three bytes each. */
const long = `**${'— '.repeat(998)}`;
const longId = (kind: string, number: number) => `19:${kind}-${number}-`.padEnd(250, '"');

export const shown = (more: Partial<Shown> = {}): Shown => ({
  plan: { id: planId, name: planted.team },
  action: anAction(),
  me: jo,
  isOwner: true,
  isManager: false,
  managers: [sam],
  owners: [jo],
  url,
  ...more,
});
const longest = shown({
  plan: { id: longId('plan', 1), name: long },
  action: anAction({ id: 'a'.repeat(64), area: long, activities: long, dueOn: null }),
  managers: Array.from({ length: 20 }, (_, index) => ({ id: `${ada.id}${index}`, name: long })),
  owners: Array.from({ length: 20 }, (_, index) => ({ id: `${ada.id}${index}`, name: long })),
});

/** A digest of many lines, each in a plan of its own, with the longest ids that there can be. */
export const largest: Posted = {
  day: '2026-12-03',
  lines: Array.from({ length: 400 }, (_, index) => ({
    planId: longId('plan', index % 60),
    actionId: `${index}`.padStart(64, 'a'),
    kind: 'stillRight' as const,
  })),
  unreached: Array.from({ length: 30 }, (_, index) => ({ planId: longId('other', index), about: ada.id })),
  reflections: Array.from({ length: 30 }, (_, index) => ({
    reflectionId: `${sam.id}${index}`,
    kind: 'lookAgain' as const,
  })),
};
export const small: Posted = {
  day: '2026-11-22',
  lines: [
    { planId, actionId: 'a1', kind: 'named' },
    { planId, actionId: 'a2', kind: 'named' },
  ],
  unreached: [],
  reflections: [],
};
const carried = carriedOf(small);

const opened = (more: Partial<Opened> = {}, held: Carried = carried, on = setting) =>
  carrying(
    openedCard(
      { reflections: [], lines: [], more: 0, unreached: [], isAway: false, mark: null, ...more },
      on,
    ),
    held,
    on.words,
  );
const lines: Opened['lines'] = [
  { shown: shown({ action: anAction({ dueOn: '2026-11-03' }) }), kind: 'named' },
  { shown: shown({ isOwner: false, isManager: true, owners: [] }), kind: 'named' },
  { shown: shown({ action: anAction({ dueOn: null }), isManager: true }), kind: 'noWord' },
  { shown: shown({ action: anAction({ dueOn: '2026-10-12' }), isManager: true }), kind: 'stillRight' },
];

const line = (more: Partial<LineCard> = {}, on = setting) =>
  carrying(
    lineCard(
      { shown: shown(), kind: 'named', notice: null, opens: null, was: null, isListed: true, ...more },
      on,
    ),
    carried,
    on.words,
  );
const managers = shown({ isOwner: false, isManager: true, me: sam, managers: [ada], owners: [jo] });

const members = (count: number, name = 'A member of the team') =>
  Array.from({ length: count }, (_, index) => ({ id: `${ada.id}-${index}`, name: `${name} ${index}` }));
const give = (given: Shown, count: number, name?: string) =>
  carrying(
    giveCard({ shown: given, kind: 'noWord', members: members(count, name) }, setting),
    carriedOf(largest),
    enGB,
  );

const chosen = (more: Partial<ShownSettings> = {}, on = setting) =>
  settingsCard(
    {
      choice: { mode: 'everything', pausedUntil: null },
      plans: [],
      hasMore: false,
      mark: '["e"]',
      next: { day: '2026-11-23', time: '08:30' },
      isSaved: false,
      isListed: false,
      ...more,
    },
    on,
  );
const withChoice = (plans: { id: string; name: string }[]) =>
  fittingPlans(plans).map((plan) => ({
    ...plan,
    choice: { mode: 'mondays' as const, pausedUntil: '2026-12-24' },
  }));
const plansOf = (idOf: (index: number) => string) =>
  Array.from({ length: 12 }, (_, index) => ({ id: idOf(index), name: long }));

/** Every card of reminders that a person can be shown, by name. */
export const reminderCards = (): Record<string, object> => ({
  ...postedCards(),
  ...openedCards(),
  ...lineCards(),
  ...settingsCards(),
});

const postedCards = () => ({
  'reminders: posted': postedDigest(small, enGB, reader).card,
  'reminders: posted, the largest': postedDigest(largest, enGB, reader).card,
  'reminders: posted, in Welsh': postedDigest(small, welsh.words, reader).card,
  'reminders: posted, a reflection alone': postedDigest(
    { ...small, lines: [], reflections: [{ reflectionId: 'r1', kind: 'waits' }] },
    enGB,
    reader,
  ).card,
  'reminders: asked for help': toldMessage(
    { plan: planId, action: 'a1', from: jo.id, said: 'asked' },
    jo.name,
    enGB,
    reader,
  ).card,
  'reminders: offered help': toldMessage(
    { plan: planId, action: 'a1', from: sam.id, said: 'offered' },
    sam.name,
    enGB,
    reader,
  ).card,
  'reminders: done by somebody else': toldMessage(
    { plan: planId, action: 'a1', from: sam.id, said: 'done' },
    sam.name,
    enGB,
    reader,
  ).card,
});

const openedCards = () => ({
  'reminders: opened': opened({ lines, more: 7 }),
  'reminders: opened, in Welsh': opened({ lines, more: 7 }, carried, welsh),
  'reminders: opened, the largest': opened(
    {
      lines: Array(5).fill({ shown: longest, kind: 'noWord' }),
      more: 340,
      unreached: Array(2).fill({ names: Array(10).fill(long), since: '2026-12-03', reason: 'refused' }),
      reflections: carriedOf(largest).reflections,
      isAway: true,
      mark: {
        shown: longest,
        kind: 'noWord',
        said: enGB.reminders.said.done,
        was: 'doing',
        isWaiting: false,
      },
    },
    carriedOf(largest),
  ),
  'reminders: opened, one was just done': opened({
    lines: lines.slice(1),
    mark: { shown: shown(), kind: 'named', said: enGB.reminders.said.done, was: 'todo', isWaiting: false },
  }),
  'reminders: opened, not reached and reflections': opened({
    unreached: [
      { names: ['Priya Nair', 'Lee Grant'], since: '2026-12-03', reason: 'notInstalled' },
      { names: ['Kit Moore'], since: '2026-11-03', reason: 'blocked' },
    ],
    reflections: [
      { reflectionId: 'r1', kind: 'waits' },
      { reflectionId: 'r2', kind: 'meeting' },
    ],
  }),
  'reminders: opened, all seen to': opened(),
  'reminders: opened, Teams away': opened({ isAway: true }),
});

const lineCards = () => ({
  'reminders: an action of one’s own': line(),
  'reminders: an action of one’s own, in Welsh': line({}, welsh),
  'reminders: an action of one’s own, several managers': line({ shown: shown({ managers: [sam, ada] }) }),
  'reminders: an action of one’s own, the longest': line({
    shown: longest,
    kind: 'noWord',
    notice: enGB.reminders.toldBy.asked(long.slice(0, 120)),
    was: 'doing',
  }),
  'reminders: an action, as its manager': line({ shown: managers }),
  'reminders: an action without a word': line({ shown: managers, kind: 'noWord' }),
  'reminders: an action that needs an owner': line({ shown: { ...managers, owners: [] } }),
  'reminders: an action long past its date': line({ shown: managers, kind: 'stillRight' }),
  'reminders: an action that is done': line({
    shown: shown({ action: anAction({ status: 'done' }) }),
    notice: enGB.reminders.said.done,
    was: 'todo',
  }),
  'reminders: an action, help asked for': line({
    shown: managers,
    notice: enGB.reminders.toldBy.asked('Jo Bennett'),
    isListed: false,
  }),
  'reminders: an action to read only': line({ shown: shown({ isOwner: false, owners: [sam] }) }),
  'reminders: another date, things to mend': withEcho(
    line({ opens: 'moving' }),
    {
      ...noEcho,
      refusal: 'invalid',
      faults: [{ field: 'dueOn', problem: 'pastDay' }],
      typed: { dueOn: '2026-11-01', moveReason: 'Everybody was ill' },
    },
    enGB,
  ),
  'reminders: a reason, pointed out': withEcho(
    line({ opens: 'moving' }),
    {
      ...noEcho,
      typed: { dueOn: '2026-12-10', moveReason: 'Visit to PO1 3AX first' },
      guard: { kinds: ['postcode'], verb: 'remind.move', data: { plan: planId, action: 'a1', etag: 'e1' } },
    },
    enGB,
  ),
  'reminders: give it to somebody': give(managers, 12),
  'reminders: give it to somebody, a large team': give(longest, 300, '—'.repeat(80)),
  'reminders: changed meanwhile': withNotice(line(), enGB.plan.refusals.stale),
  'reminders: gone': goneCard(setting),
  'reminders: a date not saved': againCard(
    enGB.trouble.notSavedWhy,
    {
      verb: 'remind.move',
      data: { plan: planId, action: 'a1', etag: 'e1' },
      typed: { dueOn: '2026-12-03', moveReason: 'Everybody was ill' },
    },
    setting,
  ),
  'reminders: a button that cannot be read': unreadableCard(setting),
});

const settingsCards = () => ({
  'reminders: settings': chosen({ plans: [{ id: planId, name: planted.team, choice: null }] }),
  'reminders: settings, in Welsh': chosen({}, welsh),
  'reminders: settings, every plan': carrying(
    chosen({
      plans: withChoice(plansOf((index) => `19:${index}-0123456789abcdef0123456789abcdef@thread.tacv2`)),
      hasMore: true,
      isListed: true,
    }),
    carriedOf(largest),
    enGB,
  ),
  'reminders: settings, the longest ids': carrying(
    chosen({ plans: withChoice(plansOf((index) => longId('plan', index))), hasMore: true, isListed: true }),
    carriedOf(largest),
    enGB,
  ),
  'reminders: settings, saved': chosen({
    choice: { mode: 'due', pausedUntil: '2026-12-24' },
    plans: [{ id: planId, name: planted.team, choice: { mode: 'mondays', pausedUntil: null } }],
    isSaved: true,
  }),
  'reminders: settings, in a channel': elsewhereMessage(enGB, '28:bot').card,
});
