import type { Person, PersonId } from '../../people/person.ts';
import { begin } from '../begin.ts';
import { draw } from '../cards/draw.ts';
import { withEcho } from '../cards/echo.ts';
import type { Setting } from '../cards/frame.ts';
import { startCard } from '../cards/start.ts';
import { readDay } from '../days.ts';
import type { Answer, DeskParts, Turn } from '../desk.ts';
import type { Intent } from '../presses.ts';
import { limits } from '../record.ts';
import type { Fault, Problem } from '../refusals.ts';
import { lengthFault } from '../texts.ts';
import { viewFor } from '../view-for.ts';
import { shown } from './answers.ts';
import type { Delivery } from './delivering.ts';
import { goneAnswer } from './pressing.ts';

/** How many earlier reflections are looked through for people to choose from. */
const lookedThrough = 20;

/** `reflect`: the form, and what becomes of it. */
export const asking = ({ store, directory, now, newId }: DeskParts, delivery: Delivery) => {
  /** Whom to offer: people of shared teams and of earlier reflections, each once, by name. */
  const known = async (me: PersonId) => {
    const [team, earlier] = await Promise.all([
      directory.colleagues(me),
      store.listFor(me, { take: lookedThrough, after: null }),
    ]);
    const met = earlier.found.flatMap(({ reflection }) => reflection.workflow.participants);
    const people = new Map([...met, ...team].map(({ id, name }) => [id, { id, name }]));
    people.delete(me);
    return [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
  };

  const drawForm = async (turn: Turn, id: string, setting: Setting) =>
    startCard({ id, colleagues: await known(turn.by.id) }, setting);

  const form = async (turn: Turn, setting: Setting): Promise<Answer> =>
    shown(await drawForm(turn, newId(), setting), setting.words.start.summary);

  const ask = async (
    turn: Turn,
    { id, how, form: typed }: Extract<Intent, { to: 'ask' }>,
    setting: Setting,
  ): Promise<Answer> => {
    const alone = how === 'alone';
    const chosen = [typed.who, typed.whoElse].flatMap((one) => (one ? [one.toLowerCase()] : []));
    const who = chosen[0] ?? '';
    const field = typed.who ? 'who' : typed.whoElse ? 'whoElse' : 'who';
    const other = alone || who === '' || who === turn.by.id ? null : await directory.find(who);
    const meet = readDay('meetOn', typed.meetOn, setting.today);
    const pointer = (typed.pointer ?? '').replace(/\n+/g, ' ');
    const faults: Fault[] = [
      ...(alone ? [] : await faultsOfChoice(turn, chosen, field, other)),
      ...lengthFault('pointer', pointer, limits.pointer),
      ...meet.faults,
    ];
    if (faults.length > 0) {
      const again = await drawForm(turn, id, setting);
      return shown(
        withEcho(again, { refusal: 'invalid', faults, typed }, setting.words),
        setting.words.start.summary,
      );
    }
    const reflection = begin({
      id,
      relationshipId: newId(),
      how,
      asker: { ...turn.by, role: alone || typed.whose === 'mine' ? 'practitioner' : 'supervisor' },
      other,
      kind: typed.kind === 'network' ? 'network' : 'family',
      pointer,
      meetOn: meet.day,
      at: turn.at,
      now: now(),
      newId,
    });
    const created = await store.create(reflection);
    // A doubled press finds what the first one made; a made-up id of somebody else's finds nothing.
    const stored = created === 'exists' ? await store.read(id) : created;
    const view = stored && viewFor(stored.reflection, turn.by.id);
    if (!view) return goneAnswer(setting.words);
    const afterwards = created === 'exists' ? null : () => delivery.deliver(created);
    return shown(draw(view, setting), setting.words.start.summary, afterwards);
  };

  const faultsOfChoice = async (
    turn: Turn,
    chosen: string[],
    field: string,
    other: Person | null,
  ): Promise<Fault[]> => {
    const [who, ...others] = chosen;
    if (who === undefined) return [fault(field, 'needed')];
    if (others.some((one) => one !== who)) return [fault('whoElse', 'onlyOne')];
    if (who === turn.by.id) return [fault(field, 'yourself')];
    const reachable = other !== null && (other.chat !== null || (await directory.teamOf(who)) !== null);
    return reachable ? [] : [fault(field, 'unreachable')];
  };

  return { form, ask };
};

const fault = (field: string, problem: Problem): Fault => ({ field, problem });
