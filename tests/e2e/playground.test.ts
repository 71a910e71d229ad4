import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Stage, startStage } from './stage.ts';

/**
 * What the product's end-to-end suites take for granted of the Playground, seen with a bot that only shows what
 * reaches it. A new release of the Playground that behaves otherwise fails here, where the cause is plain.
 */
let stage: Stage;
beforeAll(async () => {
  stage = await startStage(['tests/fixtures/stand-in-bot.ts']);
}, 120_000);
afterAll(async () => stage?.stop());

const shown = async (): Promise<{ data: Record<string, string>; replyTo: boolean; trigger?: string }> => {
  const text = await stage.supervisor.reads();
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
};

test('opening a chat installs the bot there', async () => {
  for (const chat of [stage.supervisor, stage.practitioner]) {
    await chat.page.getByText('installed in personal').first().waitFor({ timeout: 15_000 });
  }
});

test('each chat speaks as its own person', async () => {
  await stage.supervisor.says('hello');
  await stage.supervisor.sees('hello 5f0c1e00-0000-4000-8000-000000000001');
  await stage.practitioner.says('hello');
  await stage.practitioner.sees('hello 5f0c1e00-0000-4000-8000-000000000002');
});

test('a press carries the inputs and the id of its message, and its answer takes the place of the card', async () => {
  const chat = stage.supervisor;
  await chat.fills('What happened', 'one\ntwo');
  await chat.fills('By when', '2026-12-01');
  await chat.ticks('With', 'Which box');
  await chat.chooses('With whom', 'Bob');
  await chat.ticks('Deliberate here');
  await chat.unfolds('What is this?');
  expect(await chat.reads()).toContain('Support and challenge');
  const before = await chat.cards.count();
  await chat.presses('Next');
  await chat.sees('next');
  expect(await chat.cards.count()).toBe(before);
  expect(await shown()).toEqual({
    data: {
      id: 'r-1',
      words: 'one\ntwo',
      must: 'x',
      day: '2026-12-01',
      box: 'with',
      who: 'bob',
      tick: 'yes',
    },
    replyTo: true,
  });
});

test('a tap on a box sends nothing of the inputs, nor asks for the required one', async () => {
  await stage.supervisor.fills('Needed', '');
  await stage.supervisor.presses('Choose the box');
  await stage.supervisor.sees('box');
  expect(await shown()).toEqual({ data: {}, replyTo: true });
});

test('an answer in words stands under the card, which is drawn anew and empty', async () => {
  await stage.supervisor.fills('What happened', 'typed');
  await stage.supervisor.presses('Say');
  await stage.supervisor.page.getByText('A sentence').waitFor();
  expect(await stage.supervisor.typed('What happened')).toBe('');
});

test('a server killed outright is back on the same port', async () => {
  await stage.killServer();
  await stage.restartServer();
  await stage.practitioner.says('again');
  await stage.practitioner.sees('again');
  await stage.practitioner.pictures('playground');
});
