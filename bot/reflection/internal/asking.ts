import { begin } from '../begin.ts';
import { draw } from '../cards/draw.ts';
import { withEcho } from '../cards/echo.ts';
import type { Setting } from '../cards/frame.ts';
import { startCard } from '../cards/start.ts';
import { readDay } from '../days.ts';
import type { Answer, DeskParts, Turn } from '../desk.ts';
import type { Intent, Pressed } from '../presses.ts';
import { limits } from '../record.ts';
import { lengthFault } from '../texts.ts';
import { viewFor } from '../view-for.ts';
import { goneAnswer, shown } from './answers.ts';
import type { Delivery } from './delivering.ts';
import { pointedOut } from './guarding.ts';
import { whom } from './whom.ts';

/** `reflect`: the form, and what becomes of it. */
export const asking = (parts: DeskParts, delivery: Delivery) => {
  const { store, now, newId } = parts;
  const { known, chosen } = whom(parts);

  const drawForm = async (turn: Turn, id: string, setting: Setting) =>
    startCard({ id, colleagues: await known(turn.by.id) }, setting);

  const form = async (turn: Turn, setting: Setting): Promise<Answer> =>
    shown(await drawForm(turn, newId(), setting), setting.words.start.summary);

  const ask = async (
    turn: Turn,
    { id, how, form: typed }: Extract<Intent, { to: 'ask' }>,
    pressed: Pressed,
    setting: Setting,
  ): Promise<Answer> => {
    const { summary } = setting.words.start;
    const choice = how === 'alone' ? { person: null, faults: [] } : await chosen(turn, typed);
    const meet = readDay('meetOn', typed.meetOn, setting.today);
    const pointer = (typed.pointer ?? '').replace(/\n+/g, ' ');
    const faults = [...choice.faults, ...lengthFault('pointer', pointer, limits.pointer), ...meet.faults];
    const guard = faults.length > 0 ? null : pointedOut(pressed, null, parts, setting);
    if (faults.length > 0 || guard !== null) {
      const refusal = guard === null ? 'invalid' : null;
      const again = await drawForm(turn, id, setting);
      return shown(withEcho(again, { refusal, faults, typed, guard }, setting.words), summary);
    }
    const reflection = begin({
      id,
      relationshipId: newId(),
      how,
      asker: { ...turn.by, role: how === 'alone' || typed.whose === 'mine' ? 'practitioner' : 'supervisor' },
      other: choice.person,
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
    return shown(draw(view, setting), summary, afterwards);
  };

  return { form, ask };
};
