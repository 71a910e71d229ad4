import { z } from 'zod';
import { endings, kinds, type Narrative, type Workflow } from '../reflection/record.ts';
import { domains } from '../reflection/window.ts';

/**
 * The shapes of the two envelopes as they lie in storage. They are strict: a field that this server does not
 * know would be lost with its next write, so a row that has one is refused. Which answers are asked for is not
 * the store's business, so that a record of an older set of questions still opens.
 */
const text = z.string();
const textOrNull = text.nullable();
const role = z.enum(['practitioner', 'supervisor']);
const cardPlace = z.strictObject({ serviceUrl: text, conversationId: text, activityId: text });

export const farewellShape = z.array(cardPlace);

export const workflowShape = z.strictObject({
  relationshipId: text,
  kind: z.enum(kinds),
  meetOn: textOrNull,
  createdAt: text,
  touchedAt: text,
  keptUntil: textOrNull,
  closedAt: textOrNull,
  amendedAt: textOrNull,
  askedBy: text,
  participants: z.array(z.strictObject({ id: text, name: text, role, part: role })),
  invitation: z.strictObject({
    to: text,
    status: z.enum(['asked', 'later', 'accepted']),
    askedAt: text,
    laterOn: textOrNull,
  }),
  revisions: z.strictObject({ practitioner: z.int(), supervisor: z.int(), agreement: z.int() }),
  shared: z.array(text),
  withheld: z.array(text),
  restKept: z.boolean(),
  togetherAsked: z.boolean(),
  toldAloud: z.boolean(),
  supervisorPlaced: z.boolean(),
  owed: z.array(
    z.strictObject({
      id: text,
      to: text,
      task: z.union([
        z.strictObject({
          do: z.literal('post'),
          notice: z.enum(['asked', 'yourTurn', 'bothIn', 'toAgree']),
          shrinkOld: z.boolean(),
        }),
        z.strictObject({ do: z.literal('edit') }),
      ]),
      claimedAt: text,
    }),
  ),
  posted: z.array(
    z.strictObject({
      person: textOrNull,
      place: cardPlace,
      reader: z.strictObject({ teamsId: text, locale: textOrNull }),
      shrunk: z.boolean(),
    }),
  ),
  unreached: z
    .strictObject({ person: text, since: text, reason: z.enum(['notInstalled', 'blocked', 'unavailable']) })
    .nullable(),
});

const draft = z.strictObject({
  actions: z.array(z.strictObject({ what: text, who: textOrNull, by: textOrNull, how: text, why: text })),
  lookAgainOn: textOrNull,
});

const agreed = z.array(z.strictObject({ what: text, who: text, by: text, how: text, why: text }));

const proposal = z
  .strictObject({ by: text, ending: z.enum(endings), actions: agreed, lookAgainOn: textOrNull })
  .nullable();

export const narrativeShape = z.strictObject({
  pointer: text,
  answers: z.record(text, z.strictObject({ values: z.record(text, text), done: z.boolean() })),
  outside: z.strictObject({ domain: z.enum(domains).nullable(), done: z.boolean() }),
  note: textOrNull,
  reply: textOrNull,
  drafts: z.strictObject({ practitioner: draft, supervisor: draft }),
  proposal,
  amendment: proposal,
  lastTime: agreed,
});

/** A field added to the record and not here (or the other way round) must not compile. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
true satisfies Same<z.infer<typeof workflowShape>, Workflow>;
true satisfies Same<z.infer<typeof narrativeShape>, Narrative>;
