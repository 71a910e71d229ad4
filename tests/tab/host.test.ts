import { describe, expect, test } from '@jest/globals';
import { placeIn } from '../../tab/place.ts';
import { askedEarly, endOf, keepToken } from '../../tab/token.ts';
import { eventually } from '../helpers/http.ts';

describe('whose plan the tab shows', () => {
  const team = { internalId: '19:team@thread.tacv2', displayName: 'North' };

  test('in a channel of everybody it is the team’s', () => {
    const channel = { id: '19:general@thread.tacv2', membershipType: 'Regular' };
    expect(placeIn({ page: { subPageId: 'a1' }, channel, team })).toEqual({
      planId: team.internalId,
      channelId: channel.id,
      channelKind: 'standard',
      teamName: 'North',
      openAction: 'a1',
    });
  });
  test.each([
    ['Private', 'private'],
    ['Shared', 'shared'],
    ['private', 'private'],
  ])('in a %s channel it is the channel’s', (membershipType, kind) => {
    const channel = { id: '19:secret@thread.tacv2', membershipType };
    expect(placeIn({ page: {}, channel, team })).toMatchObject({ planId: channel.id, channelKind: kind });
  });
  test('a client that does not tell the kind of channel is taken to be in one of everybody', () => {
    expect(placeIn({ page: { subPageId: '' }, channel: { id: 'c' }, team })).toMatchObject({
      planId: team.internalId,
      openAction: null,
    });
  });
  test('outside of a team there is none', () => {
    expect(placeIn({ page: {} })).toBeNull();
  });
});

describe('the token', () => {
  const tokenUntil = (seconds: number): string =>
    `x.${Buffer.from(JSON.stringify({ exp: seconds, name: 'Zoë' })).toString('base64url')}.y`;
  const keeper = (end: number) => {
    const asks = { count: 0, clock: 0 };
    const ask = async (): Promise<string> => {
      asks.count += 1;
      return tokenUntil(end);
    };
    return { asks, token: keepToken(ask, () => asks.clock) };
  };

  test('is asked for once while it is good, and again when it runs out', async () => {
    const { asks, token } = keeper(3_600);
    await token();
    await token();
    expect(asks.count).toBe(1);
    asks.clock = 3_590_000;
    await token();
    expect(asks.count).toBe(2);
  });
  test('calls at the same moment ask once, a fresh one asks anew', async () => {
    const { asks, token } = keeper(3_600);
    await Promise.all([token(), token(), token()]);
    expect(asks.count).toBe(1);
    await token(true);
    expect(asks.count).toBe(2);
  });
  test('a refusal is passed on and not remembered', async () => {
    let refuses = true;
    const token = keepToken(async () => {
      if (refuses) throw new Error('not signed in');
      return 'good';
    });
    await expect(token()).rejects.toThrow('not signed in');
    refuses = false;
    expect(await token()).toBe('good');
  });
  test('that never comes is asked for anew after a while, and kept where it comes late after all', async () => {
    const late = Promise.withResolvers<string>();
    let asks = 0;
    const token = keepToken(
      () => {
        asks += 1;
        return asks === 1 ? late.promise : Promise.reject(new Error('not signed in'));
      },
      () => 0,
      10,
    );
    const first = token();
    await eventually('a second question', async () => {
      await Promise.race([token().catch(() => {}), Promise.resolve()]);
      return asks > 1;
    });
    late.resolve(tokenUntil(3_600));
    await first;
    expect(await token()).toBe(tokenUntil(3_600));
  });
  test('that is asked for early is asked for once: a refusal answers the first call too', async () => {
    let asks = 0;
    const token = askedEarly(async () => {
      asks += 1;
      if (asks === 1) throw new Error('CancelledByUser');
      return 'good';
    });
    await expect(token()).rejects.toThrow('CancelledByUser');
    expect(asks).toBe(1);
    expect(await token()).toBe('good');
  });
  test('one that cannot be read is asked for each time', () => {
    expect(endOf('nonsense')).toBe(0);
    expect(endOf('a.b.c')).toBe(0);
    expect(endOf(tokenUntil(12))).toBe(12_000);
  });
});
