import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PlanAction, Status } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { copyText } from './copy.ts';
import type { Notice } from './notice.ts';
import { createSavings, type Saving, type StatusChange } from './savings.ts';
import type { Dialogs } from './use-dialog.tsx';
import { createKnown } from './use-plan.ts';
import type { Unsaved } from './use-unsaved.ts';

type Parts = {
  open: Dialogs['open'];
  openNext: Dialogs['openNext'];
  say: (notice: Notice | null) => void;
  setSaving: (change: (saving: Saving) => Saving) => void;
};

export type Commands = ReturnType<typeof useCommands>;

/**
 * Everything that can be done to the plan; each dialog's code is loaded when it is opened first. The same object for
 * the page's whole life, so that no row is drawn again because of it.
 */
export const useCommands = ({ open, openNext, say, setSaving }: Parts) => {
  const tab = useTab();
  const client = useQueryClient();
  return useMemo(() => {
    const { host, words } = tab;
    const known = createKnown(client);

    const saved =
      (close: () => void, said: (now: PlanAction) => Notice = () => ({ text: words.changes.saved })) =>
      (now: PlanAction): void => {
        close();
        void known.put(now);
        say(said(now));
      };

    const onConflict = (mine: StatusChange, base: PlanAction, current: PlanAction): void =>
      openNext(async (close) => {
        const { ConflictForm } = await import('../dialogs/conflict-form.tsx');
        return (
          <ConflictForm mine={mine} base={base} current={current} onSaved={saved(close)} onClose={close} />
        );
      });

    const savings = createSavings({ tab, known, say, setSaving, onConflict });

    const openForm = (action: PlanAction | null, text: string, hint: string | null): void =>
      open(async (close) => {
        const { ActionForm } = await import('../dialogs/action-form.tsx');
        const said = (): Notice => ({ text });
        return (
          <ActionForm
            action={action}
            left={known.left()}
            {...(hint === null ? {} : { hint })}
            onSaved={saved(close, said)}
            onClose={close}
          />
        );
      });

    const openDone = (action: PlanAction): void =>
      open(async (close) => {
        const { DoneForm } = await import('../dialogs/done-form.tsx');
        return (
          <DoneForm action={action} onSaved={saved(close, savings.statusSaid(action))} onClose={close} />
        );
      });

    const openSettings = (): void =>
      open(async (close) => {
        const { SettingsNow } = await import('./settings-now.tsx');
        return (
          <SettingsNow
            onSaved={(facts) => void known.setPlan(facts).then(known.lookAgain)}
            onRestored={(action) => void known.put(action)}
            onClose={close}
          />
        );
      });

    return {
      add: (hint: string | null = null) => openForm(null, words.changes.added, hint),
      edit: (action: PlanAction) => openForm(action, words.changes.saved, null),
      remove: savings.remove,

      setStatus: (action: PlanAction, status: Status): void => {
        if (status === 'done') openDone(action);
        else savings.change(action, { status }, savings.statusSaid(action));
      },

      /** Opens the form in which something was left unsaved; what was typed stands in it. */
      goOn: (unsaved: Unsaved): void => {
        if (unsaved.form === 'settings') {
          openSettings();
          return;
        }
        // Of an action that somebody has deleted since, the form says so when it is saved, and the way on.
        const action = unsaved.actionId === null ? null : (known.action(unsaved.actionId) ?? unsaved.base);
        if (action !== null && unsaved.form === 'done') openDone(action);
        else openForm(action, action === null ? words.changes.added : words.changes.saved, null);
      },

      history: (action: PlanAction): void =>
        open(async (close) => {
          const { HistoryDialog } = await import('../dialogs/history.tsx');
          return <HistoryDialog action={action} onClose={close} />;
        }),

      settings: openSettings,

      copyLink: async (action: PlanAction): Promise<void> => {
        const link = host.linkTo(action.id);
        if (link === null) return host.share?.(action.id, words.changes.link);
        const isCopied = await copyText(link);
        say(isCopied ? { text: words.changes.copied } : { text: words.changes.copyByHand, link });
      },
    };
  }, [tab, client, open, openNext, say, setSaving]);
};
