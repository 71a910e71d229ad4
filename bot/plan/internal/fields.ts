import { isDay } from '../../calendar/days.ts';
import type { FaultCode } from '../contract.ts';

/** A field as it was read: its value, or what is wrong with it, by path below the field (`''`: the field itself). */
export type FieldRead<T> = { ok: true; value: T } | { ok: false; faults: { at: string; code: FaultCode }[] };
/** Reads one field of a body; what comes in is whatever JSON can hold. */
export type FieldReader<T> = (given: unknown) => FieldRead<T>;

const good = <T>(value: T): FieldRead<T> => ({ ok: true, value });
const bad = (code: FaultCode): FieldRead<never> => ({ ok: false, faults: [{ at: '', code }] });

/** Everything that is no character of a text: controls but tab and newline. */
const controls = /[^\P{Cc}\t\n]/u;

/** A text with plain line ends and no blank edges, of at most `most` UTF-16 code units. */
export const text =
  (most: number): FieldReader<string> =>
  (given) => {
    if (typeof given !== 'string') return bad('wrongType');
    const plain = given.replace(/\r\n?/g, '\n').trim();
    if (!plain.isWellFormed() || controls.test(plain)) return bad('unreadable');
    return plain.length > most ? bad('tooLong') : good(plain);
  };

/** A text that cannot be blank. */
export const neededText =
  (most: number): FieldReader<string> =>
  (given) => {
    const read = text(most)(given);
    return read.ok && read.value === '' ? bad('required') : read;
  };

/** A needed text in one line. */
export const line =
  (most: number): FieldReader<string> =>
  (given) =>
    neededText(most)(typeof given === 'string' ? given.replace(/\s+/g, ' ') : given);

/** A thread id of Teams. */
export const threadId: FieldReader<string> = (given) => {
  if (typeof given !== 'string') return bad('wrongType');
  if (given.length > 256) return bad('tooLong');
  return /^[\x21-\x7e]+$/.test(given) ? good(given) : bad(given === '' ? 'required' : 'unreadable');
};

export const oneOf =
  <T extends string>(values: readonly T[]): FieldReader<T> =>
  (given) => {
    if (typeof given !== 'string') return bad('wrongType');
    const value = values.find((one) => one === given);
    return value === undefined ? bad('notOneOf') : good(value);
  };

/** What may also be taken away: null. */
export const orNull =
  <T>(reader: FieldReader<T>): FieldReader<T | null> =>
  (given) =>
    given === null ? good(null) : reader(given);

export const yesOrNo: FieldReader<boolean> = (given) =>
  typeof given === 'boolean' ? good(given) : bad('wrongType');

/** A plan's days lie between the years 2000 and 2100, both included: further off is a slip of the keyboard. */
export const day: FieldReader<string> = (given) => {
  if (typeof given !== 'string') return bad('wrongType');
  return isDay(given) && given >= '2000' && given < '2101' ? good(given) : bad('notADay');
};

/** Somebody who was chosen, with their place in the list that was sent. */
export type Chosen = { id: string; at: number };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A list of `{ id }`, each person once. A name beside an id is read past: names come from the roster. */
export const people =
  (most: number): FieldReader<Chosen[]> =>
  (given) => {
    if (!Array.isArray(given)) return bad('wrongType');
    // Nobody chooses everybody ten times over; what is longer is not looked through.
    if (given.length > most * 10) return bad('tooMany');
    const chosen = new Map<string, Chosen>();
    const faults: { at: string; code: FaultCode }[] = [];
    given.forEach((one: unknown, at) => {
      const read = person(one);
      if (read.ok) chosen.set(read.value, chosen.get(read.value) ?? { id: read.value, at });
      else faults.push(...read.faults.map(({ code }) => ({ at: `.${at}`, code })));
    });
    if (faults.length > 0) return { ok: false, faults };
    return chosen.size > most ? bad('tooMany') : good([...chosen.values()]);
  };

const person: FieldReader<string> = (given) => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return bad('wrongType');
  for (const key in given) if (key !== 'id' && key !== 'name') return bad('unknownField');
  const id = Object.hasOwn(given, 'id') && 'id' in given ? given.id : undefined;
  if (id === undefined) return bad('required');
  if (typeof id !== 'string') return bad('wrongType');
  const lowered = id.length === 36 ? id.toLowerCase() : '';
  return guid.test(lowered) ? good(lowered) : bad('wrongType');
};
