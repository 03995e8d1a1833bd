import { fileURLToPath } from 'node:url';
import { ROOT } from '../places.ts';

/** The Node that runs peers and helpers: the one that runs this. */
export const OWN_NODE = process.execPath;

/** The Node that `npm run` in the project takes. */
export const PROJECT_NODE = fileURLToPath(new URL('node_modules/.bin/node', ROOT));

/** What the product's services are started with: see `packages/launcher/src/spawn-program.ts`. */
export const HEAP_FLAGS = [
  '--max-semi-space-size=16',
  '--initial-old-space-size=64',
  '--heap-growing-percent=100',
  '--no-allocation-site-pretenuring',
];
