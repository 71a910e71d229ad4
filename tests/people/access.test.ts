import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Access, Asked, Membership, Memberships } from '../../bot/people/access.ts';
import { createAccess } from '../../bot/people/create-access.ts';
import type { Team, TeamMember } from '../../bot/people/person.ts';

const ann = '11111111-1111-4111-8111-111111111111';
const ben = '22222222-2222-4222-8222-222222222222';
const north: Team = {
  id: '19:north@thread.tacv2',
  name: 'North',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  tenantId: 't1',
  botId: '28:bot',
};

let clock: number;
let answer: Asked;
let answering: (() => Promise<Asked>) | null;
let asked: { place: unknown; person: string }[];
let found: number;
let teams: Team[];
let members: TeamMember[];
let reread: () => Promise<void>;
let rereadings: string[];
let access: Access;

const pass = (seconds: number) => {
  clock += seconds * 1_000;
};

const memory = (): Memberships => {
  const kept = new Map<string, Membership>();
  let forgotten = 0;
  const key = (place: string, person: string) => `${place} ${person}`;
  return {
    find: async (place, person) => {
      found += 1;
      return kept.get(key(place, person)) ?? null;
    },
    check: async (place, person) => {
      const since = forgotten;
      return async (membership) => {
        if (forgotten === since) kept.set(key(place, person), membership);
      };
    },
    clear: async () => 0,
    forget: async (place, people) => {
      forgotten += 1;
      for (const one of kept.keys()) {
        if (one.startsWith(place) && (people === null || people.some((id) => one.endsWith(id)))) {
          kept.delete(one);
        }
      }
    },
  };
};
let memberships: Memberships;

beforeEach(() => {
  clock = Date.parse('2026-11-22T13:00:00.000Z');
  answer = { name: 'Ann', guest: false };
  answering = null;
  asked = [];
  found = 0;
  teams = [north];
  members = [{ id: ann, name: 'Ann', teamsId: '29:ann' }];
  rereadings = [];
  reread = async () => {};
  memberships = memory();
  access = createAccess({
    memberships,
    directory: {
      team: async (id) => teams.find((team) => team.id === id) ?? null,
      members: async () => members,
      member: async (_, person) => members.find(({ id }) => id === person) ?? null,
    },
    ask: async (place, person) => {
      asked.push({ place, person });
      return answering === null ? answer : answering();
    },
    reread: (team) => {
      rereadings.push(team.id);
      return reread();
    },
    now: () => new Date(clock).toISOString(),
  });
});

describe('whether somebody belongs to a place', () => {
  test('is asked of Teams once, and for five minutes then of one row', async () => {
    expect(await access.of(north.id, ann)).toEqual({ name: 'Ann', guest: false });
    expect(asked).toEqual([
      { place: { serviceUrl: north.serviceUrl, conversationId: north.id }, person: ann },
    ]);
    pass(299);
    found = 0;
    expect(await access.of(north.id, ann)).toEqual({ name: 'Ann', guest: false });
    expect({ found, asked: asked.length }).toEqual({ found: 1, asked: 1 });
    pass(1);
    await access.of(north.id, ann);
    expect(asked).toHaveLength(2);
  });

  test('a guest is told as one, from Teams and from what is remembered', async () => {
    answer = { name: 'Gus', guest: true };
    expect(await access.of(north.id, ben)).toEqual({ name: 'Gus', guest: true });
    expect(await access.of(north.id, ben)).toEqual({ name: 'Gus', guest: true });
    expect(asked).toHaveLength(1);
  });

  test('a no is remembered for a minute', async () => {
    answer = 'outside';
    expect(await access.of(north.id, ben)).toBe('outside');
    pass(59);
    expect(await access.of(north.id, ben)).toBe('outside');
    expect(asked).toHaveLength(1);
    answer = { name: 'Ben', guest: false };
    pass(1);
    expect(await access.of(north.id, ben)).toEqual({ name: 'Ben', guest: false });
  });

  test('what is too old gives nothing where Teams does not answer, and is believed no longer for it', async () => {
    await access.of(north.id, ann);
    pass(301);
    answer = 'unreachable';
    expect(await access.of(north.id, ann)).toBe('unreachable');
    expect(await access.of(north.id, ann)).toBe('unreachable');
    expect(asked).toHaveLength(3);
  });

  test('whoever is forgotten is asked for again at once', async () => {
    await access.of(north.id, ann);
    await memberships.forget(north.id, [ann]);
    answer = 'outside';
    expect(await access.of(north.id, ann)).toBe('outside');
  });

  test('who is forgotten while Teams is being asked is asked for again', async () => {
    answering = async () => {
      await memberships.forget(north.id, [ann]);
      return { name: 'Ann', guest: false };
    };
    expect(await access.of(north.id, ann)).toEqual({ name: 'Ann', guest: false });
    answering = async () => 'outside';
    expect(await access.of(north.id, ann)).toBe('outside');
  });

  test('of a place that the bot was never told of, Teams is not asked', async () => {
    expect(await access.of('19:other@thread.tacv2', ann)).toBe('outside');
    teams = [];
    expect(await access.of(north.id, ann)).toBe('outside');
    expect(asked).toEqual([]);
  });

  test.each(['', 'a b', '\u0000', 'ä', '\ud800', '19:x\n@y', 'x'.repeat(257)])(
    'an id that no place can have is looked up nowhere (%j)',
    async (id) => {
      expect(await access.of(id, ann)).toBe('outside');
      expect(await access.nameOf(id)).toBeNull();
      expect(await access.members(id)).toEqual([]);
      expect({ found, asked }).toEqual({ found: 0, asked: [] });
    },
  );

  test('object ids are the same in capitals', async () => {
    await access.of(north.id, ann.toUpperCase());
    await access.of(north.id, ann);
    expect(asked.map(({ person }) => person)).toEqual([ann]);
  });

  test('a server whose clock is ahead does not make an answer last', async () => {
    await access.of(north.id, ann);
    pass(-301);
    await access.of(north.id, ann);
    expect(asked).toHaveLength(2);
  });

  test('a fault of storage is thrown', async () => {
    memberships.find = async () => {
      throw new Error('away');
    };
    await expect(access.of(north.id, ann)).rejects.toThrow('away');
  });
});

