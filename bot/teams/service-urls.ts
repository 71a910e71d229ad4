/** Which service URLs the bot may be called from and may write to. */
export type ServiceUrls = { allows(url: unknown): boolean };

/**
 * A URL is allowed under an entry with the same origin and a path that begins with the entry's, at a segment's
 * border. In local mode any address on this machine is allowed besides, because the local clients choose ports.
 */
export const serviceUrls = (allowed: readonly string[], local: boolean): ServiceUrls => {
  const entries = allowed.map((entry) => new URL(withSlash(entry)));
  return {
    allows: (url) => {
      if (typeof url !== 'string' || !URL.canParse(url)) return false;
      const asked = new URL(withSlash(url));
      if (asked.username !== '' || asked.search !== '' || asked.hash !== '') return false;
      if (
        local &&
        /^https?:$/.test(asked.protocol) &&
        /^(127\.0\.0\.1|localhost|\[::1\])$/.test(asked.hostname)
      )
        return true;
      return entries.some(
        (entry) => entry.origin === asked.origin && asked.pathname.startsWith(entry.pathname),
      );
    },
  };
};

export const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);
