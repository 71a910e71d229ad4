import { describe, expect, test } from '@jest/globals';
import { inputsOf } from '../../bot/cards/card-inputs.ts';
import { draw } from '../../bot/reflection/cards/draw.ts';
import { postedMessage } from '../../bot/reflection/cards/posted.ts';
import { viewFor } from '../../bot/reflection/view-for.ts';
import { enGB } from '../../bot/words/en-GB.ts';
import { type Card, nodesOf, textOf } from '../helpers/cards.ts';
import { allCards } from './all-cards.ts';
import { jo, sam } from './play.ts';
import { faultsOf } from './renderer.ts';
import { plantedWords, setting, variants } from './variants.ts';

const viewOf = (name: string) => {
  const found = variants().find((variant) => variant.name === name);
  const view = found && viewFor(found.reflection, found.viewer, found.wanted);
  if (!view) throw new Error(name);
  return view;
};
const cardOf = (name: string): Card => (allCards()[name] ?? {}) as Card;

const reader = { teamsId: '29:reader', welcome: true };
const all = Object.entries(allCards());

describe.each(all)('%s', (name, card) => {
  test('is accepted by the renderer, as version 1.5', () => {
    expect(faultsOf(card)).toEqual([]);
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  });

  test('is under 28 KB, as UTF-8 and counted in UTF-16', () => {
    const json = JSON.stringify(card);
    expect(Buffer.byteLength(json, 'utf8')).toBeLessThan(28 * 1024);
    expect(json.length * 2).toBeLessThan(100 * 1024);
  });

  test('labels every input, once', () => {
    const inputs = inputsOf(card);
    // A tick is labelled by its title.
    for (const input of inputs) {
      expect('title' in input ? input.title : input.label).toEqual(expect.stringMatching(/\S/));
    }
    expect(new Set(inputs.map((input) => input.id)).size).toBe(inputs.length);
  });

  test('offers at most six actions a set, each with a title and a fallback', () => {
    for (const node of nodesOf(card)) {
      if (Array.isArray(node.actions)) expect(node.actions.length).toBeLessThanOrEqual(6);
      if (node.type === 'Action.Execute' && typeof node.title === 'string') {
        expect(node.title).toMatch(/\S/);
        expect(node.fallback).toMatchObject({ type: 'Action.Submit', data: { verb: node.verb } });
      }
    }
  });

  test('has at most one long box', () => {
    const long = inputsOf(card).filter((input) => 'isMultiline' in input && input.isMultiline === true);
    const most = name.includes('move') || name.includes('not saved') ? 2 : 1;
    expect(long.length).toBeLessThanOrEqual(most);
  });

  test('has nothing in a table and no text that cannot wrap', () => {
    for (const node of nodesOf(card)) {
      expect(node.type).not.toBe('Table');
      if (node.type === 'TextBlock') expect(node.wrap).toBe(true);
    }
  });

  test('carries no words in its buttons', () => {
    const data = [...nodesOf(card)].flatMap((node) => (node.data ? [JSON.stringify(node.data)] : []));
    for (const word of plantedWords) expect(data.join()).not.toContain(word);
  });

  test('calls nobody and no box good or bad, and gives no score', () => {
    expect(textOf(card as Record<string, unknown>)).not.toMatch(
      /neglect|punitive|permissive|score[sd]? \d|restorative supervision|\b(good|bad|poor|wrong) (box|worker)/i,
    );
  });

  test('looks as it did', () => {
    expect(card).toMatchSnapshot();
  });
});

test('what is posted holds nobody’s words, no placement and no pointer', () => {
  for (const variant of variants()) {
    const view = viewFor(variant.reflection, variant.viewer);
    if (view === null) continue;
    for (const notice of ['asked', 'yourTurn', 'bothIn', 'toAgree', null] as const) {
      const { card, summary } = postedMessage(view, notice, reader, enGB);
      const posted = JSON.stringify(card) + summary;
      for (const word of plantedWords) expect(posted).not.toContain(word);
      expect(posted).not.toContain('—————');
      if (notice !== 'asked') expect(posted).not.toMatch(/\b(TO|FOR|NOT|WITH)\b/);
    }
  }
});

test('notifications are the storyboard’s list and nothing else', () => {
  const view = viewOf('from outside');
  const said = (['asked', 'yourTurn', 'bothIn', 'toAgree'] as const).map(
    (notice) => postedMessage(view, notice, reader, enGB).summary,
  );
  expect(said).toEqual([
    'Jo Bennett has asked you something.',
    'It’s your turn, when you’re ready.',
    'Both placements are in.',
    'There’s something to agree.',
  ]);
});

test('user text is shown as typed, never as a link, a list or emphasis', () => {
  const view = viewOf('read through');
  if (view.screen !== 'read') throw new Error('not the read-through');
  const said = { ...view.said, describe: { text: '[click](http://x.example) **now**\n- one\n1. two' } };
  const text = textOf({ ...draw({ ...view, said }, setting) } as Record<string, unknown>);
  expect(text).toContain('\\[click\\](http://x.example) \\*\\*now\\*\\*');
  expect(text).toContain('\\- one');
  expect(text).toContain('1\\. two');
});

test('the practitioner stands first, for both viewers', () => {
  for (const name of ['side by side: practitioner', 'side by side: supervisor']) {
    const text = textOf(cardOf(name));
    expect(text.indexOf('**Jo Bennett** placed')).toBeGreaterThan(-1);
    expect(text.indexOf('**Jo Bennett** placed')).toBeLessThan(text.indexOf('**Sam Okafor** placed'));
  }
});

test('the two are told the same about who can see a shared reflection', () => {
  const seen = [jo, sam].map((viewer) => {
    const found = variants().find((variant) => variant.name === 'closed: practitioner');
    const view = found && viewFor(found.reflection, viewer);
    return (
      view &&
      textOf(draw(view, setting) as unknown as Record<string, unknown>).match(/Who can see this: .*/)?.[0]
    );
  });
  expect(seen[0]).toBeDefined();
  expect(seen[0]).toBe(seen[1]);
});
