import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm run pack-client`: writes `@yiwang/client` as a tarball that front ends outside this repository install. Within it the package is
 * source; elsewhere Node refuses to run TypeScript of node_modules. The package that is packed stands beside the tarball.
 */

const CLIENT = 'packages/client';
const DIST = join(CLIENT, 'dist');
const PACKAGE = join(DIST, 'package');

const { name, version, description, license, type, dependencies } = JSON.parse(
  readFileSync(join(CLIENT, 'package.json'), 'utf8'),
) as Record<string, unknown>;

rmSync(DIST, { recursive: true, force: true });
execFileSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', join(CLIENT, 'tsconfig.dist.json')],
  {
    stdio: 'inherit',
  },
);
// The compiler rewrites imports in programs only.
for (const file of globSync(`${PACKAGE}/lib/*.d.ts`)) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
}
writeFileSync(
  join(PACKAGE, 'package.json'),
  `${JSON.stringify(
    {
      ...{ name, version, description, license, type, dependencies },
      // Nobody publishes it by mistake: networks of governments have no public registry.
      private: true,
      sideEffects: false,
      exports: {
        '.': { types: './lib/index.d.ts', default: './lib/index.js' },
        './scalars.json': './scalars.json',
      },
    },
    null,
    2,
  )}\n`,
);
// Its links lead to documents that stay behind.
const readme = readFileSync(join(CLIENT, 'README.md'), 'utf8');
writeFileSync(join(PACKAGE, 'README.md'), readme.replace(/\[([^\]]*)\]\(\.\.[^)]*\)/g, '$1'));
copyFileSync('LICENSE', join(PACKAGE, 'LICENSE'));
// For GraphQL Code Generator: docs/clients.md.
copyFileSync('docs/scalars.json', join(PACKAGE, 'scalars.json'));
const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', '..'], { cwd: PACKAGE });
const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }];
process.stdout.write(`${join(DIST, filename)}\n`);
