import type { Config } from './config.ts';
import { calendarOf, withIdentity } from './inside.ts';
import { failure } from './log.ts';
import type { Directory } from './people/directory.ts';
import type { createSweep } from './reminders/sweep.ts';
import { createReminding, type RemindingParts } from './reminding.ts';
import { openTables } from './tables/client.ts';
import { TablePeople } from './tables/people.ts';
import { TablePlans } from './tables/plans.ts';
import { TableReflections } from './tables/reflections.ts';
import { TableReminders } from './tables/reminders.ts';
import { createReminderIndex } from './tables/reminds.ts';
import { credentialsFor } from './teams/adapter.ts';
import { channelConstants } from './teams/channel.ts';
import { createConnector } from './teams/connector.ts';
import { serviceUrls } from './teams/service-urls.ts';
import { outboundTokens } from './teams/tokens.ts';

export type Opened = {
  sweep: ReturnType<typeof createSweep>;
  reminders: TableReminders;
  directory: Directory;
  /** Makes the tables that are missing; throws while storage is away. */
  ensureStorage(): Promise<void>;
};

/** Bounds one call to Teams. */
const callTimeoutMs = 8_000;

/** A sweep without a server around it. Makes no call. */
export const openReminding = async (
  config: Config,
  tools: Pick<RemindingParts, 'log' | 'now' | 'newId' | 'signal'>,
): Promise<Opened> => {
  const { log, newId, now } = tools;
  const tables = await openTables(withIdentity(config));
  const onLeftover = (fault: unknown) => log.warn('storage.leftover', failure(fault));
  const directory = new TablePeople(tables.people);
  const reminders = new TableReminders(tables.reminders, { onUnreadable: onLeftover });
  const reflections = new TableReflections(tables.reflections, { newId, now, onLeftover });
  const channel = channelConstants(config.channel);
  const connector = createConnector({
    token: outboundTokens(credentialsFor(config.bot), channel, config.bot?.appId ?? null),
    serviceUrls: serviceUrls(config.allowedServiceUrls, config.local !== null),
    timeoutMs: callTimeoutMs,
    log,
  });
  const sweep = await createReminding({
    ...tools,
    config,
    calendar: calendarOf(config.reminders.bankHolidays),
    plans: new TablePlans(tables.plans, { newId, onLeftover }),
    reminders,
    index: createReminderIndex(tables.reflections, reflections, now),
    directory,
    connector,
  });
  return { sweep, reminders, directory, ensureStorage: () => tables.ensure() };
};
