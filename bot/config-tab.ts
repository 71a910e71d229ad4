import { text, url } from './config-fields.ts';
import { listOf } from './config-parts.ts';

/** How people sign in to the tab: what its tokens must say, and whose keys have signed them. */
export type TabSignIn = {
  /** The Entra app whose tokens are taken. */
  appId: string;
  audiences: readonly string[];
  /** `{tenantid}` in it stands for the token's own tenant, which must be an allowed one. */
  issuer: string;
  jwksUri: string;
};

export const tabFields = {
  TAB_APP_ID: text,
  TAB_TOKEN_AUDIENCE: text,
  TAB_TOKEN_ISSUER: url('httpsOrLoopback', 'must be an https address (plain http on loopback only)'),
  TAB_TOKEN_JWKS_URI: url('httpsOrLoopback', 'must be an https address (plain http on loopback only)'),
  PUBLIC_URL: url('httpsOrLoopback', 'must be the https address under which people reach this server'),
  TEAMS_APP_ID: text,
};

type Given = { [Key in keyof typeof tabFields]?: string | undefined };

/** The public cloud's; one issuer a tenant, the same keys for all of them. */
const entraIssuer = 'https://login.microsoftonline.com/{tenantid}/v2.0';
const entraKeys = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';

/** @param botAppId the bot's own app, which serves the tab too where no other is named */
export const tabSignIn = (given: Given, botAppId: string): TabSignIn => {
  const appId = given.TAB_APP_ID ?? botAppId;
  const audiences = listOf(given.TAB_TOKEN_AUDIENCE);
  return {
    appId,
    audiences: audiences.length > 0 ? audiences : [appId],
    issuer: given.TAB_TOKEN_ISSUER ?? entraIssuer,
    jwksUri: given.TAB_TOKEN_JWKS_URI ?? entraKeys,
  };
};

/** The server's own address without a slash at its end, so that paths can be put after it. */
export const publicUrl = (given: Given): string | null => given.PUBLIC_URL?.replace(/\/+$/, '') ?? null;
