import { noEcho, withEcho } from '../../cards/echo.ts';
import { lengthFault } from '../../cards/texts.ts';
import type { TeamMember } from '../../people/person.ts';
import { begin } from '../begin.ts';
import { chatCard } from '../cards/chat.ts';
import { draw } from '../cards/draw.ts';
import type { Setting } from '../cards/frame.ts';
import { type StartForm, startCard } from '../cards/start.ts';
import { readDay } from '../chosen-day.ts';
import type { Answer, DeskParts, NotHere, Turn } from '../desk.ts';
import { reflectionInputs } from '../inputs.ts';
import { keepingOf } from '../keeping.ts';
import type { Intent, Pressed } from '../presses.ts';
import { limits, type Reflection, type Role } from '../record.ts';
import { viewFor } from '../view-for.ts';
import { earlier } from './again.ts';
import { goneAnswer, shown } from './answers.ts';
import type { Delivery } from './delivering.ts';
import { pointedOut } from './guarding.ts';
import type { pressing } from './pressing.ts';
import { unsavedWords } from './replays.ts';
import { whom } from './whom.ts';

/** `reflect`: the form, and what becomes of it. */
export const asking = (parts: DeskParts, delivery: Delivery) => {
  const { store, directory, now, newId } = parts;
  const { known, chosen } = whom(parts);
  const { mine, agreedWith } = earlier(parts);

  type Shown = { partner: { name: string } | null; from: StartForm['from'] };
  const drawForm = async (turn: Turn, id: string, { partner, from }: Shown, setting: Setting) =>
    startCard({ id, partner, from, colleagues: partner ? [] : await known(turn.by.id) }, setting);
  const blank: Shown = { partner: null, from: null };

  /** In one's own chat the form; in a chat of two a card for both, on which each opens their own. */
  const form = async (turn: Turn, setting: Setting): Promise<Answer | NotHere> => {
    const { words } = setting;
    if (turn.partner === null)
      return shown(await drawForm(turn, newId(), blank, setting), words.start.summary);
    const partner = await turn.partner();
    return partner ? shown(chatCard(newId(), [turn.by, partner], words), words.chat.summary) : 'notHere';
  };

  /** What stands behind the card of a chat of two: what was begun there, or the form to begin it. */
  const here = async (
    turn: Turn,
    { id }: Extract<Intent, { to: 'here' }>,
    look: ReturnType<typeof pressing>['look'],
    setting: Setting,
  ): Promise<Answer | NotHere> => {
    if ((await store.read(id)) !== null)
      return look(turn, { to: 'look', id, wanted: null }, { typed: {} }, setting);
    const partner = await (turn.partner?.() ?? null);
    if (partner === null) return turn.partner ? 'notHere' : goneAnswer(setting.words);
    return shown(await drawForm(turn, id, { partner, from: null }, setting), setting.words.start.summary);
  };

  /** The form to look at the same relationship again: the same two, in the same roles. */
  const again = async (turn: Turn, id: string, setting: Setting): Promise<Answer> => {
    const last = await mine(turn, id);
    if (last === null) return goneAnswer(setting.words);
    return shown(await drawForm(turn, newId(), takenUp(last), setting), setting.words.start.summary);
  };

  /** Whom the form names: the other of the two of an earlier one or of the chat, else whoever was chosen. */
  const otherOf = async (
    turn: Turn,
    fixed: TeamMember | null,
    { how, form: typed }: Extract<Intent, { to: 'ask' }>,
  ): Promise<Awaited<ReturnType<typeof chosen>>> => {
    if (fixed !== null) {
      const { id, name, teamsId } = fixed;
      return { person: await directory.remember(id, { name, teamsId }), faults: [] };
    }
    return how === 'alone' ? { person: null, faults: [] } : chosen(turn, typed);
  };

  const ask = async (
    turn: Turn,
    intent: Extract<Intent, { to: 'ask' }>,
    pressed: Pressed,
    setting: Setting,
  ): Promise<Answer | NotHere> => {
    const { id, how, form: typed, from } = intent;
    const { summary } = setting.words.start;
    const last = from === null ? null : await mine(turn, from);
    if (from !== null && last === null) return goneAnswer(setting.words, typed);
    const partner = await (turn.partner?.() ?? null);
    if (turn.partner !== null && partner === null) return 'notHere';
    const choice = last ? await chosen(turn, { who: last.other.id }) : await otherOf(turn, partner, intent);
    const meet = readDay('meetOn', typed.meetOn, setting.today);
    const pointer = (typed.pointer ?? '').replace(/\n+/g, ' ');
    const faults = [...choice.faults, ...lengthFault('pointer', pointer, limits.pointer), ...meet.faults];
    const guard = faults.length > 0 ? null : pointedOut(pressed, null, parts, setting);
    if (faults.length > 0 || guard !== null) {
      const refusal = guard === null ? 'invalid' : null;
      const form = await drawForm(turn, id, last ? takenUp(last) : { partner, from: null }, setting);
      return shown(
        withEcho(form, { refusal, faults, typed, guard }, setting.words, reflectionInputs),
        summary,
      );
    }
    const reader = { teamsId: turn.by.teamsId, locale: turn.locale };
    const reflection = begin({
      id,
      relationshipId: last?.reflection.workflow.relationshipId ?? newId(),
      how,
      asker: { ...turn.by, role: last?.me.role ?? roleIn(intent) },
      other: choice.person,
      kind: typed.kind === 'network' ? 'network' : 'family',
      pointer,
      lastTime: choice.person ? await agreedWith(turn.by.id, choice.person.id) : [],
      meetOn: meet.day,
      // The closed one keeps its card; the new one gets a message of its own when there is news.
      at: last ? null : turn.at,
      reader,
      inTheirChat: partner !== null,
      now: now(),
      newId,
    });
    const created = await store.create(reflection, keepingOf(reflection, setting).on);
    // A doubled press finds what the first one made; a made-up id of somebody else's finds nothing.
    const stored = created === 'exists' ? await store.read(id) : created;
    const view = stored && viewFor(stored.reflection, turn.by.id);
    if (!view) return goneAnswer(setting.words);
    const afterwards = created === 'exists' ? null : () => delivery.deliver(created);
    const stands: Answer['posted'] = (place) =>
      delivery.stands(id, { person: turn.by.id, place, reader, shrunk: false });
    // In a chat of two the other's press may have come first; one's own words come back.
    const late = created === 'exists' && unsavedWords(stored.reflection, typed).length > 0;
    const echo = late ? { ...noEcho, refusal: 'notNow' as const, typed } : noEcho;
    return shown(
      withEcho(draw(view, setting), echo, setting.words, reflectionInputs),
      summary,
      afterwards,
      stands,
    );
  };

  return { form, here, again, ask };
};

const roleIn = ({ how, form }: Extract<Intent, { to: 'ask' }>): Role =>
  how === 'alone' || form.whose === 'mine' ? 'practitioner' : 'supervisor';

const takenUp = ({ reflection, other }: { reflection: Reflection; other: { name: string } }) => ({
  partner: other,
  from: { id: reflection.id, kind: reflection.workflow.kind, pointer: reflection.narrative.pointer },
});
