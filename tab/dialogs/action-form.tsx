import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { ActionAnswers } from './action-answers.tsx';
import { EditingForm } from './editing-form.tsx';
import { useEditing } from './use-editing.ts';

const useStyles = makeStyles({
  readers: { margin: '0 0 16px', color: tokens.colorNeutralForeground2 },
});

/**
 * Adds an action (`action` null) or edits one.
 * @param props.hint what the area of practice could be; shown, never sent
 * @param props.left object ids of people of the plan who have left the team, where the page knows them
 */
export const ActionForm = (props: {
  action: PlanAction | null;
  hint?: string | undefined;
  left?: readonly string[] | undefined;
  onSaved(action: PlanAction): void;
  onClose(): void;
}) => {
  const styles = useStyles();
  const { form } = useTab().words;
  const { onSaved, onClose } = props;
  const editing = useEditing({ action: props.action, form: 'edit', onSaved });
  const isNew = editing.base === null;
  return (
    <EditingForm
      title={isNew ? form.add : form.edit}
      save={isNew ? form.addIt : form.save}
      editing={editing}
      onSaved={onSaved}
      onClose={onClose}
    >
      {(faultOf) => (
        <>
          <p className={styles.readers}>
            {form.readers} {isNew && form.needed}
          </p>
          <ActionAnswers
            values={editing.values}
            hint={props.hint}
            left={props.left}
            dueOn={editing.base?.dueOn ?? null}
            faultOf={faultOf}
            onChange={editing.set}
          />
        </>
      )}
    </EditingForm>
  );
};
