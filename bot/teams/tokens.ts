import type { CredentialsFactory } from './adapter.ts';
import type { ChannelConstants } from './channel.ts';

/** The bearer token for the next call to the channel; null where calls are not signed (local mode). */
export type OutboundToken = () => Promise<string | null>;

/** Tokens from the credentials factory, which caches them until shortly before they expire. */
export const outboundTokens = (
  credentials: CredentialsFactory,
  channel: ChannelConstants,
  appId: string | null,
): OutboundToken => {
  if (appId === null) return async () => null;
  let signer: Promise<unknown> | null = null;
  return async () => {
    signer ??= credentials.createCredentials(
      appId,
      channel.ToChannelFromBotOAuthScope,
      channel.ToChannelFromBotLoginUrl,
      true,
    );
    const made = await signer;
    if (!givesTokens(made)) throw new TypeError('The credentials factory gave credentials without tokens.');
    return made.getToken();
  };
};

const givesTokens = (value: unknown): value is { getToken(): Promise<string> } =>
  typeof value === 'object' && value !== null && 'getToken' in value && typeof value.getToken === 'function';
