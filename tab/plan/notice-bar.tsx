import { useEffect, useRef } from 'react';
import { useTab } from '../context.ts';
import { KeepFocus } from './keep-focus.tsx';
import type { Notice } from './notice.ts';

type Props = { notice: Notice | null; onClose: () => void };

/**
 * Says what was just done and offers the way back. Its place is always there, as only what changes inside of a live
 * region is read out; the focus comes here only where the row that had it is gone, and goes back to where it was.
 */
export const NoticeBar = ({ notice, onClose }: Props) => {
  const { words } = useTab();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const bar = place.current;
    const entered = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Node && bar?.contains(relatedTarget)) return;
      from.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
    };
    bar?.addEventListener('focusin', entered);
    return () => bar?.removeEventListener('focusin', entered);
  }, []);
  useEffect(() => {
    if (notice?.action?.takesFocus) button.current?.focus();
  }, [notice]);
  const back = (): HTMLElement | null =>
    from.current?.isConnected ? from.current : document.querySelector<HTMLElement>('h1');
  return (
    <KeepFocus beside={(element) => (place.current?.contains(element) ? back : () => null)}>
      <div className="notice-place" ref={place}>
        <div role="status" className={notice ? `notice ${notice.isTrouble ? 'is-trouble' : ''}` : undefined}>
          {notice && (
            <>
              <span className="notice-text">{notice.text}</span>
              {notice.link && (
                <input
                  className="field notice-link"
                  aria-label={words.changes.link}
                  readOnly
                  value={notice.link}
                  onFocus={(event) => event.currentTarget.select()}
                />
              )}
              {notice.action && (
                <button
                  type="button"
                  ref={button}
                  className="quiet notice-action"
                  onClick={notice.action.onPress}
                >
                  {notice.action.label}
                </button>
              )}
              <button
                type="button"
                className="quiet notice-close"
                aria-label={words.changes.dismiss}
                onClick={onClose}
              >
                <svg viewBox="0 0 12 12" aria-hidden="true">
                  <path d="M2 2l8 8M10 2l-8 8" />
                </svg>
              </button>
            </>
          )}
        </div>
      </div>
    </KeepFocus>
  );
};
