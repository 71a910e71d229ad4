import { z } from 'zod';
import { actionFields, historyKinds, outcomesMet, statuses } from '../plan/contract.ts';
import type { Action, Entry, Plan } from '../plan/record.ts';
import type { SummaryPlace } from '../plan/store.ts';
import type { Same } from './shapes.ts';

/**
 * The shapes of a plan's rows as they lie in storage. They are strict: a field that this server does not know would
 * be lost with its next write, so a row that has one is refused. Limits of length are the domain's business, so that
 * a row written under another limit still opens.
 */
const text = z.string();
const textOrNull = text.nullable();
const named = z.strictObject({ id: text, name: text });
const status = z.enum(statuses);
const outcomeMet = z.enum(outcomesMet).nullable();

export const planShape = z.strictObject({
  id: text,
  name: text,
  managers: z.array(named),
  guestsRead: z.boolean(),
  tabChannel: textOrNull,
  left: z.array(text),
  createdAt: text,
  emptying: z.strictObject({ by: named, at: text }).nullable(),
  open: z.int(),
  actions: z.int(),
  factsChange: text,
  change: text,
});

export const actionShape = z.strictObject({
  id: text,
  area: text,
  activities: text,
  who: z.array(named),
  support: text,
  dueOn: textOrNull,
  // Rows that were written before there were holds have none.
  heldUntil: textOrNull.default(null),
  timescale: text,
  outcome: text,
  status,
  outcomeMet,
  outcomeSeen: text,
  createdBy: named,
  createdAt: text,
  updatedBy: named,
  updatedAt: text,
  removed: z.strictObject({ by: named, at: text, until: text }).nullable(),
  fingerprint: text,
  change: text,
});

const fromTo = <T extends z.ZodType>(shape: T) => z.tuple([shape, shape]).exactOptional();

export const entryShape = z.strictObject({
  id: text,
  about: textOrNull,
  at: text,
  by: named,
  what: z.enum(historyKinds),
  fields: z.array(z.enum([...actionFields, 'name', 'managers', 'guestsRead', 'tabChannel'])),
  moved: z.strictObject({
    status: fromTo(status),
    dueOn: fromTo(textOrNull),
    heldUntil: fromTo(textOrNull),
    outcomeMet: fromTo(outcomeMet),
    who: fromTo(z.array(named)),
    managers: fromTo(z.array(named)),
    guestsRead: fromTo(z.boolean()),
  }),
  note: text.exactOptional(),
});

export const summaryShape = z.strictObject({ serviceUrl: text, conversationId: text, activityId: text });

true satisfies Same<z.infer<typeof planShape>, Plan>;
true satisfies Same<z.infer<typeof actionShape>, Action>;
true satisfies Same<z.infer<typeof summaryShape>, SummaryPlace>;
// An intersection is never the same as a plain object to the compiler: both sides spelt out.
true satisfies Same<z.infer<typeof entryShape>, { [Field in keyof Entry]: Entry[Field] }>;
