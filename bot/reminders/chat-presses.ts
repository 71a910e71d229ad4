import { z } from 'zod';
import { cleanText } from '../cards/texts.ts';
import { statuses } from '../plan/contract.ts';
import { type Carried, readCarried } from './cards/carried.ts';
import type { Said } from './cards/posted.ts';
import { mostPlans } from './cards/settings.ts';
import type { Kind } from './cards/shown.ts';

/**
 * What a button's verb and data mean. Everything here comes from a client and is worth nothing until the plan's
 * desk has held it against the roster and the plan; who pressed is not in it.
 */
export type ReminderIntent =
  | { to: 'open' }
  | { to: 'settings' }
  | { to: 'save'; mark: string; plans: string[] }
  | ({ to: 'line'; told: { from: string; said: Said } | null } & Ref)
  | ({ to: 'choose' } & Ref)
  | ({ to: 'offer' } & Ref)
  | ({ to: 'ask'; manager: string | null } & Ref)
  | ({ to: 'done'; was: Was } & Version)
  | ({ to: 'undo'; was: Was } & Version)
  | ({ to: 'drop'; was: Was } & Version)
  | ({ to: 'move' } & Version)
  | ({ to: 'hold' } & Version)
  | ({ to: 'give' } & Version);

/** An action, and how the digest named it. */
export type Ref = { plan: string; action: string; kind: Kind };
/** The same as it was when the button was drawn. */
export type Version = Ref & { etag: string };
type Was = 'todo' | 'doing';

/** The intents that are about one action. */
export type OfAction = Extract<ReminderIntent, Ref>;

export type ReminderPressed<Intent extends ReminderIntent = ReminderIntent> = {
  intent: Intent;
  /** To repeat the press with. */
  verb: string;
  data: Record<string, string>;
  /** What was typed and chosen, by input; whatever else the client sent is left out. */
  typed: Readonly<Record<string, string>>;
  /** The kinds that *Keep it* was pressed for: what the guard pointed out stays. */
  keep: readonly string[];
  /** The digest that the card belongs to; null where it was opened from elsewhere. */
  carried: Carried | null;
};

/** A press of one kind. */
export type PressOf<To extends ReminderIntent['to']> = ReminderPressed<Extract<ReminderIntent, { to: To }>>;

const name = z.string().min(1).max(300);

/** What a button carries: ids, versions and states, never anybody's words. */
const shape = z.object({
  plan: name.optional(),
  action: name.optional(),
  kind: z.enum(['named', 'stillRight', 'noWord']).optional(),
  etag: name.optional(),
  was: z.enum(statuses).exclude(['done']).optional(),
  manager: name.optional(),
  from: name.optional(),
  said: z.enum(['asked', 'offered', 'done']).optional(),
  mark: z.string().max(4_000).optional(),
  plans: z.string().max(4_000).optional(),
  keep: z.string().max(200).optional(),
});
type Sent = z.infer<typeof shape>;

const inputs = [
  ...['dueOn', 'moveReason', 'until', 'whom', 'who', 'mode', 'pausedUntil'],
  ...Array.from({ length: mostPlans }, (_, place) => [`plan${place}`, `until${place}`]).flat(),
];

/** Reads a press; null where it is none of a reminder's, whatever the client sent. */
export const readReminderPress = (verb: string, sent: unknown): ReminderPressed | null => {
  const read = shape.safeParse(sent ?? {});
  if (!read.success) return null;
  const { keep = '', ...data } = read.data;
  const carried = readCarried(given(sent).digest);
  const intent = intentOf(verb, data, carried);
  if (intent === null) return null;
  const repeated = Object.fromEntries(
    Object.entries(data).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  );
  return { intent, verb, data: repeated, typed: typedIn(sent), keep: keep.split(','), carried };
};

/** What was typed, made storable; a field that is empty is left out. */
export const typedIn = (sent: unknown): Record<string, string> => {
  const texts = inputs.map((id) => [id, cleanText(given(sent)[id])] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
};

const given = (sent: unknown): Record<string, unknown> =>
  typeof sent === 'object' && sent !== null ? { ...sent } : {};

const intentOf = (verb: string, data: Omit<Sent, 'keep'>, carried: Carried | null): ReminderIntent | null => {
  const { plan, action, kind = 'named', etag, was, manager = null, from, said, mark } = data;
  if (verb === 'remind.open') return carried && { to: 'open' };
  if (verb === 'remind.settings') return { to: 'settings' };
  if (verb === 'remind.save') {
    const plans = planIds(data.plans);
    return mark === undefined || plans === null ? null : { to: 'save', mark, plans };
  }
  if (plan === undefined || action === undefined) return null;
  const ref: Ref = { plan, action, kind };
  if (verb === 'remind.line') {
    return { to: 'line', ...ref, told: from === undefined || said === undefined ? null : { from, said } };
  }
  if (verb === 'remind.choose') return { to: 'choose', ...ref };
  if (verb === 'remind.offer') return { to: 'offer', ...ref };
  if (verb === 'remind.ask') return { to: 'ask', ...ref, manager };
  if (etag === undefined) return null;
  const version: Version = { ...ref, etag };
  if (verb === 'remind.move') return { to: 'move', ...version };
  if (verb === 'remind.hold') return { to: 'hold', ...version };
  if (verb === 'remind.give') return { to: 'give', ...version };
  if (was === undefined) return null;
  if (verb === 'remind.done') return { to: 'done', ...version, was };
  if (verb === 'remind.undo') return { to: 'undo', ...version, was };
  if (verb === 'remind.drop') return { to: 'drop', ...version, was };
  return null;
};

const planIds = (text: string | undefined): string[] | null => {
  try {
    return z
      .array(name)
      .max(mostPlans)
      .parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
};
