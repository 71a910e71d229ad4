import { addDays, type Day } from '../../bot/calendar/days.ts';
import type { Person, PersonId, Team } from '../../bot/people/person.ts';
import type { Named } from '../../bot/plan/contract.ts';
import type { Action, Plan } from '../../bot/plan/record.ts';

/** People, plans and actions of the sweep's benches: made up, each the same at every run. */

const writtenAt = '2026-01-05T09:00:00.000Z';
const tenantId = '00000000-0000-4000-8000-00000000ffff';

/** An object id that says which number it is. */
export const personId = (number: number): PersonId =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

const named = (number: number): Named => ({ id: personId(number), name: `Person ${number}` });

const planId = (number: number): string => `19:bench-${number}@thread.tacv2`;

/** Somebody with a chat of their own, which is named after them. */
export const personAt = (serviceUrl: string, number: number): Person => ({
  ...named(number),
  teamsId: `29:${personId(number)}`,
  locale: 'en-GB',
  chat: { serviceUrl, conversationId: chatOf(personId(number)), tenantId, botId: '28:bench' },
  welcomedAt: writtenAt,
});

/** The team whose plan it is, as the bot keeps it. */
export const teamAt = (serviceUrl: string, number: number): Team => ({
  id: planId(number),
  name: `Team ${number}`,
  serviceUrl,
  tenantId,
  botId: '28:bench',
});

const chatOf = (person: PersonId): string => `a:${person}`;
export const personOf = (chat: string): PersonId => chat.slice(2);

export type PlannedAction = { owner: number; dueOn: Day };

/** A plan and its actions; the first one's owner manages it, so that nobody hears of it who owns nothing in it. */
export const planWith = (
  number: number,
  planned: readonly PlannedAction[],
): { plan: Plan; actions: Action[] } => {
  const manager = named(planned[0]?.owner ?? 0);
  const change = `change-${number}`;
  return {
    plan: {
      id: planId(number),
      name: `Team ${number}`,
      managers: [manager],
      guestsRead: false,
      tabChannel: null,
      left: [],
      createdAt: writtenAt,
      emptying: null,
      open: planned.length,
      actions: planned.length,
      factsChange: change,
      change,
    },
    actions: planned.map(({ owner, dueOn }, place) => ({
      id: `action-${place}`,
      area: 'Conversations with the network',
      activities: 'Ring the school before the meeting, and ask what they need from us to stay in it.',
      who: [named(owner)],
      support: 'A conversation in supervision',
      dueOn,
      heldUntil: null,
      timescale: '',
      outcome: 'The school says that it knows what is planned.',
      status: 'doing',
      outcomeMet: null,
      outcomeSeen: '',
      createdBy: manager,
      createdAt: writtenAt,
      updatedBy: manager,
      updatedAt: writtenAt,
      removed: null,
      fingerprint: `fingerprint-${number}-${place}`,
      change: `${change}-${place}`,
    })),
  };
};

/** One of two hundred days that begin so far from the given one that no sweep of it looks at them. */
export const farFrom = (day: Day, number: number): Day => addDays(day, 100 + (number % 200));
