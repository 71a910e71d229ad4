import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { z } from 'zod';
import { type Day, isDay } from '../../calendar/days.ts';
import { textField } from '../../cards/elements.ts';
import type { Words } from '../../words/words.ts';
import type { Digest, Line } from '../digest.ts';
import { type ReflectionKind, reflectionKinds } from '../reflection-days.ts';

/**
 * A digest as its cards carry it from press to press: ids alone. It comes back from a client, so each id is worth
 * nothing until the plan's desk has let the presser see what it names.
 */
export type Carried = {
  day: Day;
  lines: Line[];
  /** Actions beyond those lines. */
  more: number;
  unreached: Digest['unreached'];
  reflections: { reflectionId: string; kind: ReflectionKind }[];
};

/** What a digest is posted from; where nothing is said of reflections there are none. */
export type Posted = Pick<Digest, 'day' | 'lines' | 'unreached'> & Partial<Pick<Carried, 'reflections'>>;

const most = { lines: 60, unreached: 20, reflections: 5 };
/**
 * Characters that it may take up: a posted card holds it three times (to press, for clients that cannot, and to
 * refresh), and must stay under 28 KB.
 */
const room = 6_000;

/** As much of a digest as a card can carry; what does not fit is counted. */
export const carriedOf = ({ day, lines, unreached, reflections = [] }: Posted): Carried => {
  const carried = (count: number, people: number): Carried => ({
    day,
    lines: lines.slice(0, count),
    more: Math.max(0, lines.length - count),
    unreached: unreached.slice(0, people),
    reflections: reflections
      .slice(0, most.reflections)
      .map(({ reflectionId, kind }) => ({ reflectionId, kind })),
  });
  const takes = (count: number, people: number) => JSON.stringify(written(carried(count, people))).length;
  let people = Math.min(unreached.length, most.unreached);
  while (people > 0 && takes(0, people) > room / 2) people -= 1;
  let count = Math.min(lines.length, most.lines);
  while (count > 0 && takes(count, people) > room) count -= 1;
  return carried(count, people);
};

const kinds = ['named', 'stillRight', 'noWord'] as const satisfies readonly Line['kind'][];
const id = z.string().min(1).max(300);
const index = z.int().min(0);

/** Plans once, and everything else by numbers: a plan's id is longer than all the rest of a line. */
const shape = z.object({
  d: z.string().refine(isDay),
  p: z.array(id).max(most.lines + most.unreached),
  l: z.array(z.tuple([index, id, index.max(kinds.length - 1)])).max(most.lines),
  m: z.int().min(0).max(100_000),
  u: z.array(z.tuple([index, id])).max(most.unreached),
  r: z.array(z.tuple([id, index.max(reflectionKinds.length - 1)])).max(most.reflections),
});

export const written = ({ day, lines, more, unreached, reflections }: Carried): string => {
  const plans = [...new Set([...lines, ...unreached].map(({ planId }) => planId))];
  const short: z.infer<typeof shape> = {
    d: day,
    p: plans,
    l: lines.map(({ planId, actionId, kind }) => [plans.indexOf(planId), actionId, kinds.indexOf(kind)]),
    m: more,
    u: unreached.map(({ planId, about }) => [plans.indexOf(planId), about]),
    r: reflections.map(({ reflectionId, kind }) => [reflectionId, reflectionKinds.indexOf(kind)]),
  };
  return JSON.stringify(short);
};

/** Null for what is no digest of ours, whatever a client sent. */
export const readCarried = (sent: unknown): Carried | null => {
  const read = shape.safeParse(fromJson(sent));
  if (!read.success) return null;
  const { d, p, l, m, u, r } = read.data;
  return {
    day: d,
    lines: l.flatMap(([plan, actionId, kind]) => {
      const [planId, is] = [p[plan], kinds[kind]];
      return planId === undefined || is === undefined ? [] : [{ planId, actionId, kind: is }];
    }),
    more: m,
    unreached: u.flatMap(([plan, about]) => {
      const planId = p[plan];
      return planId === undefined ? [] : [{ planId, about }];
    }),
    reflections: r.flatMap(([reflectionId, kind]) => {
      const is = reflectionKinds[kind];
      return is === undefined ? [] : [{ reflectionId, kind: is }];
    }),
  };
};

/** A client gives nothing larger than a card can hold. */
const fromJson = (sent: unknown): unknown => {
  if (typeof sent !== 'string' || sent.length > 4 * room) return null;
  try {
    return JSON.parse(sent);
  } catch {
    return null;
  }
};

/** The digest without one of its lines, which was just seen to. */
export const without = (
  carried: Carried,
  { planId, actionId }: Pick<Line, 'planId' | 'actionId'>,
): Carried => ({
  ...carried,
  lines: carried.lines.filter((line) => line.planId !== planId || line.actionId !== actionId),
});

/** The card with the digest in a field that is not shown: it stands there once and travels with every press. */
export const carrying = (drawn: IAdaptiveCard, carried: Carried | null, words: Words): IAdaptiveCard =>
  carried === null
    ? drawn
    : {
        ...drawn,
        body: [
          ...drawn.body,
          { ...textField('digest', words.reminders.title, written(carried)), isVisible: false },
        ],
      };
