import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { nodesOf } from '../helpers/cards.ts';
import { cardOf, type Person, type Shown } from '../helpers/teams-person.ts';
import { text } from '../plan/chat-team.ts';
import { practitioner, reflection, supervisor } from '../tables/samples.ts';
import { type ReminderTeam, startReminderTeam, today } from './chat-world.ts';

let team: ReminderTeam;
let jo: Person;
beforeAll(async () => {
  team = await startReminderTeam();
  await team.manages([team.sam]);
});
afterAll(() => team.stop());

/** Somebody new to the team each time. */
beforeEach(async () => {
  jo = team.world.person('Jo Bennett');
  await jo.installs();
  await team.north.adds(jo);
});

const mine = (more = {}) => ({ who: [{ id: jo.id }], ...more });
const some = async (count: number) => {
  const actions = [];
  for (let number = 1; number <= count; number += 1) {
    actions.push(await team.action(mine({ area: `Number ${number}`, dueOn: `2026-12-0${number}` })));
  }
  return actions;
};

describe('what is posted', () => {
  test('says how many and nothing else, and is refreshed for its reader alone', async () => {
    const huddles = await team.action(mine({ area: 'Planted words', dueOn: '2026-12-03' }));
    const { message } = await team.posts(jo, { lines: [team.line(huddles)] });
    expect(message.activity.summary).toBe('Your plan actions: 1.');
    expect(text({ card: cardOf(message) })).toBe(
      [
        'Your plan actions: 1.',
        'Open this to see what it is about. Nobody else can.',
        'Open',
        'Reminder settings',
      ].join('\n'),
    );
    expect(cardOf(message).refresh).toMatchObject({ userIds: [jo.teamsId] });
    expect(team.world.leaks('lanted words', [jo, team.sam])).toEqual([]);
  });

  test('one with reflections alone says that it is their turn', async () => {
    const { message } = await team.posts(jo, { reflections: [{ reflectionId: 'r1', kind: 'waits' }] });
    expect(message.activity.summary).toBe('It’s your turn, when you’re ready.');
    // The one that it named is gone by now.
    expect(text(await jo.refresh(message))).not.toContain('A reflection is with you, when you’re ready.');
  });

  test('a reflection stands there for as long as it waits, and for its own two alone', async () => {
    const { index } = team.inside.reminding;
    const read = index.read;
    const waiting = reflection('r1', {
      workflow: {
        participants: [{ ...practitioner, id: jo.id }, supervisor],
        invitation: { to: jo.id, status: 'asked', askedAt: '2026-11-19T09:00:00.000Z', laterOn: null },
      },
    });
    const reflections = [
      { reflectionId: 'r1', kind: 'waits' },
      { reflectionId: 'r2', kind: 'lookAgain' },
    ] as const;
    try {
      index.read = async (id) => (id === 'r1' ? { reflection: waiting, etag: '' } : null);
      const said = text(await team.opens(jo, { reflections: [...reflections] }));
      expect(said).toContain('A reflection is with you, when you’re ready.');
      expect(said).not.toContain('A reflection to look at again.');
      expect(text(await team.opens(team.sam, { reflections: [...reflections] }))).not.toContain(
        'A reflection',
      );
    } finally {
      index.read = read;
    }
  });
});

