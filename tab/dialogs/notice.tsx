import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '10px 12px',
    marginBottom: '16px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeftWidth: '4px',
    backgroundColor: tokens.colorNeutralBackground2,
    '& > :first-child': { flex: '1 1 220px' },
    '@media (pointer: coarse)': { '& button': { minHeight: '44px' } },
  },
  calm: { borderLeftColor: tokens.colorBrandStroke1 },
  fault: { borderLeftColor: tokens.colorPaletteRedBorderActive },
});

/**
 * A sentence, and perhaps a way on beside it. A fault is said aloud at once; a calm one when the reader pauses.
 */
export const Notice = (props: { kind: 'calm' | 'fault'; children: ReactNode; action?: ReactNode }) => {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.notice, styles[props.kind])}>
      <div role={props.kind === 'fault' ? 'alert' : 'status'}>{props.children}</div>
      {props.action}
    </div>
  );
};
