import type { Day } from '../../bot/calendar/days.ts';
import type { LedgerEntry, Note, Reminders } from '../../bot/reminders/record.ts';
import { standardReminders } from '../../bot/reminders/record.ts';
import type { ReflectionDays, ReflectionMention } from '../../bot/reminders/reflection-days.ts';
import type { ReminderStore } from '../../bot/reminders/store.ts';

/** A store of reminders in memory that keeps what the port promises, notes its calls and fails on demand. */
export type ReminderMemory = ReminderStore & {
  calls: string[];
  /** Runs before each call; what it throws, the call throws. */
  beforeCall: (what: string, about: string) => void | Promise<void>;
  people: Map<string, Reminders>;
  entries: Map<string, LedgerEntry>;
  notesKept: Map<string, Note>;
  leased: { holder: string; until: string } | null;
  coveredDay: Day | null;
  /** All that is kept, to be compared. */
  all(): unknown;
};

export const reminderMemory = (): ReminderMemory => {
  const versions = new Map<string, number>();
  const keyOf = (note: Note): string => JSON.stringify(Object.entries(note).sort());
  const called = async (what: string, about = ''): Promise<void> => {
    memory.calls.push(what);
    await memory.beforeCall(what, about);
  };
  const etagOf = (person: string): string | null => {
    const version = versions.get(person);
    return version === undefined ? null : `v${version}`;
  };

  const memory: ReminderMemory = {
    calls: [],
    beforeCall: () => {},
    people: new Map(),
    entries: new Map(),
    notesKept: new Map(),
    leased: null,
    coveredDay: null,
    all: () =>
      structuredClone({
        people: [...memory.people],
        entries: [...memory.entries],
        notes: [...memory.notesKept],
        leased: memory.leased,
        covered: memory.coveredDay,
      }),

    find: async (person) => {
      await called('find', person);
      const reminders = structuredClone(memory.people.get(person) ?? standardReminders);
      return { reminders, etag: etagOf(person) };
    },
    save: async (person, reminders, etag) => {
      await called('save', person);
      if (etagOf(person) !== etag) return 'conflict';
      versions.set(person, (versions.get(person) ?? 0) + 1);
      memory.people.set(person, structuredClone(reminders));
      return 'saved';
    },
    lease: async (holder, now, until) => {
      await called('lease', holder);
      const { leased } = memory;
      if (leased !== null && leased.holder !== holder && leased.until > now) return false;
      memory.leased = { holder, until };
      return true;
    },
    release: async (holder) => {
      await called('release', holder);
      if (memory.leased?.holder === holder) memory.leased = null;
    },
    covered: async () => {
      await called('covered');
      return memory.coveredDay;
    },
    cover: async (day, instead = null) => {
      await called('cover', day);
      const { coveredDay } = memory;
      if (coveredDay === null || coveredDay < day || coveredDay === instead) memory.coveredDay = day;
    },
    ledger: async function* (day) {
      await called('ledger', day);
      for (const entry of [...memory.entries.values()]) if (entry.day === day) yield structuredClone(entry);
    },
    claim: async (day, people, holder, now) => {
      await called('claim', people.join(' '));
      if (people.length > 100) throw new Error('A transaction takes a hundred rows.');
      const free = people.filter((person) => memory.entries.get(`${day} ${person}`)?.delivery == null);
      for (const person of free) {
        memory.entries.set(`${day} ${person}`, { person, day, holder, claimedAt: now, delivery: null });
      }
      return free;
    },
    settle: async (entry) => {
      await called('settle', entry.person);
      const key = `${entry.day} ${entry.person}`;
      const known = memory.entries.get(key)?.delivery ?? null;
      if (known === null || entry.delivery === 'sent') memory.entries.set(key, structuredClone(entry));
    },
    note: async (note) => {
      await called('note', note.person);
      memory.notesKept.set(keyOf(note), structuredClone(note));
    },
    notes: async function* (after, until) {
      await called('notes');
      const days = [...memory.notesKept.values()].filter(({ day }) => day > after && day <= until);
      yield* structuredClone(days.sort((a, b) => (a.day < b.day ? -1 : 1)));
    },
    forget: async (before) => {
      await called('forget', before);
      for (const [key, { day }] of memory.entries) if (day < before) memory.entries.delete(key);
      for (const [key, { day }] of memory.notesKept) if (day < before) memory.notesKept.delete(key);
      return false;
    },
  };
  return memory;
};

/** Reflections that have something to be said on a day. */
export type ReflectionMemory = ReflectionDays & {
  mentions: ReflectionMention[];
  forgotten: Day[];
};

export const reflectionMemory = (): ReflectionMemory => {
  const memory: ReflectionMemory = {
    mentions: [],
    forgotten: [],
    dueIn: async function* ({ after, until }) {
      yield* memory.mentions.filter(({ day }) => day > after && day <= until);
    },
    holds: async (mention) => memory.mentions.some((one) => one === mention),
    forget: async (until) => {
      memory.forgotten.push(until);
    },
  };
  return memory;
};
