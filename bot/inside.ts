import type { Config } from './config.ts';
import { failure, type Log } from './log.ts';
import type { Directory } from './people/directory.ts';
import type { Courier } from './reflection/courier.ts';
import { createDesk } from './reflection/create-desk.ts';
import type { Desk } from './reflection/desk.ts';
import { openTables } from './tables/client.ts';
import { TablePeople } from './tables/people.ts';
import { TableReflections } from './tables/reflections.ts';

/** What the edges stand on: people, the reflections, and the storage beneath both. */
export type Inside = {
  directory: Directory;
  desk: Desk;
  /** Makes the tables that are missing; throws while storage is away. */
  ensureStorage(): Promise<void>;
  /** Throws where storage does not answer. */
  pingStorage(): Promise<void>;
};

export type Tools = { log: Log; now: () => Date; newId: () => string };

/** Opens storage and puts the reflections on it. Makes no call. `reach` gives the way to people's own chats. */
export const openInside = async (
  config: Config,
  reach: (directory: Directory) => Courier,
  { log, now, newId }: Tools,
): Promise<Inside> => {
  const tables = await openTables(withIdentity(config));
  const directory = new TablePeople(tables.people);
  const store = new TableReflections(tables.reflections, {
    newId,
    now,
    onLeftover: (fault) => log.warn('storage.leftover', failure(fault)),
  });
  const desk = createDesk({
    store,
    directory,
    courier: reach(directory),
    now: () => now().toISOString(),
    newId,
    timeZone: config.timeZone,
    keepMonths: config.retentionMonths,
    casePatterns: config.casePatterns,
    report: (what, error) => log.error(what, failure(error)),
  });
  return { directory, desk, ensureStorage: () => tables.ensure(), pingStorage: () => tables.ping() };
};

/** A bot with a user-assigned identity opens storage with the same one. */
const withIdentity = ({ tables, bot }: Config): Parameters<typeof openTables>[0] =>
  'endpoint' in tables && bot?.type === 'UserAssignedMSI' ? { ...tables, clientId: bot.appId } : tables;
