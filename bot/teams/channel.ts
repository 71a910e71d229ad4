import type { ChannelSettings } from '../config.ts';

export type ChannelConstants = Required<Omit<ChannelSettings, 'CallerId'>> &
  Pick<ChannelSettings, 'CallerId'>;

/**
 * The channel's settings in the public cloud, with those given in their place. The SDK drops all of its own
 * defaults as soon as one setting is given, so every one is stated.
 */
export const channelConstants = (given: ChannelSettings): ChannelConstants => ({
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromEmulatorOpenIdMetadataUrl:
    'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ...given,
});
