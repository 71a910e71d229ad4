import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bankHolidays } from '../../bot/calendar/bank-holidays.ts';
import { addDays, type Day, dayOf } from '../../bot/calendar/days.ts';
import { mondayOf, workingDays } from '../../bot/calendar/working-days.ts';
import { enGB } from '../../bot/words/en-GB.ts';
import { practitioner as joBennett, supervisor as samOkafor } from '../../infra/local/people.mjs';
import type { PlanApi } from '../helpers/host/plan-api.ts';
import type { Chat } from './chat.ts';
import { type Reminded, remindByHand } from './remind.ts';
import { type Stage, startStage } from './stage.ts';

/**
 * The reminders of a Monday and the Tuesday after it, as the two people get them, with the server killed in between.
 * The days are some weeks ahead, so that the server itself has nothing to send meanwhile, whatever day it is today.
 */
let stage: Stage;
let plan: { sam: PlanApi; jo: PlanApi };
const written: string[] = [];

beforeAll(async () => {
  stage = await startStage();
  plan = { sam: stage.planAs(samOkafor), jo: stage.planAs(joBennett) };
}, 120_000);
afterAll(() => stage?.stop(), 60_000);

const isWorking = workingDays(bankHolidays('england-and-wales'));
const today = dayOf(new Date().toISOString(), 'Europe/London');

/** A Monday at least two weeks ahead that is worked on, as is the Tuesday after it. */
const aMonday = (from: Day): Day => {
  const monday = mondayOf(addDays(from, 21));
  return isWorking(monday) && isWorking(addDays(monday, 1)) ? monday : aMonday(addDays(from, 7));
};
const monday = aMonday(today);
const tuesday = addDays(monday, 1);

const sams = [{ id: samOkafor.aadObjectId }];
const jos = [{ id: joBennett.aadObjectId }];

const titles = {
  visits: 'Families help to set the agenda of each visit',
  letters: 'Letters are written to families, not about them',
  supervision: 'Supervision asks how, not only what',
  school: 'Schools hear from us before a meeting',
  later: 'Look again at how we open meetings',
  tuesday: 'New colleagues are shown the four ways',
};
const why = 'The school asked for another week.';

const remind = async (day: Day, ...flags: string[]): Promise<Reminded> => {
  const reminded = await remindByHand(stage.connectionString, '--at', `${day}T09:00:00Z`, ...flags);
  written.push(reminded.written);
  return reminded;
};
/** Presses a button of the newest card, and keeps a picture of what it led to. */
const press = async (chat: Chat, button: string, picture: string): Promise<void> => {
  await chat.presses(button);
  await chat.pictures(`reminders/${picture}`);
};
/** Opens the line of this action, of several lines. */
const openLine = async (chat: Chat, title: string, picture: string): Promise<void> => {
  await chat.pressesOneOf(`${enGB.plan.mine.open}: ${title}`);
  await chat.pictures(`reminders/${picture}`);
};
const counts = async () => Promise.all([stage.supervisor.cards.count(), stage.practitioner.cards.count()]);

/** What became of an action since it was added, the oldest first: who did what. */
const historyOf = async (title: string) => {
  const { actions } = await plan.jo.read();
  const found = actions.find(({ area }) => area === title);
  return (await plan.jo.history(found?.id ?? ''))
    .toReversed()
    .slice(1)
    .map(({ by, what, moved, note }) => ({
      by: by.name,
      what,
      ...(Object.keys(moved).length > 0 ? { moved } : {}),
      ...(note === undefined ? {} : { note }),
    }));
};

test('nothing due, nothing sent', async () => {
  await plan.sam.set({ name: 'Early Help North', managers: sams });
  await plan.jo.add({ area: titles.later, who: jos, dueOn: addDays(monday, 63) });
  const before = await counts();
  const { code, said } = await remind(addDays(monday, -3));
  expect(said).toContain('Nobody got a digest.');
  expect([code, await counts()]).toEqual([0, before]);
});

test('on Monday one message a person says how many, and nothing else', async () => {
  const { supervisor: sam, practitioner: jo } = stage;
  const activities = 'Ask at the door what they would like to talk about, and begin there.';
  await plan.sam.add({ area: titles.visits, activities, who: jos, dueOn: monday });
  await plan.sam.add({ area: titles.school, who: jos, dueOn: monday });
  await plan.jo.add({ area: titles.supervision, who: sams, dueOn: addDays(monday, 2) });
  await plan.jo.add({ area: titles.letters, who: jos, dueOn: addDays(monday, 7) });
  const { code, said } = await remind(monday);
  expect(said).toEqual(expect.arrayContaining(['2 people got a digest:', 'The day is finished.']));
  expect(code).toBe(0);
  for (const chat of [sam, jo]) {
    await chat.sees('Your plan actions: 3.');
    const posted = await chat.reads();
    for (const word of [...Object.values(titles), 'Okafor', 'Bennett', 'Early Help']) {
      expect(posted).not.toContain(word);
    }
  }
  await jo.pictures('reminders/01-posted');
}, 60_000);

test('a second sweep of the same morning sends nothing, and a server that died changes nothing', async () => {
  await stage.killServer();
  const before = await counts();
  const { said } = await remind(monday);
  // The second where the server, on a working day, has seen to its own today in between.
  expect(said.join('\n')).toMatch(/nobody gets a second digest|Nobody got a digest/);
  await stage.restartServer();
  expect(await counts()).toEqual(before);
}, 60_000);

