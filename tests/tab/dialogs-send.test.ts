import { describe, expect, test } from '@jest/globals';
import type { ActionDraft, PlanAction, PlanFacts } from '../../bot/plan/contract.ts';
import type { Api, Result, Trouble } from '../../tab/api/api.ts';
import { sendChange } from '../../tab/dialogs/send.ts';
import { sendFacts } from '../../tab/dialogs/send-facts.ts';
import { sendNew } from '../../tab/dialogs/send-new.ts';
import { emptyValues, type Values, valuesOf } from '../../tab/dialogs/values.ts';
import { anAction, jo, ola, sam } from './dialogs-samples.ts';

type Call = { draft: object; etag: string };

/** A server that gives these answers in turn, and remembers what it was asked. */
const answering = (...answers: Result<PlanAction>[]) => {
  const calls: Call[] = [];
  const next = async (draft: object, etag: string): Promise<Result<PlanAction>> => {
    calls.push({ draft, etag });
    return answers.shift() ?? { ok: false, trouble: { kind: 'broken', status: 500 } };
  };
  const never = async (): Promise<never> => {
    throw new Error('Nobody asked for this.');
  };
  const api: Api = {
    read: never,
    set: never,
    members: never,
    add: next,
    change: (_id, draft, etag) => next(draft, etag),
    remove: never,
    restore: never,
    removed: never,
    history: never,
    empty: never,
    export: never,
  };
  return { api, calls };
};
const fine = (action: PlanAction): Result<PlanAction> => ({ ok: true, value: action });
const stale = (current: PlanAction): Result<PlanAction> => ({
  ok: false,
  trouble: { kind: 'stale', current },
});
const failed = (trouble: Trouble): Result<PlanAction> => ({ ok: false, trouble });

const base = anAction();
const mine = (patch: Partial<Values>): Values => ({ ...valuesOf(base), ...patch });

describe('sending a change', () => {
  test('sends only what was changed, on the version it was made on', async () => {
    const { api, calls } = answering(fine(anAction({ area: 'New', etag: 'v2' })));
    const sent = await sendChange(api, base, mine({ area: 'New' }));
    expect(calls).toEqual([{ draft: { area: 'New' }, etag: 'v1' }]);
    expect(sent).toMatchObject({ did: 'saved', taken: [], action: { etag: 'v2' } });
  });

  test('says why a date is moved beside the date, and only there', async () => {
    const { api, calls } = answering(fine(base), fine(base));
    const moveReason = ' The room was taken. ';
    await sendChange(api, base, mine({ dueOn: '2027-01-15', moveReason }));
    await sendChange(api, base, mine({ area: 'New', moveReason }));
    expect(calls.map(({ draft }) => draft)).toEqual([
      { dueOn: '2027-01-15', moveReason: 'The room was taken.' },
      { area: 'New' },
    ]);
  });

  test('of a status alone goes through where others wanted the same, and asks where they wanted another', async () => {
    const status = (now: PlanAction['status']) => stale(anAction({ etag: 'v2', status: now }));
    const same = answering(status('doing'));
    expect(await sendChange(same.api, base, mine({ status: 'doing' }))).toMatchObject({ did: 'saved' });
    const other = answering(status('done'));
    expect(await sendChange(other.api, base, mine({ status: 'doing' }))).toMatchObject({ did: 'clashed' });
  });

  test('asks nobody where nothing was changed', async () => {
    const { api, calls } = answering();
    expect(await sendChange(api, base, mine({}))).toMatchObject({ did: 'saved', action: base });
    expect(calls).toEqual([]);
  });

  test('sends again on the new version where others changed something else, and says what they changed', async () => {
    const theirs = anAction({ etag: 'v2', status: 'doing', updatedBy: ola });
    const { api, calls } = answering(stale(theirs), fine({ ...theirs, area: 'New', etag: 'v3' }));
    const sent = await sendChange(api, base, mine({ area: 'New' }));
    expect(calls.map(({ draft, etag }) => [draft, etag])).toEqual([
      [{ area: 'New' }, 'v1'],
      [{ area: 'New' }, 'v2'],
    ]);
    expect(sent).toMatchObject({ did: 'saved', taken: ['status'], by: 'Ola', action: { etag: 'v3' } });
  });

  test('stops where both changed the same, with what only they changed taken over', async () => {
    const theirs = anAction({ etag: 'v2', area: 'Theirs', status: 'doing' });
    const { api, calls } = answering(stale(theirs));
    const sent = await sendChange(api, base, mine({ area: 'Mine' }));
    expect(calls).toHaveLength(1);
    expect(sent).toMatchObject({ did: 'clashed', current: theirs, mine: { area: 'Mine', status: 'doing' } });
  });

  test('takes its own change, whose answer was lost, as saved', async () => {
    const saved = anAction({ etag: 'v2', area: 'New' });
    const { api, calls } = answering(stale(saved));
    expect(await sendChange(api, base, mine({ area: 'New' }))).toMatchObject({ did: 'saved', action: saved });
    expect(calls).toHaveLength(1);
  });

  test('asks the person to try again rather than going round for ever', async () => {
    const others = Array.from({ length: 9 }, (_, round) =>
      stale(anAction({ etag: `o${round}`, support: `${round}` })),
    );
    const { api, calls } = answering(...others);
    expect(await sendChange(api, base, mine({ area: 'New' }))).toMatchObject({
      did: 'failed',
      trouble: { kind: 'busy' },
    });
    expect(calls.length).toBeLessThan(9);
  });
});

