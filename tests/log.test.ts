import { expect, test } from '@jest/globals';
import { createLog, failure, type LogFields, word } from '../bot/log.ts';

const written = (work: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] => {
  const lines: string[] = [];
  work(createLog((line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line));
};

test('a line is one JSON object with its level, time, event and the turn it belongs to', () => {
  const [line] = written((log) =>
    log.with({ turn: word('t-1') }).info('turn.done', { ms: 12, verb: word('next') }),
  );
  expect(line).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-/),
    event: 'turn.done',
    turn: 't-1',
    ms: 12,
    verb: 'next',
  });
});

test('what is no identifier becomes "other"', () => {
  expect([word('reflect.next'), word('she told me'), word(''), word('x'.repeat(65)), word(7)]).toEqual([
    'reflect.next',
    'other',
    'other',
    'other',
    'other',
  ]);
});

test('of an error only its class and code are known', () => {
  const error = Object.assign(new TypeError('she told me'), { code: 'ECONNREFUSED', statusCode: 503 });
  expect(failure(error)).toEqual({ error: 'TypeError', code: 'ECONNREFUSED', status: 503 });
  expect(failure('she told me')).toEqual({ error: 'string' });
});

test('fields that are not on the list are not written', () => {
  const [line] = written((log) => log.warn('turn.failed', { text: 'she told me', name: 'Jo' } as LogFields));
  expect(JSON.stringify(line)).not.toMatch(/told|Jo/);
});
