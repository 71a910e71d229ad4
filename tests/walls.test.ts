import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** A project of one breaking file each, under the same settings as this one, so that no wall is only a wish. */
const project = resolve(import.meta.dirname, '..');
const modules = join(project, 'node_modules');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'walls-'));
  for (const settings of ['biome.json', '.biome', '.dependency-cruiser.mjs', 'package.json', '.gitignore']) {
    cpSync(join(project, settings), join(folder, settings), { recursive: true });
  }
  symlinkSync(modules, join(folder, 'node_modules'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const tool = (script: string, ...args: string[]): { status: number | null; said: string } => {
  const ran = spawnSync(process.execPath, [join(modules, script), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status: ran.status, said: ran.stdout + ran.stderr };
};

/** The broken walls, each with the file that breaks it: `wall: file`. */
const cruise = (): string[] => {
  const ran = tool(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '-c',
    '.dependency-cruiser.mjs',
    '-T',
    'json',
    'bot',
    'tab',
  );
  const read: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(
    ran.said.slice(ran.said.indexOf('{')),
  );
  return read.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
};

const breaches: [wall: string, file: string, text: string][] = [
  ['domain-without-sdk', 'bot/reflection/a.ts', "import 'botbuilder';"],
  ['domain-without-sdk', 'bot/people/a.ts', "import 'restify';"],
  [
    'domain-without-sdk',
    'bot/cards/a.ts',
    "import type { TableClient } from '@azure/data-tables';\nexport type A = TableClient;",
  ],
  ['domain-without-sdk', 'bot/words/a.ts', "import 'pino';"],
  [
    'domain-without-machine',
    'bot/reminders/a.ts',
    "import { randomUUID } from 'node:crypto';\nrandomUUID();",
  ],
  ['domain-without-machine', 'bot/welcome/a.ts', "import { env } from 'node:process';\nenv;"],
  [
    'domain-without-edge',
    'bot/reflection/b.ts',
    "import type { A } from '../teams/free.ts';\nexport type B = A;",
  ],
  ['domain-without-composition', 'bot/plan/a.ts', "import { a } from '../config.ts';\na;"],
  ['botbuilder-in-its-edge', 'bot/http/a.ts', "import 'botbuilder';"],
  ['restify-in-its-edge', 'bot/teams/a.ts', "import 'restify';"],
  ['tables-in-their-edge', 'bot/http/b.ts', "import '@azure/data-tables';"],
  ['identity-is-wired', 'bot/teams/b.ts', "import '@azure/identity';"],
  ['pino-behind-the-log', 'bot/http/c.ts', "import 'pino';"],
  ['internal-is-private', 'bot/people/b.ts', "import '../reflection/internal/own.ts';"],
  ['internal-is-private-to-the-root', 'bot/main.ts', "import './reflection/internal/own.ts';"],
  ['edges-stay-apart', 'bot/http/d.ts', "import '../teams/free.ts';"],
  ['nobody-imports-main', 'bot/teams/c.ts', "import '../main.ts';"],
  ['server-without-tests', 'bot/http/e.ts', "import '../../tests/helper.ts';"],
  ['server-without-dev-packages', 'bot/http/f.ts', "import 'jest';"],
  ['no-circles', 'bot/people/round.ts', "import type { B } from './trip.ts';\nexport type A = B;"],
  ['tab-knows-the-contract', 'tab/a.ts', "import '../bot/words/free.ts';"],
  ['teams-js-in-one-file', 'tab/c.ts', "import '@microsoft/teams-js';"],
  ['tab-without-machine', 'tab/d.ts', "import 'node:fs';"],
  ['tab-without-tests', 'tab/e.ts', "import '../tests/helper.ts';"],
  ['contract-stands-alone', 'bot/plan/contract.ts', "import '../words/free.ts';"],
  ['resolvable', 'bot/words/b.ts', "import './nowhere.ts';"],
];

const allowed: [file: string, text: string][] = [
  ['bot/teams/free.ts', "import 'botbuilder';\nexport type A = string;"],
  ['bot/words/free.ts', 'export const free = 1;'],
  ['bot/config.ts', 'export const a = 1;\nexport type Log = string;'],
  ['bot/reflection/internal/own.ts', 'export const own = 1;'],
  [
    'bot/reflection/c.ts',
    "import './internal/own.ts';\nimport type { Log } from '../config.ts';\nexport type C = Log;",
  ],
  ['bot/people/trip.ts', "import type { A } from './round.ts';\nexport type B = A;"],
  ['bot/server.ts', "import './teams/free.ts';\nimport '@azure/identity';"],
  ['tests/helper.ts', "import '../bot/main.ts';\nimport '../bot/reflection/internal/own.ts';"],
  ['tab/b.ts', "import '../bot/plan/contract.ts';"],
  ['tab/teams.ts', "import '@microsoft/teams-js';"],
];

describe('walls between folders', () => {
  let found: string[] = [];
  beforeAll(() => {
    for (const [file, text] of allowed) write(file, text);
    for (const [, file, text] of breaches) write(file, text);
    found = cruise();
  });

  test.each(breaches)('%s stops %s', (wall, file) => {
    expect(found).toContain(`${wall}: ${file}`);
  });

  test('stop nothing that may be', () => {
    const files = allowed.map(([file]) => file).filter((file) => file !== 'bot/people/trip.ts');
    expect(found.filter((breach) => files.some((file) => breach.endsWith(`: ${file}`)))).toEqual([]);
  });
});

describe('what the domain must not use', () => {
  const lint = (file: string, text: string): string => {
    write(file, text);
    return tool('@biomejs/biome/bin/biome', 'lint', '--max-diagnostics=none', file).said;
  };

  test.each([
    ['new Date()', 'No clock in the domain'],
    ['Date.now()', 'No clock in the domain'],
    ['performance.now()', 'No clock in the domain'],
    ['Math.random()', 'No chance in the domain'],
    ['crypto.randomUUID()', 'No chance in the domain'],
    ['process.env', 'No environment in the domain'],
    ["fetch('http://127.0.0.1')", 'No network in the domain'],
  ])('%s', (expression, complaint) => {
    expect(lint('bot/reminders/use.ts', `export const value = () => ${expression};\n`)).toContain(complaint);
  });

  test('a date from an argument is welcome', () => {
    expect(lint('bot/reminders/fine.ts', 'export const day = (at: string) => new Date(at);\n')).not.toContain(
      '×',
    );
  });

  test('an edge may read the clock, but only the root reads the environment', () => {
    expect(lint('bot/teams/use.ts', 'export const now = () => new Date();\n')).not.toContain('×');
    expect(lint('bot/teams/env.ts', 'export const port = process.env.PORT;\n')).toContain('noProcessEnv');
    expect(lint('bot/main.ts', 'export const port = process.env.PORT;\n')).not.toContain('×');
  });
});
