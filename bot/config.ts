import { z } from 'zod';
import { type Environment, localFaults, productionFaults } from './config-faults.ts';
import { number, text, url } from './config-fields.ts';
import { type LocalStage, localFields, localStage } from './config-local.ts';
import { listOf, urlFault } from './config-parts.ts';
import { type ReminderSettings, reminderFields, reminderSettings } from './config-reminders.ts';
import { publicUrl, type TabSignIn, tabFields, tabSignIn } from './config-tab.ts';
import { readCaseForm } from './guard/council.ts';
import type { Pattern } from './guard/pattern.ts';

/** What the server was told at its start, checked once. Read from the environment by `main.ts` alone. */
export type Config = {
  port: number;
  host: string;
  tables: { connectionString: string } | { endpoint: string };
  /** The bot's registration; null in local mode, where nothing is signed. */
  bot: BotRegistration | null;
  /** The Bot Framework's own channel settings, as far as they were given (sovereign clouds, tests). */
  channel: ChannelSettings;
  /** Tenants whose people may talk to the bot; null only in local mode, where any may. */
  allowedTenants: readonly string[] | null;
  /** URLs under which Teams may be written to. */
  allowedServiceUrls: readonly string[];
  timeZone: string;
  retentionMonths: number;
  reminders: ReminderSettings;
  /** The form of the council's own case numbers, where one is set. */
  casePatterns: readonly Pattern[];
  /** How people sign in to the tab; null in local mode, whose tokens the server makes itself. */
  tab: TabSignIn | null;
  /** Where people reach this server, without a slash at its end; null where nobody said. */
  publicUrl: string | null;
  /** The Teams app's id, for links into the tab; null in local mode. */
  teamsAppId: string | null;
  /** Set in local mode only: the local Teams clients to frame side by side, and who is in them. */
  local: LocalStage | null;
};

export type BotRegistration = {
  type: 'SingleTenant' | 'UserAssignedMSI';
  appId: string;
  tenantId: string;
  /** Null with a managed identity, which has none. */
  password: string | null;
};

export const channelKeys = [
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'OAuthUrl',
  'CallerId',
] as const;
export type ChannelSettings = Partial<Record<(typeof channelKeys)[number], string>>;

/** Teams' own service for bots, in the public cloud and the British and American government's shared one. */
const teamsServices = ['https://smba.trafficmanager.net/', 'https://smba.infra.gcc.teams.microsoft.com/'];

const fields = z.object({
  PORT: number(0, 65_535, 3978, 'must be a port between 0 and 65535'),
  HOST: text,
  TABLES_CONNECTION_STRING: text,
  TABLES_ENDPOINT: url('https', 'must be the https address of a table service'),
  MicrosoftAppType: text.refine(
    (value) => !value || /^(SingleTenant|UserAssignedMSI)$/i.test(value),
    'must be SingleTenant or UserAssignedMSI (new multi-tenant bots cannot be registered any more)',
  ),
  MicrosoftAppId: text,
  MicrosoftAppTenantId: text,
  MicrosoftAppPassword: text,
  ...Object.fromEntries(channelKeys.map((key) => [key, text])),
  ToBotFromChannelOpenIdMetadataUrl: url('httpsOrLoopback', 'must be an https address'),
  ...tabFields,
  ALLOWED_TENANTS: text,
  ALLOWED_SERVICE_URLS: text.refine(
    (value) => listOf(value).every((each) => urlFault(each, 'httpsOrLoopback') === null),
    'must be a comma-separated list of https addresses (plain http on loopback only)',
  ),
  TIME_ZONE: z
    .string()
    .default('Europe/London')
    .refine(isTimeZone, 'must be a time zone such as Europe/London'),
  RETENTION_MONTHS: number(1, 120, 12, 'must be a number of months between 1 and 120'),
  ...reminderFields,
  CASE_NUMBER_FORM: z
    .string()
    .optional()
    .superRefine((value, context) => {
      const read = value === undefined ? null : readCaseForm(value);
      if (read && 'fault' in read) context.addIssue({ code: 'custom', message: read.fault });
    }),
  LOCAL_MODE: z
    .enum(['', '0', '1'], 'must be 1 (on a developer’s machine) or left out')
    .optional()
    .transform((value) => value === '1'),
  ...localFields,
  NODE_ENV: text,
});

/**
 * Reads the environment.
 * @throws {ConfigError} that lists every fault, each with its remedy; it never repeats a value, which may be secret.
 */
export const loadConfig = (environment: Environment): Config => {
  const given = withoutBlanks(environment);
  const parsed = fields.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  faults.push(...(given.LOCAL_MODE === '1' ? localFaults(given) : productionFaults(given)));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);

  const read = parsed.data;
  const tenantId = read.MicrosoftAppTenantId ?? '';
  const tenants = listOf(read.ALLOWED_TENANTS).map((tenant) => tenant.toLowerCase());
  return {
    port: read.PORT,
    host: read.HOST ?? (read.LOCAL_MODE ? '127.0.0.1' : '0.0.0.0'),
    tables: read.TABLES_ENDPOINT
      ? { endpoint: read.TABLES_ENDPOINT }
      : { connectionString: read.TABLES_CONNECTION_STRING ?? 'UseDevelopmentStorage=true' },
    bot: read.LOCAL_MODE
      ? null
      : {
          type: /msi/i.test(read.MicrosoftAppType ?? '') ? 'UserAssignedMSI' : 'SingleTenant',
          appId: read.MicrosoftAppId ?? '',
          tenantId,
          password: read.MicrosoftAppPassword ?? null,
        },
    channel: Object.fromEntries(channelKeys.flatMap((key) => (given[key] ? [[key, given[key]]] : []))),
    allowedTenants: tenants.length > 0 ? tenants : read.LOCAL_MODE ? null : [tenantId.toLowerCase()],
    allowedServiceUrls: read.ALLOWED_SERVICE_URLS ? listOf(read.ALLOWED_SERVICE_URLS) : teamsServices,
    timeZone: read.TIME_ZONE,
    retentionMonths: read.RETENTION_MONTHS,
    reminders: reminderSettings(read),
    casePatterns: casePatterns(read.CASE_NUMBER_FORM),
    tab: read.LOCAL_MODE ? null : tabSignIn(read, read.MicrosoftAppId ?? ''),
    publicUrl: publicUrl(read),
    teamsAppId: read.LOCAL_MODE ? null : (read.TEAMS_APP_ID ?? read.MicrosoftAppId ?? null),
    local: read.LOCAL_MODE ? localStage(read) : null,
  };
};

export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(['The server cannot start with this configuration:', ...faults].join('\n  - '));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

const casePatterns = (form: string | undefined): Pattern[] => {
  const read = form === undefined ? null : readCaseForm(form);
  return read && 'pattern' in read ? [read.pattern] : [];
};

/** An empty value is how many hosts express "not set". */
const withoutBlanks = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
