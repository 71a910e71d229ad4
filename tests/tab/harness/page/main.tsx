import {
  FluentProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ConfigPage } from '../../../../tab/config/page.tsx';
import { RemovePage } from '../../../../tab/config/remove.tsx';
import { TabProvider } from '../../../../tab/context.ts';
import { ActionForm } from '../../../../tab/dialogs/action-form.tsx';
import { ConflictForm } from '../../../../tab/dialogs/conflict-form.tsx';
import { DoneForm } from '../../../../tab/dialogs/done-form.tsx';
import { HistoryDialog } from '../../../../tab/dialogs/history.tsx';
import { SettingsDialog } from '../../../../tab/dialogs/settings.tsx';
import type { Host, HostConfig } from '../../../../tab/host.ts';
import { wordsFor } from '../../../../tab/words/words.ts';
import * as sample from './sample.ts';
import { createStubApi, type Stage } from './stub-api.ts';

declare global {
  interface Window {
    stage: Stage & {
      said: string[];
      picked: typeof sample.team | null;
      valid: boolean;
      /** Changes the looks as Teams would. */
      setTheme: (theme: keyof typeof themes) => void;
      save: (() => Promise<{ displayName: string }>) | null;
    };
  }
}

const asked = new URLSearchParams(location.search);
const show = asked.get('show') ?? 'add';
const theme = asked.get('theme');
const themes = { dark: teamsDarkTheme, contrast: teamsHighContrastTheme, default: teamsLightTheme };
const isTheme = (name: string | null): name is keyof typeof themes => name !== null && name in themes;
const chosen = isTheme(theme) ? theme : 'default';

const { api, stage } = createStubApi(asked);
window.stage = Object.assign(stage, {
  said: [],
  picked: null,
  valid: false,
  save: null,
  setTheme: () => {},
});
const { said } = window.stage;

const config: HostConfig = {
  valid: (isValid) => {
    window.stage.valid = isValid;
  },
  onSave: (work) => {
    window.stage.save = work;
  },
  onRemove: () => said.push('may be removed'),
};

const host: Host = {
  kind: 'teams',
  person: asked.get('as') ?? sample.sam.id,
  place: {
    planId: sample.plan.id,
    channelId: '19:channel@thread.tacv2',
    channelKind: asked.has('private') ? 'private' : 'standard',
    teamName: 'North',
    openAction: null,
  },
  locale: 'en-GB',
  theme: chosen,
  onTheme: () => () => {},
  token: async () => 'token',
  ready: () => said.push('ready'),
  failed: () => said.push('failed'),
  pickPeople: asked.has('picker') ? async () => window.stage.picked : null,
  linkTo: () => null,
  config,
};

const dialogs: Record<string, (close: () => void) => React.ReactNode> = {
  add: (close) => (
    <ActionForm action={null} hint="How we begin meetings" onSaved={saved(close)} onClose={closed(close)} />
  ),
  edit: (close) => <ActionForm action={sample.action} onSaved={saved(close)} onClose={closed(close)} />,
  done: (close) => <DoneForm action={sample.action} onSaved={saved(close)} onClose={closed(close)} />,
  conflict: (close) => (
    <ConflictForm
      mine={{
        area: 'We prepare conferences with the family, a week ahead.',
        dueOn: '2027-01-15',
        support: 'A buddy',
      }}
      base={sample.action}
      current={{
        ...sample.action,
        etag: 'v1',
        area: 'We prepare families for every conference and review, together with them.',
        dueOn: '2026-12-11',
        status: 'doing',
      }}
      onSaved={saved(close)}
      onClose={closed(close)}
    />
  ),
  history: (close) => <HistoryDialog action={sample.action} onClose={closed(close)} />,
  settings: (close) => (
    <SettingsDialog
      plan={window.stage.plan}
      me={
        asked.has('member')
          ? { ...sample.me, isManager: false, mayAppoint: asked.has('unmanaged') }
          : sample.me
      }
      onSaved={({ name }) => said.push(`plan saved: ${name}`)}
      onRestored={({ id }) => said.push(`restored: ${id}`)}
      onClose={closed(close)}
    />
  ),
};

const saved = (close: () => void) => (action: { area: string }) => {
  said.push(`saved: ${action.area}`);
  close();
};
const closed = (close: () => void) => () => {
  said.push('closed');
  close();
};

const Page = () => {
  const [isOpen, setOpen] = useState(false);
  if (show === 'config') return <ConfigPage />;
  if (show === 'remove') return <RemovePage />;
  return (
    <main>
      <h1>The plan</h1>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && dialogs[show]?.(() => setOpen(false))}
    </main>
  );
};

const Root = () => {
  const [looks, setLooks] = useState(chosen);
  window.stage.setTheme = setLooks;
  document.documentElement.style.colorScheme = looks === 'default' ? 'light' : 'dark';
  return (
    <FluentProvider theme={themes[looks]} data-theme={looks} style={{ minHeight: '100vh' }}>
      <TabProvider value={tab}>
        <Page />
      </TabProvider>
    </FluentProvider>
  );
};

const tab = { host, api, words: wordsFor('en-GB') };
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
}
