// Who may import whom. docs/architecture.md draws the same picture.
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle means two files that are one.', {}, { circular: true }),
    {
      ...forbid(
        'no-folder-loops',
        'Two folders that import each other are one folder, or one file stands in the wrong one.',
        { path: '^(gateway|packages/[^/]+|subgraphs/exchange)/src' },
        // A department's seed and import stand beside its src, and each knows the other.
        { circular: true, viaOnly: { path: '^(gateway|packages/[^/]+|subgraphs/exchange)/src' } },
      ),
      scope: 'folder',
    },
    forbid(
      'no-unresolved',
      'An import that resolves to nothing passes every other rule.',
      {},
      // It has types alone, and names no file to run.
      { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
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
      'engine-is-pure',
      'Supergraph in, answers out: no server, no composition, no keys.',
      { path: '^packages/engine/src' },
      {
        path: '^(gateway|subgraphs|packages)/',
        pathNot: '^packages/(engine|errors|schema-directives)/',
      },
    ),
    forbid(
      'composition-is-pure',
      'Subgraphs in, supergraph out: no server, no database.',
      { path: '^packages/composition/src' },
      {
        path: '^(gateway|subgraphs|packages)/',
        pathNot: '^packages/(composition|schema-directives|identity)/',
      },
    ),
    forbid(
      'leaves-import-nothing-of-ours',
      'codes, errors and schema-directives stand at the bottom.',
      { path: '^packages/(codes|errors|schema-directives)/src' },
      {
        path: '^(gateway|subgraphs)/|^packages/',
        pathNot: '^packages/(codes|errors|schema-directives)/',
      },
    ),
    forbid(
      'durable-is-of-any-department',
      'Sagas know a database and their workflows, and nothing else of ours.',
      { path: '^packages/durable/src' },
      { path: '^(gateway|subgraphs|packages)/', pathNot: '^packages/durable/' },
    ),
    forbid(
      'service-below-all-services',
      'What every process has knows no department, no gateway and no registry.',
      { path: '^packages/service/src' },
      { path: '^(gateway|subgraphs|packages)/', pathNot: '^packages/(service|errors)/' },
    ),
    forbid(
      'settings-load-no-server',
      'A command reads settings without an HTTP server or a client of Redis.',
      { path: '^packages/service/src/settings/' },
      { path: '^packages/', pathNot: '^packages/service/src/settings/' },
    ),
    forbid(
      'departments-know-no-gateway',
      'A department answers for its own rows: planning and execution over many are the gateway’s. The registry composes.',
      { path: '^subgraphs/([^/]+)/(src|seed|import)/|^packages/subgraph-kit/src' },
      {
        path: '^(gateway|packages/(engine|composition|launcher|cli))/',
        pathNot: '^packages/composition/',
      },
    ),
    forbid(
      'only-the-registry-composes',
      'Whoever else needs a supergraph gets it from the registry.',
      {
        path: '^(subgraphs/[^/]+/(src|seed|import)|packages/subgraph-kit/src)/',
        pathNot: '^subgraphs/exchange/',
      },
      { path: '^packages/composition/' },
    ),
    forbid(
      'kit-below-departments',
      'The kit serves departments and knows none; the gateway does not need it.',
      { path: '^gateway/' },
      {
        path: '^packages/(subgraph-kit|durable|launcher|postgres-server|population|testing)/',
        pathNot: '^packages/testing/',
      },
    ),
    forbid(
      'made-up-rows-only-in-seeds',
      'No service answers with what a generator makes up.',
      { path: '^(gateway|subgraphs|packages)/', pathNot: '/(seed|test)/|^packages/population/' },
      { path: '^packages/population/' },
    ),
    forbid(
      'embedded-server-only-at-the-start',
      'A service takes an address of a database, and starts none.',
      {
        path: '^(gateway|subgraphs|packages)/',
        pathNot: '/(test|testing)/|^packages/(launcher|testing|postgres-server)/',
      },
      { path: '^packages/postgres-server/' },
    ),
    forbid(
      'cli-speaks-http',
      'The command is a client: it starts a gateway, and imports none.',
      { path: '^packages/cli/(src|bin)' },
      {
        path: '^(gateway|subgraphs|packages)/',
        pathNot:
          '^packages/(cli|access-log|certificates|composition|errors|identity|codes|schema-directives)/',
      },
    ),
    forbid(
      'front-ends-speak-http',
      'The portal asks the gateway as any front end does, and imports none of it. The page that verifies without a network is a file that it hands out.',
      { path: '^packages/portal/(app|server)/' },
      {
        path: '^(gateway|subgraphs|packages)/',
        pathNot: '^packages/(client|codes|portal|errors|service)/|^packages/certificates/[^/]+[.]html$',
      },
    ),
    forbid(
      'pages-know-no-server',
      'Pages get what they need with each request; tokens and sessions are not among it.',
      { path: '^packages/portal/app/' },
      { path: '^packages/(portal/server|service|errors)/' },
    ),
    forbid(
      'local-sign-in-is-for-one-machine',
      'Whoever reaches it signs in as whoever they like: no service loads it, and only the launcher starts it.',
      { path: '^(gateway|subgraphs|packages)/', pathNot: '/test/|^packages/local-sign-in/' },
      { path: '^packages/local-sign-in/' },
    ),
    forbid(
      'local-sign-in-stands-alone',
      'It is a provider like any other, and knows nothing of whom it signs in for.',
      { path: '^packages/local-sign-in/src' },
      { path: '^(gateway|subgraphs|packages)/', pathNot: '^packages/(local-sign-in|service)/' },
    ),
    forbid(
      'client-is-pure',
      'Front ends outside this repository install it: it imports nothing of ours.',
      { path: '^packages/client/src' },
      { path: '^(gateway|subgraphs|packages)/', pathNot: '^packages/client/' },
    ),
    forbid(
      'identity-is-pure',
      'Keys and signatures know no server, no database and no department.',
      { path: '^packages/identity/src' },
      { path: '^(gateway|subgraphs|packages)/', pathNot: '^packages/identity/' },
    ),
    forbid(
      'certificates-are-pure',
      'Whoever doubts a certificate verifies it with this and the keys alone.',
      { path: '^packages/certificates/src' },
      { path: '^(gateway|subgraphs|packages)/', pathNot: '^packages/certificates/' },
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
      { path: '^packages/(testing|[^/]+/testing)/' },
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
