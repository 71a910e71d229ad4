/** Small readings of configuration values, each free of side effects. */

/** The entries of a comma-separated list, trimmed; none for a missing or empty one. */
export const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Whether a host name or address can only mean this machine. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);

/** Why a URL does not meet the rule, or null. Plain http is for this machine only. */
export const urlFault = (value: string, rule: 'https' | 'loopback' | 'httpsOrLoopback'): string | null => {
  if (!URL.canParse(value)) return 'not an address';
  const { protocol, hostname, username } = new URL(value);
  if (username !== '') return 'holds a sign-in';
  const here = isLoopback(hostname) && (protocol === 'http:' || protocol === 'https:');
  if (rule === 'loopback') return here ? null : 'leaves this machine';
  if (protocol === 'https:') return null;
  return rule === 'httpsOrLoopback' && here ? null : 'not https';
};

/** Whether a storage connection string can only reach this machine (Azurite). */
export const staysHere = (connectionString: string): boolean => {
  const settings = new Map(
    connectionString.split(';').flatMap((part) => {
      const at = part.indexOf('=');
      return at < 1 ? [] : [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const];
    }),
  );
  const endpoints = [...settings].filter(([key]) => /endpoint$|proxyuri$/.test(key));
  const here = endpoints.every(([, value]) => urlFault(value, 'loopback') === null);
  const development = settings.get('usedevelopmentstorage') === 'true';
  return here && (development || settings.has('tableendpoint')) && !settings.has('endpointsuffix');
};
