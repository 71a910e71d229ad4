import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { PersonId } from '../people/person.ts';
import type { CardPlace, UnreachedReason } from './record.ts';

/** A neutral message: title, state and *Open*. It never holds a word or a placement of anybody's. */
export type NeutralMessage = { card: IAdaptiveCard; summary: string };

/**
 * How a message went. `again` says that trying later can help (throttled, or Teams is away); a final refusal
 * is recorded and told to the asker.
 */
export type Sent<T> = { ok: true; value: T } | { ok: false; again: boolean; reason: UnreachedReason };

/**
 * Writes to one person's own chat with the bot. Each call is exactly one attempt: an accepted message whose
 * answer was lost must not be sent twice by a client that retries by itself.
 */
export interface Courier {
  /** Posts a new message in the person's own chat, creating the chat through a shared team where it must. */
  post(to: PersonId, message: NeutralMessage): Promise<Sent<CardPlace>>;

  /** Replaces the card at that place; raises no notification. */
  edit(at: CardPlace, message: NeutralMessage): Promise<Sent<null>>;
}
