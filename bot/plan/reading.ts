import { addMonths, type Day } from '../calendar/days.ts';
import {
  type ActionChange,
  type ActionDraft,
  type ActionField,
  type FieldFault,
  outcomesMet,
  type PlanAction,
  type PlanDraft,
  planLimits,
  statuses,
} from './contract.ts';
import { fault } from './internal/faults.ts';
import {
  type Chosen,
  day,
  type FieldReader,
  line,
  neededText,
  oneOf,
  orNull,
  people,
  text,
  threadId,
  yesOrNo,
} from './internal/fields.ts';

/** A body that was read whole, or every fault of it at once, by field. Values are never repeated in a fault. */
export type Read<T> = { ok: true; value: T } | { ok: false; faults: FieldFault[] };

/** What was sent to add or change an action, made storable; whom it names is still to be asked of the roster. */
export type CheckedAction = Partial<Pick<PlanAction, Exclude<ActionField, 'who'>> & { who: Chosen[] }>;
/** The same of a change, with why the date is moved. */
export type CheckedChange = CheckedAction & { moveReason?: string };
/** The same of a plan's facts. */
export type CheckedPlan = Partial<Omit<Required<PlanDraft>, 'managers'> & { managers: Chosen[] }>;

type Readers<T> = { [K in keyof T]-?: FieldReader<Exclude<T[K], undefined>> };

const ordinary = text(planLimits.text);
const ofAction: Readers<CheckedAction> & Record<keyof ActionDraft, unknown> = {
  area: neededText(planLimits.text),
  activities: ordinary,
  who: people(planLimits.who),
  support: ordinary,
  dueOn: orNull(day),
  timescale: ordinary,
  outcome: ordinary,
  status: oneOf(statuses),
  outcomeMet: orNull(oneOf(outcomesMet)),
  outcomeSeen: ordinary,
};
const ofChange: Readers<CheckedChange> & Record<keyof ActionChange, unknown> = {
  ...ofAction,
  moveReason: ordinary,
};
const ofPlan: Readers<CheckedPlan> & Record<keyof PlanDraft, unknown> = {
  name: line(planLimits.name),
  managers: people(planLimits.managers),
  guestsRead: yesOrNo,
  tabChannel: threadId,
};

/** A new action: the area is needed, everything else may be left out. */
export const readNewAction = (body: unknown): Read<CheckedAction & { area: string }> =>
  readBody<CheckedAction & { area: string }>(body, ofAction, ['area']);

/** A change: what is left out stays. A reason for moving the date needs the date. */
export const readActionChange = (body: unknown): Read<CheckedChange> => {
  const read = readBody<CheckedChange>(body, ofChange, []);
  if (!isOwn(body, 'moveReason') || isOwn(body, 'dueOn')) return read;
  return { ok: false, faults: [...(read.ok ? [] : read.faults), fault('dueOn', 'required')] };
};

const isOwn = (body: unknown, key: string): boolean =>
  typeof body === 'object' &&
  body !== null &&
  Object.getOwnPropertyDescriptor(body, key)?.value !== undefined;

/** The last day of a hold: after today and within a year, or null to end it. */
export const readHold = (until: unknown, today: Day): Read<Day | null> => {
  const read = orNull(day)(until);
  if (!read.ok) return { ok: false, faults: read.faults.map(({ code }) => fault('until', code)) };
  const { value } = read;
  if (value !== null && value <= today) return { ok: false, faults: [fault('until', 'pastDay')] };
  if (value !== null && value > addMonths(today, 12)) {
    return { ok: false, faults: [fault('until', 'tooFarAhead')] };
  }
  return read;
};

export const readPlanDraft = (body: unknown): Read<CheckedPlan> => readBody(body, ofPlan, []);

/** The second asking before everything is erased: the plan's name, typed again. */
export const readConfirmation = (body: unknown): Read<{ name: string }> =>
  readBody<{ name: string }>(body, { name: line(planLimits.text) }, ['name']);

/** The key under which a creation may be repeated: up to 200 printable characters of ASCII. */
export const readKey = (key: string | null): FieldFault[] => {
  if (key === null || /^[\x20-\x7e]{1,200}$/.test(key)) return [];
  const code = key === '' ? 'required' : key.length > 200 ? 'tooLong' : 'unreadable';
  return [fault('Idempotency-Key', code)];
};

/** So many unknown fields are named; a body with more is not written by mistake. */
const mostUnknown = 20;
/** What a field of ours could be called: no other key is repeated to anybody. */
const plainKey = /^\w{1,40}$/;

const readBody = <T extends object>(
  body: unknown,
  readers: { [K in keyof T]-?: FieldReader<Exclude<T[K], undefined>> },
  needed: readonly (keyof T & string)[],
): Read<T> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { ok: false, faults: [fault('', 'wrongType')] };
  }
  const given = body as Record<string, unknown>;
  const faults: FieldFault[] = [];
  const value: Partial<T> = {};
  for (const key in readers) {
    if (!Object.hasOwn(given, key) || given[key] === undefined) {
      if (needed.includes(key)) faults.push(fault(key, 'required'));
      continue;
    }
    const read = readers[key](given[key]);
    if (read.ok) value[key] = read.value;
    else for (const { at, code } of read.faults) faults.push(fault(`${key}${at}`, code));
  }
  faults.push(...unknownFields(given, readers));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: value as T };
};

const unknownFields = (given: Record<string, unknown>, readers: object): FieldFault[] => {
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(readers, key));
  const named = unknown.filter((key) => plainKey.test(key)).slice(0, mostUnknown);
  return [...named, ...(named.length < unknown.length ? [''] : [])].map((key) => fault(key, 'unknownField'));
};
