import type { Person, PersonId } from '../../people/person.ts';
import { draw } from '../cards/draw.ts';
import { withEcho } from '../cards/echo.ts';
import type { Setting } from '../cards/frame.ts';
import { startCard } from '../cards/start.ts';
import { readDay } from '../days.ts';
import type { Answer, DeskParts, Turn } from '../desk.ts';
import { type Kind, limits, type Reflection, type Role } from '../record.ts';
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
    { id, form: typed }: { id: string; form: Record<string, string> },
    setting: Setting,
  ): Promise<Answer> => {
    const chosen = [typed.who, typed.whoElse].flatMap((one) => (one ? [one.toLowerCase()] : []));
    const who = chosen[0] ?? '';
    const field = typed.who ? 'who' : typed.whoElse ? 'whoElse' : 'who';
    const other = who === '' || who === turn.by.id ? null : await directory.find(who);
    const meet = readDay('meetOn', typed.meetOn, setting.today);
    const pointer = (typed.pointer ?? '').replace(/\n+/g, ' ');
    const faults: Fault[] = [
      ...(new Set(chosen).size > 1
        ? [fault('whoElse', 'onlyOne')]
        : await faultsOfChoice(turn, field, who, other)),
      ...lengthFault('pointer', pointer, limits.pointer),
      ...meet.faults,
    ];
    if (other === null || faults.length > 0) {
      const again = await drawForm(turn, id, setting);
      return shown(
        withEcho(again, { refusal: 'invalid', faults, typed }, setting.words),
        setting.words.start.summary,
      );
    }
    const reflection = asked(turn, other, {
      id,
      owedIds: [newId(), newId()],
      relationshipId: newId(),
      kind: typed.kind === 'network' ? 'network' : 'family',
      asking: typed.whose === 'mine' ? 'practitioner' : 'supervisor',
      pointer,
      meetOn: meet.day,
      now: now(),
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
    field: string,
    who: string,
    other: Person | null,
  ): Promise<Fault[]> => {
    if (who === '') return [fault(field, 'needed')];
    if (who === turn.by.id) return [fault(field, 'yourself')];
    const reachable = other !== null && (other.chat !== null || (await directory.teamOf(who)) !== null);
    return reachable ? [] : [fault(field, 'unreachable')];
  };

  return { form, ask };
};

const fault = (field: string, problem: Problem): Fault => ({ field, problem });

type Asked = {
  id: string;
  owedIds: readonly [string, string];
  relationshipId: string;
  kind: Kind;
  asking: Role;
  pointer: string;
  meetOn: string | null;
  now: string;
};

/** A new reflection: the invitation is owed to the other, and the asker's form becomes its first posted card. */
const asked = (turn: Turn, other: Person, facts: Asked): Reflection => {
  const { id, now, kind, asking: mine, pointer, meetOn, relationshipId, owedIds } = facts;
  const theirs: Role = mine === 'supervisor' ? 'practitioner' : 'supervisor';
  return {
    id,
    workflow: {
      relationshipId,
      kind,
      meetOn,
      createdAt: now,
      touchedAt: now,
      closedAt: null,
      askedBy: turn.by.id,
      participants: [
        { id: turn.by.id, name: turn.by.name, role: mine, part: mine },
        { id: other.id, name: other.name, role: theirs, part: theirs },
      ],
      invitation: { to: other.id, status: 'asked', laterOn: null },
      revisions: { practitioner: 0, supervisor: 0, agreement: 0 },
      shared: [],
      withheld: [],
      toldAloud: false,
      supervisorPlaced: false,
      owed: [
        {
          id: owedIds[0],
          to: other.id,
          task: { do: 'post', notice: 'asked', shrinkOld: false },
          claimedAt: now,
        },
        { id: owedIds[1], to: turn.by.id, task: { do: 'edit' }, claimedAt: now },
      ],
      posted: turn.at === null ? [] : [{ person: turn.by.id, place: turn.at, shrunk: false }],
      unreached: null,
    },
    narrative: {
      pointer,
      answers: {},
      outside: { domain: null, done: false },
      note: null,
      reply: null,
      drafts: { practitioner: [], supervisor: [] },
      proposal: null,
    },
  };
};
