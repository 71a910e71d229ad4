import { cleanText } from '../cards/texts.ts';
import { type Beginning, beginnings } from './begin.ts';
import type { Press } from './events.ts';
import { type Carried, carried, eventOf } from './internal/verbs.ts';
import { isItem, type Values } from './questions.ts';
import type { Wanted } from './view.ts';

/**
 * What a button's verb and data mean. Everything here comes from a client and is worth nothing until `decide` has
 * held it against the record; who pressed is not in it.
 */
export type Intent =
  | { to: 'start' }
  /** The card of a chat of two: one's own view of what was begun there, or the form to begin it. */
  | { to: 'here'; id: string }
  /** `from` is the closed reflection that is looked at again; null for a new one. */
  | { to: 'ask'; id: string; from: string | null; how: Beginning; form: Record<string, string> }
  | { to: 'again'; id: string }
  | { to: 'mine'; after: string | null }
  /** Whom to hand it to: the ticks are kept first. */
  | { to: 'handForm'; id: string; press: Press }
  | { to: 'hand'; id: string; press: Omit<Press, 'event'>; form: Record<string, string> }
  | { to: 'look'; id: string; wanted: Wanted | null }
  | {
      to: 'decide';
      id: string;
      press: Press;
      /** The card to answer with once it is decided. */
      next: Wanted | null;
      /** The card that holds the fields of what was typed, for when it is refused. */
      home: Wanted | null;
    };

export type Pressed = {
  verb: string;
  intent: Intent;
  /** The kinds that *Keep it* was pressed for: what the guard pointed out stays. */
  keep: readonly string[];
  data: Record<string, string | number | boolean>;
  typed: Record<string, string>;
};

const own = new Set(Object.keys(carried.shape));

/** Reads a press; null where it is no press of this product's, whatever the client sent. */
export const readPress = (verb: string, sent: unknown): Pressed | null => {
  const data = carried.safeParse(sent ?? {});
  if (!data.success) return null;
  const typed = typedIn(sent);
  const intent = intentOf(verb, data.data, typed);
  const { keep = '', ...rest } = data.data;
  return intent && { verb, intent, keep: keep.split(','), data: rest as Pressed['data'], typed };
};

/** What was typed and chosen, by input; whatever else the client sent is left out. */
export const typedIn = (sent: unknown): Record<string, string> => {
  const fields = typeof sent === 'object' && sent !== null ? Object.entries(sent) : [];
  return Object.fromEntries(
    fields.flatMap(([id, value]: [string, unknown]) =>
      !own.has(id) && id !== 'verb' && id.length <= 40 && typeof value === 'string'
        ? [[id, cleanText(value)]]
        : [],
    ),
  );
};

const intentOf = (verb: string, data: Carried, typed: Values): Intent | null => {
  const { id } = data;
  if (verb === 'start') return { to: 'start' };
  if (verb === 'mine') return { to: 'mine', after: data.after ?? null };
  if (id === undefined) return null;
  if (verb === 'here') return { to: 'here', id };
  const how = beginnings.find((one) => verb === `begin.${one}`);
  if (how !== undefined) return { to: 'ask', id, from: data.from ?? null, how, form: typed };
  if (verb === 'again') return { to: 'again', id };
  const looked = lookAt(verb, data, typed);
  if (looked !== undefined) return { to: 'look', id, wanted: looked };
  const { part, rev } = data;
  if (part === undefined || rev === undefined) return null;
  if (verb === 'hand') return { to: 'hand', id, press: { part, revision: rev }, form: typed };
  const asked = eventOf(verb, data, typed);
  if (verb === 'handForm' && asked)
    return { to: 'handForm', id, press: { event: asked.event, part, revision: rev } };
  return (
    asked && {
      to: 'decide',
      id,
      press: { event: asked.event, part, revision: rev },
      next: asked.next,
      home: asked.home,
    }
  );
};

/** Presses that change nothing; `undefined` for those that may. Typed words make a look into a decision. */
const lookAt = (verb: string, data: Carried, typed: Values): Wanted | null | undefined => {
  switch (verb) {
    case 'open':
      return null;
    case 'sideBySide':
      return { screen: 'sideBySide' };
    case 'full':
      return data.item === 'note' || data.item === 'reply' || isItem(data.item)
        ? { screen: 'full', item: data.item }
        : null;
    case 'outcome':
      return typed.note || typed.reply ? undefined : { screen: 'outcome', rows: 1 };
    default:
      return undefined;
  }
};
