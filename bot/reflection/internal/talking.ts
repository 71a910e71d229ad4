import { lengthFault } from '../../cards/texts.ts';
import type { Ruling, Situation } from '../events.ts';
import { limits, type Reflection } from '../record.ts';
import { bothIn, partner } from '../stage.ts';
import { changed, invalid, moved, notNow, oweMessage } from './rulings.ts';

/** The supervisor leaves one note, "what I'd like to understand better"; the practitioner may answer it. */

export const note = (situation: Situation, text: string): Ruling => {
  const { reflection, me } = situation;
  if (me.role !== 'supervisor' || !bothIn(reflection) || reflection.narrative.note !== null) return notNow;
  return said(situation, 'note', text);
};

export const reply = (situation: Situation, text: string): Ruling => {
  const { reflection, me } = situation;
  if (
    me.role !== 'practitioner' ||
    reflection.narrative.note === null ||
    reflection.narrative.reply !== null
  ) {
    return notNow;
  }
  return said(situation, 'reply', text);
};

const said = (situation: Situation, field: 'note' | 'reply', text: string): Ruling => {
  const { reflection, me } = situation;
  if (text === '') return invalid([{ field, problem: 'needed' }]);
  const faults = lengthFault(field, text, limits.text);
  if (faults.length > 0) return invalid(faults);
  const other = partner(reflection, me.id);
  return moved(reflection, {
    narrative: { [field]: text },
    workflow: {
      owed: other
        ? [...reflection.workflow.owed, oweMessage(situation, other.id, 'yourTurn')]
        : reflection.workflow.owed,
    },
  });
};

/** Somebody could not be reached; the other asks the bot to try again. */
export const retry = (situation: Situation): Ruling => {
  const { reflection, me } = situation;
  const { unreached, owed } = reflection.workflow;
  if (unreached === null || unreached.person === me.id) return notNow;
  const again = changed(reflection, { workflow: { unreached: null } });
  const notice = noticeFor(again);
  return moved(again, { workflow: { owed: [...owed, oweMessage(situation, unreached.person, notice)] } });
};

const noticeFor = ({ workflow, narrative }: Reflection) => {
  if (narrative.proposal !== null) return 'toAgree';
  if (workflow.supervisorPlaced) return 'bothIn';
  return workflow.shared.length > 0 ? 'yourTurn' : 'asked';
};
