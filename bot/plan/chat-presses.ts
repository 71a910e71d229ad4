import { z } from 'zod';
import { cleanText } from '../cards/texts.ts';

/**
 * What a button's verb and data mean. Everything here comes from a client and is worth nothing until the desk has
 * held it against the roster and the plan; who pressed is not in it.
 */
export type PlanIntent =
  | { to: 'mine' }
  | { to: 'open'; plan: string; action: string }
  | ({ to: 'done'; was: 'todo' | 'doing' } & Version)
  | ({ to: 'undo'; was: 'todo' | 'doing' } & Version)
  | ({ to: 'move' } & Version)
  | { to: 'offer' }
  | { to: 'add'; key: string };

/** An action as it was when the button was drawn. */
export type Version = { plan: string; action: string; etag: string };

export type PlanPressed = {
  intent: PlanIntent;
  /** To repeat the press with. */
  verb: string;
  data: Record<string, string>;
  /** What was typed and chosen, by input; whatever else the client sent is left out. */
  typed: Readonly<Record<string, string>>;
  /** The kinds that *Keep it* was pressed for: what the guard pointed out stays. */
  keep: readonly string[];
};

const name = z.string().min(1).max(300);

/** What a button carries: ids, versions and states, never anybody's words. */
const carried = z.object({
  plan: name.optional(),
  action: name.optional(),
  etag: name.optional(),
  was: z.enum(['todo', 'doing']).optional(),
  key: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .optional(),
  keep: z.string().max(200).optional(),
});

const inputs = ['team', 'area', 'activities', 'dueOn', 'timescale'] as const;

/** Reads a press; null where it is none of a plan's, whatever the client sent. */
export const readPlanPress = (verb: string, sent: unknown): PlanPressed | null => {
  const read = carried.safeParse(sent ?? {});
  if (!read.success) return null;
  const { keep = '', ...data } = read.data;
  const intent = intentOf(verb, data);
  const repeated = Object.fromEntries(
    Object.entries(data).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  );
  return intent && { intent, verb, data: repeated, typed: typedIn(sent), keep: keep.split(',') };
};

/** What was typed, made storable; a field that is empty is left out. */
export const typedIn = (sent: unknown): Record<string, string> => {
  const given: Record<string, unknown> = typeof sent === 'object' && sent !== null ? { ...sent } : {};
  const texts = inputs.map((id) => [id, cleanText(given[id])] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
};

const intentOf = (
  verb: string,
  { plan, action, etag, was, key }: z.infer<typeof carried>,
): PlanIntent | null => {
  if (verb === 'plan.mine') return { to: 'mine' };
  if (verb === 'plan.offer') return { to: 'offer' };
  if (verb === 'plan.add') return key === undefined ? null : { to: 'add', key };
  if (plan === undefined || action === undefined) return null;
  if (verb === 'plan.open') return { to: 'open', plan, action };
  if (etag === undefined) return null;
  if (verb === 'plan.move') return { to: 'move', plan, action, etag };
  if (was === undefined) return null;
  if (verb === 'plan.done') return { to: 'done', plan, action, etag, was };
  if (verb === 'plan.undo') return { to: 'undo', plan, action, etag, was };
  return null;
};
