import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { PlanSeen } from '../../bot/plan/contract.ts';
import type { Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import { FactsShown } from '../dialogs/facts-shown.tsx';
import { Notice } from '../dialogs/notice.tsx';
import { NotHere } from './not-here.tsx';
import { placeTab } from './place-tab.ts';
import { Setup } from './setup.tsx';
import { useHostSave } from './use-host-save.ts';

const useStyles = makeStyles({
  page: {
    maxWidth: '640px',
    margin: '0 auto',
    padding: '20px clamp(16px, 4vw, 24px) 32px',
    overflowWrap: 'anywhere',
  },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lead: { margin: '0 0 20px', color: tokens.colorNeutralForeground2 },
});

/**
 * The page that Teams shows when the tab is added. *Save* is the host's own; what stands here decides whether it
 * can be pressed, and does the work.
 */
export const ConfigPage = () => {
  const styles = useStyles();
  const { api, host, words } = useTab();
  const { config } = words;
  const [seen, setSeen] = useState<PlanSeen | Trouble | null>(null);
  const [isQuicker, setQuicker] = useState(false);
  const read = useCallback(async () => {
    const answer = await api.read(null);
    if (!answer.ok) return setSeen(answer.trouble);
    if (answer.value !== 'same') setSeen(answer.value.seen);
  }, [api]);
  useEffect(() => {
    void read().then(host.ready);
  }, [read, host]);
  const quicker = useCallback(() => {
    setQuicker(true);
    void read();
  }, [read]);

  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{config.title}</h1>
      <p className={styles.lead}>{config.lead}</p>
      {seen === null && <p role="status">{config.asking}</p>}
      {seen !== null && 'kind' in seen && <Failed trouble={seen} onAgain={() => void read()} />}
      {seen !== null && 'plan' in seen && !seen.me.canEdit && <Notice kind="calm">{config.guest}</Notice>}
      {seen !== null && 'plan' in seen && seen.me.canEdit && (
        <>
          {isQuicker && <Notice kind="fault">{config.quicker}</Notice>}
          {seen.plan.managers.length > 0 ? (
            <Existing seen={seen} />
          ) : (
            <Setup seen={seen} onQuicker={quicker} />
          )}
        </>
      )}
    </main>
  );
};

const Failed = ({ trouble, onAgain }: { trouble: Trouble; onAgain(): void }) => {
  const { config } = useTab().words;
  if (trouble.kind === 'outside') return <NotHere onAgain={onAgain} />;
  const said: Partial<Record<Trouble['kind'], string>> = config.trouble;
  const sentence = said[trouble.kind] ?? config.trouble.broken;
  return (
    <Notice kind="fault" action={<Button onClick={onAgain}>{config.again}</Button>}>
      {sentence}
    </Notice>
  );
};

/** There is a plan: saving adds the tab, and tells the plan in which channel it stands. */
const Existing = ({ seen }: { seen: PlanSeen }) => {
  const { api, host, words } = useTab();
  const { config } = words;
  const { channelId } = host.place;
  const trouble = useHostSave(true, async () => {
    if (channelId === null) return { ok: true, value: null };
    return placeTab(api, channelId, seen.plan.etag);
  });
  return (
    <>
      {trouble !== null && <Notice kind="fault">{trouble}</Notice>}
      <Notice kind="calm">
        {config.exists} {config.existsWhy}
      </Notice>
      <FactsShown plan={seen.plan} isBare />
    </>
  );
};
