/**
 * Why a press changed nothing. A closed list: each has a sentence in the words and is answered with the card
 * as it stands now, so that there is always a way forward.
 */
export const refusals = [
  /** The button is older than the last change to its piece; text it carried comes back in its field. */
  'stale',
  /** The sender is not, or no longer, one of the two; said without telling whether the reflection exists. */
  'notYours',
  /** A true button at the wrong moment, such as taking back after the other has placed. */
  'notNow',
  /** Something in the inputs must be mended first; the faults say what. */
  'invalid',
  /** Erased, withdrawn, lapsed or never there: these look alike. */
  'gone',
] as const;
export type Refusal = (typeof refusals)[number];

/** One thing to mend, named by the input's id. Each problem has a sentence in the words. */
export type Fault = { field: string; problem: Problem };
export type Problem =
  | 'needed'
  | 'tooLong'
  | 'notADay'
  | 'pastDay'
  | 'tooFarAhead'
  | 'onlyOne'
  | 'yourself'
  | 'unreachable';
