import { createLog } from '../../bot/log.ts';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { isRefusal } from '../../bot/plan/desk.ts';
import type { Posted } from '../../bot/reminders/cards/carried.ts';
import { postedDigest } from '../../bot/reminders/cards/posted.ts';
import type { Line } from '../../bot/reminders/digest.ts';
import { type Reminders, standardReminders } from '../../bot/reminders/record.ts';
import { connect } from '../../bot/tables/client.ts';
import { TableReminders } from '../../bot/tables/reminders.ts';
import { createConnector } from '../../bot/teams/connector.ts';
import { createCourier } from '../../bot/teams/courier.ts';
import { wordsFor } from '../../bot/words/words.ts';
import { outboundToken } from '../helpers/teams-issuer.ts';
import type { Answered, Person, Shown } from '../helpers/teams-person.ts';
import { type PlanTeam, startPlanTeam } from '../plan/chat-team.ts';

/** A team with a plan that Sam manages, and digests posted as the sweep posts them. */
export type ReminderTeam = PlanTeam & {
  reminders: TableReminders;
  /** Posts a digest in the person's own chat. */
  posts(to: Person, digest: Partial<Posted>): Promise<Shown>;
  /** The same, opened by the person's own press. */
  opens(to: Person, digest: Partial<Posted>): Promise<Answered>;
  line(action: PlanAction, kind?: Line['kind'], planId?: string): Line;
  manages(people: readonly Person[], planId?: string): Promise<void>;
  /** What is kept of somebody's reminders, with some of it set. */
  keeps(person: Person, some: Partial<Reminders>): Promise<void>;
  kept(person: Person): Promise<Reminders>;
};

export const today = '2026-11-23';

export const startReminderTeam = async (): Promise<ReminderTeam> => {
  const team = await startPlanTeam();
  const { world, wire, inside, desk, north, sam } = team;
  // A Monday, after the digests have gone out.
  world.clock.now = new Date(`${today}T09:30:00Z`);
  const open = await connect({ connectionString: wire.connectionString });
  const reminders = new TableReminders(open('reminders'), { onUnreadable: () => {} });
  const connector = createConnector({
    token: async () => outboundToken,
    serviceUrls: { allows: () => true },
    timeoutMs: 5_000,
    log: createLog(() => {}),
  });
  const courier = createCourier({ directory: inside.directory, connector });

  const posts: ReminderTeam['posts'] = async (to, digest) => {
    const whole = { day: today, lines: [], unreached: [], reflections: [], ...digest };
    const person = await inside.directory.find(to.id);
    const reader = { teamsId: person?.teamsId ?? '' };
    const sent = await courier.post(to.id, postedDigest(whole, wordsFor(person?.locale ?? null), reader));
    if (!sent.ok) throw new Error(sent.reason);
    return to.latest();
  };

  const whole: ReminderTeam = {
    ...team,
    reminders,
    posts,
    opens: async (to, digest) => to.press(await posts(to, digest), 'Open'),
    line: ({ id }, kind = 'named', planId = north.id) => ({ planId, actionId: id, kind }),
    manages: async (people, planId = north.id) => {
      const read = await desk.read(sam.id, planId, null);
      if (read === 'same' || isRefusal(read)) throw new Error(JSON.stringify(read));
      const managers = people.map(({ id }) => ({ id }));
      const by = read.seen.plan.managers[0]?.id ?? sam.id;
      const set = await desk.set(by, planId, { managers }, read.seen.plan.etag);
      if (isRefusal(set)) throw new Error(JSON.stringify(set));
    },
    keeps: async (person, some) => {
      const { etag } = await reminders.find(person.id);
      const saved = await reminders.save(person.id, { ...standardReminders, ...some }, etag);
      if (saved !== 'saved') throw new Error(saved);
    },
    kept: async (person) => (await reminders.find(person.id)).reminders,
  };
  return whole;
};
