import { actionTexts, type FaultCode, type FieldFault, planLimits } from '../../bot/plan/contract.ts';
import type { Words } from '../words/words.ts';
import { type FormField, formFields, tidy, type Values } from './values.ts';

/** What is wrong with an answer; `at` is the place in a list, where it is about one of several. */
export type Fault = { code: FaultCode; at: number | null };
export type Faults = Partial<Record<FormField, Fault>>;

const isDay = (text: string): boolean => {
  if (!/^20\d\d-\d\d-\d\d$|^2100-\d\d-\d\d$/.test(text)) return false;
  const moment = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
};

/**
 * The faults that can be told before anything is sent, by the limits that the server keeps too.
 * @param halfTyped answers whose field holds something that is no value yet, such as half a date
 */
export const faultsIn = (values: Values, halfTyped: readonly FormField[]): Faults => {
  const faults: Faults = {};
  const put = (field: FormField, code: FaultCode) => {
    faults[field] ??= { code, at: null };
  };
  if (tidy(values.area) === '') put('area', 'required');
  for (const field of [...actionTexts, 'moveReason'] as const) {
    if (tidy(values[field]).length > planLimits.text) put(field, 'tooLong');
  }
  if (values.who.length > planLimits.who) put('who', 'tooMany');
  if (values.dueOn !== null && !isDay(values.dueOn)) put('dueOn', 'notADay');
  for (const field of halfTyped) put(field, 'notADay');
  return faults;
};

const isField = (text: string): text is FormField => formFields.some((field) => field === text);

/** The server's faults by answer, the first of each; `others` are about nothing that the form shows. */
export const faultsFrom = (list: readonly FieldFault[]): { faults: Faults; others: FaultCode[] } => {
  const faults: Faults = {};
  const others: FaultCode[] = [];
  for (const { field, code } of list) {
    const [name = '', at] = field.split('.');
    if (isField(name)) faults[name] ??= { code, at: at === undefined ? null : Number(at) };
    else others.push(code);
  }
  return { faults, others };
};

/** The sentence for a fault of that answer. */
export const faultSentence = (
  words: Words,
  field: FormField,
  { code, at }: Fault,
  values: Values,
): string => {
  const { faults } = words.form;
  const person = field === 'who' && at !== null ? values.who[at] : undefined;
  switch (code) {
    case 'required':
      return faults.required;
    case 'tooLong':
      return faults.tooLong(planLimits.text);
    case 'tooMany':
      return faults.tooMany(planLimits.who);
    case 'notADay':
      return faults.notADay;
    case 'unreadable':
      return faults.unreadable;
    case 'notAMember':
      return person ? faults.notAMemberNamed(person.name) : faults.notAMember;
    case 'planFull':
      return faults.planFull;
    default:
      return faults.other;
  }
};
