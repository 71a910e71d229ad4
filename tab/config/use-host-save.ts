import { useEffect, useRef, useState } from 'react';
import type { Result, Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import type { Words } from '../words/words.ts';

/** Why saving came to nothing, as a sentence. */
const sentenceOf = ({ config }: Words, { kind }: Trouble): string => {
  const said: Partial<Record<Trouble['kind'], string>> = config.notSaved;
  return said[kind] ?? config.notSaved.broken;
};

/**
 * Lends the host's *Save* to this page: it can be pressed while `isValid`, and then does the work.
 * @returns why it came to nothing the last time, or null
 */
export const useHostSave = (isValid: boolean, work: () => Promise<Result<unknown>>): string | null => {
  const { host, words } = useTab();
  const [trouble, setTrouble] = useState<string | null>(null);
  const newest = useRef(work);
  newest.current = work;

  useEffect(() => host.config?.valid(isValid), [host, isValid]);
  // What stands here may give way to something that cannot be saved.
  useEffect(() => () => host.config?.valid(false), [host]);
  useEffect(() => {
    host.config?.onSave(async () => {
      setTrouble(null);
      const answer = await newest.current();
      if (answer.ok) return { displayName: words.config.tabName };
      const sentence = sentenceOf(words, answer.trouble);
      setTrouble(sentence);
      throw new Error(sentence);
    });
  }, [host, words]);
  return trouble;
};
