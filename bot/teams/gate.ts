import { decodeJwt } from 'jose';
import type { Problem } from '../door.ts';
import { badRequest, forbidden, unauthorised } from './problem.ts';
import type { ServiceUrls } from './service-urls.ts';

/**
 * What stands before the SDK's adapter. The adapter checks signatures; it also answers some faults with 500 and
 * its raw error, remembers every tenant id of a token that nobody has verified, and takes any service URL. So a
 * request reaches it only when everything that can be known without a signature is right.
 */
export type Gate = {
  /** From the headers alone, before a byte of the body is read. */
  checkToken(authorization: string | undefined): Problem | null;
  /** `body` is parsed JSON of any shape. */
  checkActivity(body: unknown): Problem | null;
};

export type GateRules = {
  /** The channel's token issuer and the bot's id; null in local mode, where requests carry no token. */
  signIn: { issuer: string; appId: string } | null;
  /** In lower case; null where any may (local mode). */
  allowedTenants: readonly string[] | null;
  serviceUrls: ServiceUrls;
  channels: readonly string[];
  now: () => Date;
};

/** The SDK's own tolerance between clocks, in seconds. */
const clockTolerance = 300;

export const createGate = (rules: GateRules): Gate => ({
  checkToken: (authorization) => {
    if (rules.signIn === null) return null;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    const claims = token === undefined ? null : claimsOf(token);
    if (claims === null) return unauthorised('A bearer token of the channel is required.');
    if (claims.iss !== rules.signIn.issuer) return unauthorised('The token is not of the channel.');
    if (claims.aud !== rules.signIn.appId) return unauthorised('The token is for another bot.');
    const seconds = rules.now().getTime() / 1000;
    if (typeof claims.exp !== 'number' || claims.exp + clockTolerance < seconds) {
      return unauthorised('The token has expired.');
    }
    // The channel's tokens name no tenant. The SDK would remember the id of one that does, verified or not.
    if (claims.tid !== undefined) return unauthorised('The token is not of the channel.');
    return null;
  },

  checkActivity: (body) => {
    if (!isObject(body) || typeof body.type !== 'string' || body.type === '') {
      return badRequest('The body must be an activity: a JSON object with a type.');
    }
    // Another channel would be verified by other, laxer rules of the SDK.
    if (!rules.channels.includes(String(body.channelId))) return forbidden('This bot talks to Teams alone.');
    if (!rules.serviceUrls.allows(body.serviceUrl)) return forbidden('The service URL is not on the list.');
    const tenants = tenantsOf(body);
    const allowed = rules.allowedTenants;
    if (allowed !== null && (tenants.length === 0 || !tenants.every((tenant) => allowed.includes(tenant)))) {
      return forbidden('The tenant is not on the list.');
    }
    return null;
  },
});

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const claimsOf = (token: string): Fields | null => {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
};

/** Every tenant the activity names; both places must be allowed, so that neither can hide the other. */
const tenantsOf = (body: Fields): string[] => {
  const conversation = isObject(body.conversation) ? body.conversation.tenantId : undefined;
  const channelData = isObject(body.channelData) ? body.channelData : {};
  const tenant = isObject(channelData.tenant) ? channelData.tenant.id : undefined;
  return [conversation, tenant]
    .filter((id) => id !== undefined && id !== null)
    .map((id) => String(id).toLowerCase());
};
