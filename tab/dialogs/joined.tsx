import { useTab } from '../context.ts';
import { Frame } from './frame.tsx';
import { Notice } from './notice.tsx';
import type { Standing } from './standing.ts';
import { fieldsInWords } from './value-in-words.ts';

/** Saved together with somebody else's changes of the same moment: says so before the form goes. */
export const Joined = (props: {
  title: string;
  saved: Extract<Standing, { is: 'joined' }>['saved'];
  onClose(): void;
}) => {
  const { words } = useTab();
  const { form } = words;
  return (
    <Frame title={props.title} close={form.close} onClose={props.onClose}>
      <Notice kind="calm">
        {form.both(props.saved.by || form.somebody, fieldsInWords(words, props.saved.taken))}
      </Notice>
    </Frame>
  );
};
