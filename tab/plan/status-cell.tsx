import { type PlanAction, type Status, statuses } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';

type Props = {
  action: PlanAction;
  canEdit: boolean;
  saving: Status | null;
  onStatus: (action: PlanAction, status: Status) => void;
};

/** The status, which can be changed in place; the choice of *done* says that more follows. */
export const StatusCell = ({ action, canEdit, saving, onStatus }: Props) => {
  const { status: names, row } = useTab().words;
  const status = saving ?? action.status;
  const text = (
    <span className={`status-text status-${status}${canEdit ? ' on-paper' : ''}`}>{names[status]}</span>
  );
  if (!canEdit) return text;
  return (
    <>
      {text}
      <span className={`status-choice status-${status} on-screen`}>
        <select
          className="field"
          aria-label={row.statusOf(action.area)}
          value={status}
          onChange={({ target }) => {
            const chosen = statuses.find((each) => each === target.value);
            // While one change is on its way another would only run into it.
            if (chosen && saving === null) onStatus(action, chosen);
          }}
        >
          {statuses.map((each) => (
            <option key={each} value={each}>
              {each === 'done' && status !== 'done' ? row.doneNext : names[each]}
            </option>
          ))}
        </select>
      </span>
      {saving !== null && <span className="saving">{row.saving}</span>}
    </>
  );
};
