import type { Day } from '../calendar/days.ts';
import { type Mode, modes } from './due.ts';
import type { Choice, Reminders } from './record.ts';

/** What was chosen for one plan; null where nothing was. The id may come from a client, and be called anything. */
export const ownChoice = ({ plans }: Pick<Reminders, 'plans'>, planId: string): Choice | null =>
  Object.hasOwn(plans, planId) ? (plans[planId] ?? null) : null;

/** A mark of what stands chosen, for everything and for these plans; the same choice has the same mark. */
export const markOf = (kept: Reminders, planIds: readonly string[]): string =>
  JSON.stringify([kept.choice, ...planIds.map((id) => ownChoice(kept, id))].map((one) => one && brief(one)));

const brief = ({ mode, pausedUntil }: Choice): string => `${mode[0]}${pausedUntil ?? ''}`;

/**
 * The reminders with what was chosen on a settings card; whatever the card does not show stays.
 *
 * @param typed the card's fields: `mode` and `pausedUntil`, and by the place of each plan `plan0`, `until0`
 * @param planIds the plans as the card shows them, in their order
 * @param theirs those of them that may be chosen for
 */
export const chosenIn = (
  typed: Readonly<Record<string, string>>,
  planIds: readonly string[],
  theirs: readonly string[],
  kept: Reminders,
  today: Day,
): Reminders => {
  const choice: Choice = {
    mode: modeIn(typed.mode) ?? kept.choice.mode,
    pausedUntil: typed.pausedUntil ?? ended(kept.choice, today),
  };
  const plans = { ...kept.plans };
  for (const [place, id] of planIds.entries()) {
    if (!theirs.includes(id)) continue;
    const chosen = planChoice(
      typed[`plan${place}`],
      typed[`until${place}`],
      { own: ownChoice(kept, id), everywhere: choice },
      today,
    );
    if (chosen === 'asAbove') delete plans[id];
    else if (chosen !== 'asItWas') plans[id] = chosen;
  }
  return { ...kept, choice, plans };
};

const planChoice = (
  chosen: string | undefined,
  until: string | undefined,
  { own, everywhere }: { own: Choice | null; everywhere: Choice },
  today: Day,
): Choice | 'asAbove' | 'asItWas' => {
  const before = own ?? everywhere;
  // A day that was written there is a pause, whatever stands above it; one that stood there already may be over.
  const isNewDay = until !== undefined && until !== own?.pausedUntil;
  // After the pause it is as it was before.
  if (isNewDay) return { mode: modeIn(chosen) ?? before.mode, pausedUntil: until };
  if (chosen === 'asAbove') return 'asAbove';
  if (chosen === 'paused') return until === undefined ? 'asItWas' : { mode: before.mode, pausedUntil: until };
  const mode = modeIn(chosen);
  return mode === null ? 'asItWas' : { mode, pausedUntil: ended(before, today) };
};

/** A pause that is over is shown as none, and stays: the next sweep sees by it what was left out. */
const ended = ({ pausedUntil }: Choice, today: Day): Day | null =>
  pausedUntil !== null && pausedUntil <= today ? pausedUntil : null;

const modeIn = (chosen: string | undefined): Mode | null => modes.find((mode) => mode === chosen) ?? null;
