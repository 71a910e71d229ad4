import type { ActionField, ActionText } from '../../bot/plan/contract.ts';
import type { Words } from '../words/words.ts';
import { dayInWords, listed } from './moments.ts';
import type { FormField, Values } from './values.ts';

/** The name of an answer: its column's, or its own where it shares one. */
export const labelOf = ({ columns, form }: Words, field: FormField): string =>
  field === 'area' || field === 'activities' || field === 'outcome' || field === 'status'
    ? columns[field].name
    : form.fields[field];

/** What stands beneath it: the question of its column, or what is to be known about it. */
export const helpOf = ({ columns, form }: Words, field: ActionText): string =>
  field === 'area' || field === 'activities' || field === 'outcome' ? columns[field].asks : form.help[field];

/** One answer of an action as it is read. */
export const valueInWords = (words: Words, field: ActionField, values: Values): string => {
  const { form, conflict, locale, status, outcomesMet } = words;
  switch (field) {
    case 'who':
      return values.who.length === 0
        ? conflict.empty
        : listed(
            locale,
            values.who.map(({ name }) => name),
          );
    case 'dueOn':
      return values.dueOn === null ? conflict.empty : dayInWords(locale, values.dueOn);
    case 'status':
      return status[values.status];
    case 'outcomeMet':
      return values.outcomeMet === null ? form.unanswered : outcomesMet[values.outcomeMet];
    default:
      return values[field].trim() === '' ? conflict.empty : values[field];
  }
};

/** The names of these answers, as a list in a sentence. */
export const fieldsInWords = (words: Words, fields: readonly FormField[]): string =>
  listed(
    words.locale,
    fields.map((field) => labelOf(words, field)),
  );
