import type { Fault, Problem } from '../../cards/refusals.ts';
import type { Person, PersonId } from '../../people/person.ts';
import type { DeskParts, Turn } from '../desk.ts';

/** How many earlier reflections are looked through for people to choose from. */
const lookedThrough = 20;

/** With whom: the people to offer, and what became of the choice. */
export const whom = ({ store, directory }: Pick<DeskParts, 'store' | 'directory'>) => {
  /** People of shared teams and of earlier reflections, each once, by name. */
  const known = async (me: PersonId): Promise<{ id: PersonId; name: string }[]> => {
    const [team, earlier] = await Promise.all([
      directory.colleagues(me),
      store.listFor(me, { take: lookedThrough, after: null }),
    ]);
    const met = earlier.found.flatMap(({ reflection }) => reflection.workflow.participants);
    const people = new Map([...met, ...team].map(({ id, name }) => [id, { id, name }]));
    people.delete(me);
    return [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
  };

  /** The one person named in the list or by the search, whom the bot can reach; or what is wrong with the choice. */
  const chosen = async (
    turn: Turn,
    typed: Record<string, string>,
  ): Promise<{ person: Person | null; faults: Fault[] }> => {
    const named = (['who', 'whoElse'] as const).filter((field) => typed[field]);
    const field = named[0] ?? 'who';
    const [id, ...others] = named.map((one) => (typed[one] ?? '').toLowerCase());
    const wrong = (problem: Problem, at: string = field) => ({
      person: null,
      faults: [{ field: at, problem }],
    });
    if (id === undefined) return wrong('needed');
    if (others.some((one) => one !== id)) return wrong('onlyOne', 'whoElse');
    if (id === turn.by.id) return wrong('yourself');
    const person = await directory.find(id);
    const reachable = person !== null && (person.chat !== null || (await directory.teamOf(id)) !== null);
    return reachable ? { person, faults: [] } : wrong('unreachable');
  };

  return { known, chosen };
};