test('a manager puts an action off, and marks somebody else’s as done', async () => {
  const { supervisor: sam, practitioner: jo } = stage;
  await press(sam, 'Open', '02-opened-sam');
  for (const title of [titles.visits, titles.school, titles.supervision]) await sam.sees(title);
  expect(await sam.reads()).not.toContain(titles.letters);
  await openLine(sam, titles.supervision, '03-line-own');
  await sam.unfolds('Hold it until…');
  await sam.fills('Until which day? (no reason is needed)', addDays(monday, 14));
  await sam.pictures('reminders/04-holding');
  await press(sam, 'Hold it', '05-held');
  await sam.sees('On hold until');
  await openLine(sam, titles.school, '06-line-of-another');
  await sam.sees('Offer help sends one line to Jo Bennett.');
  await press(sam, 'Done', '07-done');
  await sam.sees('Done. How it went can be written in the plan.');

  await jo.sees('An action of yours was marked as done.');
  await press(jo, 'Open', '08-told-done');
  await jo.sees('Sam Okafor has marked this as done.');
}, 60_000);

test('its owner moves a date and asks for help, and the manager answers', async () => {
  const { supervisor: sam, practitioner: jo } = stage;
  // What Sam did since stands above it by now, and the digest as well as before.
  const digest = jo.cards.nth((await jo.cards.count()) - 2);
  await jo.presses('Open', digest);
  expect(await digest.innerText()).not.toContain(titles.school);
  await jo.pressesOneOf(`${enGB.plan.mine.open}: ${titles.letters}`, digest);
  await digest.getByRole('button', { name: 'Move the date', exact: true }).click();
  await jo.fills('By when?', addDays(monday, 21), digest);
  await jo.fills('Why? (your team can read this)', why, digest);
  await jo.pictures('reminders/09-moving');
  await jo.presses('Save the date', digest);
  await jo.pictures('reminders/10-moved');
  expect(await digest.innerText()).toContain('The date is moved to');
  await jo.pressesOneOf(`${enGB.plan.mine.open}: ${titles.visits}`, digest);
  await jo.pictures('reminders/11-line-owner');
  await jo.presses('Ask Sam Okafor for help', digest);
  await jo.pictures('reminders/12-asked');

  await sam.sees('Somebody has asked for your help with an action.');
  expect(await sam.reads()).not.toContain('Bennett');
  await press(sam, 'Open', '13-asked-of-sam');
  await sam.sees('Jo Bennett asks for your help with this.');
  await sam.sees(titles.visits);
  await press(sam, 'Offer help', '14-offered');
  await jo.sees('Somebody offers to help you with an action.');
  await press(jo, 'Open', '15-offered-to-jo');
  await jo.sees('Sam Okafor offers to help you with this.');
  await press(jo, 'Done', '16-done');
  await press(jo, 'Undo', '17-open-again');
}, 60_000);

test('the plan’s history tells who did what', async () => {
  expect(await historyOf(titles.supervision)).toEqual([
    { by: 'Sam Okafor', what: 'held', moved: { heldUntil: [null, addDays(monday, 14)] } },
  ]);
  expect(await historyOf(titles.school)).toEqual([
    { by: 'Sam Okafor', what: 'changed', moved: { status: ['todo', 'done'] } },
  ]);
  expect(await historyOf(titles.letters)).toEqual([
    {
      by: 'Jo Bennett',
      what: 'changed',
      moved: { dueOn: [addDays(monday, 7), addDays(monday, 21)] },
      note: why,
    },
  ]);
  expect(await historyOf(titles.visits)).toEqual([
    { by: 'Jo Bennett', what: 'askedForHelp' },
    { by: 'Sam Okafor', what: 'offeredHelp' },
    { by: 'Jo Bennett', what: 'changed', moved: { status: ['todo', 'done'] } },
    { by: 'Jo Bennett', what: 'changed', moved: { status: ['done', 'todo'] } },
  ]);
});

test('whoever chooses Mondays only hears nothing on Tuesday, and the others do', async () => {
  const { supervisor: sam, practitioner: jo } = stage;
  await plan.jo.add({ area: titles.tuesday, who: jos, dueOn: tuesday });
  expect((await remind(tuesday, '--dry-run')).said).toContain('2 people would get a digest:');
  await jo.says('reminders');
  await jo.sees('Reminder settings');
  await jo.pictures('reminders/18-settings');
  await jo.ticks('Mondays only');
  await press(jo, 'Save', '19-saved');
  await jo.sees('Saved.');
  const [, before] = await counts();
  const { code, said } = await remind(tuesday);
  expect([code, said[1], said[2]]).toEqual([
    0,
    '1 person got a digest:',
    expect.stringContaining('Sam Okafor'),
  ]);
  await sam.sees('Your plan actions: 2.');
  await press(sam, 'Open', '20-tuesday');
  await sam.sees(titles.tuesday);
  expect((await counts())[1]).toBe(before);
}, 60_000);

test('nothing of all this is in a log, nor in what the command said', async () => {
  const logs = (await readdir(stage.logs)).filter((name) => name.startsWith('server'));
  for (const name of logs) written.push(await readFile(join(stage.logs, name), 'utf8'));
  const all = written.join('');
  expect(all).toContain('turn.done');
  for (const words of [...Object.values(titles), why]) expect(all).not.toContain(words);
});
