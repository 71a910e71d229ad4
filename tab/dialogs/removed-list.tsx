import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlanAction, RemovedAction } from '../../bot/plan/contract.ts';
import { useTab } from '../context.ts';
import { dayInWords, momentInWords } from './moments.ts';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({
  quiet: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px 16px',
    alignItems: 'center',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (pointer: coarse)': { '& button': { minHeight: '44px' } },
  },
  text: { flex: '1 1 220px', minWidth: '0' },
  area: { display: '-webkit-box', WebkitLineClamp: '3', WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  by: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Deleted actions, each to be brought back while its days last. */
export const RemovedList = ({ onRestored }: { onRestored(action: PlanAction): void }) => {
  const styles = useStyles();
  const { api, words } = useTab();
  const { removed } = words;
  const [list, setList] = useState<RemovedAction[] | 'asking' | 'troubled'>('asking');
  const [said, setSaid] = useState<{ kind: 'calm' | 'fault'; text: string } | null>(null);
  const isBusy = useRef(false);
  const heading = useRef<HTMLParagraphElement>(null);
  const ask = useCallback(async () => {
    const answer = await api.removed();
    setList(answer.ok ? answer.value : 'troubled');
  }, [api]);
  useEffect(() => void ask(), [ask]);

  const restore = async (action: RemovedAction) => {
    if (isBusy.current) return;
    isBusy.current = true;
    const answer = await api.restore(action.id);
    isBusy.current = false;
    if (answer.ok) {
      setList((before) => (Array.isArray(before) ? before.filter(({ id }) => id !== action.id) : before));
      setSaid({ kind: 'calm', text: removed.restored });
      // The button that was pressed has gone.
      heading.current?.focus();
      onRestored(answer.value);
      return;
    }
    const { kind } = answer.trouble;
    const text = kind === 'gone' ? removed.gone : kind === 'unfit' ? removed.full : removed.trouble;
    setSaid({ kind: 'fault', text });
  };

  return (
    <>
      <p className={styles.quiet} tabIndex={-1} ref={heading}>
        {removed.lead} {Array.isArray(list) && list.length === 0 && removed.none}
      </p>
      {said && <Notice kind={said.kind}>{said.text}</Notice>}
      {list === 'asking' && <p role="status">{removed.asking}</p>}
      {list === 'troubled' && (
        <Notice kind="fault" action={<Button onClick={() => void ask()}>{words.form.again}</Button>}>
          {removed.trouble}
        </Notice>
      )}
      {Array.isArray(list) && (
        <ul className={styles.list}>
          {list.map((action) => (
            <li key={action.id} className={styles.item}>
              <div className={styles.text}>
                <div className={styles.area}>{action.area}</div>
                <div className={styles.by}>
                  {removed.by(
                    action.removedBy.name,
                    momentInWords(words.locale, action.removedAt),
                    dayInWords(words.locale, action.until),
                  )}
                </div>
              </div>
              <Button
                aria-label={removed.restoreThis(action.area.slice(0, 80))}
                onClick={() => void restore(action)}
              >
                {removed.restore}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
