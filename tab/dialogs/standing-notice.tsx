import { Button } from '@fluentui/react-components';
import { useTab } from '../context.ts';
import { momentInWords } from './moments.ts';
import { Notice } from './notice.tsx';
import type { Editing } from './use-editing.ts';
import { fieldsInWords } from './value-in-words.ts';
import { formFields } from './values.ts';

/** What came of the last try, and what was kept from before, as sentences with a way on. */
export const StandingNotice = ({ editing }: { editing: Editing }) => {
  const { words } = useTab();
  const { form } = words;
  const { standing } = editing;

  if (standing.is === 'faulty') {
    const fields = formFields.filter((field) => standing.faults[field]);
    if (fields.length > 0) {
      return <Notice kind="fault">{form.look(fieldsInWords(words, fields))}</Notice>;
    }
    if (standing.others.length > 0) return <Notice kind="fault">{form.faults.other}</Notice>;
  }
  if (standing.is === 'troubled') {
    const { kind } = standing.trouble;
    if (kind === 'gone') {
      return (
        <Notice kind="fault" action={<Button onClick={editing.addAnew}>{form.addAnew}</Button>}>
          {form.gone}
        </Notice>
      );
    }
    return (
      <Notice kind="fault">
        {kind === 'stale' || kind === 'unfit' ? form.trouble.broken : form.trouble[kind]}
      </Notice>
    );
  }
  if (standing.is === 'ahead') return <Notice kind="calm">{form.ahead}</Notice>;
  if (editing.keptAt !== null) {
    return (
      <Notice kind="calm" action={<Button onClick={editing.dropKept}>{form.dropKept}</Button>}>
        {form.kept(momentInWords(words.locale, editing.keptAt))}
      </Notice>
    );
  }
  return null;
};
