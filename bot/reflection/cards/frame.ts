import type { CardElement, IAdaptiveCard, IExecuteAction } from '@microsoft/teams.cards';
import type { Day } from '../../calendar/days.ts';
import {
  asTyped,
  type Button,
  box,
  button,
  card,
  label,
  paragraph,
  reveal,
  small,
  title,
} from '../../cards/elements.ts';
import { fullDay } from '../../words/days.ts';
import type { Words } from '../../words/words.ts';
import type { Part } from '../record.ts';
import type { Frame, View } from '../view.ts';

/** What every card of a reflection is drawn with: the viewer's words and the installation's promises. */
export type Setting = { words: Words; today: Day; timeZone: string; keepMonths: number };

export type Drawn<S extends View['screen']> = Extract<View, { screen: S }>;

/** A card of a reflection: a title, what it is about, its body, and who can see it. */
export const framed = (
  view: View,
  heading: string,
  body: CardElement[],
  actions: Button[],
  { words }: Setting,
): IAdaptiveCard =>
  card(
    [
      title(heading),
      small(about(view, words)),
      ...keptNotice(view, words),
      ...body,
      box([small(whoCanSee(view, words))], { separator: true, spacing: 'Medium' }),
    ],
    actions,
  );

/** It has lain untouched for long: until when it is kept. */
export const keptNotice = ({ keptUntil }: Frame, words: Words): CardElement[] =>
  keptUntil === null ? [] : [paragraph(words.keeping.until(fullDay(keptUntil, words)))];

const about = ({ other, kind, pointer }: Frame, words: Words): string =>
  [other === null ? words.mine.alone : words.mine.with(other.name), words.kind[kind], asTyped(pointer)]
    .filter((piece) => piece !== '')
    .join(' · ');

/** The line that must be true of the code: it follows from where the viewer stands, as `viewFor` does. */
const whoCanSee = (view: View, words: Words): string => {
  const { me, other } = view;
  const say = words.whoCanSee;
  if (other === null) return say.alone;
  switch (view.screen) {
    case 'invited':
      return say.invited(other.name);
    case 'step':
    case 'saved':
    case 'read':
    case 'togetherConfirm':
      return say.drafting(other.name);
    case 'withPractitioner':
      return say.waiting(other.name);
    default:
      return me.role === 'practitioner' ? say.shared(me.name, other.name) : say.shared(other.name, me.name);
  }
};

/** A button of this card: it carries the reflection's id, the piece it changes and that piece's revision. */
export const press = (
  view: Frame,
  buttonTitle: string,
  verb: string,
  more: {
    part?: Part;
    data?: Record<string, string | number | boolean>;
    style?: 'positive' | 'destructive';
    tooltip?: string;
  } = {},
): IExecuteAction => {
  const part = more.part ?? view.me.role;
  const revision = part === 'agreement' ? view.revisions.agreement : view.revisions.own;
  return button(
    buttonTitle,
    verb,
    { id: view.id, part, rev: revision, ...more.data },
    { ...(more.style ? { style: more.style } : {}), ...(more.tooltip ? { tooltip: more.tooltip } : {}) },
  );
};

/** The supervisor would like to do it together now; only the practitioner's own press starts that. */
export const togetherNotice = (view: Frame, words: Words): CardElement[] =>
  view.togetherAsked && view.other !== null
    ? [box([paragraph(words.together.asked(view.other.name))], { style: 'accent' })]
    : [];

/** A question asked on the spot before something is gone: hidden until its button reveals it. */
export const sure = (id: string, ask: string, yes: Button): CardElement =>
  box([paragraph(ask), { type: 'ActionSet', actions: [yes] }], {
    id,
    isVisible: false,
    style: 'attention',
    spacing: 'Medium',
  });

export const revealSure = (buttonTitle: string, id: string): Button => reveal(buttonTitle, id);

/** Somebody's words under a label, as they typed them. */
export const quoted = (heading: string, text: string): CardElement[] => [label(heading), paragraph(text)];
