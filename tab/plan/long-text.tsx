import { memo, useState } from 'react';
import { useTab } from '../context.ts';
import { splitText } from './view/split-text.ts';

/** A person's text; a long one is folded on the screen, and always whole on paper. */
export const LongText = memo(({ text }: { text: string }) => {
  const { row } = useTab().words;
  const [isOpen, setOpen] = useState(false);
  const { start, rest } = splitText(text);
  if (rest === '') return <p className="text">{text}</p>;
  return (
    <>
      <p className="text">
        {start}
        {!isOpen && <span className="on-screen">…</span>}
        <span className={isOpen ? undefined : 'on-paper'}>{rest}</span>
      </p>
      <button
        type="button"
        className="link on-screen"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? row.showLess : row.showMore}
      </button>
    </>
  );
});
