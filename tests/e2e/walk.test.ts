import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { box } from '../reflection/boxes.ts';
import type { Chat } from './chat.ts';
import { type Stage, startStage } from './stage.ts';

/** The walk as two people walk it: in two real Playgrounds, with the server killed in the middle. */
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
}, 120_000);
afterAll(() => stage?.stop(), 60_000);

const typed = {
  describe: 'A mother and her two children. I have visited every week since June.',
  why: 'I mostly tell them what has to happen next.',
  need: 'An hour to plan the next visit.',
  note: 'What happens after you leave?',
  reply: 'It goes quiet, I think.',
  what: 'Ask them to set the agenda of the next visit',
};

const inAMonth = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Presses a button on a card that the last answer has just drawn, and keeps a picture of what it led to. */
const press = async (chat: Chat, button: string, picture: string): Promise<void> => {
  await chat.presses(button);
  await chat.pictures(`walk/${picture}`);
};

test('two people reflect, the server dies twice, and nothing is lost', async () => {
  const { supervisor: sam, practitioner: jo } = stage;

  await sam.says('reflect');
  await sam.sees('Reflect with somebody');
  await sam.chooses('With whom?', 'Jo Bennett');
  await sam.fills('A pointer, so that they know what you mean (no names)', 'the one from Monday');
  await press(sam, 'Ask them', '01-asked');
  await sam.sees('Jo Bennett has been asked.');

  await jo.sees('Sam Okafor has asked you something.');
  await press(jo, 'Open', '02-invited');
  await jo.sees('the one from Monday');
  await press(jo, 'Start', '03-describe');
  await jo.fills('In a few lines', typed.describe);
  await press(jo, 'Next', '04-place');
  await jo.unfolds('What is this?');
  await jo.sees('Challenge runs upwards');
  await press(jo, box('to'), '05-marked');

  // The server is killed with a marked window on the screen; the next press finds the mark.
  await stage.killServer();
  await stage.restartServer();
  await jo.sees('✓ TO');
  await jo.fills('What led you to that box?', typed.why);
  await jo.ticks('TO is a deliberate choice here (such as a step the law requires)');
  await jo.chooses('How much support is there?', 'A lot');
  await press(jo, 'Next', '06-balance');
  await jo.ticks('Too little');
  await press(jo, 'Next', '07-move');
  await jo.sees('TO is deliberate here.');
  await jo.fills('What would you need for that, and from whom?', typed.need);
  await press(jo, 'Next', '08-read');
  for (const words of [typed.describe, typed.why, typed.need]) await jo.sees(words);
  await jo.unticks('Share “What you would need”');
  await press(jo, 'Share what is ticked', '09-shared');

  await sam.sees('It’s your turn, when you’re ready.');
  await press(sam, 'Open', '10-outside');
  await sam.sees(typed.describe);
  expect(await sam.reads()).not.toContain(typed.why);
  await sam.presses(box('with'));
  await press(sam, 'Place it', '11-both');
  await sam.sees('Jo Bennett placed it in TO');
  await sam.sees('Sam Okafor placed it in WITH');
  expect(await sam.reads()).not.toContain(typed.need);
  await sam.fills('What I’d like to understand better (one note, if you like)', typed.note);
  await sam.presses('Leave this note');

  await jo.sees('It’s your turn, when you’re ready.');
  await press(jo, 'Open', '12-both');
  await jo.fills('Your answer, if you like', typed.reply);
  await jo.presses('Send this answer');
  await jo.presses('What we’ll do');
  await press(jo, 'Propose', '13-what-is-missing');
  await jo.sees('Please fill this in.');
  await jo.fills('What?', typed.what);
  await jo.ticks('Jo Bennett');
  await jo.fills('By when?', inAMonth());
  await press(jo, 'Propose', '14-proposed');

  // Killed again with something to agree on the other side.
  await stage.killServer();
  await stage.restartServer();
  await sam.sees('There’s something to agree.');
  await press(sam, 'Open', '15-agreeing');
  await press(sam, 'Agree', '16-closed');
  await sam.sees('What you agreed');
  await jo.sees('Closed.');

  for (const chat of [sam, jo]) {
    await chat.says('my reflections');
    await chat.sees('closed on');
    await chat.pictures(`walk/17-mine-${chat === sam ? 'sam' : 'jo'}`);
    await chat.presses('Open');
    await chat.sees(typed.what);
  }

  const logs = await Promise.all(
    (await readdir(stage.logs))
      .filter((name) => name.includes('server'))
      .map((name) => readFile(join(stage.logs, name), 'utf8')),
  );
  expect(logs.join('')).toContain('turn.done');
  for (const words of Object.values(typed)) expect(logs.join('')).not.toContain(words);
}, 180_000);

test('storage is away in the middle of a card: the words stay, and one press keeps them', async () => {
  const { supervisor: sam, practitioner: jo } = stage;
  await sam.says('reflect');
  await sam.sees('Reflect with somebody');
  await sam.chooses('With whom?', 'Jo Bennett');
  await sam.presses('Ask them');
  await jo.sees('Sam Okafor has asked you something.');
  await jo.presses('Open');
  await jo.presses('Start');
  await jo.fills('In a few lines', typed.describe);
  stage.storageHolds();
  await press(jo, 'Next', '20-not-saved');
  await jo.sees('Not saved yet');
  stage.storageGoesOn();
  await press(jo, 'Try again', '21-saved-after-all');
  await jo.sees('Where does it sit?');
  await jo.presses('Back');
  expect(await jo.typed('In a few lines')).toBe(typed.describe);
}, 120_000);
