import { createHash } from 'node:crypto';
import type { Access, Asked } from '../../bot/people/access.ts';
import { createPlanDesk } from '../../bot/plan/create-desk.ts';
import { isRefusal, type PlanDesk, type Refusal } from '../../bot/plan/desk.ts';
import type { PlanStore } from '../../bot/plan/store.ts';
import { planMemory } from './plan-memory.ts';

/** People of the team, by name; object ids as Entra makes them. */
export const ann = '11111111-1111-4111-8111-111111111111';
export const ben = '22222222-2222-4222-8222-222222222222';
export const cat = '33333333-3333-4333-8333-333333333333';
export const gus = '44444444-4444-4444-8444-444444444444';
export const eve = '55555555-5555-4555-8555-555555555555';
export const team = '19:north@thread.tacv2';

export type Clock = { now: string };
export type Roster = Access & {
  /** Who is in which place; a string is what is answered of them. */
  places: Map<string, { name: string; people: Map<string, Asked> }>;
  asked: string[];
};

/** Ann, Ben and Cat are members of the team, Gus is a guest, Eve is nobody. */
export const roster = (): Roster => {
  const places: Roster['places'] = new Map();
  const asked: string[] = [];
  places.set(team, {
    name: 'North team',
    people: new Map<string, Asked>([
      [ann, { name: 'Ann', guest: false }],
      [ben, { name: 'Ben', guest: false }],
      [cat, { name: 'Cat', guest: false }],
      [gus, { name: 'Gus', guest: true }],
    ]),
  });
  const of: Access['of'] = async (place, person) => {
    asked.push(person);
    return places.get(place)?.people.get(person) ?? 'outside';
  };
  return {
    places,
    asked,
    of,
    named: of,
    nameOf: async (place) => {
      asked.push('name');
      return places.get(place)?.name ?? null;
    },
    members: async (place) =>
      [...(places.get(place)?.people ?? [])].flatMap(([id, answer]) =>
        typeof answer === 'string' || answer.guest ? [] : [{ id, name: answer.name }],
      ),
    stillThere: async (place, people) =>
      new Set(people.filter((id) => typeof places.get(place)?.people.get(id) === 'object')),
  };
};

/** A desk on the given store; several may share one, as servers do. */
export const deskOn = (
  store: PlanStore,
  access: Access,
  clock: Clock,
  reported: unknown[] = [],
  name = 'a',
): PlanDesk => {
  let ids = 0;
  return createPlanDesk({
    store,
    access,
    now: () => clock.now,
    newId: () => {
      ids += 1;
      return `${name}-${ids}`;
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    timeZone: 'Europe/London',
    report: (_, error) => reported.push(error),
  });
};

export const planWorld = () => {
  const store = planMemory();
  const access = roster();
  const clock = { now: '2026-11-22T13:00:00.000Z' };
  const reported: unknown[] = [];
  return { store, access, clock, reported, desk: deskOn(store, access, clock, reported) };
};

/** The answer, where a refusal would be a fault of the test. */
export const granted = <T extends object | string>(answer: T | Refusal): T => {
  if (typeof answer !== 'string' && isRefusal(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer;
};

/** What was refused; null where it was not. */
export const refused = (answer: object | string): Refusal['refused'] | null =>
  typeof answer !== 'string' && isRefusal(answer) ? answer.refused : null;
