import { describe, expect, test } from '@jest/globals';
import { ConfigError, loadConfig } from '../bot/config.ts';

const azurite =
  'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;';
const cloud =
  'DefaultEndpointsProtocol=https;AccountName=real;AccountKey=a2V5;EndpointSuffix=core.windows.net';
const local = { LOCAL_MODE: '1', TABLES_CONNECTION_STRING: azurite };
const production = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: 'app',
  MicrosoftAppTenantId: 'Tenant',
  MicrosoftAppPassword: 'hush',
  TABLES_CONNECTION_STRING: cloud,
};
const managed = {
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: 'app',
  MicrosoftAppTenantId: 'tenant',
  TABLES_ENDPOINT: 'https://real.table.core.windows.net',
  TAB_APP_ID: 'tab',
};
const entra = {
  issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
  jwksUri: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
};
const sam = '5f0c1e00-0000-4000-8000-00000000000A';

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('a good environment', () => {
  test('of production, with the standard values filled in', () => {
    expect(loadConfig(production)).toEqual({
      port: 3978,
      host: '0.0.0.0',
      tables: { connectionString: cloud },
      bot: { type: 'SingleTenant', appId: 'app', tenantId: 'Tenant', password: 'hush' },
      channel: {},
      allowedTenants: ['tenant'],
      allowedServiceUrls: ['https://smba.trafficmanager.net/', 'https://smba.infra.gcc.teams.microsoft.com/'],
      timeZone: 'Europe/London',
      retentionMonths: 12,
      reminders: { time: '08:30', bankHolidays: 'england-and-wales', sendRate: 10 },
      casePatterns: [],
      tab: { appId: 'app', audiences: ['app'], ...entra },
      publicUrl: null,
      teamsAppId: 'app',
      local: null,
    });
  });

  test('of production with a managed identity', () => {
    const config = loadConfig(managed);
    expect(config.bot).toEqual({ type: 'UserAssignedMSI', appId: 'app', tenantId: 'tenant', password: null });
    expect(config.tables).toEqual({ endpoint: 'https://real.table.core.windows.net' });
    expect(config.tab).toEqual({ appId: 'tab', audiences: ['tab'], ...entra });
  });

  test('of production with a sign-in of the tab’s own, a public address and a Teams app’s id', () => {
    const config = loadConfig({
      ...production,
      TAB_APP_ID: 'tab',
      TAB_TOKEN_AUDIENCE: 'tab, api://plan.example/tab',
      TAB_TOKEN_ISSUER: 'http://127.0.0.1:9/{tenantid}',
      TAB_TOKEN_JWKS_URI: 'http://127.0.0.1:9/keys',
      PUBLIC_URL: 'https://plan.example/',
      TEAMS_APP_ID: 'catalogue',
    });
    expect(config.tab).toEqual({
      appId: 'tab',
      audiences: ['tab', 'api://plan.example/tab'],
      issuer: 'http://127.0.0.1:9/{tenantid}',
      jwksUri: 'http://127.0.0.1:9/keys',
    });
    expect([config.publicUrl, config.teamsAppId]).toEqual(['https://plan.example', 'catalogue']);
  });

  test('of local mode, which binds to this machine', () => {
    expect(
      loadConfig({
        ...local,
        LOCAL_PLAYGROUND_URLS: 'Sam Okafor=http://127.0.0.1:1/, http://localhost:2',
        LOCAL_PEOPLE: `Sam Okafor=${sam}`,
        LOCAL_TEAM: '19:team@thread.tacv2=Early Help North',
        PUBLIC_URL: 'http://127.0.0.1:3978',
      }),
    ).toMatchObject({
      host: '127.0.0.1',
      bot: null,
      allowedTenants: null,
      tab: null,
      publicUrl: 'http://127.0.0.1:3978',
      teamsAppId: null,
      local: {
        people: [{ id: sam.toLowerCase(), name: 'Sam Okafor' }],
        team: { id: '19:team@thread.tacv2', name: 'Early Help North' },
        playgrounds: [
          { name: 'Sam Okafor', url: 'http://127.0.0.1:1/' },
          { name: 'Practitioner', url: 'http://localhost:2' },
        ],
      },
    });
  });

  test('with lists, channel settings and empty values, which count as left out', () => {
    const config = loadConfig({
      ...production,
      HOST: '',
      ALLOWED_TENANTS: 'A, b,',
      ALLOWED_SERVICE_URLS: 'http://127.0.0.1:9/teams/',
      REMINDER_TIME: '07:45',
      BANK_HOLIDAYS: 'northern-ireland',
      SEND_RATE: '0.5',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.us',
    });
    expect(config.allowedTenants).toEqual(['a', 'b']);
    expect(config.allowedServiceUrls).toEqual(['http://127.0.0.1:9/teams/']);
    expect(config.reminders).toEqual({ time: '07:45', bankHolidays: 'northern-ireland', sendRate: 0.5 });
    expect(config.channel).toEqual({ ToBotFromChannelTokenIssuer: 'https://api.botframework.us' });
  });
});

