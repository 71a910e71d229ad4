import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import { createSignIn, type SignIn } from './sign-in.ts';

/**
 * Sign-in on a developer's machine: tokens for whomever one likes, signed with keys that this process makes for
 * itself and forgets when it ends, and verified as strictly as Entra's.
 */
export type LocalTokens = {
  signIn: SignIn;
  /** A token for that person, good for an hour. */
  mint(person: string): Promise<string>;
};

const audience = 'four-ways-on-this-machine';
const issuer = 'http://localhost/four-ways';
const tenant = '00000000-0000-4000-8000-000000000000';

export const createLocalTokens = (): LocalTokens => {
  let made: Promise<{ publicKey: CryptoKey; privateKey: CryptoKey }> | null = null;
  // Made on first use, as it takes as long as the rest of the start.
  const keys = () => {
    made ??= generateKeyPair('RS256');
    return made;
  };
  return {
    signIn: createSignIn(
      { audiences: [audience], issuer, tenants: [tenant] },
      async () => (await keys()).publicKey,
    ),
    mint: async (person) =>
      new SignJWT({ tid: tenant, oid: person, scp: 'access_as_user', ver: '2.0' })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
        .setAudience(audience)
        .setIssuer(issuer)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime('1h')
        .sign((await keys()).privateKey),
  };
};
