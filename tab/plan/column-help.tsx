import { type KeyboardEvent, useId, useState } from 'react';

/** A column's full question, behind a button that works by pointer, finger and keyboard alike. */
export const ColumnHelp = ({ label, text }: { label: string; text: string }) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpen(false);
  };
  return (
    <span className="help on-screen">
      <button
        type="button"
        className="help-button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-describedby={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={keyed}
        onBlur={() => setOpen(false)}
      >
        ?
      </button>
      {isOpen && (
        <span id={id} className="help-text">
          {text}
        </span>
      )}
    </span>
  );
};
