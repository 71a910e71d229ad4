import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { EditingForm } from './editing-form.tsx';
import { OutcomeAnswers } from './outcome-answers.tsx';
import { useEditing } from './use-editing.ts';

const useStyles = makeStyles({
  area: { margin: '0 0 12px', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'pre-wrap' },
  quiet: { margin: '0', color: tokens.colorNeutralForeground2 },
  outcome: {
    margin: '6px 0 0',
    padding: '2px 0 2px 12px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    whiteSpace: 'pre-wrap',
  },
  asked: { display: 'flex', flexDirection: 'column', gap: '16px', marginTop: '20px' },
});

/** Marks an action as done, and asks the outcome question; to mark it alone is fine. */
export const DoneForm = (props: {
  action: PlanAction;
  onSaved(action: PlanAction): void;
  onClose(): void;
}) => {
  const styles = useStyles();
  const { form } = useTab().words;
  const { action, onSaved, onClose } = props;
  const editing = useEditing({ action, form: 'done', preset: { status: 'done' }, onSaved });
  const wasDone = action.status === 'done';
  return (
    <EditingForm
      title={wasDone ? form.howWentIt : form.done}
      save={wasDone ? form.save : form.markDone}
      editing={editing}
      onSaved={onSaved}
      onClose={onClose}
    >
      {(faultOf) => (
        <>
          <p className={styles.area}>{action.area}</p>
          {action.outcome === '' ? (
            <p className={styles.quiet}>{form.noOutcome}</p>
          ) : (
            <>
              <p className={styles.quiet}>{form.ourOutcome}</p>
              <blockquote className={styles.outcome}>{action.outcome}</blockquote>
            </>
          )}
          <div className={styles.asked}>
            <OutcomeAnswers values={editing.values} faultOf={faultOf} onChange={editing.set} />
            <p className={styles.quiet}>
              {form.inTheEndHelp} {form.readers}
            </p>
          </div>
        </>
      )}
    </EditingForm>
  );
};
