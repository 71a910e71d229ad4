import type { PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { Disclosure } from './disclosure.tsx';
import type { Commands } from './use-commands.tsx';

type Props = { action: PlanAction; canEdit: boolean; commands: Commands };

/** What can be done with one action; somebody who only reads can copy its link. */
export const RowControls = ({ action, canEdit, commands }: Props) => {
  const { row } = useTab().words;
  if (!canEdit) {
    return (
      <button type="button" className="quiet" onClick={() => void commands.copyLink(action)}>
        {row.copyLink}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={row.editOf(action.area)}
        onClick={() => commands.edit(action)}
      >
        {row.edit}
      </button>
      <Disclosure
        label={row.moreOf(action.area)}
        choices={() => [
          { name: row.history, onPress: () => commands.history(action) },
          { name: row.copyLink, onPress: () => void commands.copyLink(action) },
          { name: row.remove, onPress: () => commands.remove(action) },
        ]}
      />
    </>
  );
};
