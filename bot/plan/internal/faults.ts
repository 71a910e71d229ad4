import type { FaultCode, FieldFault } from '../contract.ts';
import type { Refusal } from '../desk.ts';

/** For whoever reads the API itself; the tab has sentences of its own. Never a value that was sent. */
const messages: Record<FaultCode, string> = {
  required: 'This is needed.',
  tooLong: 'This is longer than the field holds.',
  tooMany: 'These are more than the field holds.',
  wrongType: 'This is not of the kind that the field holds.',
  notOneOf: 'This is none of the values that the field takes.',
  notADay: 'This is not a day of the calendar between 2000 and 2100, written YYYY-MM-DD.',
  pastDay: 'This is not a day after today.',
  tooFarAhead: 'This is more than a year ahead.',
  unreadable: 'This holds characters that no text can hold.',
  unknownField: 'There is no such field.',
  notAMember: 'This is nobody who belongs to the team; guests cannot be chosen.',
  notConfirmed: 'This is not the name of the plan.',
  planFull: 'The plan holds as many actions as it can.',
};

export const fault = (field: string, code: FaultCode): FieldFault => ({
  field,
  code,
  message: messages[code],
});

export const unfit = (faults: FieldFault[]): Refusal => ({ refused: 'unfit', faults });
