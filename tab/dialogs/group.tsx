import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  group: {
    border: '0',
    padding: '0 0 0 12px',
    margin: '0',
    minWidth: '0',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
  },
  legend: { padding: '0', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300 },
  help: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, margin: '2px 0 0' },
  pair: {
    display: 'grid',
    gap: '14px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
  },
});

/** Answers that make up one column of the plan, under its name and question. */
export const Group = (props: { title: string; help: string; isPair?: boolean; children: ReactNode }) => {
  const styles = useStyles();
  const helpId = useId();
  return (
    <fieldset className={styles.group} aria-describedby={helpId}>
      <legend className={styles.legend}>{props.title}</legend>
      <div id={helpId} className={styles.help}>
        {props.help}
      </div>
      {props.isPair ? <div className={styles.pair}>{props.children}</div> : props.children}
    </fieldset>
  );
};
