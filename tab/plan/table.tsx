import { memo } from 'react';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { roles } from './roles.ts';
import { Row } from './row.tsx';
import type { Saving } from './savings.ts';
import { TableHead } from './table-head.tsx';
import type { Commands } from './use-commands.tsx';
import type { Sort } from './view/sort.ts';

type Props = {
  /** Those that are shown, in their order. */
  actions: readonly PlanAction[];
  left: readonly string[];
  today: string;
  canEdit: boolean;
  saving: Saving;
  /** The action that a followed link names. */
  meant: string | null;
  sort: Sort;
  onSort: (sort: Sort) => void;
  commands: Commands;
};

/** The plan's actions: a table where there is room, cards where there is not, by styles alone. */
export const Table = memo(({ actions, saving, meant, sort, onSort, ...shared }: Props) => {
  const { words } = useTab();
  return (
    <table role={roles.table} className="actions" aria-label={words.plan.actions}>
      <TableHead sort={sort} onSort={onSort} />
      <tbody role={roles.rowgroup} className="rows">
        {actions.map((action) => (
          <Row
            key={action.id}
            action={action}
            saving={saving[action.id] ?? null}
            isMeant={action.id === meant}
            {...shared}
          />
        ))}
      </tbody>
    </table>
  );
});
