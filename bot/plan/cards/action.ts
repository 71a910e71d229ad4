import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import {
  asTyped,
  type Button,
  box,
  button,
  card,
  dateField,
  link,
  paragraph,
  reveal,
  small,
  title,
} from '../../cards/elements.ts';
import type { PlanAction, Status } from '../contract.ts';
import type { Setting } from './setting.ts';
import { shortened } from './shortened.ts';
import { whenOf } from './when.ts';

/** An action as its card shows it. */
export type ShownAction = {
  plan: { id: string; name: string };
  action: PlanAction;
  /** False for somebody who only reads the plan. */
  mayChange: boolean;
  /** The tab with this action; null where no link can be made. */
  url: string | null;
  /** What to say above it, such as that the date is moved. */
  notice: string | null;
  /** The field for another date is open already, because something is to be mended in it. */
  moving: boolean;
};

/** One action: what, which team, by when, and what its people do most often with it. */
export const actionCard = (shown: ShownAction, setting: Setting): IAdaptiveCard => {
  const { action, mayChange, moving } = shown;
  const { words } = setting;
  const say = words.plan.action;
  const data = dataOf(shown);
  return card(
    [
      ...heading(shown, setting),
      ...(mayChange
        ? [
            box(
              [
                dateField('dueOn', say.day, action.dueOn),
                { type: 'ActionSet', actions: [button(say.save, 'plan.move', data)] },
              ],
              { id: 'moving', isVisible: moving },
            ),
          ]
        : []),
    ],
    [
      ...(mayChange
        ? [
            button(
              say.done,
              'plan.done',
              { ...data, was: action.status },
              { style: 'positive', withoutInputs: true },
            ),
            ...(moving ? [] : [reveal(say.move, 'moving')]),
          ]
        : []),
      ...ways(shown, setting),
    ],
  );
};

/** An action that is done. `was` is its state before this person's own press, which can be taken back. */
export const doneCard = (
  shown: ShownAction,
  was: Exclude<Status, 'done'> | null,
  setting: Setting,
): IAdaptiveCard => {
  const say = setting.words.plan.action;
  return card(
    [...heading(shown, setting), paragraph(was === null ? say.isDone : say.marked)],
    [
      ...(was === null || !shown.mayChange ? [] : [button(say.undo, 'plan.undo', { ...dataOf(shown), was })]),
      ...ways(shown, setting),
    ],
  );
};

/** Ids and the mark of the version: what is pressed is held against the action as it is then. */
const dataOf = ({ plan, action }: ShownAction) => ({ plan: plan.id, action: action.id, etag: action.etag });

const heading = ({ plan, action, notice }: ShownAction, setting: Setting): CardElement[] => {
  const { line } = setting.words.plan.mine;
  return [
    ...(notice === null ? [] : [box([paragraph(notice)], { style: 'accent' })]),
    title(asTyped(shortened(action.area, 300))),
    small(
      [line(asTyped(shortened(plan.name, 120)), whenOf(action.dueOn, setting)), timescale(action)]
        .filter((piece) => piece !== '')
        .join(' · '),
    ),
    ...(action.activities === '' ? [] : [paragraph(asTyped(shortened(action.activities, 600)))]),
  ];
};

const timescale = (action: PlanAction): string => asTyped(shortened(action.timescale, 120));

const ways = ({ url }: ShownAction, { words }: Setting): Button[] => [
  button(words.plan.action.back, 'plan.mine', {}, { withoutInputs: true }),
  ...(url === null ? [] : [link(words.plan.action.inPlan, url)]),
];