describe('adding an action', () => {
  const typed: Values = { ...emptyValues, area: 'New', who: [jo] };
  const newKey = () => 'another';
  const keyUsed = failed({ kind: 'broken', status: 409 });

  test('sends what is answered, under the key of the form', async () => {
    const { api, calls } = answering(fine(anAction()));
    const { sent, unsure } = await sendNew(api, typed, 'key', null, newKey);
    expect(calls).toEqual([{ draft: { area: 'New', who: [{ id: jo.id }] }, etag: 'key' }]);
    expect(sent.did).toBe('saved');
    expect(unsure).toBeNull();
  });

  test('remembers what was sent without an answer, but not what was refused', async () => {
    const lost = await sendNew(answering(failed({ kind: 'offline' })).api, typed, 'key', null, newKey);
    expect(lost.unsure).toEqual({ area: 'New', who: [{ id: jo.id }] });
    const refused = await sendNew(
      answering(failed({ kind: 'unfit', faults: [] })).api,
      typed,
      'key',
      null,
      newKey,
    );
    expect(refused.unsure).toBeNull();
  });

  test('makes what was written since a lost answer a change of that action, and no second action', async () => {
    const first: ActionDraft = { area: 'New', who: [{ id: jo.id }] };
    const added = anAction({ ...emptyValues, area: 'New', who: [jo], status: 'doing', updatedBy: sam });
    const { api, calls } = answering(fine(added), fine({ ...added, area: 'Newer', etag: 'v2' }));
    const { sent } = await sendNew(api, { ...typed, area: 'Newer' }, 'key', first, newKey);
    // What somebody else has made of it since then is not put back.
    expect(calls).toEqual([
      { draft: first, etag: 'key' },
      { draft: { area: 'Newer' }, etag: 'v1' },
    ]);
    expect(sent).toMatchObject({ did: 'saved', taken: ['status'] });
  });

  test('starts afresh where what was sent first turns out to have been refused', async () => {
    const { api, calls } = answering(failed({ kind: 'unfit', faults: [] }), fine(anAction()));
    const { sent } = await sendNew(api, typed, 'key', { area: 'x' }, newKey);
    expect(calls.map(({ draft }) => draft)).toEqual([{ area: 'x' }, { area: 'New', who: [{ id: jo.id }] }]);
    expect(sent.did).toBe('saved');
  });

  test('takes another key where its own stands for something else: no words are stuck for good', async () => {
    const { api, calls } = answering(keyUsed, fine(anAction()));
    const answer = await sendNew(api, typed, 'key', null, newKey);
    expect(calls.map(({ etag }) => etag)).toEqual(['key', 'another']);
    expect(answer).toMatchObject({ sent: { did: 'saved' }, key: 'another' });
  });

  test('does so too where what was sent first cannot be sent again, and tries no third time', async () => {
    const { api, calls } = answering(keyUsed, keyUsed, keyUsed);
    const answer = await sendNew(api, typed, 'key', { area: 'x' }, newKey);
    expect(calls.map(({ etag }) => etag)).toEqual(['key', 'key', 'another']);
    expect(answer.sent).toMatchObject({ did: 'failed' });
  });
});

describe("sending a plan's facts", () => {
  const plan: PlanFacts = {
    id: 'p',
    etag: 'p1',
    name: 'North',
    managers: [jo],
    guestsRead: false,
    left: [],
    emptying: false,
  };
  const setting = (...answers: Result<PlanFacts>[]) => {
    const calls: Call[] = [];
    const { api } = answering();
    api.set = async (draft, etag) => {
      calls.push({ draft, etag });
      return answers.shift() ?? { ok: false, trouble: { kind: 'broken', status: 500 } };
    };
    return { api, calls };
  };

  test('sends only what was changed, again on the new version where others changed something else', async () => {
    const theirs = { ...plan, etag: 'p2', guestsRead: true };
    const { api, calls } = setting(
      { ok: false, trouble: { kind: 'stale', current: theirs } },
      { ok: true, value: { ...theirs, name: 'South', etag: 'p3' } },
    );
    const sent = await sendFacts(api, plan, { name: 'South', managers: [jo], guestsRead: false });
    expect(calls).toEqual([
      { draft: { name: 'South' }, etag: 'p1' },
      { draft: { name: 'South' }, etag: 'p2' },
    ]);
    expect(sent).toMatchObject({ did: 'saved', plan: { etag: 'p3', guestsRead: true } });
  });

  test('stops where both changed the managers', async () => {
    const current = { ...plan, etag: 'p2', managers: [jo, ola] };
    const { api } = setting({ ok: false, trouble: { kind: 'stale', current } });
    const sent = await sendFacts(api, plan, { name: 'North', managers: [sam], guestsRead: false });
    expect(sent).toMatchObject({ did: 'clashed', clashes: ['managers'], current });
  });
});
