import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { useTab } from '../context.ts';
import { useReturnFocus } from './use-return-focus.ts';

const useStyles = makeStyles({
  panel: {
    flex: '1 1 auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '8px',
  },
  text: { flex: '1 1 240px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  why: { color: tokens.colorNeutralForeground2 },
  button: { '@media (pointer: coarse)': { minHeight: '44px' } },
});

/** Asks before unsaved words are thrown away, in the place of the form's buttons; Escape keeps them. */
export const AskDiscard = ({ onKeep, onDiscard }: { onKeep(): void; onDiscard(): void }) => {
  const { form } = useTab().words;
  const styles = useStyles();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  useReturnFocus();
  useEffect(() => panel.current?.querySelector('button')?.focus(), []);
  return (
    <div
      ref={panel}
      role="alertdialog"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}w`}
      className={styles.panel}
    >
      <div className={styles.text}>
        <div id={`${id}t`} className={styles.title}>
          {form.unsaved}
        </div>
        <div id={`${id}w`} className={styles.why}>
          {form.unsavedWhy}
        </div>
      </div>
      <Button appearance="primary" className={styles.button} onClick={onKeep}>
        {form.keepEditing}
      </Button>
      <Button className={styles.button} onClick={onDiscard}>
        {form.discard}
      </Button>
    </div>
  );
};
