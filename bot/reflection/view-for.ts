import type { PersonId } from '../people/person.ts';
import {
  compare,
  oddAxes,
  offered,
  ownAnswers,
  settled,
  sharedAnswers,
  unsharedAnswers,
} from './internal/seen.ts';
import { keepers } from './keeping.ts';
import { type ItemId, type StepId, stepBefore, textIn } from './questions.ts';
import type { Reflection, Role } from './record.ts';
import {
  bothIn,
  isTogether,
  openStep,
  participant,
  partner,
  practitionerPlacement,
  roundNow,
  type Standing,
  standing,
  windowOpen,
} from './stage.ts';
import type { Frame, Screen, View, Waiting, Wanted } from './view.ts';

/** The view of one person; null for anybody who is not a participant. */
export const viewFor = (
  reflection: Reflection,
  person: PersonId,
  wanted: Wanted | null = null,
): View | null => {
  const me = participant(reflection, person);
  if (me === null) return null;
  const { workflow, narrative } = reflection;
  const other = partner(reflection, person);
  const frame: Frame = {
    id: reflection.id,
    me: { id: me.id, name: me.name, role: me.role },
    other: other && { id: other.id, name: other.name },
    kind: workflow.kind,
    pointer: narrative.pointer,
    meetOn: workflow.meetOn,
    lastTime: narrative.lastTime,
    ownCopy: me.role === 'practitioner' && windowOpen(reflection) ? unsharedAnswers(reflection) : {},
    createdAt: workflow.createdAt,
    revisions: { own: workflow.revisions[me.part], agreement: workflow.revisions.agreement },
    togetherAsked: workflow.togetherAsked,
    keptUntil: keepers(reflection).includes(me) ? workflow.keptUntil : null,
    unreached: workflow.unreached !== null && workflow.unreached.person === other?.id,
  };
  const where = standing(reflection, person);
  return {
    ...frame,
    ...(wantedScreen(reflection, me.role, where, wanted) ?? screenAt(reflection, me, where)),
  };
};

/** The card a person asked for, where it is theirs to see from where they stand. */
const wantedScreen = (
  reflection: Reflection,
  role: Role,
  where: Standing,
  wanted: Wanted | null,
): Screen | null => {
  const drafting = where === 'step' || where === 'read';
  const isClosed = reflection.workflow.closedAt !== null;
  const talking = where === 'sideBySide' || where === 'agreeing' || where === 'closed';
  switch (wanted?.screen) {
    case 'step':
      return drafting ? stepScreen(reflection, wanted.step, wanted.editing) : null;
    case 'togetherConfirm':
      // It shows what is not shared yet: the practitioner's alone, wherever the asking comes from.
      return role === 'practitioner' && (drafting || where === 'invited')
        ? togetherConfirmScreen(reflection)
        : null;
    case 'saved':
      return drafting ? { screen: 'saved' } : null;
    case 'outcome':
      return talking ? outcomeScreen(reflection, role, wanted.rows) : null;
    case 'sideBySide':
      if (!talking && where !== 'proposed') return null;
      return isClosed
        ? closedScreen(reflection)
        : { screen: 'sideBySide', compared: compare(reflection), mayWrite: talking };
    case 'full':
      return bothIn(reflection) || where === 'shared' ? fullScreen(reflection, role, wanted.item) : null;
    default:
      return null;
  }
};

const screenAt = (reflection: Reflection, me: { id: PersonId }, where: Standing): Screen | Waiting => {
  const { workflow, narrative } = reflection;
  switch (where) {
    case 'invited':
      return { screen: 'invited', laterOn: workflow.invitation.laterOn };
    case 'step':
      return stepScreen(reflection, openStep(reflection) ?? 'describe', false);
    case 'read':
      return readScreen(reflection);
    case 'shared':
      return { screen: 'shared', said: sharedAnswers(reflection), together: isTogether(reflection) };
    case 'togetherPlace':
      return { screen: 'togetherPlace', marked: practitionerPlacement(reflection) };
    case 'showing':
    case 'listening':
      return togetherScreen(reflection, where);
    case 'withPractitioner':
      return { screen: 'withPractitioner', asked: workflow.invitation.status !== 'accepted' };
    case 'outside':
      return {
        screen: 'outside',
        description: sharedAnswers(reflection).describe?.text ?? '',
        marked: narrative.outside.domain,
        invited: workflow.invitation.to === me.id && workflow.invitation.status !== 'accepted',
      };
    case 'sideBySide':
      return { screen: 'sideBySide', compared: compare(reflection), mayWrite: true };
    case 'proposed':
    case 'agreeing':
      return { screen: where, proposal: offered(reflection), amending: workflow.closedAt !== null };
    case 'closed':
      return closedScreen(reflection);
  }
};

const readScreen = (reflection: Reflection): Screen => {
  const said = ownAnswers(reflection);
  return { screen: 'read', said, withheld: reflection.workflow.withheld, odd: oddAxes(reflection, said) };
};

/** What "together now" would share at this moment: exactly this. */
const togetherConfirmScreen = (reflection: Reflection): Screen => ({
  screen: 'togetherConfirm',
  description: textIn('describe', reflection.narrative.answers.describe?.values ?? {}),
  placement: reflection.narrative.answers.place?.done ? practitionerPlacement(reflection) : null,
});

const togetherScreen = (reflection: Reflection, where: 'showing' | 'listening'): Screen | Waiting => {
  const step = roundNow(reflection) ?? 'place';
  const compared = compare(reflection);
  const deliberate = reflection.narrative.answers.place?.values.deliberate === 'true';
  if (where === 'listening') return { screen: where, step, deliberate, compared };
  return {
    screen: where,
    step,
    deliberate,
    compared,
    values: reflection.narrative.answers[step]?.values ?? {},
  };
};

const stepScreen = (reflection: Reflection, step: StepId, editing: boolean): Screen => ({
  screen: 'step',
  step,
  values: reflection.narrative.answers[step]?.values ?? {},
  first: stepBefore(step) === null,
  editing,
  placement: practitionerPlacement(reflection),
  deliberate: reflection.narrative.answers.place?.values.deliberate === 'true',
});

const outcomeScreen = (reflection: Reflection, role: Role, rows: number): Screen => {
  const { proposal, amendment, drafts } = reflection.narrative;
  const isClosed = reflection.workflow.closedAt !== null;
  const mine = drafts[role];
  // Whoever changes a proposal, or what was agreed, starts from it and not from a blank form.
  const draft = mine.actions.length === 0 ? (amendment ?? proposal ?? mine) : mine;
  const count = Math.max(1, rows, draft.actions.length);
  return {
    screen: 'outcome',
    draft,
    rows: count,
    theirs: isClosed ? amendment : proposal,
    amending: isClosed,
  };
};

const closedScreen = (reflection: Reflection): Screen => ({
  screen: 'closed',
  proposal: settled(reflection),
  compared: compare(reflection),
  closedAt: reflection.workflow.closedAt ?? reflection.workflow.touchedAt,
  amendedAt: reflection.workflow.amendedAt,
});

const fullScreen = (reflection: Reflection, role: Role, item: ItemId | 'note' | 'reply'): Screen => {
  const { note, reply } = reflection.narrative;
  if (item === 'note' || item === 'reply')
    return { screen: 'full', item, text: (item === 'note' ? note : reply) ?? '' };
  // One's own words are one's own to read, shared or not.
  const mine = role === 'practitioner' ? ownAnswers(reflection) : sharedAnswers(reflection);
  return { screen: 'full', item, text: textIn(item, mine[item] ?? {}) };
};
