import type { Moment } from '../../calendar/days.ts';
import type { PersonId } from '../../people/person.ts';
import type { Due } from '../collect.ts';
import { deliver, prepare, type Ready } from './delivering.ts';
import { inParallel, type Pool } from './in-parallel.ts';
import { createLooking } from './looking.ts';
import { guarded, mayGoOn, type Run, settleFor } from './run.ts';

/** Makes the digests of some people, claims those that say something and starts to send them. */
export const sendBatch = async (
  run: Run,
  pool: Pool,
  batch: readonly PersonId[],
  people: Map<PersonId, Due>,
): Promise<void> => {
  const { sources, span, done } = run;
  const ready = new Map<PersonId, Ready>();
  const looking = createLooking(sources.plans);
  await inParallel(batch.length, batch, async (person) => {
    const due = people.get(person);
    people.delete(person);
    if (due === undefined) return;
    await guarded(run, person, async () => {
      const made = await prepare(sources, looking, { person, due, span, dryRun: false });
      if (made === 'had') await settleFor(run, person, run.now())('sent');
      else if (made !== null) ready.set(person, made);
    });
  });
  if (ready.size === 0) return;
  const claimedAt = run.now();
  const owners = await claimAll(run, [...ready.keys()], claimedAt);
  for (const [person, digest] of ready) {
    if (!owners.has(person)) {
      done.later.push(person);
      continue;
    }
    pool.start(() =>
      guarded(run, person, async () => {
        const still = () => mayGoOn(run);
        const outcome = await deliver(run, digest, still, settleFor(run, person, claimedAt));
        if (outcome === 'sent') done.sent.push(person);
        else if (outcome === 'later') done.later.push(person);
        else done.unreached.push({ person, reason: outcome });
      }),
    );
  }
};

/** One batch that cannot be claimed leaves the others theirs. */
const claimAll = async (
  { sources, span, lease }: Run,
  people: readonly PersonId[],
  claimedAt: Moment,
): Promise<Set<PersonId>> => {
  try {
    return new Set(await sources.reminders.claim(span.until, people, lease.holder, claimedAt));
  } catch (error) {
    sources.report(error);
    return new Set();
  }
};
