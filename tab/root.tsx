import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { createApi } from './api/client.ts';
import { TabProvider } from './context.ts';
import { ErrorFence } from './error-fence.tsx';
import type { Found } from './found.ts';
import type { Host, Theme } from './host.ts';
import { NoHost } from './no-host.tsx';
import { Pages } from './pages.tsx';
import { createQueries } from './queries.ts';
import { wordsFor } from './words/words.ts';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** The whole tab: what is around it, its looks, and the page that its address asks for. */
export const Root = ({ found }: { found: Found }) => {
  const host = 'host' in found ? found.host : null;
  const theme = useTheme(host);
  const words = useMemo(() => wordsFor(host?.locale ?? navigator.language), [host]);
  return (
    <FluentProvider theme={themes[theme]} className="tab" data-theme={theme} lang={words.locale}>
      <ErrorFence words={words} onError={() => host?.failed()}>
        {'host' in found ? <InHost host={found.host} /> : <NoHost found={found} words={words} />}
      </ErrorFence>
    </FluentProvider>
  );
};

const InHost = ({ host }: { host: Host }) => {
  const parts = useMemo(
    () => ({
      tab: { host, api: createApi(host.place.planId, host.token), words: wordsFor(host.locale) },
      queries: createQueries(),
    }),
    [host],
  );
  return (
    <TabProvider value={parts.tab}>
      <QueryClientProvider client={parts.queries}>
        <Pages />
      </QueryClientProvider>
    </TabProvider>
  );
};

/** The host's theme as it changes; without a host, the machine's. */
const useTheme = (host: Host | null): Theme => {
  const [theme, setTheme] = useState<Theme>(() => host?.theme ?? machineTheme());
  useEffect(() => host?.onTheme(setTheme), [host]);
  return theme;
};

const machineTheme = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default');
