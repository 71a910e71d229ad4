import { type Inside, openInside } from '../../bot/inside.ts';
import type { ActionDraft, PlanAction } from '../../bot/plan/contract.ts';
import { isRefusal, type PlanDesk } from '../../bot/plan/desk.ts';
import { startAzurite } from '../helpers/azurite.ts';
import { textOf } from '../helpers/cards.ts';
import type { Json, Message } from '../helpers/teams-connector.ts';
import type { Person, Shown } from '../helpers/teams-person.ts';
import type { Channel, Team } from '../helpers/teams-team.ts';
import { startWorld, type TeamsWorld } from '../helpers/teams-world.ts';
import { openWire, type Wire } from '../tables/wire.ts';

/** A team with a plan, in Teams as the tests play it, around the real server on real tables. */
export type PlanTeam = {
  world: TeamsWorld;
  wire: Wire;
  inside: Inside;
  desk: PlanDesk;
  sam: Person;
  jo: Person;
  north: Team;
  /** Adds an action to the team's plan, as Sam does in the tab. */
  action(draft: ActionDraft, planId?: string): Promise<PlanAction>;
  /** The action as the plan has it; null where it is gone. */
  find(id: string, planId?: string): Promise<PlanAction | null>;
  stop(): Promise<void>;
};

export const startPlanTeam = async (): Promise<PlanTeam> => {
  const azurite = await startAzurite();
  const wire = await openWire(azurite.port);
  let inside: Inside | undefined;
  const world = await startWorld({
    connectionString: wire.connectionString,
    overrides: {
      openInside: async (...given) => {
        inside = await openInside(...given);
        return inside;
      },
    },
  });
  if (inside === undefined) throw new Error('The server was not put together.');
  const desk = inside.planDesk;
  world.clock.now = new Date('2026-11-22T12:00:00Z');
  const sam = world.person('Sam Okafor');
  const jo = world.person('Jo Bennett');
  for (const person of [sam, jo]) await person.installs();
  const north = world.team('Early Help North', [sam, jo]);
  await north.addsBot();
  let keys = 0;
  return {
    world,
    wire,
    inside,
    desk,
    sam,
    jo,
    north,
    action: async (draft, planId = north.id) => {
      keys += 1;
      const added = await desk.add(sam.id, planId, draft, `key-${keys}`);
      if (isRefusal(added)) throw new Error(JSON.stringify(added));
      return added.action;
    },
    find: async (id, planId = north.id) => {
      const read = await desk.read(sam.id, planId, null);
      if (read === 'same' || isRefusal(read)) throw new Error(JSON.stringify(read));
      return read.seen.actions.find((one) => one.id === id) ?? null;
    },
    stop: async () => {
      await world.stop();
      await wire.close();
      await azurite.stop();
    },
  };
};

/** Says it in the channel; gives what stands there in answer. */
export const inChannel = (
  person: Person,
  { conversation, channelData }: Pick<Channel, 'conversation' | 'channelData'>,
  words = 'plan',
): Promise<Message[]> => person.says(`<at>Four Ways</at> ${words}`, { conversation, channelData });

export const text = ({ card }: Pick<Shown, 'card'>): string => textOf(card);

/** The links a card offers. */
export const linksOf = (card: Json): string[] => {
  const actions = Array.isArray(card.actions) ? (card.actions as Json[]) : [];
  return actions.flatMap(({ type, url }) => (type === 'Action.OpenUrl' ? [String(url)] : []));
};
