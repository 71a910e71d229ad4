import { fileURLToPath } from 'node:url';

/** The project's folder, whatever the current folder is. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Everything the local stack keeps: stored data, logs, the Playgrounds' settings. Not in version control. */
export const localFolder = fileURLToPath(new URL('../../.local/', import.meta.url));
