import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever the current folder is. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Everything the local stack keeps: stored data, logs, the Playgrounds' settings. Not in version control. */
export const localFolder = fileURLToPath(new URL('../../.local/', import.meta.url));

const usualPort = 3978;

/** Where the local stack's server listens: people type it, so it is theirs to choose. */
export const chosenPort = () => Number(process.env.PORT || usualPort);

/** Another port is another stack with data of its own: two Azurites on the same files would spoil them. */
export const stackFolder = (port) => (port === usualPort ? localFolder : join(localFolder, `port-${port}`));
