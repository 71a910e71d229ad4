import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { HistoryEntry, PlanAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { Frame } from './frame.tsx';
import { sentencesOf } from './history-sentences.ts';
import { momentInWords } from './moments.ts';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({
  area: { margin: '0 0 8px', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'pre-wrap' },
  quiet: { margin: '0 0 16px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  entry: {
    padding: '0 0 16px 16px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { paddingBottom: '0' },
  },
  when: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  what: { margin: '2px 0 0' },
});

/** Who changed what and when, of one action or (null) of the plan itself, newest first. */
export const HistoryDialog = ({ action, onClose }: { action: PlanAction | null; onClose(): void }) => {
  const styles = useStyles();
  const { api, words } = useTab();
  const { history } = words;
  const [entries, setEntries] = useState<HistoryEntry[] | 'asking' | 'troubled'>('asking');
  const actionId = action?.id ?? null;
  const ask = useCallback(async () => {
    setEntries('asking');
    const answer = await api.history(actionId);
    setEntries(answer.ok ? answer.value : 'troubled');
  }, [api, actionId]);
  useEffect(() => void ask(), [ask]);

  return (
    <Frame title={action ? history.action : history.plan} close={history.close} isReading onClose={onClose}>
      {action && <p className={styles.area}>{action.area}</p>}
      <p className={styles.quiet}>{history.lead}</p>
      {entries === 'troubled' && (
        <Notice kind="fault" action={<Button onClick={() => void ask()}>{history.again}</Button>}>
          {history.trouble}
        </Notice>
      )}
      {entries === 'asking' && <p role="status">{history.asking}</p>}
      {Array.isArray(entries) && entries.length === 0 && <p role="status">{history.none}</p>}
      {Array.isArray(entries) && (
        <ol className={styles.list}>
          {entries.map((entry) => (
            <li key={entry.id} className={styles.entry}>
              <time dateTime={entry.at} className={styles.when}>
                {momentInWords(words.locale, entry.at)}
              </time>
              {sentencesOf(words, entry).map((sentence) => (
                <p key={sentence} className={styles.what}>
                  <strong>{entry.by.name}</strong> {sentence}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </Frame>
  );
};
