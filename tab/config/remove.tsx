import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useTab } from '../context.ts';

const useStyles = makeStyles({
  page: { maxWidth: '640px', margin: '0 auto', padding: '20px clamp(16px, 4vw, 24px) 32px' },
  title: { margin: '0 0 12px', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: '0 0 12px' },
});

/** The page that Teams shows when the tab is taken off: the plan stays. */
export const RemovePage = () => {
  const styles = useStyles();
  const { host, words } = useTab();
  const { removal } = words.config;
  useEffect(() => {
    host.config?.onRemove(async () => {
      // The plan belongs to the team, not to its tab: nothing is to be done.
    });
    host.config?.valid(true);
    host.ready();
  }, [host]);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{removal.title}</h1>
      <p className={styles.text}>{removal.keeps}</p>
      <p className={styles.text}>{removal.instead}</p>
    </main>
  );
};
