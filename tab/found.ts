import type { Host } from './host.ts';

/** A person of a developer's machine, and the team whose plan they can see. */
export type LocalStage = {
  people: { id: string; name: string }[];
  team: { id: string; name: string } | null;
};

export type Found =
  | { host: Host }
  /** In Teams, but in no team's channel. */
  | { noHost: 'noTeam' }
  | { noHost: 'outsideTeams' }
  /** There may be a Teams around it, which has not answered yet. */
  | { noHost: 'silent' }
  /** A developer's machine, and nobody chosen yet. */
  | { noHost: 'choose'; stage: LocalStage };
