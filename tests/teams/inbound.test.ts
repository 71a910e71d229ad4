import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { type Inbound, readInbound } from '../../bot/teams/inbound.ts';

const fixture = async (name: string): Promise<Inbound> =>
  readInbound(
    JSON.parse(await readFile(new URL(`../fixtures/activities/${name}.json`, import.meta.url), 'utf8')),
  );

test('an installation without a name, from a service without a closing slash', async () => {
  expect(await fixture('playground-install')).toMatchObject({
    type: 'installationUpdate',
    action: 'add',
    sender: { id: '0f1e2d3c-0000-4000-8000-000000000001', name: '', teamsId: '29:1SamOkafor' },
    where: 'personal',
    chat: {
      serviceUrl: 'http://127.0.0.1:56150/_connector',
      conversationId: 'a:personal-sam',
      tenantId: 'tenant',
      botId: '28:four-ways',
    },
    team: null,
    locale: 'en-US',
  });
});

test('the bot’s arrival in a team', async () => {
  expect(await fixture('team-member-added')).toMatchObject({
    where: 'team',
    team: { id: '19:team@thread.tacv2', name: 'Northfield' },
    botAdded: true,
    botRemoved: false,
  });
});

test('the bot’s arrival in a shared channel, with somebody', async () => {
  expect(await fixture('channel-member-added')).toMatchObject({
    where: 'team',
    team: { id: '19:team@thread.tacv2', name: '' },
    channel: { id: '19:duty@thread.tacv2', name: 'Duty', kind: 'shared' },
    event: 'channelMemberAdded',
    moved: ['0f1e2d3c-0000-4000-8000-000000000002'],
    botAdded: true,
  });
});

test('a message that names no channel is in the one of its thread', async () => {
  const { channel, moved } = await fixture('channel-mention');
  expect(channel).toEqual({ id: '19:team@thread.tacv2', name: '', kind: null });
  expect(moved).toEqual([]);
});

test('somebody without an object id leaves open who came or went', () => {
  const read = (membersAdded: unknown) => readInbound({ membersAdded }).moved;
  expect(read([{ id: '29:jo', aadObjectId: 'A1' }, { id: '29:sam' }])).toBeNull();
  expect(read([{ id: '29:jo', objectId: 'A1' }])).toEqual(['a1']);
  expect(read([null])).toBeNull();
  expect(read('all')).toEqual([]);
});

test('a mention in a channel keeps the other person’s', async () => {
  const { text, where } = await fixture('channel-mention');
  expect([text, where]).toEqual(['&nbsp;<at>Jo Bennett</at> reflect', 'team']);
});

describe('anything at all is read without a fault', () => {
  test.each([
    null,
    undefined,
    7,
    'text',
    [],
    {},
    { from: null, conversation: [], entities: {}, membersAdded: 'all', channelData: 1 },
    { text: 5, value: null, entities: [null, 3, { type: 'mention' }], membersAdded: [null] },
    { __proto__: { from: { aadObjectId: 'inherited' } } },
  ])('%j', (activity) => {
    expect(readInbound(activity)).toMatchObject({
      type: '',
      text: '',
      sender: { id: null },
      botAdded: false,
    });
  });
});

test('a conversation of unknown kind with more than two is nobody’s own chat', () => {
  expect(readInbound({ conversation: { isGroup: true } }).where).toBe('group');
  expect(readInbound({ conversation: { conversationType: 'meeting' } }).where).toBe('group');
  expect(readInbound({ conversation: {} }).where).toBe('personal');
});
