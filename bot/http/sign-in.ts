import {
  createRemoteJWKSet,
  decodeJwt,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { PersonId } from '../people/person.ts';

/** What a token of the tab must say to be taken. */
export type TokenRules = {
  audiences: readonly string[];
  /** `{tenantid}` in it stands for the token's own tenant, which must be one of `tenants`. */
  issuer: string;
  /** In lower case. */
  tenants: readonly string[];
};

export type SignedIn =
  | { person: PersonId }
  /** No token, or one that is not good enough; `why` is a word for the log. */
  | { refused: 'missing' | 'invalid'; why: string }
  /** One that says it is of a tenant that this server does not serve; nothing else of it was looked at. */
  | { refused: 'elsewhere'; why: string }
  /** A good one of a person's, but for its time. */
  | { refused: 'expired'; why: string }
  /** Nobody can tell: the keys cannot be had just now. */
  | { refused: 'unreachable'; why: string };

/** Who sends a request, from its `Authorization` header alone. Never rejects. */
export type SignIn = (authorization: string | undefined) => Promise<SignedIn>;

/** Between Entra's clock and ours, in seconds. */
const clockTolerance = 60;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Verifies the tokens of Teams' single sign-on. The algorithm is pinned, as Entra's published keys name none.
 * No token and no claim is logged or answered.
 */
export const createSignIn =
  (rules: TokenRules, keys: JWTVerifyGetKey): SignIn =>
  async (authorization) => {
    if (authorization === undefined) return { refused: 'missing', why: 'missing' };
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) return { refused: 'invalid', why: 'malformed' };
    try {
      // Read before it is verified, only to turn away at once what no key could make good: a stranger's
      // nonsense must not make this server ask for keys.
      const { tid } = decodeJwt(token);
      if (typeof tid !== 'string') return { refused: 'invalid', why: 'tenant' };
      if (!rules.tenants.includes(tid.toLowerCase())) return { refused: 'elsewhere', why: 'tenant' };
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        audience: [...rules.audiences],
        issuer: rules.issuer.replace('{tenantid}', tid),
        clockTolerance,
        requiredClaims: ['exp', 'tid', 'oid'],
      });
      return personOf(payload);
    } catch (error) {
      if (error instanceof KeysUnreachable) return { refused: 'unreachable', why: error.why };
      const why = error instanceof errors.JOSEError ? error.code : 'malformed';
      // Its end is looked at last, when all else was found good.
      return { refused: error instanceof errors.JWTExpired ? 'expired' : 'invalid', why };
    }
  };

const personOf = ({ ver, scp, oid }: JWTPayload): SignedIn => {
  // Tokens of version 1 have another issuer and another meaning of their audience.
  if (ver !== '2.0') return { refused: 'invalid', why: 'version' };
  // An app signs in without a scope, and is nobody.
  if (typeof scp !== 'string' || !scp.split(' ').includes('access_as_user')) {
    return { refused: 'invalid', why: 'scope' };
  }
  if (typeof oid !== 'string' || !guid.test(oid)) return { refused: 'invalid', why: 'person' };
  return { person: oid.toLowerCase() };
};

class KeysUnreachable extends Error {
  readonly why: string;
  constructor(why: string) {
    super('The keys that tokens are signed with cannot be had.');
    this.why = why;
  }
}

/** What says something about the token; every other fault is the keys'. */
const tokensFault = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/**
 * The keys published at that address: fetched when first needed and every twelve hours, and for a key that is not
 * among them, at most twice a minute.
 */
export const publishedKeys = (address: string): JWTVerifyGetKey => {
  const published = createRemoteJWKSet(new URL(address), {
    timeoutDuration: 3_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 12 * 60 * 60_000,
  });
  return async (header, token) => {
    try {
      return await published(header, token);
    } catch (error) {
      if (tokensFault.some((fault) => error instanceof fault)) throw error;
      throw new KeysUnreachable(error instanceof errors.JOSEError ? error.code : 'unreachable');
    }
  };
};
