import { type ReactNode, useCallback, useRef, useState } from 'react';

/** Loads a dialog's code, which is not among what everybody loads, and draws it; the way to close it comes in. */
export type Opening = (close: () => void) => Promise<ReactNode>;

export type Dialogs = {
  /** The one dialog that stands open, or null. */
  dialog: ReactNode;
  open(opening: Opening): void;
  /** Opens it when none stands open any more: nobody's form gives way to what comes by itself. */
  openNext(opening: Opening): void;
};

/**
 * The one dialog that may stand open. The focus goes back to where it was when it closes, or, where that is gone, to
 * the page's heading.
 * @param onFailed the dialog's code could not be loaded
 */
export const useDialog = (onFailed: () => void): Dialogs => {
  const [dialog, setDialog] = useState<ReactNode>(null);
  const latest = useRef(0);
  /** The turn of the dialog that stands open or is on its way. */
  const standing = useRef<number | null>(null);
  const waiting = useRef<Opening[]>([]);

  const open = useCallback(
    (opening: Opening) => {
      latest.current += 1;
      const turn = latest.current;
      standing.current = turn;
      const from = document.activeElement;
      const isOver = (): boolean => standing.current !== turn;
      const close = (): void => {
        if (isOver()) return;
        standing.current = null;
        setDialog(null);
        const next = waiting.current.shift();
        if (next) open(next);
        else setTimeout(() => pageAgain(from), settled);
      };
      opening(close).then(
        // A second press while the first one's code was on its way opens one dialog, the later one.
        (drawn) => isOver() || setDialog(drawn),
        () => {
          if (isOver()) return;
          standing.current = null;
          onFailed();
        },
      );
    },
    [onFailed],
  );
  const openNext = useCallback(
    (opening: Opening) => {
      if (standing.current === null) open(opening);
      else waiting.current.push(opening);
    },
    [open],
  );
  return { dialog, open, openNext };
};

/** How long a dialog takes to be gone altogether, in milliseconds; the focus goes where it was by itself. */
const settled = 100;

/** The page as it was before the dialog, where that did not come by itself. */
const pageAgain = (from: Element | null): void => {
  // What hides the page from screen readers behind a dialog is gone itself before it has shown the page again, when
  // that dialog was the last to use it.
  const isOpen = document.querySelector('[aria-modal="true"]') !== null;
  if (!isOpen) document.getElementById('tab')?.removeAttribute('aria-hidden');
  const now = document.activeElement;
  if (now !== null && now !== document.body) return;
  const target = from?.isConnected && from !== document.body ? from : document.querySelector('h1');
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
};
