import type { PersonId } from '../../people/person.ts';
import { decide } from '../decide.ts';
import type { Circumstances, Event, Press } from '../events.ts';
import { holdsWords } from '../inputs.ts';
import type { Narrative, Reflection, Workflow } from '../record.ts';
import { withheldAfter } from './sharing.ts';

/**
 * Telling a press that came twice (a double tap, a delivery repeated by Teams) from one on an old card. The first
 * is answered as if nothing had happened; the second is told so, and gets its words back.
 */

/** The typed words that do not stand in their own field of the record yet; all of them where there is no record. */
export const unsavedWords = (reflection: Reflection | null, typed: Record<string, string>): string[] =>
  Object.entries(typed).flatMap(([id, text]) =>
    text !== '' && holdsWords(id) && !(reflection && wordsIn(reflection, id).includes(text)) ? [text] : [],
  );

/** What the record holds of the field behind an input; an action's row may stand in a draft or on the table. */
const wordsIn = ({ narrative }: Reflection, input: string): (string | null | undefined)[] => {
  if (input === 'pointer' || input === 'note' || input === 'reply') return [narrative[input]];
  const row = /^(what|how|why)(\d)$/.exec(input);
  if (row === null) {
    const [step = '', field = ''] = input.split('.');
    return [narrative.answers[step]?.values[field]];
  }
  const { drafts, proposal, amendment } = narrative;
  return [drafts.practitioner, drafts.supervisor, proposal, amendment].map(
    (one) => one?.actions[Number(row[2])]?.[row[1] as 'what' | 'how' | 'why'],
  );
};

/**
 * Whether this press, drawn one revision ago, is the one that made the change since: pressed again it would change
 * nothing, or it is refused because what it asks for has happened just so.
 */
export const isReplay = (reflection: Reflection, press: Press, circumstances: Circumstances): boolean => {
  const { workflow, narrative } = reflection;
  const revision = workflow.revisions[press.part];
  if (press.revision !== revision - 1) return false;
  const again = decide(reflection, { ...press, revision }, circumstances);
  if (again.is === 'moved') return isSame(again.reflection, reflection);
  return (
    again.is === 'refused' &&
    again.refusal === 'notNow' &&
    hasHappened(press.event, workflow, narrative, circumstances.by)
  );
};

const isSame = (one: Reflection, other: Reflection): boolean =>
  JSON.stringify(substance(one)) === JSON.stringify(substance(other));

/** What a press can change of what was said; dates, revisions and messages follow from it. */
const substance = ({ workflow, narrative }: Reflection) => {
  const { kind, invitation, shared, withheld, togetherAsked } = workflow;
  return [kind, invitation.status, invitation.laterOn, shared, withheld, togetherAsked, narrative];
};

const hasHappened = (event: Event, workflow: Workflow, narrative: Narrative, by: PersonId): boolean => {
  const { answers, outside, proposal, amendment } = narrative;
  switch (event.type) {
    case 'accept':
      return workflow.invitation.status === 'accepted';
    case 'share':
      return workflow.restKept && isEqual(workflow.withheld, withheldAfter(workflow.withheld, event.ticks));
    case 'placeOutside':
      return outside.done && outside.domain === event.domain;
    case 'hearMore':
      return outside.done && outside.domain === null;
    case 'placeTogether':
      return workflow.shared.includes('place') && answers.place?.values.domain === event.domain;
    case 'saveAndShow':
      return Object.entries(event.values).every(
        ([field, value]) => answers[event.step]?.values[field] === value,
      );
    case 'note':
    case 'reply':
      return narrative[event.type] === event.text;
    case 'agree':
      return workflow.closedAt !== null && amendment === null && proposal?.by !== by;
    case 'startTogether':
    case 'askTogether':
    case 'takeBack':
    case 'withdraw':
    case 'retry':
      return true;
    default:
      return false;
  }
};

const isEqual = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join();
