import { noEcho, withEcho } from '../../bot/cards/echo.ts';
import { chatCard } from '../../bot/reflection/cards/chat.ts';
import { draw } from '../../bot/reflection/cards/draw.ts';
import { handCard } from '../../bot/reflection/cards/hand.ts';
import { mineCard } from '../../bot/reflection/cards/mine.ts';
import { goneCard, notSavedCard } from '../../bot/reflection/cards/plain.ts';
import { farewellMessage, postedMessage, shrunkMessage } from '../../bot/reflection/cards/posted.ts';
import { startCard } from '../../bot/reflection/cards/start.ts';
import { reflectionInputs } from '../../bot/reflection/inputs.ts';
import type { View } from '../../bot/reflection/view.ts';
import { viewFor } from '../../bot/reflection/view-for.ts';
import { helloCard, helloChatCard, helpCard, notHereCard } from '../../bot/welcome/cards.ts';
import { enGB } from '../../bot/words/en-GB.ts';
import { planCards } from '../plan/cards-gallery.ts';
import { reminderCards } from '../reminders/cards-gallery.ts';
import { reflectionId } from './play.ts';
import { setting, variants } from './variants.ts';

/** Every card that a person can be shown, by name. */
export const allCards = (): Record<string, object> => {
  const views = allViews();
  return {
    ...startCards(),
    ...Object.fromEntries(Object.entries(views).map(([name, view]) => [name, draw(view, setting)])),
    ...listCards(views),
    ...postedCards(views),
    ...refusedCards(views),
    ...welcomeCards(),
    ...endCards(),
    ...planCards(),
    ...reminderCards(),
  };
};

type Views = Record<string, View>;

const allViews = (): Views =>
  Object.fromEntries(
    variants().map(({ name, reflection, viewer, wanted }) => {
      const view = viewFor(reflection, viewer, wanted);
      if (view === null) throw new Error(`"${name}" is not for its viewer`);
      return [name, view];
    }),
  );

const viewOf = (views: Views, name: string): View => {
  const view = views[name];
  if (!view) throw new Error(`There is no variant "${name}"`);
  return view;
};

const startCards = () => {
  const colleagues = Array.from({ length: 60 }, (_, index) => ({
    id: `00000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`,
    name: `A colleague with a rather long name, number ${index}`,
  }));
  return {
    start: startCard(
      { id: reflectionId, colleagues: colleagues.slice(0, 2), partner: null, from: null },
      setting,
    ),
    'start, many colleagues': startCard({ id: reflectionId, colleagues, partner: null, from: null }, setting),
    'start, in a chat of two': startCard(
      { id: reflectionId, colleagues: [], partner: { name: 'Jo Bennett' }, from: null },
      setting,
    ),
    'chat of two': chatCard(
      reflectionId,
      [
        { name: 'Sam Okafor', teamsId: '29:sam' },
        { name: 'Jo Bennett', teamsId: '29:jo' },
      ],
      enGB,
    ),
    'start, to look again': startCard(
      {
        id: reflectionId,
        colleagues: [],
        partner: { name: 'Jo Bennett' },
        from: { id: reflectionId, kind: 'network', pointer: 'the one from Monday' },
      },
      setting,
    ),
    'start, nobody known': startCard(
      { id: reflectionId, colleagues: [], partner: null, from: null },
      setting,
    ),
  };
};

const listed = [
  'supervisor: asked',
  'read through',
  'invitation put off',
  'proposed',
  'closed: supervisor',
  'read through, alone',
];

const listCards = (views: Views) => ({
  'my reflections, none': mineCard([], { next: null, first: true }, setting),
  'my reflections, a page in the middle': mineCard(
    listed.map((name) => viewOf(views, name)),
    { next: 'next-page', first: false },
    setting,
  ),
});

const reader = { teamsId: '29:reader', welcome: true };

const postedCards = (views: Views) => ({
  'posted: asked, with the welcome': postedMessage(
    viewOf(views, 'invitation to a practitioner'),
    'asked',
    reader,
    enGB,
  ).card,
  'posted: your turn': postedMessage(viewOf(views, 'from outside'), 'yourTurn', reader, enGB).card,
  'posted: not reached': postedMessage(viewOf(views, 'supervisor: not reached'), null, reader, enGB).card,
  'posted: shrunk': shrunkMessage(enGB).card,
  'posted: farewell': farewellMessage(enGB).card,
});

const refusedCards = (views: Views) => {
  const again = (name: string, echo: Partial<Parameters<typeof withEcho>[1]>) =>
    withEcho(draw(viewOf(views, name), setting), { ...noEcho, ...echo }, enGB, reflectionInputs);
  const colleagues = [{ id: '00000000-0000-4000-8000-000000000001', name: 'Robin Iqbal' }];
  return {
    'share with somebody': handCard(viewOf(views, 'read through, alone'), colleagues, setting),
    'share with somebody else': handCard(viewOf(views, 'read through'), colleagues, setting),
    'refused: out of date': again('something to agree', { refusal: 'stale' }),
    'refused: out of date, with words': again('family: describe', {
      refusal: 'stale',
      typed: { 'describe.text': 'What I had typed on the other device.' },
    }),
    'refused: words without a field': again('shared', {
      refusal: 'notNow',
      typed: { 'describe.text': 'An afterthought that came too late.' },
    }),
    'refused: things to mend': again('one thing to do', {
      refusal: 'invalid',
      faults: [
        { field: 'what0', problem: 'needed' },
        { field: 'by0', problem: 'pastDay' },
      ],
    }),
    'pointed out': again('family: describe', {
      typed: { 'describe.text': 'They live at PO1 3AX.' },
      guard: { kinds: ['postcode', 'birthDate'], verb: 'next', data: { id: reflectionId, keep: true } },
    }),
  };
};

const welcomeCards = () => ({
  hello: helloCard(enGB),
  'hello in a chat of several': helloChatCard(enGB),
  help: helpCard(enGB),
  'help for anything else': helpCard(enGB, true),
  'not here': notHereCard(enGB, '28:bot'),
});

const endCards = () => ({
  gone: goneCard('gone', enGB),
  deleted: goneCard('deleted', enGB),
  declined: goneCard('declined', enGB),
  cancelled: goneCard('cancelled', enGB),
  'not saved': notSavedCard(
    'next',
    { id: reflectionId, part: 'practitioner', rev: 1, step: 'place' },
    { 'place.why': 'some words', 'place.domain': 'to' },
    enGB,
  ),
});
