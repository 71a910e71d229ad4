import type { Day } from '../../calendar/days.ts';
import type { PersonId } from '../../people/person.ts';
import { keptBack } from '../choices.ts';
import type { Due, Sources } from '../collect.ts';
import { type Digest, isWorthSending } from '../digest.ts';
import type { Span } from '../due.ts';
import { makeDigest } from '../make-digest.ts';
import {
  type CardPlace,
  type Delivery,
  mostUnanswered,
  type Reminders,
  type UnreachedReason,
} from '../record.ts';
import type { ReminderStore } from '../store.ts';
import type { Looking } from './looking.ts';
import { noteNoWord, noteUnreached } from './telling.ts';

/**
 * Writes a digest to its person's own chat, at the pace that Teams allows.
 *
 * @param still to be asked right before each call of Teams: where it says no, another server may be sending by now,
 * and the answer is `later`
 */
export type SendDigest = (
  digest: Digest,
  still: () => Promise<boolean>,
) => Promise<{ place: CardPlace } | 'later' | UnreachedReason>;

/** A person's reminders as they were read. */
type Found = { reminders: Reminders; etag: string | null };

/** A digest that is to go. */
export type Ready = { digest: Digest; found: Found; looking: Looking };

/** What Teams has taken and could not be written down yet; kept while the process lives, so that it goes out once. */
export type Accepted = Map<PersonId, { day: Day; place: CardPlace }>;

export type Deliverer = {
  sources: Sources;
  send: SendDigest;
  accepted: Accepted;
};

/** The digest that a person is owed; null for none, `had` where they have had today's. What a pause or silence keeps back is noted for later. */
export const prepare = async (
  sources: Sources,
  looking: Looking,
  { person, due, span, dryRun }: { person: PersonId; due: Due; span: Span; dryRun: boolean },
): Promise<Ready | 'had' | null> => {
  const found = await sources.reminders.find(person);
  if (found.reminders.last?.day === span.until) return 'had';
  const digest = await makeDigest(sources, looking, { person, due, reminders: found.reminders, span });
  if (!dryRun) {
    for (const note of keptBack(due.notes, found.reminders, span)) await sources.reminders.note(note);
    if (digest.quieted.length > 0 && !found.reminders.quietTold) {
      await noteNoWord(sources, looking, digest);
      await change(sources.reminders, person, found, (now) => ({ ...now, quietTold: true }));
    }
  }
  return isWorthSending(digest) ? { digest, found, looking } : null;
};

/** Sends it and writes down how it went. `later` where the next sweep is to try again. */
export const deliver = async (
  { sources, send, accepted }: Deliverer,
  { digest, found, looking }: Ready,
  still: () => Promise<boolean>,
  settle: (delivery: Delivery) => Promise<void>,
): Promise<Exclude<Delivery, 'nothing'> | 'later'> => {
  const { person, day } = digest;
  const before = accepted.get(person);
  const outcome = before?.day === day ? before : await send(digest, still);
  if (outcome === 'later') return 'later';
  if (typeof outcome === 'string') {
    await writeUnreached(sources, looking, digest, found, outcome);
    await settle(outcome);
    return outcome;
  }
  accepted.set(person, { day, place: outcome.place });
  // The person first: dying in between, the next sweep finds there that they have had it.
  await insisting(() =>
    change(sources.reminders, person, found, (now) => afterSending(now, digest, outcome.place)),
  );
  accepted.delete(person);
  await insisting(() => settle('sent'));
  return 'sent';
};

/** What Teams has taken is to be written down: storage that was slow for once is asked again. */
const insisting = async (write: () => Promise<void>): Promise<void> => {
  for (let left = 2; left > 0; left -= 1) {
    try {
      return await write();
    } catch {
      // The last attempt says what is wrong.
    }
  }
  return write();
};

/** Reflections ask for nothing in a plan, so leaving them unopened says nothing about it. */
const afterSending = (now: Reminders, { day, lines }: Digest, place: CardPlace): Reminders => ({
  ...now,
  last: { day, place },
  unanswered: Math.min(now.unanswered + Math.min(lines.length, 1), mostUnanswered),
  catchUp: false,
  unreached: null,
});

/** Since when and why; managers hear once. Told first: dying in between, they hear it rather than never. */
const writeUnreached = async (
  sources: Sources,
  looking: Looking,
  digest: Digest,
  found: Found,
  reason: UnreachedReason,
): Promise<void> => {
  const { unreached } = found.reminders;
  // What is only about a reflection is between the two, and tells no manager anything.
  const isOfPlans = digest.lines.length + digest.unreached.length > 0;
  if (!isOfPlans || unreached?.reason === reason) return;
  if (unreached === null) await noteUnreached(sources, looking, digest);
  await change(sources.reminders, digest.person, found, (now) => ({
    ...now,
    unreached: { since: now.unreached?.since ?? digest.day, reason },
  }));
};

/** Their reminders changed; from anew where somebody pressed a button at the same moment. */
const change = async (
  reminders: ReminderStore,
  person: PersonId,
  read: Found,
  to: (now: Reminders) => Reminders,
): Promise<void> => {
  let found = read;
  while ((await reminders.save(person, to(found.reminders), found.etag)) === 'conflict') {
    found = await reminders.find(person);
  }
};
