import {
  type ActionChange,
  type ActionDraft,
  type ActionField,
  actionFields,
  type Named,
  type OutcomeMet,
  type PlanAction,
  type Status,
} from '../../bot/plan/contract.ts';

/** What a form about an action holds while somebody types; people keep their names, for showing. */
export type Values = {
  area: string;
  activities: string;
  who: Named[];
  support: string;
  dueOn: string | null;
  timescale: string;
  outcome: string;
  status: Status;
  outcomeMet: OutcomeMet | null;
  outcomeSeen: string;
  /** Why the date is moved. It goes with a moved date and is no part of the action. */
  moveReason: string;
};

/** Everything that a form asks, in its order. */
export const formFields = [
  'area',
  'activities',
  'who',
  'support',
  'dueOn',
  'moveReason',
  'timescale',
  'outcome',
  'status',
  'outcomeMet',
  'outcomeSeen',
] as const satisfies readonly (ActionField | 'moveReason')[];
export type FormField = (typeof formFields)[number];

export const emptyValues: Values = {
  area: '',
  activities: '',
  who: [],
  support: '',
  dueOn: null,
  timescale: '',
  outcome: '',
  status: 'todo',
  outcomeMet: null,
  outcomeSeen: '',
  moveReason: '',
};

export const valuesOf = ({
  area,
  activities,
  who,
  support,
  dueOn,
  timescale,
  outcome,
  status,
  outcomeMet,
  outcomeSeen,
}: PlanAction): Values => ({
  area,
  activities,
  who,
  support,
  dueOn,
  timescale,
  outcome,
  status,
  outcomeMet,
  outcomeSeen,
  moveReason: '',
});

/** As the server keeps a text: space at its ends is nobody's answer. */
export const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** What is compared: a text without the space at its ends, people by id in any order. */
const comparable = (value: Values[ActionField]): string | null => {
  if (value === null || typeof value === 'string') return value === null ? null : tidy(value);
  return value
    .map(({ id }) => id)
    .sort()
    .join(' ');
};

export const isSame = (one: Values[ActionField], other: Values[ActionField]): boolean =>
  comparable(one) === comparable(other);

/** In which answers the two differ, in the order of the template. */
export const changedFields = (from: Values, to: Values): ActionField[] =>
  actionFields.filter((field) => !isSame(from[field], to[field]));

/** Those answers alone. */
export const picked = (values: Values, fields: readonly ActionField[]): Partial<Values> =>
  Object.fromEntries(fields.map((field) => [field, values[field]]));

/** Those answers as they are sent. */
export const draftOf = (values: Values, fields: readonly ActionField[]): ActionDraft => {
  const whole: Required<ActionDraft> = {
    area: tidy(values.area),
    activities: tidy(values.activities),
    who: values.who.map(({ id }) => ({ id })),
    support: tidy(values.support),
    dueOn: values.dueOn,
    timescale: tidy(values.timescale),
    outcome: tidy(values.outcome),
    status: values.status,
    outcomeMet: values.outcomeMet,
    outcomeSeen: tidy(values.outcomeSeen),
  };
  return Object.fromEntries(fields.map((field) => [field, whole[field]]));
};

/** The same of a change: beside a date, why it is moved. */
export const changeOf = (values: Values, fields: readonly ActionField[]): ActionChange => {
  const moveReason = fields.includes('dueOn') ? tidy(values.moveReason) : '';
  return { ...draftOf(values, fields), ...(moveReason !== '' && { moveReason }) };
};

/** What is sent to add an action: all that is not as it is in an empty one. */
export const newDraftOf = (values: Values): ActionDraft =>
  draftOf(values, changedFields(emptyValues, values));

/** Values with the answers of a draft laid over them; `nameOf` tells the names of people that it only numbers. */
export const withDraft = (values: Values, draft: ActionChange, nameOf: (id: string) => string): Values => {
  const { who, ...rest } = draft;
  return {
    ...values,
    ...rest,
    who: who === undefined ? values.who : who.map(({ id }) => ({ id, name: nameOf(id) })),
  };
};
