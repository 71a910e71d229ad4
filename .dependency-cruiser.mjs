/** The walls between the folders, as rules; `npm run check` enforces them. */
const domain = '^bot/(calendar|reflection|guard|plan|reminders|people|welcome|cards|words)/';
const edge = '^bot/(teams|http|tables)/';
const composition = '^bot/(main|server)\\.ts$';
const forbidden = [];

/** A rule whose breach fails the check. */
const wall = (name, comment, from, to) => forbidden.push({ name, comment, severity: 'error', from, to });
/** Packages by name, wherever npm has put them. */
const packages = (names) => `node_modules/(${names})(/|$)`;

wall(
  'no-circles',
  'Two files that need each other are one idea, or have a third between them.',
  {},
  { circular: true },
);
wall(
  'resolvable',
  'An import that leads nowhere fails only when it is reached.',
  {},
  { couldNotResolve: true },
);
wall(
  'domain-without-sdk',
  'The SDKs reach their end of life before the domain does: what it decides must not need one.',
  { path: domain },
  {
    path: packages(
      'botbuilder[^/]*|botframework-[^/]*|restify[^/]*|@azure/[^/]+|@microsoft/teams-js|pino|jose',
    ),
  },
);
wall(
  'domain-without-machine',
  'No files, sockets, clock or randomness: what is decided follows from the arguments alone.',
  { path: domain },
  { dependencyTypes: ['core'] },
);
wall(
  'domain-without-edge',
  'Edges depend on the domain, never the other way round.',
  { path: domain },
  { path: edge },
);
wall(
  'domain-without-composition',
  'Settings and log come in as arguments; only the type of the log port may be named.',
  { path: domain },
  { path: '^bot/[^/]+\\.ts$', dependencyTypesNot: ['type-only'] },
);
wall(
  'botbuilder-in-its-edge',
  'The move to the successors of botbuilder rewrites one folder.',
  { path: '^bot/', pathNot: '^bot/teams/' },
  { path: packages('botbuilder[^/]*|botframework-[^/]*') },
);
wall(
  'restify-in-its-edge',
  'Everything that knows HTTP lies in one folder.',
  { path: '^bot/', pathNot: '^bot/http/' },
  { path: packages('restify[^/]*') },
);
wall(
  'tables-in-their-edge',
  'What storage looks like is decided behind the ports.',
  { path: '^bot/', pathNot: '^bot/tables/' },
  { path: packages('@azure/data-tables') },
);
wall(
  'identity-is-wired',
  'Whose identity the server has is a matter of its composition; the table client loads it only where it is used.',
  { path: '^bot/', pathNot: [composition, '^bot/tables/client\\.ts$'] },
  { path: packages('@azure/identity') },
);
wall(
  'pino-behind-the-log',
  'The log port lets no free text through; a second way to log would.',
  { path: '^bot/', pathNot: '^bot/log\\.ts$' },
  { path: packages('pino') },
);
wall(
  'internal-is-private',
  'What a capability keeps to itself can be changed without asking the others.',
  { path: '^bot/([^/]+)/' },
  { path: '^bot/[^/]+/internal/', pathNot: '^bot/$1/' },
);
wall(
  'internal-is-private-to-the-root',
  'The composition uses what a capability offers, not what it keeps to itself.',
  { path: '^bot/[^/]+\\.ts$' },
  { path: '^bot/[^/]+/internal/' },
);
wall(
  'edges-stay-apart',
  'One edge does not know another: only the composition reaches across.',
  { path: '^bot/(teams|http|tables)/' },
  { path: edge, pathNot: '^bot/$1/' },
);
wall(
  'nobody-imports-main',
  'The root of the composition starts the server on import.',
  { path: '^bot/' },
  { path: '^bot/main\\.ts$' },
);
wall(
  'server-without-tests',
  'What runs in production is built from production code and production packages.',
  { path: '^bot/' },
  { path: '^(tests|infra|tab|manifest)/' },
);
wall(
  'server-without-dev-packages',
  'A development package is not installed where the server runs.',
  { path: '^bot/' },
  { dependencyTypes: ['npm-dev', 'npm-no-pkg'] },
);
wall(
  'tab-knows-the-contract',
  'The tab shares one file with the server; nothing else of the server reaches its bundle.',
  { path: '^tab/' },
  { path: '^bot/', pathNot: '^bot/plan/contract\\.ts$' },
);
wall(
  'teams-js-in-one-file',
  'Everything else of the tab asks the host by its port, and so runs without Teams as well.',
  { path: '^tab/', pathNot: '^tab/teams\\.ts$' },
  { path: packages('@microsoft/teams-js') },
);
wall(
  'tab-without-machine',
  'The tab runs in a browser, and is built from its own code alone.',
  { path: '^tab/', pathNot: '^tab/vite\\.config\\.ts$' },
  { dependencyTypes: ['core'] },
);
wall(
  'tab-without-tests',
  'What is built for people holds nothing that was written for tests.',
  { path: '^tab/' },
  { path: '^(tests|infra|manifest)/' },
);
wall(
  'contract-stands-alone',
  'What the contract imported would reach the tab as well.',
  { path: '^bot/plan/contract\\.ts$' },
  { path: '.' },
);

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no API for it yet; swc reads the imports, the type-only ones included.
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