describe('what is opened', () => {
  test('names each action, its team and when it is or was due, as they are now', async () => {
    const [one, two, three] = await some(3);
    if (!one || !two || !three) throw new Error('no actions');
    const lone = await team.action({ area: 'Nobody’s', dueOn: null });
    const digest = { lines: [one, two, three, lone].map((action) => team.line(action)) };
    const posted = await team.posts(jo, digest);
    await team.desk.change(team.sam.id, team.north.id, one.id, { dueOn: '2026-11-03' }, one.etag);
    await team.desk.change(team.sam.id, team.north.id, two.id, { status: 'done' }, two.etag);
    const lines = text(await jo.refresh(posted)).split('\n');
    expect(lines.filter((line) => /Number|North|Nobody|date/.test(line))).toEqual([
      'Number 1',
      'Early Help North · was due 3 November',
      'Number 3',
      'Early Help North · by 3 December',
    ]);
    const sams = await team.posts(team.sam, digest);
    expect(text(await team.sam.press(sams, 'Open'))).toContain('no date yet · needs an owner');
  });

  test('shows five and counts the rest; what one has been seen to makes room for the next', async () => {
    const actions = await some(8);
    const opened = await team.opens(jo, { lines: actions.map((action) => team.line(action)) });
    expect(text(opened)).toContain('Number 5');
    expect(text(opened)).not.toContain('Number 6');
    expect(text(opened)).toContain('and 3 more in the plan');
    const after = await jo.press(await jo.press(opened, 'Open'), 'Done');
    expect(text(after)).toMatch(/Number 1\nDone\./);
    expect(text(after)).toContain('Number 6');
    expect(text(after)).toContain('and 2 more in the plan');
  });

  test('an old one whose actions are all done, on hold, gone or somebody else’s says so', async () => {
    const [one, two, three, four] = await some(4);
    if (!one || !two || !three || !four) throw new Error('no actions');
    const posted = await team.posts(jo, {
      day: '2026-11-16',
      lines: [one, two, three, four].map((action) => team.line(action)),
    });
    const { sam, desk, north } = team;
    await desk.change(sam.id, north.id, one.id, { status: 'done' }, one.etag);
    await desk.remove(sam.id, north.id, two.id, two.etag);
    await desk.hold(sam.id, north.id, three.id, '2026-12-24', three.etag);
    await desk.change(sam.id, north.id, four.id, { who: [{ id: sam.id }] }, four.etag);
    expect(text(await jo.press(posted, 'Open'))).toContain('All seen to. Thank you.');
  });

  test('a hold that is over is named again', async () => {
    const [one] = await some(1);
    if (!one) throw new Error('no action');
    await team.desk.hold(jo.id, team.north.id, one.id, '2026-11-24', one.etag);
    const { clock } = team.world;
    clock.now = new Date('2026-11-24T09:30:00Z');
    expect(text(await team.opens(jo, { lines: [team.line(one)] }))).toContain('Number 1');
    clock.now = new Date(`${today}T09:30:00Z`);
  });

  test('somebody who has left the team sees nothing of it', async () => {
    const [one] = await some(1);
    if (!one) throw new Error('no action');
    const posted = await team.posts(jo, { lines: [team.line(one)] });
    await team.north.removes(jo);
    expect(text(await jo.press(posted, 'Open'))).not.toContain('Number 1');
  });

  test('Teams away: it says so, and shows it once Teams is back', async () => {
    const [one] = await some(1);
    if (!one) throw new Error('no action');
    const posted = await team.posts(jo, { lines: [team.line(one)] });
    const { clock, connector } = team.world;
    const before = clock.now;
    clock.now = new Date((before?.getTime() ?? 0) + 10 * 60_000);
    connector.faults.set(team.north.id, { status: 503 });
    const away = await jo.press(posted, 'Open');
    expect(text(away)).toContain('I could not ask Teams about some of them just now');
    expect(text(away)).not.toContain('All seen to');
    connector.faults.delete(team.north.id);
    expect(text(await jo.press(posted, 'Open'))).toContain('Number 1');
    clock.now = before;
  });

  test('storage away: it can be tried again', async () => {
    const [one] = await some(1);
    if (!one) throw new Error('no action');
    const posted = await team.posts(jo, { lines: [team.line(one)] });
    team.wire.listen(() => 'cut');
    const lost = await jo.press(posted, 'Open');
    team.wire.listen();
    expect(text(lost)).toContain('Not saved yet');
    expect(text(await jo.press(lost, 'Try again'))).toContain('Number 1');
  });

  test('its cards carry ids alone, under 28 KB, and the digest once', async () => {
    const actions = await some(7);
    const { card } = await team.opens(jo, { lines: actions.map((action) => team.line(action)) });
    const data = [...nodesOf(card)].flatMap((node) => (node.data ? [JSON.stringify(node.data)] : []));
    expect(data.join()).not.toMatch(/Number|Bennett|North/);
    expect(JSON.stringify(card).split(actions[6]?.id ?? 'none')).toHaveLength(2);
    expect(JSON.stringify(card).length).toBeLessThan(28 * 1024);
  });
});

