// Who may import whom. docs/architecture.md draws the same picture.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle means two files that are one.', {}, { circular: true }),
    forbid(
      'no-unresolved',
      'An import that resolves to nothing passes every other rule.',
      {},
      { couldNotResolve: true },
    ),
    forbid(
      'departments-stand-alone',
      'A department reads another only through the graph.',
      { path: '^subgraphs/([^/]+)/' },
      { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    ),
    forbid(
      'gateway-knows-no-department',
      'The gateway knows departments as SDL and URLs.',
      { path: '^(gateway|packages)/', pathNot: '/test/' },
      { path: '^subgraphs/' },
    ),
    forbid(
      'engine-knows-no-server',
      'Supergraph in, answers out.',
      { path: '^packages/(engine|composition)/src' },
      { path: '^(gateway|subgraphs|packages/(http-server|subgraph-kit|launcher|postgres-server))/' },
    ),
    forbid(
      'leaves-import-nothing-of-ours',
      'codes, errors, config and working-days stand at the bottom.',
      { path: '^packages/(codes|errors|config|working-days)/src' },
      { path: '^(gateway|subgraphs)/|^packages/', pathNot: '^packages/(codes|errors|config|working-days)/' },
    ),
    forbid(
      'kit-below-departments',
      'The kit serves departments and knows none; the gateway does not need it.',
      { path: '^gateway/' },
      {
        path: '^packages/(subgraph-kit|launcher|postgres-server|population|testing)/',
        pathNot: '^packages/testing/',
      },
    ),
    forbid(
      'cli-speaks-http',
      'The command is a client: it starts a gateway, and imports none.',
      { path: '^packages/cli/(src|bin)' },
      {
        path: '^(gateway|subgraphs|packages)/',
        pathNot: '^packages/(cli|access-log|composition|identity|config|errors|working-days)/',
      },
    ),
    forbid(
      'identity-is-pure',
      'Keys and signatures know no server, no database and no department.',
      { path: '^packages/identity/src' },
      { path: '^(gateway|subgraphs|packages)/', pathNot: '^packages/identity/' },
    ),
    forbid(
      'access-log-is-pure',
      'Whoever doubts a log verifies it with this and the keys alone.',
      { path: '^packages/access-log/src' },
      { path: '^(gateway|subgraphs|packages)/', pathNot: '^packages/(access-log|identity)/' },
    ),
    forbid(
      'testing-only-in-tests',
      'Test helpers do not ship.',
      { path: '/(src|seed|import)/', pathNot: '^packages/testing/' },
      { path: '^packages/testing/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Without exportsFields the workspace packages do not resolve and every rule passes falsely.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
