import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Rows drawn at once: more than a window shows, and few enough that typing in a filter never waits for them. */
const step = 15;
/** Rows that come by scrolling; those beyond come when asked for. */
const page = 100;
/** How far below the window the next rows are drawn. */
const ahead = '600px';

/**
 * How many rows stand on the page: they come as somebody scrolls down to them, a hundred at most, and then a hundred
 * more each time they are asked for.
 * @param least so many from the beginning, for a row that is to be shown
 * @returns `end` belongs on what stands below the rows
 */
export const useRows = (least: number) => {
  const [{ drawn, most }, set] = useState(() => firstOf(least));
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => grows(end, drawn, most, () => set({ drawn: Math.min(drawn + step, most), most })));
  return {
    drawn,
    most,
    end,
    more: useCallback(() => set((now) => ({ drawn: now.drawn + step, most: now.most + page })), []),
    restart: useCallback(() => set(firstOf(0)), []),
  };
};

const firstOf = (least: number) => ({
  drawn: Math.max(step, least),
  most: Math.max(page, Math.ceil(least / page) * page),
});

/** Calls `grow` when the end comes near, and again after each growth until it does not; the answer stops it. */
const grows = (
  end: RefObject<HTMLElement | null>,
  drawn: number,
  most: number,
  grow: () => void,
): (() => void) | undefined => {
  if (!end.current || drawn >= most) return undefined;
  // The page's own window is named, as in another site's frame the margin would count for nothing else.
  // Several looks may come at once from a busy page; the last of them is how it is now.
  const watch = new IntersectionObserver((looks) => looks.at(-1)?.isIntersecting && grow(), {
    root: document,
    rootMargin: `0px 0px ${ahead} 0px`,
  });
  watch.observe(end.current);
  return () => watch.disconnect();
};