describe('whom reminders do not reach', () => {
  const priyas = async () => {
    const priya = team.world.person('Priya Nair');
    await team.north.adds(priya);
    await team.keeps(priya, { unreached: { since: '2026-11-03', reason: 'notInstalled' } });
    return priya;
  };

  test('a manager reads who, since when, why and what to do', async () => {
    const priya = await priyas();
    const about = { planId: team.north.id, about: priya.id };
    const opened = await team.opens(team.sam, { unreached: [about, about] });
    expect(text(opened)).toContain(
      'Reminders do not reach Priya Nair, since 3 November: the app is not installed for them. Ask them to add **Four Ways** under **Apps**.',
    );
    await team.keeps(priya, {});
    expect(text(await team.opens(team.sam, { unreached: [about] }))).toContain('All seen to');
  });

  test('nobody else does, and nobody hears of people of other teams', async () => {
    const priya = await priyas();
    const stranger = team.world.person('Kit Moore');
    await team.keeps(stranger, { unreached: { since: '2026-11-03', reason: 'blocked' } });
    const { id: planId } = team.north;
    expect(text(await team.opens(jo, { unreached: [{ planId, about: priya.id }] }))).not.toContain('Priya');
    const asked = await team.opens(team.sam, { unreached: [{ planId, about: stranger.id }] });
    expect(text(asked)).not.toMatch(/Kit|blocked/);
  });
});

describe('whether a digest was read', () => {
  const quiet = { unanswered: 2, quietTold: false };
  const digest = async (): Promise<Shown> => {
    const [one] = await some(1);
    return team.posts(jo, { lines: one ? [team.line(one)] : [] });
  };

  test('a press says so, a client’s own refresh does not', async () => {
    await team.keeps(jo, quiet);
    const posted = await digest();
    await jo.refresh(posted);
    expect(await team.kept(jo)).toMatchObject({ unanswered: 2 });
    await jo.press(jo.reverts(posted.message), 'Open');
    expect(await team.kept(jo)).toMatchObject({ unanswered: 0, catchUp: false });
  });

  test('costs one read, and a write only where something changes', async () => {
    await team.keeps(jo, quiet);
    const posted = await digest();
    const before = await team.reminders.find(jo.id);
    await jo.press(posted, 'Open');
    const after = await team.reminders.find(jo.id);
    expect(after.etag).not.toBe(before.etag);
    await jo.press(posted, 'Open');
    expect((await team.reminders.find(jo.id)).etag).toBe(after.etag);
  });

  test('one whose own had stopped gets a catch-up on the next working day', async () => {
    await team.keeps(jo, { unanswered: 3, quietTold: true, choice: { mode: 'due', pausedUntil: null } });
    await jo.press(await digest(), 'Open');
    expect(await team.kept(jo)).toMatchObject({
      unanswered: 0,
      quietTold: false,
      catchUp: true,
      choice: { mode: 'due' },
    });
    const notes = [];
    for await (const note of team.reminders.notes(today, '2026-11-24')) notes.push(note);
    expect(notes.filter(({ person }) => person === jo.id)).toMatchObject([
      { day: '2026-11-24', kind: 'catchUp' },
    ]);
  });
});

test('an older client is answered with a message in one’s own chat', async () => {
  const [one] = await some(1);
  const posted = await team.posts(jo, { lines: one ? [team.line(one)] : [] });
  const [opened] = await jo.submits(posted, 'Open');
  const [line] = opened ? await jo.submits(jo.sees(opened), 'Open') : [];
  expect(line && text(jo.sees(line))).toContain('Number 1');
  const [done] = line ? await jo.submits(jo.sees(line), 'Done') : [];
  expect(done && text(jo.sees(done))).toContain('Done. How it went can be written in the plan.');
});
