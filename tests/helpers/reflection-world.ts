import type { Overrides } from '../../bot/server.ts';
import { type Azurite, startAzurite } from './azurite.ts';
import { startWorld, type TeamsWorld } from './teams-world.ts';

/** The whole server on a table service of its own. */
export const startReflectionWorld = async (
  options: { overrides?: Overrides; azurite?: Azurite } = {},
): Promise<TeamsWorld & { azurite: Azurite }> => {
  const azurite = options.azurite ?? (await startAzurite());
  const world = await startWorld({
    connectionString: azurite.connectionString,
    ...(options.overrides ? { overrides: options.overrides } : {}),
  });
  const whole = { azurite } as TeamsWorld & { azurite: Azurite };
  Object.defineProperties(whole, Object.getOwnPropertyDescriptors(world));
  whole.stop = async () => {
    await world.stop();
    await azurite.stop();
  };
  return whole;
};
