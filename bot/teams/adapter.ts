import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
} from 'botbuilder';
import type { BotRegistration } from '../config.ts';
import type { Problem } from '../door.ts';
import type { ChannelConstants } from './channel.ts';
import { unauthorised, unavailable } from './problem.ts';

/** The SDK's contract for whoever can prove the bot to the channel; tests bring their own. */
export type CredentialsFactory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;

type Authentication = ConfigurationBotFrameworkAuthentication;
export type Proof = Awaited<ReturnType<Authentication['authenticateRequest']>>;

/** How the bot proves itself to the channel; without a registration (local mode) nothing is signed or checked. */
export const credentialsFor = (bot: BotRegistration | null): CredentialsFactory =>
  new ConfigurationServiceClientCredentialFactory(
    bot === null
      ? {}
      : {
          MicrosoftAppType: bot.type,
          MicrosoftAppId: bot.appId,
          MicrosoftAppTenantId: bot.tenantId,
          ...(bot.password === null ? {} : { MicrosoftAppPassword: bot.password }),
        },
  );

/**
 * The SDK's adapter with its two steps taken apart: `process` would answer a bad signature with 500 and the raw
 * error, and prints it; here each step's faults are told apart and answered in our words.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #authentication: Authentication;

  constructor(channel: ChannelConstants, credentials: CredentialsFactory) {
    const authentication = new ConfigurationBotFrameworkAuthentication({ ...channel }, credentials);
    super(authentication);
    this.#authentication = authentication;
  }

  /** Verifies the token's signature and claims against the activity. */
  async authenticate(activity: Activity, authorization: string): Promise<Proof | Problem> {
    try {
      return await this.#authentication.authenticateRequest(activity, authorization);
    } catch (error) {
      return isTokenFault(error)
        ? unauthorised('The token could not be verified.')
        : unavailable('The channel’s keys cannot be read at the moment.');
    }
  }

  /** Runs one turn for an authenticated activity; `logic` must catch its own faults. */
  async run(
    proof: Proof,
    activity: Activity,
    logic: (activity: Activity) => Promise<InvokeResponse | null>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(proof, activity, async (context) => {
      const answer = await logic(context.activity);
      if (answer !== null) await context.sendActivity({ type: 'invokeResponse', value: answer });
    });
  }
}

/** A token is at fault where the SDK says 401 or its verifier refuses; anything else is a key that cannot be read. */
const isTokenFault = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { statusCode } = error as { statusCode?: unknown };
  return statusCode === 401 || /^(JsonWebTokenError|NotBeforeError|TokenExpiredError)$/.test(error.name);
};
