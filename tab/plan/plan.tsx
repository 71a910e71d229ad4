import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { PlanSeen } from '../../bot/plan/contract.ts';
import type { Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import { Banners } from './banners.tsx';
import { besideRow } from './beside-row.ts';
import { EmptyPlan } from './empty-plan.tsx';
import { FilterBar } from './filter-bar.tsx';
import { KeepFocus } from './keep-focus.tsx';
import { noticeOfNotLoaded } from './not-loaded.ts';
import type { Notice } from './notice.ts';
import { NoticeBar } from './notice-bar.tsx';
import { PlanHead } from './plan-head.tsx';
import { useIsPrinting } from './printing.ts';
import type { Saving } from './savings.ts';
import { Table } from './table.tsx';
import { Toolbar } from './toolbar.tsx';
import { TroublePage } from './trouble-page.tsx';
import { useCommands } from './use-commands.tsx';
import { useDialog } from './use-dialog.tsx';
import { useKeptView } from './use-kept-view.ts';
import { useMeant } from './use-meant.ts';
import { useRows } from './use-rows.ts';
import { useToday } from './use-today.ts';
import { useUnsaved } from './use-unsaved.ts';
import { type Filters, filtered, isFiltering } from './view/filters.ts';
import { peopleOn } from './view/people.ts';
import { type Sort, sorted } from './view/sort.ts';

type Props = { seen: PlanSeen; trouble: Trouble | null; asOf: number; again: () => Promise<void> };

/** The team action plan; somebody who has left the team sees nothing of it, but for what they are writing. */
export const Plan = memo(({ seen, trouble, asOf, again }: Props) => {
  const { words } = useTab();
  const today = useToday();
  const isPrinting = useIsPrinting();
  const [notice, say] = useState<Notice | null>(null);
  const [saving, setSaving] = useState<Saving>({});
  const [{ filters, sort }, setView] = useKeptView();

  const sayNotLoaded = useCallback(() => void noticeOfNotLoaded(words).then(say), [words]);
  const { dialog, open, openNext } = useDialog(sayNotLoaded);
  const commands = useCommands({ open, openNext, say, setSaving });
  const unsaved = useUnsaved(dialog);

  // The list follows what is typed as soon as there is time; the field itself never waits for it.
  const wanted = useDeferredValue(filters);
  const ordered = useMemo(() => sorted(seen.actions, sort, words.locale), [seen.actions, sort, words]);
  const fitting = useMemo(() => filtered(ordered, wanted, today), [ordered, wanted, today]);
  const people = useMemo(() => peopleOn(seen.actions, words.locale), [seen.actions, words]);
  const { meant, least } = useMeant(fitting, say);
  const { drawn, most, end, more, restart } = useRows(least);
  const shown = useMemo(() => (isPrinting ? fitting : fitting.slice(0, drawn)), [fitting, drawn, isPrinting]);
  const rest = isPrinting ? 0 : fitting.length - most;

  const onSort = useCallback(
    (next: Sort) => {
      setView((before) => ({ ...before, sort: next }));
      restart();
    },
    [restart, setView],
  );
  const onFilters = useCallback(
    (next: Filters) => {
      setView((before) => ({ ...before, filters: next }));
      restart();
    },
    [restart, setView],
  );
  const canEdit = seen.me.canEdit && !seen.plan.emptying;

  const hasLeft = trouble?.kind === 'outside';

  return (
    <KeepFocus beside={besideRow}>
      {hasLeft ? (
        <TroublePage trouble={trouble} again={again} />
      ) : (
        <main className="plan">
          <PlanHead name={seen.plan.name} />
          <Toolbar canEdit={canEdit} commands={commands} say={say} />
          <Banners
            seen={seen}
            trouble={trouble}
            asOf={asOf}
            again={again}
            unsaved={unsaved}
            commands={commands}
          />
          {seen.actions.length === 0 ? (
            <EmptyPlan canEdit={canEdit} commands={commands} />
          ) : (
            <>
              <FilterBar
                filters={filters}
                onFilters={onFilters}
                people={people}
                sort={sort}
                onSort={onSort}
              />
              <p className="showing on-screen" role="status">
                {fitting.length === 0
                  ? words.plan.noneFit
                  : words.plan.showing(fitting.length, seen.actions.length)}
              </p>
              {isFiltering(wanted) && (
                <p className="on-paper">{words.plan.partOnly(fitting.length, seen.actions.length)}</p>
              )}
              {fitting.length > 0 && (
                <Table
                  actions={shown}
                  left={seen.plan.left}
                  today={today}
                  canEdit={canEdit}
                  saving={saving}
                  meant={meant}
                  sort={sort}
                  onSort={onSort}
                  commands={commands}
                />
              )}
              <div ref={end} />
              {rest > 0 && (
                <button type="button" className="quiet more on-screen" onClick={more}>
                  {words.plan.more(Math.min(rest, 100))}
                </button>
              )}
            </>
          )}
        </main>
      )}
      <NoticeBar notice={hasLeft ? null : notice} onClose={() => say(null)} />
      {dialog}
    </KeepFocus>
  );
});
