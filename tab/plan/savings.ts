import type { PlanAction, Status } from '../../bot/plan/contract.ts';
import type { Trouble } from '../api/api.ts';
import type { Tab } from '../context.ts';
import { sendChange } from '../dialogs/send.ts';
import { valuesOf } from '../dialogs/values.ts';
import type { Notice } from './notice.ts';
import { troubleWords } from './trouble-words.ts';
import type { Known } from './use-plan.ts';

/** What is on its way to the server, by action: the status that the row shows meanwhile. */
export type Saving = Readonly<Record<string, Status>>;

/** What is changed in a row itself. */
export type StatusChange = { status: Status };

export type SavingParts = {
  tab: Tab;
  known: Known;
  say: (notice: Notice | null) => void;
  setSaving: (change: (saving: Saving) => Saving) => void;
  /** Two people changed the same thing: shows both. */
  onConflict: (mine: StatusChange, base: PlanAction, current: PlanAction) => void;
};

/** Saves what is done in a row itself, at once: a status, a deletion, and the way back from both. */
export const createSavings = ({ tab, known, say, setSaving, onConflict }: SavingParts) => {
  const { api, host, words } = tab;

  const sayTrouble = (trouble: Trouble, again: () => void): void => {
    const { title, text } = troubleWords(words, trouble, host.place.channelKind);
    const action = mayHelp.has(trouble.kind)
      ? { action: { label: words.trouble.retry, onPress: again } }
      : {};
    say({ text: `${words.changes.notSaved} ${title}. ${text}`, isTrouble: true, ...action });
  };

  /** While it is under way the row says so, with the status that it will have. */
  const saving = async (action: PlanAction, status: Status, work: () => Promise<void>): Promise<void> => {
    setSaving((others) => ({ ...others, [action.id]: status }));
    await work().finally(() => setSaving(({ [action.id]: _done, ...others }) => others));
  };

  const change = (action: PlanAction, draft: StatusChange, said: (now: PlanAction) => Notice): void =>
    void saving(action, draft.status, async () => {
      const sent = await sendChange(api, action, { ...valuesOf(action), ...draft });
      if (sent.did === 'saved') {
        await known.put(sent.action);
        return say(said(sent.action));
      }
      if (sent.did === 'clashed') {
        await known.put(sent.current);
        return onConflict(draft, action, sent.current);
      }
      const { trouble } = sent;
      if (trouble.kind === 'gone') await known.take(action.id);
      sayTrouble(trouble, () => change(action, draft, said));
    });

  /**
   * What is said of a new status, with the way back. What was answered when it was marked as done stays with the
   * action, and stands in the form when it is marked so again: it is what somebody wrote.
   */
  const statusSaid =
    ({ status }: PlanAction) =>
    (now: PlanAction): Notice => ({
      text: words.changes.statusNow(words.status[now.status]),
      action: {
        label: words.changes.undo,
        onPress: () => change(now, { status }, () => ({ text: words.changes.undone })),
      },
    });

  const restore = async (action: PlanAction): Promise<void> => {
    const answer = await api.restore(action.id);
    if (!answer.ok) return sayTrouble(answer.trouble, () => void restore(action));
    await known.put(answer.value);
    say({ text: words.changes.restored });
  };

  const remove = (action: PlanAction): void =>
    void saving(action, action.status, async () => {
      const answer = await api.remove(action.id, action.etag);
      if (!answer.ok && answer.trouble.kind !== 'gone') {
        // Changed by somebody since: whoever deletes it should have seen that first.
        if (answer.trouble.kind === 'stale') await known.lookAgain();
        return sayTrouble(answer.trouble, () => remove(action));
      }
      await known.take(action.id);
      const onPress = (): void => void restore(action);
      say({ text: words.changes.removed, action: { label: words.changes.undo, onPress, takesFocus: true } });
    });

  return { change, statusSaid, remove };
};

/** Troubles that may be over when it is tried again. */
const mayHelp: ReadonlySet<Trouble['kind']> = new Set(['offline', 'signIn', 'busy', 'broken']);
