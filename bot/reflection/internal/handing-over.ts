import { noEcho, withEcho } from '../../cards/echo.ts';
import type { Setting } from '../cards/frame.ts';
import { handCard } from '../cards/hand.ts';
import type { Answer, DeskParts, Turn } from '../desk.ts';
import type { Event } from '../events.ts';
import { reflectionInputs } from '../inputs.ts';
import type { Intent, Pressed } from '../presses.ts';
import type { Reflection } from '../record.ts';
import { viewFor } from '../view-for.ts';
import { goneAnswer, shown } from './answers.ts';
import type { pressing } from './pressing.ts';
import { withheldAfter } from './sharing.ts';
import { whom } from './whom.ts';

/** Sharing with somebody who was not asked before: whom, and then the ordinary press. */
export const handingOver = (parts: DeskParts, { decide }: ReturnType<typeof pressing>) => {
  const { known, chosen } = whom(parts);

  /** The ticks are kept before the card with the ticks gives way to this one. */
  const form = async (
    turn: Turn,
    { id, press }: Extract<Intent, { to: 'handForm' }>,
    pressed: Pressed,
    setting: Setting,
  ): Promise<Answer> => {
    const home = { screen: 'read' } as const;
    const kept = await decide(turn, { to: 'decide', id, press, next: home, home }, pressed, setting);
    const stored = await parts.store.read(id);
    const view = stored && viewFor(stored.reflection, turn.by.id);
    // An older card's ticks were not kept: that card comes back, and nothing is shared on the strength of another's.
    if (!stored || view?.screen !== 'read' || !isKept(stored.reflection, press.event)) return kept;
    return shown(handCard(view, await known(turn.by.id), setting), kept.summary, kept.afterwards);
  };

  const hand = async (
    turn: Turn,
    { id, press, form: typed }: Extract<Intent, { to: 'hand' }>,
    pressed: Pressed,
    setting: Setting,
  ): Promise<Answer> => {
    const { person, faults } = await chosen(turn, typed);
    if (person !== null) {
      const event = { type: 'handTo', to: { id: person.id, name: person.name } } as const;
      return decide(
        turn,
        { to: 'decide', id, press: { event, ...press }, next: null, home: null },
        pressed,
        setting,
      );
    }
    const stored = await parts.store.read(id);
    const view = stored && viewFor(stored.reflection, turn.by.id);
    if (!view) return goneAnswer(setting.words);
    const card = handCard(view, await known(turn.by.id), setting);
    return shown(
      withEcho(card, { ...noEcho, refusal: 'invalid', faults, typed }, setting.words, reflectionInputs),
      setting.words.hand.title,
    );
  };

  return { form, hand };
};

const isKept = ({ workflow }: Reflection, event: Event): boolean =>
  event.type === 'withhold' &&
  withheldAfter(workflow.withheld, event.ticks).join() === workflow.withheld.join();
