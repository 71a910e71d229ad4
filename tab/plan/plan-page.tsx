import { useCallback, useEffect } from 'react';
import { useTab } from '../context.ts';
import { FirstSight } from '../first-sight.tsx';
import { Plan } from './plan.tsx';
import { TroublePage } from './trouble-page.tsx';
import { usePlan } from './use-plan.ts';

/** The plan, or what stands for it: its outline, or what went wrong and a way on. */
export const PlanPage = () => {
  const { host } = useTab();
  // Only what is read of it draws this page again, so a look that finds nothing new draws nothing.
  const query = usePlan();
  const { refetch } = query;
  const trouble = query.error?.trouble ?? null;
  const seen = query.data?.seen ?? null;
  const isThere = seen !== null || trouble !== null;
  useEffect(() => {
    if (isThere) host.ready();
  }, [isThere, host]);

  const mustSignIn = trouble?.kind === 'signIn';
  const again = useCallback(async () => {
    if (mustSignIn) await host.token(true).catch(() => {});
    await refetch();
  }, [mustSignIn, host, refetch]);

  if (seen) {
    return <Plan seen={seen} trouble={trouble} asOf={trouble ? query.dataUpdatedAt : 0} again={again} />;
  }
  return trouble ? <TroublePage trouble={trouble} again={again} /> : <FirstSight />;
};
