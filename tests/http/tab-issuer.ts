import { createHmac, randomUUID } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { answerJson, serve } from '../helpers/http.ts';

/** Entra as the tests play it: a tenant, an app of the tab's, published keys, and tokens good and bad. */
export type TabIssuer = Awaited<ReturnType<typeof startTabIssuer>>;

const ours = generateKeyPair('RS256', { extractable: true });
const strangers = generateKeyPair('RS256', { extractable: true });

type How = {
  /** Claims to replace; `undefined` leaves one out. */
  claims?: Record<string, unknown>;
  /** Signed with a key that was never published. */
  stranger?: boolean;
  kid?: string;
  /** Seconds from now. */
  expiresIn?: number;
  notBefore?: number;
};

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const startTabIssuer = async () => {
  const tenant = randomUUID();
  const app = randomUUID();
  const { publicKey, privateKey } = await ours;
  // As Entra publishes them: without `alg`.
  const { kty, n, e } = await exportJWK(publicKey);
  const published: { status: number; keys: unknown } = {
    status: 200,
    keys: { keys: [{ kty, n, e, use: 'sig', kid: 'k1' }] },
  };
  let asked = 0;
  const server = await serve((_req, res) => {
    asked += 1;
    answerJson(res, published.status, published.keys);
  });

  const claimsOf = (person: string, { claims = {}, expiresIn = 3_600, notBefore = -60 }: How) => {
    const seconds = Math.floor(Date.now() / 1_000);
    const all = {
      aud: app,
      iss: `${server.url}/${tenant}/v2.0`,
      tid: tenant,
      oid: person,
      scp: 'openid access_as_user',
      ver: '2.0',
      iat: seconds,
      nbf: seconds + notBefore,
      exp: seconds + expiresIn,
      name: 'Never To Be Logged',
      ...claims,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  };

  return {
    tenant,
    app,
    /** What goes into the server's settings. */
    issuer: `${server.url}/{tenantid}/v2.0`,
    jwksUri: `${server.url}/keys`,
    published,
    timesAsked: () => asked,
    token: async (person: string, how: How = {}) =>
      new SignJWT(claimsOf(person, how))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: how.kid ?? 'k1' })
        .sign(how.stranger ? (await strangers).privateKey : privateKey),
    /** Says that it needs no signature, with one or none. */
    unsigned: (person: string, signature = '') =>
      `${base64({ alg: 'none', typ: 'JWT', kid: 'k1' })}.${base64(claimsOf(person, {}))}.${signature}`,
    /** Signed with the public key as if it were a shared secret. */
    confused: async (person: string) => {
      const text = `${base64({ alg: 'HS256', typ: 'JWT', kid: 'k1' })}.${base64(claimsOf(person, {}))}`;
      const secret = await exportSPKI(publicKey);
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
    },
    stop: server.stop,
  };
};
