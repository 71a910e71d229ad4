import type { FaultCode } from '../../bot/plan/contract.ts';
import type { Trouble } from '../api/api.ts';
import type { Faults } from './faults.ts';
import type { Sent } from './send.ts';

type Saved = Extract<Sent, { did: 'saved' }>;
type Clashed = Extract<Sent, { did: 'clashed' }>;

/** What the last try came to, where a person has something to read or to decide. */
export type Standing =
  | { is: 'writing' }
  | { is: 'saving' }
  | { is: 'faulty'; faults: Faults; others: FaultCode[]; attempt: number }
  | { is: 'troubled'; trouble: Trouble }
  | { is: 'clashed'; clash: Clashed }
  /** Saved together with what somebody else had changed. */
  | { is: 'joined'; saved: Saved }
  /** Saved, but more was typed while it was under way. */
  | { is: 'ahead' };
