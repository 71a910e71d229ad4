import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import {
  asTyped,
  type Button,
  box,
  button,
  card,
  choiceField,
  dateField,
  link,
  paragraph,
  reveal,
  small,
  textField,
  title,
} from '../../cards/elements.ts';
import type { Setting } from '../../plan/cards/setting.ts';
import { shortened } from '../../plan/cards/shortened.ts';
import { planLimits, type Status } from '../../plan/contract.ts';
import { aboutOf, type Kind, namesOf, type Shown } from './shown.ts';

/** One action of a digest, or one that somebody was told of. */
export type LineCard = {
  shown: Shown;
  kind: Kind;
  /** What to say above it. */
  notice: string | null;
  /** The fields that are open already, because something in them is to be mended. */
  opens: 'moving' | 'holding' | 'asking' | null;
  /** Its state before this reader's own press, which can be taken back. */
  was: Exclude<Status, 'done'> | null;
  /** It was opened from a digest, to which there is a way back. */
  isListed: boolean;
};

/** An action with everything its reader may do with it; nothing has to be done. */
export const lineCard = (line: LineCard, setting: Setting): IAdaptiveCard => {
  const { shown, kind, notice, isListed } = line;
  const { words } = setting;
  const { action } = shown;
  const isDone = action.status === 'done';
  return card(
    [
      ...(notice === null ? [] : [box([paragraph(notice)], { style: 'accent' })]),
      title(asTyped(shortened(action.area, 300))),
      small(aboutOf(shown, kind, setting)),
      ...(action.activities === '' ? [] : [paragraph(asTyped(shortened(action.activities, 600)))]),
      ...(isDone ? done(line, setting) : open(line, setting)),
    ],
    [
      ...(isListed
        ? [button(isDone ? words.reminders.back : words.reminders.line.notNow, 'remind.open', {})]
        : []),
      ...(shown.url === null ? [] : [link(words.plan.action.inPlan, shown.url)]),
    ],
  );
};

const dataOf = ({ shown, kind }: LineCard) => ({
  plan: shown.plan.id,
  action: shown.action.id,
  etag: shown.action.etag,
  kind,
});

const done = (line: LineCard, { words }: Setting): CardElement[] => [
  ...(line.notice === null ? [paragraph(words.plan.action.isDone)] : []),
  ...(line.was === null
    ? []
    : [actions([button(words.plan.action.undo, 'remind.undo', { ...dataOf(line), was: line.was })])]),
];

const open = (line: LineCard, setting: Setting): CardElement[] => {
  const { words } = setting;
  const { shown, kind, opens } = line;
  const say = words.reminders.line;
  if (!shown.isOwner && !shown.isManager) return [];
  const data = dataOf(line);
  const asks = shown.isOwner && shown.managers.length > 0;
  const offers = !shown.isOwner && shown.owners.length > 0;
  const give = shown.owners.length === 0 ? say.giveNobodys : kind === 'noWord' ? say.give : null;
  const isAsked = kind === 'stillRight';
  const finish: Button = isAsked
    ? button(say.dropped, 'remind.drop', { ...data, was: shown.action.status })
    : button(
        words.plan.action.done,
        'remind.done',
        { ...data, was: shown.action.status },
        { style: 'positive' },
      );
  const move = reveal(isAsked ? say.stillMove : words.plan.action.move, 'moving');
  return [
    ...(isAsked ? [paragraph(words.reminders.stillRight)] : []),
    actions([
      ...(isAsked ? [move, finish] : [finish, move]),
      reveal(say.hold, 'holding'),
      ...(asks ? [asking(line, setting)] : []),
      ...(offers ? [button(say.offer, 'remind.offer', data)] : []),
      ...(give !== null && shown.isManager ? [button(give, 'remind.choose', data)] : []),
    ]),
    ...(offers
      ? [
          small(
            say.offerTells(
              namesOf(
                shown.owners.map(({ name }) => name),
                setting,
              ),
            ),
          ),
        ]
      : []),
    hidden('moving', opens, [
      dateField('dueOn', words.plan.action.day, shown.action.dueOn),
      textField('moveReason', say.why, '', { maxLength: planLimits.text }),
      actions([button(words.plan.action.save, 'remind.move', data)]),
    ]),
    hidden('holding', opens, [
      dateField('until', say.until, null),
      actions([button(say.holdNow, 'remind.hold', data)]),
    ]),
    ...(asks && shown.managers.length > 1
      ? [
          hidden('asking', opens, [
            choiceField(
              'whom',
              say.askWhom,
              shown.managers.map(({ id, name }) => ({ title: shortened(name, 60), value: id })),
              null,
              { style: shown.managers.length > 4 ? 'compact' : 'expanded' },
            ),
            actions([button(say.askNow, 'remind.ask', data)]),
          ]),
        ]
      : []),
  ];
};

/** The button names who will be told; of several one is chosen first. */
const asking = (line: LineCard, { words }: Setting): Button => {
  const say = words.reminders.line;
  const [first, second] = line.shown.managers;
  if (first === undefined || second !== undefined) return reveal(say.askSomebody, 'asking');
  return button(say.ask(shortened(first.name, 60)), 'remind.ask', { ...dataOf(line), manager: first.id });
};

const actions = (buttons: Button[]): CardElement => ({ type: 'ActionSet', actions: buttons });

const hidden = (id: string, opens: LineCard['opens'], items: CardElement[]): CardElement =>
  box(items, { id, isVisible: opens === id });
