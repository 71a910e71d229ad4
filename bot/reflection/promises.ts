import type { Workflow } from './record.ts';

/**
 * Whether something is owed that must outlive a crash: a new message, or the farewell to somebody who has left.
 * A redrawn state line is not: *Open* on the old one answers with how it stands, and the next delivery redraws it.
 */
export const owesPromise = ({ owed, participants }: Workflow): boolean =>
  owed.some(({ to, task }) => task.do === 'post' || !participants.some(({ id }) => id === to));
