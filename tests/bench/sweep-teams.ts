import type { PersonId } from '../../bot/people/person.ts';
import { answerJson, bodyOf, serve } from '../helpers/http.ts';
import { personOf } from './sweep-plans.ts';

/** What Teams does with a call: takes it, takes it and loses its answer, or does not take it. */
export type Fate = 'take' | 'takeAndDrop' | 'drop' | 429 | 500;

/** Teams' side of everybody's chats, which keeps to a rate. */
export type RatedTeams = {
  serviceUrl: string;
  /** How often it took a message for each person. */
  taken: Map<PersonId, number>;
  /** How often it took one and then dropped the connection. */
  dropped: Map<PersonId, number>;
  /** Messages taken in all. */
  count(): number;
  /** When each call came, in milliseconds. */
  came: number[];
  /** Calls that were more than the rate within the second before them. */
  above(): number;
  /** Requests that have no answer yet. */
  open(): number;
  stop(): Promise<void>;
};

/** As long as an answer of Teams takes, in milliseconds. */
const answersInMs = 30;

export const openRatedTeams = async (parts: {
  /** Calls a second. */
  rate: number;
  fate?: () => Fate;
  /** Called each time that a message was taken. */
  onTaken?: (count: number) => void;
}): Promise<RatedTeams> => {
  const { rate, fate = () => 'take', onTaken = () => {} } = parts;
  const [taken, dropped] = [new Map<PersonId, number>(), new Map<PersonId, number>()];
  const came: number[] = [];
  const counts = { taken: 0, above: 0, open: 0 };
  const more = (of: Map<PersonId, number>, person: PersonId) => of.set(person, (of.get(person) ?? 0) + 1);

  const server = await serve(async (req, res) => {
    came.push(performance.now());
    counts.open += 1;
    res.once('close', () => {
      counts.open -= 1;
    });
    const person = personOf(decodeURIComponent((req.url ?? '').split('/')[3] ?? ''));
    const before = came.at(-1 - rate);
    const isAbove = before !== undefined && (came.at(-1) ?? 0) - before < 1_000;
    if (isAbove) counts.above += 1;
    const what = isAbove ? 429 : fate();
    await bodyOf(req);
    if (what === 'take' || what === 'takeAndDrop') {
      counts.taken += 1;
      more(taken, person);
      if (what === 'takeAndDrop') more(dropped, person);
      onTaken(counts.taken);
    }
    if (what === 'drop' || what === 'takeAndDrop') return void req.socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, answersInMs));
    if (what === 'take') answerJson(res, 201, { id: String(counts.taken) });
    else answerJson(res, what, { error: { code: what === 429 ? 'Throttled' : 'ServiceError' } });
  });
  return {
    serviceUrl: server.url,
    taken,
    dropped,
    count: () => counts.taken,
    came,
    above: () => counts.above,
    open: () => counts.open,
    stop: server.stop,
  };
};
