import type { PersonId } from './people/person.ts';
import type { UnreachedReason } from './reminders/record.ts';
import type { Swept } from './reminders/swept.ts';

/** What a sweep by hand tells the operator who asked for it: who, and never what about. */
export type Told = {
  swept: Swept;
  dryRun: boolean;
  /** Those whom reminders do not reach, as it is recorded after the sweep. */
  recorded: readonly { person: PersonId; since: string; reason: UnreachedReason }[];
  /** The name that the bot knows; empty where it knows none. */
  nameOf: (person: PersonId) => string;
  reminderTime: string;
  timeZone: string;
};

export const reportOf = ({ swept, dryRun, recorded, nameOf, ...settings }: Told): string[] => {
  const { not, span, sent, unreached, later, failed, dropped, covered } = swept;
  const who = (person: PersonId): string => [person, nameOf(person)].filter((part) => part !== '').join('  ');
  const since = new Map(recorded.map((one) => [one.person, one.since]));
  const now = new Set(unreached.map(({ person }) => person));

  const lines = not === null ? [] : [whyNot(not, settings)];
  if (span !== null) {
    lines.push(`Reminders of ${span.until}, of all that came after ${span.after}.`);
    lines.push(...list(dryRun ? 'would get a digest' : 'got a digest', sent.map(who), 'Nobody'));
  }
  lines.push(
    ...list(
      'could not be reached',
      unreached.map(
        ({ person, reason }) => `${who(person)}: ${why(reason, since.get(person) ?? span?.until)}`,
      ),
    ),
    ...list(left('could not be told now'), later.map(who)),
    ...list(left('met a fault of storage or of a row of theirs'), failed.map(who)),
    ...list(
      [
        'was not reached before, and still counts as not reached',
        'were not reached before, and still count as not reached',
      ],
      recorded
        .filter(({ person }) => !now.has(person))
        .map(({ person, reason, since }) => `${who(person)}: ${why(reason, since)}`),
    ),
  );
  if (dropped > 0) lines.push(`Entries of the index that led nowhere and were removed: ${dropped}.`);
  if (dryRun) lines.push('This was a dry run: nothing was written, nothing was sent.');
  else if (span !== null) {
    lines.push(covered ? 'The day is finished.' : 'The day is not finished: the next sweep goes on with it.');
  }
  return lines;
};

/** Said of one person, and of several. */
type Saying = string | readonly [one: string, several: string];

const left = (what: string): Saying => [
  `${what}, and is left to the next sweep`,
  `${what}, and are left to the next sweep`,
];

const list = (saying: Saying, entries: readonly string[], nobody: string | null = null): string[] => {
  const [one, several] = typeof saying === 'string' ? [saying, saying] : saying;
  if (entries.length === 0) return nobody === null ? [] : [`${nobody} ${one}.`];
  const said = entries.length === 1 ? `1 person ${one}` : `${entries.length} people ${several}`;
  return [`${said}:`, ...entries.map((entry) => `  ${entry}`)];
};

const reasons: Readonly<Record<UnreachedReason, string>> = {
  notInstalled: 'the app is not installed for them',
  blocked: 'they have blocked the app',
  refused: 'Teams or an administrator does not let its messages through',
};

const why = (reason: UnreachedReason, since: string | undefined): string =>
  `${reasons[reason]}${since === undefined ? '' : `, since ${since}`}`;

const whyNot = (
  not: NonNullable<Swept['not']>,
  { reminderTime, timeZone }: Pick<Told, 'reminderTime' | 'timeZone'>,
): string => {
  switch (not) {
    case 'yet':
      return `At that moment it is before ${reminderTime} in ${timeZone}: no digest goes out until then.`;
    case 'workingDay':
      return 'That is a weekend or a bank holiday: no digest goes out on it.';
    case 'again':
      return 'The reminders of that day are finished: nobody gets a second digest.';
    case 'alone':
      return 'Another process is sending at this moment, so nothing was done here. Try again in a few minutes.';
  }
};
