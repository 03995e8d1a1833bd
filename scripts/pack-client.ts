import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `npm run pack-client`: writes `@yiwang/client` as a tarball that front ends outside this repository install. Within it the package is
 * source; elsewhere Node refuses to run TypeScript of node_modules. The package that is packed stands beside the tarball.
 */

const CLIENT = 'packages/client';
const DIST = 'dist';
const PACKAGE = join(DIST, 'client');

rmSync(PACKAGE, { recursive: true, force: true });
compile();
writeManifest();
// Its links lead to documents that stay behind.
write(
  'README.md',
  readFileSync(join(CLIENT, 'README.md'), 'utf8').replace(/\[([^\]]*)\]\(\.\.[^)]*\)/g, '$1'),
);
copyFileSync('LICENSE', join(PACKAGE, 'LICENSE'));
// For GraphQL Code Generator: docs/clients.md.
copyFileSync('docs/scalars.json', join(PACKAGE, 'scalars.json'));
process.stdout.write(`${join(DIST, pack())}\n`);

function compile(): void {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', join(CLIENT, 'tsconfig.dist.json')];
  execFileSync(process.execPath, tsc, { stdio: 'inherit' });
  // The compiler rewrites imports in programs only.
  for (const file of globSync(`${PACKAGE}/lib/*.d.ts`)) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
  }
}

function writeManifest(): void {
  const source = JSON.parse(readFileSync(join(CLIENT, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, version, description, license, type, dependencies } = source;
  const manifest = {
    ...{ name, version, description, license, type, dependencies },
    // Nobody publishes it by mistake: networks of governments have no public registry.
    private: true,
    sideEffects: false,
    exports: {
      '.': { types: './lib/index.d.ts', default: './lib/index.js' },
      './scalars.json': './scalars.json',
    },
  };
  write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Returns the name of the tarball. */
function pack(): string {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', '..'], { cwd: PACKAGE });
  const [{ filename }] = JSON.parse(packed.toString()) as [{ filename: string }];
  return filename;
}

function write(name: string, content: string): void {
  writeFileSync(join(PACKAGE, name), content);
}
