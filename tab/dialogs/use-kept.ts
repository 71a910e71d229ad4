import { useEffect, useRef } from 'react';

/** Typing is written down when it pauses for so long, in milliseconds. */
const pause = 250;

/**
 * Keeps what is typed for as long as it is unsaved: after each pause, and at once when the page goes away or the
 * form does without having been asked.
 */
export const useKept = (isUnsaved: boolean, { keep, drop }: { keep(): void; drop(): void }) => {
  const isOver = useRef(false);
  const write = useRef(() => {});
  const was = useRef(isUnsaved);

  useEffect(() => {
    write.current = () => {
      if (isOver.current) return;
      if (isUnsaved) keep();
      else if (was.current) drop();
      was.current = isUnsaved;
    };
    const timer = setTimeout(() => write.current(), pause);
    return () => clearTimeout(timer);
  });

  useEffect(() => {
    const now = () => write.current();
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);

  return {
    /** Written down at once, as what comes next may not come to an end on this page. */
    now: () => write.current(),
    /** Saved or thrown away: nothing is kept from here on. */
    drop(): void {
      isOver.current = true;
      drop();
    },
    goOn(): void {
      isOver.current = false;
    },
  };
};