describe('one fault, named with its remedy', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is none', { ...production, PORT: 'many' }, /^PORT must be a port/],
    ['a port out of range', { ...production, PORT: '70000' }, /^PORT must be a port/],
    ['a multi-tenant bot', { ...production, MicrosoftAppType: 'MultiTenant' }, /^MicrosoftAppType must be/],
    ['no password', { ...production, MicrosoftAppPassword: ' ' }, /^MicrosoftAppPassword is missing/],
    ['a password beside MSI', { ...managed, MicrosoftAppPassword: 'x' }, /^MicrosoftAppPassword does not go/],
    ['no storage', { ...production, TABLES_CONNECTION_STRING: '' }, /TABLES_CONNECTION_STRING is missing/],
    ['two storages', { ...managed, TABLES_CONNECTION_STRING: cloud }, /both set/],
    [
      'an endpoint without https',
      { ...managed, TABLES_ENDPOINT: 'http://x.example' },
      /^TABLES_ENDPOINT must/,
    ],
    [
      'a service URL elsewhere over http',
      { ...production, ALLOWED_SERVICE_URLS: 'http://x.example' },
      /^ALLOWED_/,
    ],
    [
      'an issuer’s keys over http',
      { ...production, ToBotFromChannelOpenIdMetadataUrl: 'http://x.example' },
      /^ToBot/,
    ],
    [
      'the tab’s keys elsewhere over http',
      { ...production, TAB_TOKEN_JWKS_URI: 'http://x.example/keys' },
      /^TAB_TOKEN_JWKS_URI must/,
    ],
    ['an issuer that is no address', { ...production, TAB_TOKEN_ISSUER: 'Entra' }, /^TAB_TOKEN_ISSUER must/],
    ['a managed identity without the tab’s app', { ...managed, TAB_APP_ID: '' }, /^TAB_APP_ID is missing/],
    [
      'a public address elsewhere over http',
      { ...local, PUBLIC_URL: 'http://x.example' },
      /^PUBLIC_URL must/,
    ],
    [
      'a public address of this machine in production',
      { ...production, PUBLIC_URL: 'http://127.0.0.1:3978' },
      /^PUBLIC_URL must/,
    ],
    ['local people in production', { ...production, LOCAL_PEOPLE: `Sam=${sam}` }, /^LOCAL_PEOPLE belongs/],
    ['a local team in production', { ...production, LOCAL_TEAM: '19:x=Team' }, /^LOCAL_TEAM belongs/],
    ['local people without ids', { ...local, LOCAL_PEOPLE: 'Sam, Jo' }, /^LOCAL_PEOPLE must/],
    ['a local team without a name', { ...local, LOCAL_TEAM: '19:x' }, /^LOCAL_TEAM must/],
    ['no time zone', { ...production, TIME_ZONE: 'Europe/Leeds' }, /^TIME_ZONE must be/],
    ['no retention', { ...production, RETENTION_MONTHS: '0' }, /^RETENTION_MONTHS must be/],
    ['a reminder at no time of day', { ...production, REMINDER_TIME: '24:00' }, /^REMINDER_TIME must be/],
    ['a reminder time in words', { ...production, REMINDER_TIME: '8.30' }, /^REMINDER_TIME must be/],
    ['bank holidays of nowhere', { ...production, BANK_HOLIDAYS: 'england' }, /^BANK_HOLIDAYS must be one/],
    ['no sending at all', { ...production, SEND_RATE: '0' }, /^SEND_RATE must be/],
    ['sending too fast', { ...production, SEND_RATE: '1001' }, /^SEND_RATE must be/],
    ['a rate in words', { ...production, SEND_RATE: 'ten' }, /^SEND_RATE must be/],
    ['a case number of too few digits', { ...production, CASE_NUMBER_FORM: 'A9' }, /^CASE_NUMBER_FORM has/],
    ['a strange LOCAL_MODE', { ...production, LOCAL_MODE: 'yes' }, /^LOCAL_MODE must be/],
    [
      'Playgrounds in production',
      { ...production, LOCAL_PLAYGROUND_URLS: 'http://127.0.0.1:1' },
      /belongs to local/,
    ],
    [
      'local mode with an app id',
      { ...local, MicrosoftAppId: 'app' },
      /^MicrosoftAppId belongs to production/,
    ],
    ['local mode with a password', { ...local, MicrosoftAppPassword: 'x' }, /^MicrosoftAppPassword belongs/],
    [
      'local mode with an endpoint',
      { ...local, TABLES_ENDPOINT: 'https://x.example' },
      /^TABLES_ENDPOINT belongs/,
    ],
    ['local mode with the cloud', { ...local, TABLES_CONNECTION_STRING: cloud }, /leaves this machine/],
    [
      'local mode through a proxy elsewhere',
      {
        ...local,
        TABLES_CONNECTION_STRING: 'UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://x.example',
      },
      /leaves this machine/,
    ],
    ['local mode in production', { ...local, NODE_ENV: 'production' }, /^NODE_ENV is production/],
    ['local mode for the whole network', { ...local, HOST: '0.0.0.0' }, /^HOST must be/],
    [
      'a Playground elsewhere',
      { ...local, LOCAL_PLAYGROUND_URLS: 'http://x.example' },
      /^LOCAL_PLAYGROUND_URLS must/,
    ],
  ])('%s', (_case, env, fault) => {
    expect(faultsOf(env)).toEqual([expect.stringMatching(fault)]);
  });
});

test('nothing at all refuses to start and says everything that is missing', () => {
  expect(faultsOf({})).toHaveLength(4);
});

test('every fault is listed at once, without the values', () => {
  const faults = faultsOf({ PORT: 'many', MicrosoftAppPassword: 'hush-hush', TIME_ZONE: 'Nowhere' });
  expect(faults).toHaveLength(5);
  expect(faults.join()).not.toContain('hush');
  expect(faults.join()).not.toContain('Nowhere');
});
