import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TeamsClient } from '../../helpers/host/client.ts';

/** Build output that people look at. */
const screens = join(import.meta.dirname, '../../../dist/screens/tab');

/** Keeps what the person sees of the tab as dist/screens/tab/<name>.png. */
export const picture = async ({ page }: TeamsClient, name: string): Promise<void> => {
  await mkdir(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `${name}.png`), animations: 'disabled' });
};
