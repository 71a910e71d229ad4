import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CredentialsFactory } from '../../bot/teams/adapter.ts';
import { answerJson, type LocalServer, serve } from './http.ts';

/** The channel's token issuer on this machine: the adapter reads its keys and verifies its signatures. */
export type Issuer = {
  /** What goes into `ToBotFromChannelTokenIssuer`. */
  name: string;
  metadataUrl: string;
  /** A token as Teams sends it, with any claim replaced (`undefined` leaves it out) or signed by a stranger. */
  token(claims?: Record<string, unknown>, how?: { stranger?: boolean; expiresIn?: number }): Promise<string>;
  stop: LocalServer['stop'];
};

const keys = generateKeyPair('RS256', { extractable: true });
const strangers = generateKeyPair('RS256', { extractable: true });

export const startIssuer = async (appId: string, serviceUrl: string): Promise<Issuer> => {
  const publicKey = { ...(await exportJWK((await keys).publicKey)), kid: 'k1', use: 'sig' };
  const server = await serve((req, res) =>
    req.url === '/keys'
      ? answerJson(res, 200, { keys: [{ ...publicKey, endorsements: ['msteams'] }] })
      : answerJson(res, 200, { issuer: server.url, jwks_uri: `${server.url}/keys` }),
  );
  return {
    name: server.url,
    metadataUrl: `${server.url}/.well-known/openidconfiguration`,
    token: async (claims = {}, how = {}) => {
      const all = { iss: server.url, aud: appId, serviceurl: serviceUrl, ...claims };
      const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      const seconds = Math.floor(Date.now() / 1000);
      return new SignJWT(given)
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setNotBefore(Math.min(seconds, seconds + (how.expiresIn ?? 0)) - 60)
        .setExpirationTime(seconds + (how.expiresIn ?? 3600))
        .sign((await (how.stranger ? strangers : keys)).privateKey);
    },
    stop: server.stop,
  };
};

/** The token with which the bot calls the connector. */
export const outboundToken = 'a-token-for-the-channel';

/** Stands for Microsoft's sign-in, which cannot be reached: the bot's id is checked, the token is always the same. */
export const fakeCredentials = (appId: string): CredentialsFactory => ({
  isValidAppId: async (id) => id === appId,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => {
    const credentials = {
      getToken: async () => outboundToken,
      signRequest: () => Promise.reject(new Error('Nothing is sent through the SDK’s own client.')),
    };
    return credentials;
  },
});
