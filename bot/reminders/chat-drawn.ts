import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Setting } from '../plan/cards/setting.ts';
import { type Carried, carrying } from './cards/carried.ts';
import type { ReminderAnswer } from './chat.ts';

/** A card that a press is answered with, and the digest that is to travel on with it. */
export type Drawn = { card: IAdaptiveCard; summary: string; carried: Carried | null };

/** An answer that nothing is left to do after, or something. */
export type Answered = { drawn: Drawn; afterwards: (() => Promise<void>) | null };

export const answered = (drawn: Drawn, afterwards: Answered['afterwards'] = null): Answered => ({
  drawn,
  afterwards,
});

/** The digest goes in last, so that nothing that is laid over a card takes it for something typed. */
export const finished = ({ drawn, afterwards }: Answered, { words }: Setting): ReminderAnswer => ({
  card: carrying(drawn.card, drawn.carried, words),
  summary: drawn.summary,
  afterwards,
});
