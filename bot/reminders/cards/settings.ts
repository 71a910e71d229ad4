import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import type { Day } from '../../calendar/days.ts';
import {
  box,
  button,
  card,
  choiceField,
  dateField,
  link,
  paragraph,
  small,
  title,
} from '../../cards/elements.ts';
import type { Setting } from '../../plan/cards/setting.ts';
import { shortened } from '../../plan/cards/shortened.ts';
import type { NeutralMessage } from '../../reflection/courier.ts';
import { dayInWords } from '../../words/days.ts';
import type { Words } from '../../words/words.ts';
import { modes } from '../due.ts';
import type { Choice } from '../record.ts';

export type OwnPlan = { id: string; name: string };

/** What somebody chose, as the card shows it. */
export type ShownSettings = {
  choice: Choice;
  /** Null where a plan is as everything else. */
  plans: readonly (OwnPlan & { choice: Choice | null })[];
  /** There are more plans than these. */
  hasMore: boolean;
  /** What stood there when the card was drawn, so that an old card changes nothing that was chosen since. */
  mark: string;
  /** The first day on which something could come, and from what time. */
  next: { day: Day; time: string };
  isSaved: boolean;
  /** It was opened from a digest, to which there is a way back. */
  isListed: boolean;
};

export const planModes = ['asAbove', ...modes, 'paused'] as const;

/** So many plans are shown, and as many ids as there is room for: a card must stay under 28 KB. */
export const mostPlans = 8;
const room = 2_000;

/** Those of one's own plans that the card has room for. */
export const fittingPlans = (own: readonly OwnPlan[]): OwnPlan[] => {
  let count = Math.min(own.length, mostPlans);
  const ids = own.slice(0, count).map(({ id }) => id);
  while (count > 0 && JSON.stringify(JSON.stringify(ids.slice(0, count))).length > room) count -= 1;
  return own.slice(0, count);
};

export const settingsCard = (settings: ShownSettings, setting: Setting): IAdaptiveCard => {
  const { choice, plans, hasMore, mark, next, isSaved, isListed } = settings;
  const { words, today } = setting;
  const say = words.reminders.settings;
  const data = { mark, plans: JSON.stringify(plans.map(({ id }) => id)) };
  return card(
    [
      title(say.title),
      ...(isSaved ? [box([paragraph(say.saved)], { style: 'accent' })] : []),
      paragraph(say.lead(next.time)),
      choiceField(
        'mode',
        say.mode,
        modes.map((mode) => ({ title: say.modes[mode], value: mode })),
        choice.mode,
        { style: 'expanded' },
      ),
      dateField('pausedUntil', say.pause, pauseAfter(today, choice)),
      ...plans.flatMap((plan, place) => ofPlan(plan, place, setting)),
      ...(hasMore ? [small(say.more)] : []),
      small(say.next(dayInWords(next.day, setting), next.time)),
    ],
    [
      button(say.save, 'remind.save', data, { style: 'positive' }),
      ...(isListed ? [button(words.reminders.back, 'remind.open', {})] : []),
    ],
  );
};

const ofPlan = (
  { name, choice }: ShownSettings['plans'][number],
  place: number,
  { words, today }: Setting,
): CardElement[] => {
  const say = words.reminders.settings;
  // A field's label is no Markdown.
  const called = shortened(name, 60);
  const pause = choice && pauseAfter(today, choice);
  const value = choice === null ? 'asAbove' : pause === null ? choice.mode : 'paused';
  return [
    choiceField(
      `plan${place}`,
      say.ofPlan(called),
      planModes.map((mode) => ({ title: say.ofPlans[mode], value: mode })),
      value,
    ),
    dateField(`until${place}`, say.pauseOfPlan(called), pause),
  ];
};

/** A pause that is over is none. */
const pauseAfter = (today: Day, { pausedUntil }: Choice): Day | null =>
  pausedUntil !== null && pausedUntil > today ? pausedUntil : null;

/** Said where others read along: why not here, and the way to one's own chat with the bot. */
export const elsewhereMessage = (words: Words, botId: string): NeutralMessage => {
  const say = words.reminders.elsewhere;
  const url = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(botId)}`;
  return {
    card: card([title(say.title), paragraph(say.text)], [link(words.notHere.open, url)]),
    summary: say.title,
  };
};
