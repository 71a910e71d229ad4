import { describe, expect, test } from '@jest/globals';
import { localLinks, teamsLinks } from '../../bot/plan/chat-links.ts';

const planId = '19:north@thread.tacv2';
const hostile = 'a&b=c#d"e/../é{}';

describe('a link in Teams', () => {
  const linkTo = teamsLinks('00000000-0000-4000-8000-000000000007');
  const context = (link: string | null) => JSON.parse(new URL(link ?? '').searchParams.get('context') ?? '');

  test('leads into the channel that has the tab, to one action or to the whole plan', () => {
    const whole = linkTo({ planId, tabChannel: '19:general@thread.tacv2' }, null, 'somebody');
    expect(whole).toMatch(
      /^https:\/\/teams\.microsoft\.com\/l\/entity\/00000000-0000-4000-8000-000000000007\/plan\?context=%7B/,
    );
    expect(context(whole)).toEqual({ channelId: '19:general@thread.tacv2' });
    const one = linkTo({ planId, tabChannel: '19:general@thread.tacv2' }, 'a1', 'somebody');
    expect(context(one)).toEqual({ subEntityId: 'a1', channelId: '19:general@thread.tacv2' });
  });

  test('names nobody, and holds whatever an id is made of', () => {
    const link = linkTo({ planId, tabChannel: hostile }, hostile, 'somebody');
    expect(link).not.toContain('somebody');
    expect(context(link)).toEqual({ subEntityId: hostile, channelId: hostile });
  });

  test('is not made before there is a tab', () => {
    expect(linkTo({ planId, tabChannel: null }, 'a1', 'somebody')).toBeNull();
  });
});

test('on a developer’s machine it opens the tab’s page as the person who asked', () => {
  const linkTo = localLinks('http://127.0.0.1:3978');
  const link = new URL(linkTo({ planId, tabChannel: null }, hostile, 'oid') ?? '');
  expect(link.origin + link.pathname).toBe('http://127.0.0.1:3978/tab/');
  expect(Object.fromEntries(link.searchParams)).toEqual({ as: 'oid', plan: planId, action: hostile });
  expect(linkTo({ planId, tabChannel: null }, null, 'oid')).not.toContain('action');
});
