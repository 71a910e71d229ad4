import { createHash } from 'node:crypto';
import type { BankHolidayRegion } from './calendar/regions.ts';
import { type IsWorking, workingDays } from './calendar/working-days.ts';
import type { Config } from './config.ts';
import { failure, type Log } from './log.ts';
import type { Access, AskTeams, Memberships } from './people/access.ts';
import { createAccess } from './people/create-access.ts';
import type { Directory } from './people/directory.ts';
import type { Team } from './people/person.ts';
import type { PlanChat } from './plan/chat.ts';
import { createPlanChat } from './plan/chat-create.ts';
import type { LinkTo } from './plan/chat-links.ts';
import { createPlanDesk } from './plan/create-desk.ts';
import type { PlanDesk } from './plan/desk.ts';
import type { Courier } from './reflection/courier.ts';
import { createDesk } from './reflection/create-desk.ts';
import type { Desk } from './reflection/desk.ts';
import type { ReminderChat } from './reminders/chat.ts';
import { createReminderChat } from './reminders/chat-create.ts';
import type { RemindingParts } from './reminding.ts';
import { openTables } from './tables/client.ts';
import { TableMemberships } from './tables/memberships.ts';
import { TablePeople } from './tables/people.ts';
import { TablePlans } from './tables/plans.ts';
import { TableReflections } from './tables/reflections.ts';
import { TableReminders } from './tables/reminders.ts';
import { createReminderIndex } from './tables/reminds.ts';

/** What the edges stand on: people, the reflections, and the storage beneath both. */
export type Inside = {
  directory: Directory;
  desk: Desk;
  planDesk: PlanDesk;
  planChat: PlanChat;
  reminderChat: ReminderChat;
  access: Access;
  memberships: Memberships;
  /** What a sweep of the reminders reads and writes. */
  reminding: Pick<RemindingParts, 'plans' | 'reminders' | 'index' | 'calendar'>;
  /** Makes the tables that are missing; throws while storage is away. */
  ensureStorage(): Promise<void>;
  /** Throws where storage does not answer. */
  pingStorage(): Promise<void>;
};

export type Tools = { log: Log; now: () => Date; newId: () => string };

/** The ways out to Teams, from what the bot knows of people. */
export type Reach = (directory: Directory) => {
  courier: Courier;
  ask: AskTeams;
  /** Reads a place's roster anew and keeps it. */
  reread: (place: Team) => Promise<void>;
  linkTo: LinkTo;
};

/** Opens storage and puts the reflections and the plans on it. Makes no call. */
export const openInside = async (
  config: Config,
  reach: Reach,
  { log, now, newId }: Tools,
): Promise<Inside> => {
  const tables = await openTables(withIdentity(config));
  const directory = new TablePeople(tables.people);
  const { courier, ask, reread, linkTo } = reach(directory);
  const onLeftover = (fault: unknown) => log.warn('storage.leftover', failure(fault));
  const report = (
    what: 'turn.failed' | 'afterwards.failed' | 'keeping.failed' | 'erasing.failed',
    error: unknown,
  ) => log.error(what, failure(error));
  const store = new TableReflections(tables.reflections, { newId, now, onLeftover });
  const common = {
    now: () => now().toISOString(),
    newId,
    timeZone: config.timeZone,
    casePatterns: config.casePatterns,
  };
  const desk = createDesk({
    store,
    directory,
    courier,
    ...common,
    keepMonths: config.retentionMonths,
    report,
  });

  const plans = new TablePlans(tables.plans, { newId, onLeftover });
  const memberships = new TableMemberships(tables.people);
  const access = createAccess({
    memberships,
    directory,
    ask,
    // A missed event of who came or left heals when somebody opens the list of people.
    reread: async (place) => {
      await reread(place);
      await planDesk.rosterChanged(place.id);
    },
    now: common.now,
  });
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const planDesk = createPlanDesk({ store: plans, access, digest, ...common, report });
  const planChat = createPlanChat({
    desk: planDesk,
    access,
    directory,
    store: plans,
    linkTo,
    ...common,
    report,
  });
  const reminders = new TableReminders(tables.reminders, { onUnreadable: onLeftover });
  const calendar = calendarOf(config.reminders.bankHolidays);
  const index = createReminderIndex(tables.reflections, store, now);
  const reminderChat = createReminderChat({
    desk: planDesk,
    plans,
    reminders,
    reflections: index,
    directory,
    tell: (to, message) => courier.post(to, message),
    linkTo,
    calendar,
    reminderTime: config.reminders.time,
    ...common,
    report,
  });
  return {
    directory,
    desk,
    planDesk,
    planChat,
    reminderChat,
    access,
    memberships,
    reminding: { plans, reminders, calendar, index },
    ensureStorage: () => tables.ensure(),
    pingStorage: () => tables.ping(),
  };
};

/** The working days, loaded when they are first asked for. */
export const calendarOf = (region: BankHolidayRegion): (() => Promise<IsWorking>) => {
  let loading: Promise<IsWorking> | null = null;
  return () => {
    loading ??= import('./calendar/bank-holidays.ts').then(({ bankHolidays }) =>
      workingDays(bankHolidays(region)),
    );
    return loading;
  };
};

/** A bot with a user-assigned identity opens storage with the same one. */
export const withIdentity = ({ tables, bot }: Config): Parameters<typeof openTables>[0] =>
  'endpoint' in tables && bot?.type === 'UserAssignedMSI' ? { ...tables, clientId: bot.appId } : tables;
