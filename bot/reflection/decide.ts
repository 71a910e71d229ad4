import type { Moment } from '../calendar/days.ts';
import type { Circumstances, Event, Press, Ruling, Situation } from './events.ts';
import { agree, draft, propose, withdraw } from './internal/agreeing.ts';
import { answer } from './internal/answering.ts';
import { handTo } from './internal/handing.ts';
import { accept, decline, later, leave } from './internal/inviting.ts';
import { hearMore, markOutside, placeOutside } from './internal/outside.ts';
import { erase, share, takeBack, withhold } from './internal/sharing.ts';
import { note, reply, retry } from './internal/talking.ts';
import { askTogether, markTogether, placeTogether, saveAndShow, startTogether } from './internal/together.ts';
import type { Part, Reflection } from './record.ts';
import { participant } from './stage.ts';

/**
 * Decides one press. The moved reflection carries its effects with it, as messages owed to the other person; so
 * one write saves both. Expected refusals are answers, never exceptions.
 */
export const decide = (reflection: Reflection, press: Press, circumstances: Circumstances): Ruling => {
  const me = participant(reflection, circumstances.by);
  if (me === null) return { is: 'refused', refusal: 'notYours', faults: [] };
  // A piece is its writer's own; the agreement is both people's.
  if (press.part !== 'agreement' && press.part !== me.part) {
    return { is: 'refused', refusal: 'notYours', faults: [] };
  }
  if (press.revision !== reflection.workflow.revisions[press.part]) {
    return { is: 'refused', refusal: 'stale', faults: [] };
  }
  if (partOf(press.event, me.part) !== press.part) return { is: 'refused', refusal: 'notNow', faults: [] };
  if (reflection.workflow.closedAt !== null && !amends(press.event)) {
    return { is: 'refused', refusal: 'notNow', faults: [] };
  }
  const ruling = rule({ reflection, me, ...circumstances }, press.event);
  return ruling.is === 'moved'
    ? { is: 'moved', reflection: stamp(ruling.reflection, press.part, circumstances.now) }
    : ruling;
};

/** A closed record is read-only, but for what both agree to change of what they agreed. */
const amends = ({ type }: Event): boolean =>
  type === 'draft' || type === 'propose' || type === 'withdraw' || type === 'agree';

/** The piece that an event changes: a button that claims another piece is refused. */
export const partOf = (event: Event, own: Part): Part =>
  event.type === 'propose' || event.type === 'withdraw' || event.type === 'agree' ? 'agreement' : own;

const rule = (situation: Situation, event: Event): Ruling => {
  switch (event.type) {
    case 'accept':
      return accept(situation, event.kind);
    case 'later':
      return later(situation, event.on);
    case 'decline':
      return decline(situation);
    case 'leave':
      return leave(situation);
    case 'answer':
      return answer(situation, event);
    case 'share':
      return share(situation, event.ticks);
    case 'withhold':
      return withhold(situation, event.ticks);
    case 'askTogether':
      return askTogether(situation);
    case 'startTogether':
      return startTogether(situation);
    case 'markTogether':
      return markTogether(situation, event.domain);
    case 'placeTogether':
      return placeTogether(situation, event.domain);
    case 'saveAndShow':
      return saveAndShow(situation, event);
    case 'handTo':
      return handTo(situation, event.to);
    case 'takeBack':
      return takeBack(situation);
    case 'erase':
      return erase(situation);
    case 'markOutside':
      return markOutside(situation, event.domain);
    case 'placeOutside':
      return placeOutside(situation, event.domain);
    case 'hearMore':
      return hearMore(situation);
    case 'note':
      return note(situation, event.text);
    case 'reply':
      return reply(situation, event.text);
    case 'draft':
      return draft(situation, event.draft);
    case 'propose':
      return propose(situation, event.ending, event.draft);
    case 'withdraw':
      return withdraw(situation);
    case 'agree':
      return agree(situation);
    case 'retry':
      return retry(situation);
  }
};

const stamp = (reflection: Reflection, part: Part, now: Moment): Reflection => ({
  ...reflection,
  workflow: {
    ...reflection.workflow,
    touchedAt: now,
    keptUntil: null,
    revisions: { ...reflection.workflow.revisions, [part]: reflection.workflow.revisions[part] + 1 },
  },
});
