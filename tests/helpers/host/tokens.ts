import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { answerJson, type LocalServer, serve } from '../http.ts';

/** Stands for Entra: a key set over HTTP, and tokens as a tab in Teams gets them for its own API. */
export type TabTokens = {
  /** Settings under which the server trusts it. */
  env: Record<string, string>;
  /**
   * A token for this person, with any claim replaced (`undefined` leaves it out).
   * @param expiresIn seconds; less than none is one that has expired
   */
  token(
    person: { id: string; tenantId: string },
    claims?: Record<string, unknown>,
    expiresIn?: number,
  ): Promise<string>;
  stop: LocalServer['stop'];
};

const keys = generateKeyPair('RS256', { extractable: true });

export const startTabTokens = async (): Promise<TabTokens> => {
  const appId = randomUUID();
  const { privateKey, publicKey } = await keys;
  // As Entra publishes its keys: without `alg`.
  const published = { ...(await exportJWK(publicKey)), kid: 'tab-1', use: 'sig' };
  const server = await serve((_req, res) => answerJson(res, 200, { keys: [published] }));
  const issuer = `${server.url}/v2.0`;
  return {
    env: {
      TAB_APP_ID: appId,
      TAB_TOKEN_AUDIENCE: appId,
      TAB_TOKEN_ISSUER: issuer,
      TAB_TOKEN_JWKS_URI: `${server.url}/keys`,
    },
    token: (person, claims = {}, expiresIn = 3_600) => {
      const now = Math.floor(Date.now() / 1_000);
      const all = {
        iss: issuer,
        aud: appId,
        tid: person.tenantId,
        oid: person.id,
        scp: 'access_as_user',
        ver: '2.0',
        ...claims,
      };
      const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      return new SignJWT(given)
        .setProtectedHeader({ alg: 'RS256', kid: 'tab-1' })
        .setIssuedAt(Math.min(now, now + expiresIn) - 60)
        .setNotBefore(Math.min(now, now + expiresIn) - 60)
        .setExpirationTime(now + expiresIn)
        .sign(privateKey);
    },
    stop: server.stop,
  };
};
