import type { Log } from './log.ts';

/** A refusal as RFC 9457 spells it. `title` and `detail` are sentences of ours, never an error's own text. */
export type Problem = { status: number; title: string; detail: string };

/** What is sent back, and the work to start once it is sent. */
export type Received =
  | { problem: Problem }
  | { status: number; body: unknown; afterwards: (() => Promise<void>) | null };

/** Where the channel calls: what the HTTP edge needs of the edge that speaks with Teams. Neither step rejects. */
export type Door = {
  /** Judges a request by its headers, before its body is read; null lets it in. */
  admit(authorization: string | undefined): Problem | null;
  /** `body` is parsed JSON of any shape. */
  receive(authorization: string | undefined, body: unknown, log: Log): Promise<Received>;
};
