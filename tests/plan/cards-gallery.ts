import { noEcho, withEcho } from '../../bot/cards/echo.ts';
import { actionCard, doneCard, type ShownAction } from '../../bot/plan/cards/action.ts';
import { mineCard } from '../../bot/plan/cards/mine.ts';
import { addedCard, noTeamCard, offerCard } from '../../bot/plan/cards/offer.ts';
import { againCard, goneCard, unreadableCard, withNotice } from '../../bot/plan/cards/plain.ts';
import type { Setting } from '../../bot/plan/cards/setting.ts';
import { elsewhereCard, newerCard, notToldCard, summaryCard } from '../../bot/plan/cards/summary.ts';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { enGB } from '../../bot/words/en-GB.ts';
import { wordsFor } from '../../bot/words/words.ts';

/** Words that people have typed into a plan: they may stand on its cards, and in no button's data. */
export const planted = {
  area: 'Huddles begin with what families said',
  activities: 'Ask two families a week and bring what they say',
  team: 'Early Help North',
};

export const setting: Setting = { words: enGB, today: '2026-11-22' };
const welsh: Setting = { words: wordsFor('cy-GB'), today: '2026-11-22' };

const planId = '19:north-0123456789abcdef@thread.tacv2';
const url = 'https://teams.microsoft.com/l/entity/app/plan?context=%7B%7D';
const jo = { id: '00000000-0000-4000-8000-000000000001', name: 'Jo Bennett' };

export const anAction = (more: Partial<PlanAction> = {}): PlanAction => ({
  id: 'a1',
  etag: 'e1',
  area: planted.area,
  activities: planted.activities,
  who: [jo],
  support: '',
  dueOn: '2026-12-03',
  heldUntil: null,
  timescale: 'before the end of term',
  outcome: '',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
  createdBy: jo,
  createdAt: '2026-11-01T09:00:00.000Z',
  updatedBy: jo,
  updatedAt: '2026-11-01T09:00:00.000Z',
  ...more,
});

/** Every text at its limit, in characters that take three bytes each and words that Teams would read as marks. */
const long = `**${'— '.repeat(998)}`;
const fullest = anAction({ area: long, activities: long, timescale: long, dueOn: null });

const shown = (more: Partial<ShownAction> = {}): ShownAction => ({
  plan: { id: planId, name: planted.team },
  action: anAction(),
  mayChange: true,
  url,
  notice: null,
  moving: false,
  ...more,
});

const own = (action: PlanAction, name = planted.team) => ({ plan: { id: planId, name }, action });
const some = [
  own(anAction({ dueOn: '2026-11-03' })),
  own(anAction()),
  own(anAction({ dueOn: '2027-01-15' }), 'Duty – a private channel'),
  own(anAction({ dueOn: null })),
];

const plan = { name: planted.team, open: 5, done: 2, nextDueOn: '2026-12-03', tabChannel: null };
const teams = Array.from({ length: 40 }, (_, index) => ({
  id: `19:team-${index}@thread.tacv2`,
  name: `A team with a rather long name – and a channel of its own, number ${index}`,
}));
const form = (count: number) => offerCard({ key: 'key', teams: teams.slice(0, count) }, setting);
const pressed = (typed: Record<string, string>) => ({ verb: 'plan.add', data: { key: 'key' }, typed });

/** Every card of plans that a person can be shown, by name. */
export const planCards = (): Record<string, object> => ({
  'plan: how it stands': summaryCard(plan, url, setting),
  'plan: how it stands, in Welsh': summaryCard(plan, url, welsh),
  'plan: how it stands, no date and no tab': summaryCard({ ...plan, nextDueOn: null }, null, setting),
  'plan: nothing in it': summaryCard({ ...plan, open: 0, done: 0, nextDueOn: null }, null, setting),
  'plan: nothing in it, and without a name': summaryCard(
    { ...plan, name: '', open: 0, done: 0, nextDueOn: null },
    url,
    setting,
  ),
  'plan: for members to ask': notToldCard('membersAsk', setting),
  'plan: not told by Teams': notToldCard('notTold', setting),
  'plan: a newer summary': newerCard(setting),
  'plan: in a chat of several': elsewhereCard(setting),
  'plan: my actions': mineCard(some, setting),
  'plan: my actions, in Welsh': mineCard(some, welsh),
  'plan: my actions, none': mineCard([], setting),
  'plan: my actions, more than fit': mineCard([...some, ...some, own(fullest, long)], setting),
  'plan: my actions, long texts': mineCard(Array(6).fill(own(fullest, long)), setting),
  'plan: an action': actionCard(shown(), setting),
  'plan: an action, in Welsh': actionCard(shown(), welsh),
  'plan: an action that was due': actionCard(shown({ action: anAction({ dueOn: '2026-11-03' }) }), setting),
  'plan: an action without a date or a tab': actionCard(
    shown({ action: anAction({ dueOn: null, timescale: '', activities: '' }), url: null }),
    setting,
  ),
  'plan: an action, long texts': actionCard(
    shown({ action: fullest, plan: { id: planId, name: long } }),
    setting,
  ),
  'plan: an action to read only': actionCard(shown({ mayChange: false }), setting),
  'plan: an action whose date is moved': actionCard(shown({ notice: enGB.plan.action.moved }), setting),
  'plan: another date that is past': withEcho(
    actionCard(shown({ moving: true }), setting),
    {
      ...noEcho,
      refusal: 'invalid',
      faults: [{ field: 'dueOn', problem: 'pastDay' }],
      typed: { dueOn: '2026-11-01' },
    },
    enGB,
  ),
  'plan: an action changed meanwhile': withNotice(actionCard(shown(), setting), enGB.plan.refusals.stale),
  'plan: an action that is done': doneCard(shown({ action: anAction({ status: 'done' }) }), 'doing', setting),
  'plan: an action done before': doneCard(shown({ action: anAction({ status: 'done' }) }), null, setting),
  'plan: an action that is gone': goneCard(setting),
  'plan: a button that cannot be read': unreadableCard(setting),
  'plan: offer an action': form(2),
  'plan: offer an action, one team': form(1),
  'plan: offer an action, many teams': form(40),
  'plan: offer an action, things to mend': withEcho(
    form(2),
    {
      ...noEcho,
      refusal: 'invalid',
      faults: [
        { field: 'team', problem: 'needed' },
        { field: 'area', problem: 'needed' },
        { field: 'dueOn', problem: 'notADay' },
      ],
      typed: { activities: 'Something to do' },
    },
    enGB,
  ),
  'plan: offer an action, pointed out': withEcho(
    form(2),
    {
      ...noEcho,
      typed: { area: 'Visit PO1 3AX' },
      guard: { kinds: ['postcode'], verb: 'plan.add', data: { key: 'key', keep: 'postcode' } },
    },
    enGB,
  ),
  'plan: offer an action, used already': withNotice(form(2), enGB.plan.refusals.keyUsed),
  'plan: no team': noTeamCard('noTeam', setting),
  'plan: teams unknown': noTeamCard('unreachable', setting),
  'plan: added': addedCard(planted.team, url, setting),
  'plan: a date not saved': againCard(
    enGB.trouble.notSavedWhy,
    {
      verb: 'plan.move',
      data: { plan: planId, action: 'a1', etag: 'e1' },
      typed: { dueOn: '2026-12-03' },
    },
    setting,
  ),
  'plan: an offer not saved': againCard(
    enGB.plan.refusals.unreachable,
    pressed({
      team: planId,
      area: planted.area,
      activities: planted.activities,
      dueOn: '2026-12-03',
      timescale: 'soon',
    }),
    setting,
  ),
});
