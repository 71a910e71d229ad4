import { useEffect, useRef, useState } from 'react';

type Choice = { name: string; onPress: () => void };

/** A button that shows a few more buttons below it; Escape, leaving or choosing puts them away. */
export const Disclosure = ({ label, choices }: { label: string; choices: () => readonly Choice[] }) => {
  const [isOpen, setOpen] = useState(false);
  const all = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = ({ target }: Event): void => {
      if (!(target instanceof Node && all.current?.contains(target))) setOpen(false);
    };
    const keyed = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    // A press on something that takes no focus is leaving, too.
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', keyed);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', keyed);
    };
  }, [isOpen]);

  const choose = (onPress: () => void): void => {
    setOpen(false);
    // First, so that a dialog gives the focus back to something that is still there.
    button.current?.focus();
    onPress();
  };

  return (
    <div className="disclosure" ref={all}>
      <button
        type="button"
        ref={button}
        className="quiet is-icon"
        aria-label={label}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="3" cy="8" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="13" cy="8" r="1.4" />
        </svg>
      </button>
      {isOpen && (
        <ul className="disclosed">
          {choices().map(({ name, onPress }) => (
            <li key={name}>
              <button type="button" onClick={() => choose(onPress)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
