import { type Azurite, startAzurite } from '../helpers/azurite.ts';

/** Storage that goes to rows by their keys, as Azure does, and ends with the bench. */
export const withKeyedAzurite = async <T>(work: (azurite: Azurite) => Promise<T>): Promise<T> => {
  const azurite = await startAzurite({ imports: [new URL('./keyed-rows.mjs', import.meta.url).href] });
  try {
    return await work(azurite);
  } finally {
    await azurite.stop();
  }
};
