import { describe, expect, test } from '@jest/globals';
import { type NarrativeCodec, plainCodec } from '../../bot/tables/codec.ts';
import { entityFrom, keptFrom } from '../../bot/tables/envelopes.ts';
import { UnreadableRow } from '../../bot/tables/faults.ts';
import { fromPieces, inPieces } from '../../bot/tables/pieces.ts';
import { checkEntity, sizeLimits } from '../../bot/tables/sizes.ts';
import type { Row } from '../../bot/tables/table.ts';
import { fullReflection, reflection, supervisor } from './samples.ts';

const planted = 'PLANTED-WORDS';

const kept = (of = reflection('r1', { narrative: { pointer: planted } })) => ({
  reflection: of,
  change: 'c1',
  filing: {
    people: [{ person: supervisor.id, change: 'c1' }],
    owing: null,
    look: { day: '2026-03-16', change: 'c1' },
  },
});

const rowOf = async (of = kept(), codec: NarrativeCodec = plainCodec): Promise<Row> => ({
  ...(await entityFrom(of, codec)),
  etag: 'e',
  timestamp: '',
});

describe('two envelopes in one row', () => {
  test('come back as they were', async () => {
    expect(await keptFrom(await rowOf(), plainCodec)).toEqual(kept());
  });

  test('hold as much as two people can write, within the limits of the service', async () => {
    const full = kept(fullReflection('r2'));
    const row = await rowOf(full);
    expect(checkEntity(await entityFrom(full, plainCodec))).toBeLessThan(sizeLimits.entity);
    expect(row.workflow1).toBeDefined();
    expect(row.narrative1).toBeDefined();
    expect(await keptFrom(row, plainCodec)).toEqual(full);
  });

  test('keep every word out of the workflow', async () => {
    const { narrative0, ...rest } = await rowOf();
    expect(narrative0).toContain(planted);
    expect(JSON.stringify(rest)).not.toContain(planted);
  });

  test('turn the narrative into bytes through the codec alone', async () => {
    const reversed = (text: string) => [...text].reverse().join('');
    const codec: NarrativeCodec = {
      versions: ['reversed.1', 'json.1'],
      seal: async (_, narrative) => ({ version: 'reversed.1', text: reversed(JSON.stringify(narrative)) }),
      open: async (id, sealed) =>
        sealed.version === 'json.1' ? plainCodec.open(id, sealed) : JSON.parse(reversed(sealed.text)),
    };
    const row = await rowOf(kept(), codec);
    expect(JSON.stringify(row)).not.toContain(planted);
    expect(await keptFrom(row, codec)).toEqual(kept());
    expect(await keptFrom(await rowOf(), codec)).toEqual(kept());
    await expect(keptFrom(row, plainCodec)).rejects.toThrow(
      /narrative reversed\.1; this server reads .*json\.1/,
    );
  });
});

describe('a row that is not ours is refused', () => {
  const workflow = JSON.stringify(reflection('r1').workflow);
  const cases: [string, Record<string, unknown>, RegExp][] = [
    ['of a later schema', { schema: 2 }, /schema 2; this server reads schema 1/],
    ['of no schema', { schema: undefined }, /schema unknown/],
    ['with words where the schema belongs', { schema: `${planted} ` }, /schema unknown/],
    ['with words where the version belongs', { narrativeVersion: `${planted} ` }, /narrative unknown/],
    ['without a narrative', { narrative0: undefined }, /no complete reflection/],
    ['with a number for a narrative', { narrative0: 7 }, /no complete reflection/],
    ['with half a narrative', { narrative0: `{"pointer":"${planted}` }, /malformed narrative/],
    ['with a narrative of another shape', { narrative0: `{"pointer":"${planted}"}` }, /malformed narrative/],
    ['with a broken workflow', { workflow0: planted }, /malformed workflow/],
    [
      'with a field that we would lose',
      { workflow0: workflow.replace('{', '{"later":1,') },
      /malformed workflow/,
    ],
    ['with an unknown state', { workflow0: workflow.replace('family', 'tribe') }, /malformed workflow/],
    ['without its filing', { filing: undefined }, /malformed filing/],
  ];

  test.each(cases)('%s, by its key and versions and without its content', async (_, change, message) => {
    const refused = keptFrom({ ...(await rowOf()), ...change }, plainCodec);
    await expect(refused).rejects.toThrow(UnreadableRow);
    await expect(refused).rejects.toThrow(message);
    const error: unknown = await refused.catch((reason) => reason);
    expect(String(error)).toContain('"record" of partition "r1"');
    expect(
      JSON.stringify([String(error), error, (error as Error).stack, (error as Error).cause]),
    ).not.toContain(planted);
  });
});

describe('pieces', () => {
  test('never cut a surrogate pair', () => {
    const pieces = inPieces('t', 'a😀😀b', 2);
    expect(Object.values(pieces).every((piece) => piece.isWellFormed())).toBe(true);
    expect(fromPieces('t', pieces)).toBe('a😀😀b');
  });

  test('keep an empty text', () => {
    expect(fromPieces('t', inPieces('t', ''))).toBe('');
    expect(fromPieces('t', {})).toBeNull();
  });

  test('are as long as the service takes and no longer', () => {
    const text = 'x'.repeat(sizeLimits.text + 1);
    expect(Object.values(inPieces('t', text)).map(({ length }) => length)).toEqual([sizeLimits.text, 1]);
  });
});
