import type { Found } from './found.ts';
import { teamsHost } from './teams.ts';

/**
 * The client around the tab. A developer's machine is asked about first only where the address names a person, so
 * that in Teams nothing comes before the handshake; its code is loaded nowhere else.
 */
export const findHost = async (): Promise<Found> => {
  if (new URLSearchParams(location.search).has('as')) {
    const local = await localHost();
    if (local) return local;
  }
  const teams = await teamsHost();
  if (teams === 'noTeam') return { noHost: 'noTeam' };
  if (teams === 'silent') return { noHost: 'silent' };
  if (teams) return { host: teams };
  return (await localHost()) ?? { noHost: 'outsideTeams' };
};

const localHost = async (): Promise<Found | null> => {
  const answer = await fetch('/local/stage.json', { signal: AbortSignal.timeout(3_000) }).catch(() => null);
  if (!answer?.ok) return null;
  const stage: unknown = await answer.json().catch(() => null);
  if (stage === null) return null;
  const { openLocally } = await import('./local.ts');
  return openLocally(stage);
};
