import type { PersonId } from '../../people/person.ts';
import { wordsFor } from '../../words/words.ts';
import { farewellMessage, postedMessage, shrunkMessage } from '../cards/posted.ts';
import type { Sent } from '../courier.ts';
import type { DeskParts } from '../desk.ts';
import type { Owed, PostedCard, Reflection, UnreachedReason, Workflow } from '../record.ts';
import { viewFor } from '../view-for.ts';

/** What delivering does to the workflow; made to be applied again where somebody else wrote in between. */
export type Change = (workflow: Workflow) => Workflow;

/** One message at a time: posted, redrawn or shrunk; each in its reader's language. */
export const posting = ({ directory, courier, now }: Pick<DeskParts, 'directory' | 'courier' | 'now'>) => {
  /** Makes lines of somebody's older cards; which of them took it. */
  const shrink = async (cards: PostedCard[]): Promise<PostedCard[]> => {
    const taken: PostedCard[] = [];
    for (const card of cards) {
      const sent = await courier.edit(card.place, shrunkMessage(wordsFor(card.reader.locale)));
      if (sent.ok || !sent.again) taken.push(card);
    }
    return taken;
  };

  /** Posts one new message: what the workflow looks like after it, or null where it has to be tried again. */
  const post = async (
    reflection: Reflection,
    { to, task }: Owed & { task: { do: 'post' } },
    lastTry: boolean,
  ): Promise<Change | null> => {
    const view = viewFor(reflection, to);
    const person = await directory.find(to);
    if (view === null || person === null) return unreached(to, 'notInstalled', now());
    const welcome = task.notice === 'asked' && person.welcomedAt === null;
    const words = wordsFor(person.locale);
    const reader = { teamsId: person.teamsId, locale: person.locale };
    const message = postedMessage(view, task.notice, { ...reader, welcome }, words);
    const sent = await courier.post(to, message);
    if (!sent.ok) return sent.again && !lastTry ? null : unreached(to, sent.reason, now());
    if (welcome) await directory.remember(to, { welcomedAt: now() });
    const old = task.shrinkOld ? await shrink(cardsOf(reflection, to)) : [];
    return (workflow) => ({
      ...markShrunk(workflow, old),
      posted: [...markShrunk(workflow, old).posted, { person: to, place: sent.value, reader, shrunk: false }],
      unreached: workflow.unreached?.person === to ? null : workflow.unreached,
    });
  };

  /** Redraws the neutral state line of somebody's standing card. */
  const edit = async (reflection: Reflection, to: PersonId): Promise<Sent<null>> => {
    const view = viewFor(reflection, to);
    if (view === null) return dismiss(reflection, to);
    const card = cardsOf(reflection, to).at(-1);
    if (card === undefined) return { ok: true, value: null };
    const { reader, place } = card;
    return courier.edit(
      place,
      postedMessage(view, null, { ...reader, welcome: false }, wordsFor(reader.locale)),
    );
  };

  /** Somebody who has left: every card of theirs, shrunk ones too, says what it says when all of it is gone. */
  const dismiss = async (reflection: Reflection, to: PersonId): Promise<Sent<null>> => {
    const left = reflection.workflow.posted.filter(({ person }) => person === to);
    const sent: Sent<null>[] = [];
    for (const { place, reader } of left) {
      sent.push(await courier.edit(place, farewellMessage(wordsFor(reader.locale))));
    }
    return sent.find((one) => !one.ok && one.again) ?? { ok: true, value: null };
  };

  return { post, edit, shrink };
};

/** The cards of somebody's that still stand whole, oldest first. */
export const cardsOf = (reflection: Reflection, person: PersonId): PostedCard[] =>
  reflection.workflow.posted.filter((card) => card.person === person && !card.shrunk);

export const markShrunk = (workflow: Workflow, cards: PostedCard[]): Workflow => ({
  ...workflow,
  posted: workflow.posted.map((one) =>
    cards.some(({ place }) => place.activityId === one.place.activityId) ? { ...one, shrunk: true } : one,
  ),
});

const unreached =
  (person: PersonId, reason: UnreachedReason, since: string): Change =>
  (workflow) => ({ ...workflow, unreached: { person, since, reason } });
