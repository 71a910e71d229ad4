import { QueryClient } from '@tanstack/react-query';

/** Reads are repeated by the plan's own rhythm alone, and are tried without a connection too: they say so at once. */
export const createQueries = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always', gcTime: Infinity } } });
