import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Prints, where the host's frame allows it. A host that does not says nothing at all: false after half a second. */
export const tryPrint = (): Promise<boolean> =>
  new Promise((resolve) => {
    const began = (): void => resolve(true);
    addEventListener('beforeprint', began, { once: true });
    setTimeout(() => {
      removeEventListener('beforeprint', began);
      resolve(false);
    }, 500);
    window.print();
  });

/** Whether the page is being put on paper, where all rows must stand. */
export const useIsPrinting = (): boolean => {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    const changed = (): void => setPrinting(paper.matches);
    // The page is read at once after this event: what is to be on paper must be drawn before it ends.
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    paper.addEventListener('change', changed);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      paper.removeEventListener('change', changed);
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
};
