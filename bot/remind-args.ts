import { parseArgs } from 'node:util';
import { isDay, type Moment } from './calendar/days.ts';

/** What somebody asks of a sweep by hand. */
export type Asked = {
  /** The moment that it is for; null for now. */
  at: Moment | null;
  /** Nothing is written and nothing sent. */
  dryRun: boolean;
};

const moment =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const remedies = {
  at: '--at needs a date and a time with its time zone, such as 2027-01-04T08:30:00Z or 2027-07-05T08:30:00+01:00.',
  twice: '--at stands there twice: name one moment.',
  dryRun: '--dry-run takes no value: leave the value out.',
  unknown: 'is not known: there are --at <date and time> and --dry-run.',
};

/** Reads the arguments; or every fault in them, each with its remedy. */
export const readAsked = (args: readonly string[]): Asked | { faults: string[] } => {
  const options = { at: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const faults: string[] = [];
  const asked: Asked = { at: null, dryRun: false };
  for (const token of tokens) {
    if (token.kind !== 'option') {
      faults.push(`${token.kind === 'positional' ? token.value : '--'} ${remedies.unknown}`);
    } else if (token.name === 'at') {
      const at = momentFrom(token.value);
      if (at === null) faults.push(remedies.at);
      else if (asked.at !== null) faults.push(remedies.twice);
      else asked.at = at;
    } else if (token.name === 'dry-run') {
      if (token.value !== undefined) faults.push(remedies.dryRun);
      else asked.dryRun = true;
    } else faults.push(`${token.rawName} ${remedies.unknown}`);
  }
  return faults.length > 0 ? { faults } : asked;
};

/** A moment that says its time zone: without one it would mean another on each machine. */
const momentFrom = (given: string | undefined): Moment | null =>
  given !== undefined && isDay(moment.exec(given)?.[1]) ? new Date(given).toISOString() : null;
