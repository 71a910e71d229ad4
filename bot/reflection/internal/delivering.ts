import type { PersonId } from '../../people/person.ts';
import { wordsFor } from '../../words/words.ts';
import { farewellMessage } from '../cards/posted.ts';
import type { DeskParts } from '../desk.ts';
import type { CardPlace, Owed, PostedCard, Reflection, Workflow } from '../record.ts';
import { mayBeTyping, partner, standing } from '../stage.ts';
import type { Errand, Stored } from '../store.ts';
import { type Change, cardsOf, markShrunk, posting } from './posting.ts';

/** A claim older than this belongs to a server that died; another may take the errand over. */
const claimMs = 60_000;
/** After this long somebody whom Teams will not let the bot reach counts as not reached. */
const patienceMs = 60 * 60_000;
/** How often a result is written again when somebody wrote in between. */
const attempts = 20;

const before = (moment: string, ms: number): string => new Date(Date.parse(moment) - ms).toISOString();

export type Delivery = ReturnType<typeof delivering>;

/**
 * Writing to the other person, outside the turn: what a press promised is posted, old cards shrink, and what
 * came of it is saved. Promises stand in the record until then, so a crash delays a message and loses none.
 */
export const delivering = (parts: DeskParts) => {
  const { store, courier, now, report } = parts;
  const { post, edit, shrink } = posting(parts);

  /** Changes the workflow alone, again and again until nobody was in between; null where the record is gone. */
  const settle = async (id: string, change: Change): Promise<Stored | null> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const stored = await store.read(id);
      if (stored === null) return null;
      const { reflection } = stored;
      const saved = await store.replace(stored, { ...reflection, workflow: change(reflection.workflow) });
      if (saved !== 'conflict') return saved;
    }
    throw new Error('somebody else kept writing');
  };

  /** Keeps the promises that this server has claimed, new messages before redrawn ones. */
  const keep = async (stored: Stored, claimed: Owed[], lastTry: boolean): Promise<void> => {
    let current: Stored | null = stored;
    for (const owed of [...claimed].sort(postsFirst)) {
      if (current === null) return;
      const { reflection }: Stored = current;
      if (isPost(owed)) {
        const outcome = await post(reflection, owed, lastTry);
        if (outcome === null) continue;
        current = await settle(reflection.id, (workflow) => without(owed, outcome(workflow)));
        // Deleted while the message was on its way: it says so, like every other card of it.
        if (current === null)
          await sayGone(outcome(reflection.workflow).posted.slice(reflection.workflow.posted.length));
        if (current?.reflection.workflow.unreached) await tellWaiting(current.reflection, owed.to);
      } else {
        const sent = await edit(reflection, owed.to);
        if (!sent.ok && sent.again && !lastTry) continue;
        current = await settle(reflection.id, (workflow) => without(owed, withoutStrangers(workflow)));
      }
    }
  };

  const sayGone = async (cards: PostedCard[]): Promise<void> => {
    for (const { place, reader } of cards)
      await courier.edit(place, farewellMessage(wordsFor(reader.locale)));
  };

  /** Somebody could not be reached: whoever waits for them sees it on their standing card. */
  const tellWaiting = async (reflection: Reflection, missed: PersonId): Promise<void> => {
    const waiting = partner(reflection, missed);
    if (waiting && !mayBeTyping(standing(reflection, waiting.id))) await edit(reflection, waiting.id);
  };

  /**
   * Delivers what has just been promised: by this turn (the claim is as old as the turn), or at that moment; and any
   * state line that an earlier turn could not redraw.
   */
  const deliver = (stored: Stored, claimedAt = stored.reflection.workflow.touchedAt): Promise<void> => {
    const { owed } = stored.reflection.workflow;
    return keep(
      stored,
      owed.filter(
        (one) => one.claimedAt === claimedAt || (!isPost(one) && one.claimedAt <= before(now(), claimMs)),
      ),
      false,
    );
  };

  /** Takes over what another server has left undone. */
  const takeOver = async (errand: Errand, moment: string): Promise<void> => {
    const stored = await store.read(errand.reflectionId);
    if (stored === null) return store.settle(errand);
    const { reflection } = stored;
    const { owed } = reflection.workflow;
    const stale = owed.filter((one) => one.claimedAt <= before(moment, claimMs));
    if (owed.length === 0 && errand.notedAt <= before(moment, patienceMs)) return store.settle(errand);
    if (stale.length === 0) return;
    const mine = stale.map((one) => ({ ...one, claimedAt: moment }));
    const others = owed.filter((one) => !stale.includes(one));
    const claimed = await store.replace(stored, {
      ...reflection,
      workflow: { ...reflection.workflow, owed: [...others, ...mine] },
    });
    if (claimed === 'conflict') return;
    await keep(claimed, mine, errand.notedAt <= before(moment, patienceMs));
  };

  /** Replaces every card of a reflection that is gone by the same neutral line. */
  const bidFarewell = async (errand: Errand): Promise<void> => {
    const words = wordsFor(null);
    const sent = await Promise.all(
      errand.farewell.map((place) => courier.edit(place, farewellMessage(words))),
    );
    const isOld = errand.notedAt <= before(now(), patienceMs);
    if (isOld || sent.every((one) => one.ok || !one.again)) await store.settle(errand);
  };

  /** A farewell whose record still stands was never said; its errand goes once nobody can be about to say it. */
  const farewellIfGone = async (errand: Errand, moment: string): Promise<void> => {
    const stands = (await store.read(errand.reflectionId)) !== null;
    if (!stands) return bidFarewell(errand);
    if (errand.notedAt <= before(moment, patienceMs)) await store.settle(errand);
  };

  const catchUp = async (): Promise<number> => {
    const moment = now();
    let count = 0;
    for await (const errand of store.errands(before(moment, claimMs))) {
      count += 1;
      // One that cannot be done must not keep the others waiting.
      await (errand.farewell.length > 0 ? farewellIfGone(errand, moment) : takeOver(errand, moment)).catch(
        (error) => report('afterwards.failed', error),
      );
    }
    return count;
  };

  /** A card with somebody's own view was sent as a message, to a client that cannot be answered otherwise. */
  const stands = async (id: string, card: PostedCard): Promise<void> => {
    await settle(id, (workflow) => ({ ...workflow, posted: [...workflow.posted, card] }));
  };

  /** Whether this press, on somebody's newest card, leaves older ones to shrink. */
  const mayTidy = (reflection: Reflection, person: PersonId, at: CardPlace): boolean => {
    const cards = cardsOf(reflection, person);
    return cards.length > 1 && cards.at(-1)?.place.activityId === at.activityId;
  };

  const tidy = async (id: string, person: PersonId): Promise<void> => {
    const stored = await store.read(id);
    if (stored === null) return;
    const old = await shrink(cardsOf(stored.reflection, person).slice(0, -1));
    if (old.length > 0) await settle(id, (workflow) => markShrunk(workflow, old));
  };

  return { deliver, bidFarewell, catchUp, mayTidy, tidy, stands };
};

const isPost = (owed: Owed): owed is Owed & { task: { do: 'post' } } => owed.task.do === 'post';

const postsFirst = (one: Owed, other: Owed): number => Number(isPost(other)) - Number(isPost(one));

const without = ({ id }: Owed, workflow: Workflow): Workflow => ({
  ...workflow,
  owed: workflow.owed.filter((one) => one.id !== id),
});

/** Cards of somebody who has left need no further care once they hold the farewell. */
const withoutStrangers = (workflow: Workflow): Workflow => ({
  ...workflow,
  posted: workflow.posted.filter(
    ({ person }) => person === null || workflow.participants.some(({ id }) => id === person),
  ),
});
