import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { PlanFacts } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { Notice } from './notice.tsx';
import { tidy } from './values.ts';

const useStyles = makeStyles({
  what: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    marginTop: '12px',
    '@media (pointer: coarse)': { '& button': { minHeight: '44px' } },
  },
});

/** Erases everything in the plan: explains first, then asks for the plan's name, typed. */
export const EmptyPlan = ({ plan, onEmptied }: { plan: PlanFacts; onEmptied(plan: PlanFacts): void }) => {
  const styles = useStyles();
  const { api, words } = useTab();
  const said = words.removed.empty;
  const [isAsking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const isBusy = useRef(false);

  if (plan.emptying) return <Notice kind="calm">{said.running}</Notice>;
  const sure = async () => {
    if (isBusy.current) return;
    setTrouble(null);
    if (tidy(typed) !== plan.name) return setFault(words.form.faults.notConfirmed);
    isBusy.current = true;
    const answer = await api.empty(tidy(typed), plan.etag);
    isBusy.current = false;
    if (answer.ok) return onEmptied(answer.value);
    const { trouble: found } = answer;
    if (found.kind === 'unfit') return setFault(words.form.faults.notConfirmed);
    if (found.kind !== 'stale') return setTrouble(words.removed.trouble);
    setTrouble(said.stale);
    setTyped('');
    if ('managers' in found.current) onEmptied(found.current);
  };
  const press = (event: KeyboardEvent) => {
    // Enter sends the form around this; here it does nothing: erasing takes its own button.
    if (event.key === 'Enter') event.preventDefault();
  };

  return (
    <>
      <p className={styles.what}>{said.what}</p>
      {trouble && <Notice kind="fault">{trouble}</Notice>}
      {isAsking ? (
        <>
          <Field
            label={said.type(plan.name)}
            validationState={fault === null ? 'none' : 'error'}
            validationMessage={fault}
          >
            <Input
              ref={focusOnce}
              autoComplete="off"
              value={typed}
              onKeyDown={press}
              onChange={(_event, { value }) => {
                setTyped(value);
                setFault(null);
              }}
            />
          </Field>
          <div className={styles.row}>
            <Button onClick={() => setAsking(false)}>{said.keep}</Button>
            <Button onClick={() => void sure()}>{said.sure}</Button>
          </div>
        </>
      ) : (
        <div className={styles.row}>
          <Button onClick={() => setAsking(true)}>{said.start}</Button>
        </div>
      )}
    </>
  );
};

const focusOnce = (input: HTMLInputElement | null): void => input?.focus();
