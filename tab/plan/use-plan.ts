import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { PlanAction, PlanFacts } from '../../bot/plan/contract.ts';
import type { Api, Trouble } from '../api/api.ts';
import { useTab } from '../context.ts';
import { keepKnown, type Seen } from './keep-known.ts';

/** How often the plan is looked at while somebody can see it, in milliseconds; others' changes show within this. */
const rhythm = 10_000;

/** Carries a trouble through the query, whose errors must be errors. */
export class ReadTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.kind);
    this.trouble = trouble;
  }
}

const planKey = ['plan'] as const;

const planQuery = (api: Api) =>
  queryOptions<Seen, ReadTrouble, Seen, typeof planKey>({
    queryKey: planKey,
    queryFn: async ({ client }) => {
      const known = client.getQueryData<Seen>(planKey);
      const answer = await api.read(known?.etag ?? null);
      if (!answer.ok) throw new ReadTrouble(answer.trouble);
      if (answer.value !== 'same') return answer.value;
      if (known) return known;
      throw new ReadTrouble({ kind: 'broken', status: 304 });
    },
    structuralSharing: (known, newer) => keepKnown(known as Seen | undefined, newer as Seen),
    staleTime: 0,
    refetchOnWindowFocus: ({ state }) => (mustAsk(state.error) ? false : 'always'),
    refetchOnReconnect: ({ state }) => (mustAsk(state.error) ? false : 'always'),
    refetchIntervalInBackground: false,
    refetchInterval: ({ state }) => {
      if (mustAsk(state.error)) return false;
      const trouble = state.error?.trouble;
      return trouble?.kind === 'busy' ? Math.max(trouble.retryAfter * 1000, rhythm) : rhythm;
    },
  });

/** Only the person can mend it: a look by itself could open the host's sign-in before them again and again. */
const mustAsk = (error: ReadTrouble | null): boolean =>
  error?.trouble.kind === 'signIn' || error?.trouble.kind === 'elsewhere';

/** The plan, read at once and then again and again while the page can be seen; a hidden page asks for nothing. */
export const usePlan = () => useQuery(planQuery(useTab().api));

/**
 * Changes what is known of the plan, without waiting for the next look; a look under way is older and is dropped. An
 * answer may be older than what was known, too, so the next look is for the whole, and mends that.
 */
export const createKnown = (client: QueryClient) => {
  const change = async (how: (seen: Seen['seen']) => Seen['seen']): Promise<void> => {
    await client.cancelQueries({ queryKey: planKey });
    client.setQueryData<Seen>(planKey, (known) => known && { seen: how(known.seen), etag: null });
  };
  return {
    put: (action: PlanAction) =>
      change((seen) => ({
        ...seen,
        actions: seen.actions.some(({ id }) => id === action.id)
          ? seen.actions.map((each) => (each.id === action.id ? action : each))
          : [...seen.actions, action],
      })),
    take: (actionId: string) =>
      change((seen) => ({ ...seen, actions: seen.actions.filter(({ id }) => id !== actionId) })),
    setPlan: (plan: PlanFacts) => change((seen) => ({ ...seen, plan })),
    action: (actionId: string): PlanAction | null =>
      client.getQueryData<Seen>(planKey)?.seen.actions.find(({ id }) => id === actionId) ?? null,
    /** Object ids of people named in the plan who have left the team. */
    left: () => client.getQueryData<Seen>(planKey)?.seen.plan.left ?? [],
    lookAgain: () => client.invalidateQueries({ queryKey: planKey }),
  };
};
export type Known = ReturnType<typeof createKnown>;
