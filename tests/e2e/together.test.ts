import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { box } from '../reflection/boxes.ts';
import type { Chat } from './chat.ts';
import { type Stage, startStage } from './stage.ts';

/** Together now, and what comes after closing, in two real Playgrounds. */
let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
}, 120_000);
afterAll(() => stage?.stop(), 60_000);

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const press = async (chat: Chat, button: string, picture: string): Promise<void> => {
  await chat.presses(button);
  await chat.pictures(`together/${picture}`);
};

test('ten minutes together, then changed by both and looked at again', async () => {
  const { supervisor: sam, practitioner: jo } = stage;
  await sam.says('reflect');
  await sam.sees('Reflect with somebody');
  await sam.chooses('With whom?', 'Jo Bennett');
  await sam.presses('We’re together now');
  await jo.sees('Sam Okafor has asked you something.');
  await press(jo, 'Open', '01-asked');
  await press(jo, 'Start together', '02-place');
  await sam.sees('It’s your turn, when you’re ready.');
  await press(sam, 'Open', '03-outside');
  await jo.presses(box('not'));
  await press(jo, 'Place it', '04-waiting');
  await sam.presses(box('with'));
  await press(sam, 'Place it', '05-listening');
  await sam.sees('What led you to that box?');
  await jo.sees('Both placements are in.');
  await press(jo, 'Open', '06-showing');
  await jo.fills('What led you to that box?', 'We have both gone quiet.');
  await press(jo, 'Save and show', '07-showing');
  // The local Teams does not refresh by itself; a press does what Teams does unasked.
  await sam.sees('Together now.');
  await press(sam, 'Open', '08-listening');
  await sam.sees('We have both gone quiet.');
  await jo.ticks('Too little');
  await press(jo, 'Save and show', '09-showing');
  await press(jo, 'Save and show', '10-one-thing');
  await jo.fills('What?', 'Visit once without a form');
  await jo.ticks('Jo Bennett');
  await jo.fills('By when?', inDays(14));
  await jo.fills('A day to look at it again, if you like', inDays(60));
  await jo.presses('Propose');
  await sam.sees('There’s something to agree.');
  await sam.presses('Open');
  await press(sam, 'Agree', '11-closed');
  await sam.sees('Look at it again on');

  await press(sam, 'Change what we agreed', '12-change');
  await sam.fills('What?', 'Visit twice without a form');
  await sam.presses('Propose');
  await jo.sees('There’s something to agree.');
  await jo.presses('Open');
  await press(jo, 'Agree', '13-changed');
  await jo.sees('Changed by both of you on');

  await sam.presses('Open');
  await press(sam, 'Look at it again', '14-again');
  await press(sam, 'Ask them', '15-asked-again');
  await jo.sees('Sam Okafor has asked you something.');
  await jo.presses('Open');
  await press(jo, 'Start', '16-last-time');
  await jo.sees('Last time you agreed: Visit twice without a form');
}, 180_000);

test('something that may identify a family is pointed out before it is saved', async () => {
  const { practitioner: jo } = stage;
  await jo.fills('In a few lines', 'They moved to PO5 4LN in June.');
  await press(jo, 'Next', '20-pointed-out');
  await jo.sees('a postcode');
  expect(await jo.typed('In a few lines')).toContain('PO5 4LN');
  await jo.fills('In a few lines', 'They moved in June.');
  await press(jo, 'Next', '21-changed');
  await jo.sees('Where does it sit?');
}, 60_000);
