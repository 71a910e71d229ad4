import { memo } from 'react';
import type { PlanAction, Status } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { ByWhen, Nothing, Outcome, Who } from './cells.tsx';
import { LongText } from './long-text.tsx';
import { roles } from './roles.ts';
import { RowControls } from './row-controls.tsx';
import { StatusCell } from './status-cell.tsx';
import type { Commands } from './use-commands.tsx';

export type RowProps = {
  action: PlanAction;
  /** Object ids of people who have left the team. */
  left: readonly string[];
  today: string;
  canEdit: boolean;
  /** The status on its way to the server; null where nothing is. */
  saving: Status | null;
  /** A followed link names this one. */
  isMeant: boolean;
  commands: Commands;
};

/** Where on the page an action stands. */
export const rowId = (actionId: string): string => `action-${actionId}`;

/** One action. It is drawn again only where something of it has changed. */
export const Row = memo(({ action, left, today, canEdit, saving, isMeant, commands }: RowProps) => {
  const { columns } = useTab().words;
  const looks = ['row', `is-${saving ?? action.status}`, isMeant ? 'is-meant' : ''];
  return (
    <tr role={roles.row} id={rowId(action.id)} className={looks.join(' ')} tabIndex={-1}>
      <th role={roles.rowheader} scope="row" className="cell cell-area" data-name={columns.area.name}>
        <LongText text={action.area} />
      </th>
      <td role={roles.cell} className="cell cell-activities" data-name={columns.activities.name}>
        {action.activities ? <LongText text={action.activities} /> : <Nothing />}
      </td>
      <td role={roles.cell} className="cell cell-who" data-name={columns.who.name}>
        <Who action={action} left={left} />
      </td>
      <td role={roles.cell} className="cell cell-due" data-name={columns.due.name}>
        <ByWhen action={action} today={today} />
      </td>
      <td role={roles.cell} className="cell cell-outcome" data-name={columns.outcome.name}>
        <Outcome action={action} />
      </td>
      <td role={roles.cell} className="cell cell-status" data-name={columns.status.name}>
        <StatusCell action={action} canEdit={canEdit} saving={saving} onStatus={commands.setStatus} />
      </td>
      <td role={roles.cell} className="cell cell-controls on-screen">
        <RowControls action={action} canEdit={canEdit} commands={commands} />
      </td>
    </tr>
  );
});
