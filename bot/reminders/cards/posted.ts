import type { IAdaptiveCard, IExecuteAction } from '@microsoft/teams.cards';
import { button, card, paragraph, title } from '../../cards/elements.ts';
import type { NeutralMessage } from '../../reflection/courier.ts';
import type { Words } from '../../words/words.ts';
import { carriedOf, type Posted, written } from './carried.ts';

/** What is told of an action to somebody whom a press of another concerns. */
export type Said = 'asked' | 'offered' | 'done';
/** Which action, who said it, and what: ids alone. */
export type SaidOf = { plan: string; action: string; from: string; said: Said };

type Reader = { teamsId: string };

/**
 * A digest as it is posted: how many, and *Open*. What it is about comes as the answer to its reader's own press
 * or refresh, so that no history, preview or search holds it.
 */
export const postedDigest = (digest: Posted, words: Words, reader: Reader): NeutralMessage => {
  const say = words.reminders;
  const data = { digest: written(carriedOf(digest)) };
  const count = digest.lines.length + digest.unreached.length;
  const summary = count === 0 ? words.notices.yourTurn : say.posted(count);
  const open = button(words.posted.open, 'remind.open', data, { style: 'positive' });
  const settings = button(say.settingsLink, 'remind.settings', {});
  return {
    card: withReader(
      card([title(summary), paragraph(say.postedText)], [open, settings]),
      { type: 'Action.Execute', verb: 'remind.open', data },
      reader,
    ),
    summary,
  };
};

/** Tells somebody of an action: a neutral line, and *Open*, which leads to the action itself. */
export const toldMessage = (of: SaidOf, by: string, words: Words, reader: Reader): NeutralMessage => {
  const say = words.reminders;
  const summary = of.said === 'done' ? say.posted(1) : words.notices.asked(by);
  return {
    card: withReader(
      card([title(say.told[of.said])], [button(words.posted.open, 'remind.line', of, { style: 'positive' })]),
      { type: 'Action.Execute', verb: 'remind.line', data: of },
      reader,
    ),
    summary,
  };
};

/** Refreshed for its one reader; by nobody where Teams' id of theirs is not known, who then presses *Open*. */
const withReader = (drawn: IAdaptiveCard, action: IExecuteAction, { teamsId }: Reader): IAdaptiveCard =>
  teamsId === '' ? drawn : { ...drawn, refresh: { action, userIds: [teamsId] } };
