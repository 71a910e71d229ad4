import { localKeys } from './config-local.ts';
import { isLoopback, staysHere, urlFault } from './config-parts.ts';

/** Settings that do not go together. Each rule looks at all of them and says what to change, without values. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** Local mode trusts everybody who can reach it, so it must not be mistaken for a production server. */
export const localFaults = (given: Environment): string[] => {
  const faults: string[] = [];
  for (const key of ['MicrosoftAppId', 'MicrosoftAppPassword', 'TABLES_ENDPOINT'] as const) {
    if (given[key]) faults.push(`${key} belongs to production: remove it, or remove LOCAL_MODE`);
  }
  if (given.NODE_ENV === 'production') faults.push('NODE_ENV is production: remove it, or remove LOCAL_MODE');
  if (given.TABLES_CONNECTION_STRING && !staysHere(given.TABLES_CONNECTION_STRING)) {
    faults.push('TABLES_CONNECTION_STRING leaves this machine: use Azurite here, or remove LOCAL_MODE');
  }
  if (given.HOST && !isLoopback(given.HOST)) {
    faults.push('HOST must be 127.0.0.1, ::1 or localhost in local mode, which knows no sign-in');
  }
  return faults;
};

/** A production server names its bot and its storage, once each. */
export const productionFaults = (given: Environment): string[] => {
  const faults: string[] = [];
  const managed = /^UserAssignedMSI$/i.test(given.MicrosoftAppType ?? '');
  const needed = managed
    ? ['MicrosoftAppId', 'MicrosoftAppTenantId']
    : ['MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppPassword'];
  for (const key of needed) {
    if (!given[key])
      faults.push(`${key} is missing: take it from the bot’s registration, or set LOCAL_MODE=1`);
  }
  if (managed && given.MicrosoftAppPassword) {
    faults.push('MicrosoftAppPassword does not go with UserAssignedMSI, which has none: remove it');
  }
  if (!given.TABLES_CONNECTION_STRING && !given.TABLES_ENDPOINT) {
    faults.push('TABLES_ENDPOINT (with a managed identity) or TABLES_CONNECTION_STRING is missing: set one');
  }
  if (given.TABLES_CONNECTION_STRING && given.TABLES_ENDPOINT) {
    faults.push('TABLES_ENDPOINT and TABLES_CONNECTION_STRING are both set: keep one');
  }
  if (managed && !given.TAB_APP_ID) {
    faults.push(
      'TAB_APP_ID is missing: beside UserAssignedMSI the tab’s sign-in needs an Entra app of its own',
    );
  }
  if (given.PUBLIC_URL && urlFault(given.PUBLIC_URL, 'httpsOrLoopback') === null) {
    if (urlFault(given.PUBLIC_URL, 'https') !== null)
      faults.push('PUBLIC_URL must be https outside local mode');
  }
  for (const key of localKeys) {
    if (given[key]) faults.push(`${key} belongs to local mode: remove it`);
  }
  return faults;
};
