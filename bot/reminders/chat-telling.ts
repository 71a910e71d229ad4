import { asTyped } from '../cards/elements.ts';
import type { Named } from '../plan/contract.ts';
import { wordsFor } from '../words/words.ts';
import { type Said, toldMessage } from './cards/posted.ts';
import type { Shown } from './cards/shown.ts';
import type { ReminderChatParts } from './chat.ts';

export type Telling = (said: Said, shown: Shown, to: readonly Named[]) => () => Promise<void>;

/**
 * One neutral line to each of those whom a press concerns, in their own language, once the presser has their
 * answer. One who cannot be reached keeps no other from being told; what was said stands in the plan's history.
 */
export const telling =
  ({ directory, tell, report }: Pick<ReminderChatParts, 'directory' | 'tell' | 'report'>): Telling =>
  (said, { plan, action, me }, to) =>
  async () => {
    const of = { plan: plan.id, action: action.id, from: me.id, said };
    const others = to.filter(({ id }) => id !== me.id);
    await Promise.all(
      others.map(async ({ id }) => {
        try {
          const reader = await directory.find(id);
          const words = wordsFor(reader?.locale ?? null);
          await tell(id, toldMessage(of, me.name, words, { teamsId: reader?.teamsId ?? '' }));
        } catch (error) {
          report('afterwards.failed', error);
        }
      }),
    );
  };

/** Who said it, to be read above the action: only somebody of whom the plan itself knows. */
export const toldBy = (
  { action, owners, managers }: Shown,
  { from, said }: { from: string; said: Said },
  words: ReturnType<typeof wordsFor>,
): string | null => {
  // It was opened again since.
  if (said === 'done' && action.status !== 'done') return null;
  const by = (said === 'asked' ? owners : managers).find(({ id }) => id === from);
  return by === undefined ? null : words.reminders.toldBy[said](asTyped(by.name));
};
