import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLog } from '../../bot/log.ts';
import type { AskTeams } from '../../bot/people/access.ts';
import { createAskTeams } from '../../bot/teams/ask-teams.ts';
import { createConnector } from '../../bot/teams/connector.ts';
import { serviceUrls } from '../../bot/teams/service-urls.ts';
import { type FakeConnector, type Fault, startConnector } from '../helpers/teams-connector.ts';
import { outboundToken } from '../helpers/teams-issuer.ts';

/** Teams is asked for one person of a place, over its own HTTP interface. */
const place = '19:north@thread.tacv2';
const tenant = randomUUID();
const [ann, gus, eve, far] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
let teams: FakeConnector;
let logs: string[];
/** Whose Teams id the bot has met. */
const met = new Map<string, string>();

beforeAll(async () => {
  teams = await startConnector();
  teams.rosters.set(place, [
    { id: '29:ann', name: 'Ann', aadObjectId: ann, tenantId: tenant.toUpperCase(), userRole: 'user' },
    { id: '29:gus', name: 'Gus', aadObjectId: gus, tenantId: tenant, userRole: 'guest' },
    { id: '29:far', name: 'Far', aadObjectId: far, tenantId: randomUUID(), userRole: 'user' },
    { id: '29:anonymous', name: 'Anonymous', aadObjectId: eve, tenantId: tenant, userRole: 'anonymous' },
  ]);
});
afterAll(() => teams.stop());

const ask = (
  person: string,
  allowedTenants: string[] | null = [tenant],
  at = place,
): ReturnType<AskTeams> => {
  logs = [];
  const connector = createConnector({
    token: async () => outboundToken,
    serviceUrls: serviceUrls([teams.serviceUrl], false),
    timeoutMs: 300,
    log: createLog((line) => logs.push(line)),
  });
  const directory = {
    find: async (id: string) => {
      const teamsId = met.get(id);
      return teamsId === undefined
        ? null
        : { id, name: '', teamsId, locale: null, chat: null, welcomedAt: null };
    },
  };
  const asking = createAskTeams({ connector, directory, allowedTenants });
  return asking({ serviceUrl: teams.serviceUrl, conversationId: at }, person);
};

const calls = async (work: () => Promise<unknown>): Promise<number> => {
  const before = teams.calls.length;
  await work();
  return teams.calls.length - before;
};

test('a member is one, with the roster’s name, for one call', async () => {
  expect(await calls(async () => expect(await ask(ann)).toEqual({ name: 'Ann', guest: false }))).toBe(1);
});

test('a guest is told from a member', async () => {
  expect(await ask(gus)).toEqual({ name: 'Gus', guest: true });
});

test('somebody of another organisation is outside, unless it is allowed', async () => {
  expect(await ask(far)).toBe('outside');
  expect(await ask(far, null)).toEqual({ name: 'Far', guest: false });
});

test('somebody without an account is outside', async () => {
  expect(await ask(eve)).toBe('outside');
});

test('somebody who is not in the roster is outside, for one call where they were never met', async () => {
  const nobody = randomUUID();
  expect(await calls(async () => expect(await ask(nobody)).toBe('outside'))).toBe(1);
});

test('a client that finds people by their Teams id alone is asked again with it', async () => {
  teams.byTeamsIdAlone = true;
  met.set(ann, '29:ann');
  expect(await ask(ann)).toEqual({ name: 'Ann', guest: false });
  // Whoever has that Teams id must have the object id that was asked for.
  met.set(gus, '29:ann');
  expect(await ask(gus)).toBe('outside');
  teams.byTeamsIdAlone = false;
});

test.each<[Fault, string]>([
  [{ status: 404, code: 'MemberNotFoundInConversation' }, 'outside'],
  [{ status: 404, code: 'ConversationNotFound' }, 'outside'],
  [{ status: 400, code: 'BadArgument' }, 'outside'],
  [{ status: 403, code: 'BotNotInConversationRoster' }, 'outside'],
  [{ status: 403, code: 'BotDisabledByAdmin' }, 'unreachable'],
  [{ status: 401, code: 'Unauthorized' }, 'unreachable'],
  [{ status: 429, code: 'Throttled', retryAfter: 2 }, 'unreachable'],
  [{ status: 500 }, 'unreachable'],
  [{ status: 503 }, 'unreachable'],
  [{ drop: 'before' }, 'unreachable'],
])('the refusal %j means %s, after one attempt', async (fault, meaning) => {
  met.delete(ann);
  teams.faults.set(place, fault);
  expect(await calls(async () => expect(await ask(ann)).toBe(meaning))).toBe(1);
  teams.faults.delete(place);
  expect(logs.join()).not.toContain(ann);
});

test('a place that the bot is not in, or not any more, vouches for nobody', async () => {
  teams.without.add(place);
  expect(await ask(ann)).toBe('outside');
  teams.without.delete(place);
  expect(await ask(ann, [tenant], '19:elsewhere@thread.tacv2')).toBe('outside');
});
