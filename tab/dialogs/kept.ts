/** The part of the browser's own storage that is used. */
export type Shelf = {
  readonly length: number;
  key(index: number): string | null;
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
};

/** So long something unsaved is kept, in milliseconds: what is older belongs to a plan that has moved on. */
const age = 7 * 24 * 60 * 60_000;

const isObject = (read: unknown): read is object => typeof read === 'object' && read !== null;

/**
 * Keeps what is unsaved on a shelf, each under its name and for a week at most. A browser that keeps nothing costs the
 * offer to go on, and nothing else.
 * @param shelf null where the browser refuses its storage
 * @param now milliseconds since 1970
 */
export const createKept = (shelf: Shelf | null, now: () => number) => {
  const drop = (name: string): void => {
    try {
      shelf?.removeItem(name);
    } catch {
      // Where nothing may be kept there is nothing to drop.
    }
  };
  return {
    drop,
    /** What was kept under the name, as it was read; null for nothing, or what is too old. */
    find(name: string): object | null {
      try {
        const read: unknown = JSON.parse(shelf?.getItem(name) ?? 'null');
        if (!isObject(read) || !('at' in read) || typeof read.at !== 'string') return null;
        if (now() - Date.parse(read.at) < age) return read;
      } catch {
        return null;
      }
      drop(name);
      return null;
    },
    /** @param at when it was typed; ISO 8601 */
    keep(name: string, what: { at: string }): void {
      try {
        shelf?.setItem(name, JSON.stringify(what));
      } catch {
        // No room, or not allowed: the form itself still holds everything.
      }
    },
    names(): string[] {
      try {
        return Array.from({ length: shelf?.length ?? 0 }, (_, index) => shelf?.key(index) ?? '');
      } catch {
        return [];
      }
    },
  };
};
