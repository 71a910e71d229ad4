import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import type { Day } from '../../calendar/days.ts';
import { box, button, card, paragraph, small, title } from '../../cards/elements.ts';
import { row } from '../../cards/row.ts';
import type { Setting } from '../../plan/cards/setting.ts';
import { shortened } from '../../plan/cards/shortened.ts';
import type { Status } from '../../plan/contract.ts';
import { dayInWords } from '../../words/days.ts';
import type { UnreachedReason } from '../record.ts';
import type { Carried } from './carried.ts';
import { aboutOf, type Kind, nameOf, namesOf, type Shown } from './shown.ts';

/** A digest as its reader opens it: drawn from the plans as they are now. */
export type Opened = {
  reflections: Carried['reflections'];
  lines: readonly { shown: Shown; kind: Kind }[];
  /** Actions that are not shown. */
  more: number;
  unreached: readonly Unreached[];
  /** Teams did not tell of some plans whether the reader belongs there. */
  isAway: boolean;
  /** What the reader just did. */
  mark: Mark | null;
};

/** People whom reminders do not reach, for the same reason since the same day. */
export type Unreached = { names: readonly string[]; since: Day; reason: UnreachedReason };

/** What became of an action by its reader's own press, and the state to take it back to, where it can be. */
export type Mark = {
  shown: Shown;
  kind: Kind;
  said: string;
  was: Exclude<Status, 'done'> | null;
  /** Somebody is waited for: it is not seen to yet. */
  isWaiting: boolean;
};

export const openedCard = (opened: Opened, setting: Setting): IAdaptiveCard => {
  const { reflections, lines, more, unreached, isAway, mark } = opened;
  const { words, today } = setting;
  const say = words.reminders;
  const isOfReflections = lines.length + more + unreached.length === 0 && reflections.length > 0;
  const isEmpty = lines.length + more + unreached.length + reflections.length === 0 && !isAway;
  return card(
    [
      title(isOfReflections ? words.mine.summary : say.title),
      ...(mark === null ? [] : [marked(mark, setting)]),
      ...(isEmpty && !mark?.isWaiting ? [paragraph(say.allSeen)] : []),
      // A greeting once: not again after each press.
      ...(isEmpty || mark !== null ? [] : [paragraph(say.stands(dayInWords(today, setting)))]),
      ...lines.map(({ shown, kind }) => entry(shown, kind, setting)),
      ...(more > 0 ? [paragraph(words.plan.mine.more(more), { separator: true })] : []),
      ...unreached.map(({ names, since, reason }) =>
        paragraph(say.unreached(namesOf(names, setting), dayInWords(since, setting), say.reasons[reason]), {
          separator: true,
        }),
      ),
      ...reflections.map(({ reflectionId, kind }) =>
        row(
          [paragraph(say.reflections[kind])],
          button(words.posted.open, 'open', { id: reflectionId }, { withoutInputs: true }),
        ),
      ),
      ...(isAway ? [paragraph(say.away, { separator: true })] : []),
    ],
    [button(say.settingsLink, 'remind.settings', {})],
  );
};

const entry = (shown: Shown, kind: Kind, setting: Setting): CardElement => {
  const { words } = setting;
  const data = { plan: shown.plan.id, action: shown.action.id, kind };
  return row(
    [
      paragraph(nameOf(shown), { weight: 'Bolder' }),
      small(aboutOf(shown, kind, setting)),
      ...(kind === 'stillRight' ? [small(words.reminders.stillRight)] : []),
    ],
    button(words.plan.mine.open, 'remind.line', data, {
      tooltip: `${words.plan.mine.open}: ${shortened(shown.action.area, 80)}`,
    }),
  );
};

const marked = ({ shown, kind, said, was }: Mark, { words }: Setting): CardElement => {
  const { plan, action } = shown;
  const data = { plan: plan.id, action: action.id, etag: action.etag, kind, was };
  return box(
    [
      paragraph(nameOf(shown), { weight: 'Bolder' }),
      paragraph(said),
      ...(was === null
        ? []
        : [
            {
              type: 'ActionSet' as const,
              actions: [button(words.plan.action.undo, 'remind.undo', data)],
            },
          ]),
    ],
    { style: 'accent' },
  );
};
