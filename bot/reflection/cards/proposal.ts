import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
import { asTyped, paragraph, small } from '../../cards/elements.ts';
import { fullDay } from '../../words/days.ts';
import type { Words } from '../../words/words.ts';
import type { AgreedAction, Proposal } from '../record.ts';
import type { Frame } from '../view.ts';
import { type Drawn, framed, press, type Setting } from './frame.ts';
import { unreachedNotice } from './unreached.ts';

/** The proposer waits for the other; they may still change it, which takes it off the table. */
export const proposedCard = (view: Drawn<'proposed'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const notice = unreachedNotice(view, words);
  return framed(
    view,
    words.proposed.title,
    [
      ...notice.body,
      ...proposalElements(view.proposal, view, words),
      paragraph((view.amending ? words.proposed.amend : words.proposed.text)(view.other?.name ?? '')),
    ],
    [
      ...notice.actions,
      press(view, words.proposed.change, 'withdraw', { part: 'agreement' }),
      press(view, words.proposed.look, 'sideBySide'),
    ],
    setting,
  );
};

/** The other agrees, which closes it, or changes it, which asks both again. */
export const agreeingCard = (view: Drawn<'agreeing'>, setting: Setting): IAdaptiveCard => {
  const { words } = setting;
  const say = words.agreeing;
  return framed(
    view,
    say.title,
    [...proposalElements(view.proposal, view, words), paragraph(view.amending ? say.amend : say.text)],
    [
      press(view, say.agree, 'agree', { part: 'agreement', style: 'positive' }),
      press(view, say.change, 'outcome'),
      press(view, say.look, 'sideBySide'),
    ],
    setting,
  );
};

/** A proposal in words: who proposes which of the three endings. */
export const proposalElements = (proposal: Proposal, view: Frame, words: Words): CardElement[] => {
  const who = nameOf(proposal.by, view);
  return [
    paragraph(words.proposal[proposal.ending](who), { weight: 'Bolder' }),
    ...actionElements(proposal.actions, view, words),
    ...lookAgainLine(proposal, words),
  ];
};

/** The day to look again, where they chose one. */
export const lookAgainLine = ({ lookAgainOn }: Proposal, words: Words): CardElement[] =>
  lookAgainOn === null ? [] : [paragraph(words.proposal.lookAgain(fullDay(lookAgainOn, words)))];

export const actionElements = (actions: AgreedAction[], view: Frame, words: Words): CardElement[] =>
  actions.flatMap((action) => [
    paragraph(asTyped(action.what), { spacing: 'Medium' }),
    line(words.proposal.action(nameOf(action.who, view), fullDay(action.by, words))),
    ...(action.how === '' ? [] : [line(words.proposal.how(asTyped(action.how)))]),
    ...(action.why === '' ? [] : [line(words.proposal.why(asTyped(action.why)))]),
  ]);

/** Small print that belongs to the line above it. */
const line = (text: string): CardElement => ({ ...small(text), spacing: 'None' });

const nameOf = (person: string, { me, other }: Frame): string =>
  person === me.id ? me.name : (other?.name ?? '');