describe('the roster', () => {
  test('is read anew before it is shown, once for those who ask at the same moment', async () => {
    const gate = Promise.withResolvers<void>();
    reread = async () => {
      await gate.promise;
      members = [...members, { id: ben, name: 'Ben', teamsId: '29:ben' }];
    };
    const both = [access.members(north.id), access.members(north.id)];
    gate.resolve();
    const everybody = [
      { id: ann, name: 'Ann' },
      { id: ben, name: 'Ben' },
    ];
    expect(await Promise.all(both)).toEqual([everybody, everybody]);
    expect(rereadings).toEqual([north.id]);
    reread = async () => {};
    await access.members(north.id);
    expect(rereadings).toHaveLength(2);
  });

  test('names the place, and nothing where it is unknown', async () => {
    expect(await access.nameOf(north.id)).toBe('North');
    expect(await access.nameOf('19:other@thread.tacv2')).toBeNull();
    expect(await access.members('19:other@thread.tacv2')).toEqual([]);
  });

  test('is shown without its guests, who cannot be chosen', async () => {
    members = [...members, { id: ben, name: 'Gus', teamsId: '29:gus', guest: true }];
    expect(await access.members(north.id)).toEqual([{ id: ann, name: 'Ann' }]);
    expect(await access.stillThere(north.id, [ann, ben])).toEqual(new Set([ann, ben]));
  });

  test('tells who is still there', async () => {
    expect(await access.stillThere(north.id, [ann, ben])).toEqual(new Set([ann]));
  });

  test('says of nobody that they left where it was never read', async () => {
    members = [];
    expect(await access.stillThere(north.id, [ann, ben])).toEqual(new Set([ann, ben]));
  });
});

describe('somebody who is to be named', () => {
  test('is taken from the stored roster, guests as guests, without a question to Teams', async () => {
    members = [...members, { id: ben, name: 'Gus', teamsId: '29:gus', guest: true }];
    expect(await access.named(north.id, ann.toUpperCase())).toEqual({ name: 'Ann', guest: false });
    expect(await access.named(north.id, ben)).toEqual({ name: 'Gus', guest: true });
    expect(asked).toEqual([]);
  });

  test('is asked for where the roster does not have them yet, and then remembered', async () => {
    answer = { name: 'Ben', guest: false };
    expect(await access.named(north.id, ben)).toEqual({ name: 'Ben', guest: false });
    expect(await access.of(north.id, ben)).toEqual({ name: 'Ben', guest: false });
    expect(asked).toHaveLength(1);
  });

  test('is asked for where the roster has no name for them', async () => {
    members = [{ id: ann, name: '', teamsId: '29:ann' }];
    expect(await access.named(north.id, ann)).toEqual({ name: 'Ann', guest: false });
  });

  test('leaves nothing behind where Teams does not know them either', async () => {
    answer = 'outside';
    expect(await access.named(north.id, ben)).toBe('outside');
    expect(await memberships.find(north.id, ben)).toBeNull();
    answer = 'unreachable';
    expect(await access.named(north.id, ben)).toBe('unreachable');
  });

  test('is nobody in a place that cannot be, or that the bot was never told of', async () => {
    members = [];
    expect(await access.named('a b', ann)).toBe('outside');
    expect(await access.named('19:other@thread.tacv2', ann)).toBe('outside');
    expect(asked).toEqual([]);
  });
});
