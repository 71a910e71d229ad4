import { UnreadableRow } from './faults.ts';
import type { Row } from './table.ts';

/** Told of a row that was left out because it cannot be read. It names the row and nothing of what is in it. */
export type OnUnreadable = (fault: UnreadableRow) => void;

/** What a row holds, or null where it cannot be read: that is reported, and keeps nobody from the others' rows. */
export const readable = <T>(row: Row, read: (row: Row) => T, onUnreadable: OnUnreadable): T | null => {
  try {
    return read(row);
  } catch (fault) {
    if (!(fault instanceof UnreadableRow)) throw fault;
    onUnreadable(fault);
    return null;
  }
};
