import type { Words } from '../words/words.ts';
import type { Notice } from './notice.ts';

/**
 * What to say when a part of the page could not be loaded. Where the server answers, it is a newer one that has the
 * part under another name, and only loading the page again leads on; else there is no connection.
 */
export const noticeOfNotLoaded = async ({ changes, trouble }: Words): Promise<Notice> => {
  const isThere = await fetch('/tab/', { cache: 'no-store', signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );
  if (!isThere) return { text: `${trouble.offline.title}. ${trouble.offline.text}`, isTrouble: true };
  const action = { label: changes.reload, onPress: () => location.reload() };
  return { text: changes.outdated, isTrouble: true, action };
};
