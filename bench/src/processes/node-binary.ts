import { fileURLToPath } from 'node:url';
import { ROOT } from '../places.ts';

/** The Node that runs peers and helpers: the one that runs this. */
export const OWN_NODE = process.execPath;

/** The Node that `npm run` in the project takes. */
export const PROJECT_NODE = fileURLToPath(new URL('node_modules/.bin/node', ROOT));

/** What the product's services are started with: see `packages/launcher/src/system/heap-flags.ts`. */
export const DEPARTMENT_HEAP = [
  '--max-semi-space-size=16',
  '--initial-old-space-size=64',
  '--heap-growing-percent=100',
  '--no-allocation-site-pretenuring',
];

export const GATEWAY_HEAP = [
  '--max-semi-space-size=12',
  '--initial-old-space-size=48',
  '--heap-growing-percent=80',
  '--no-allocation-site-pretenuring',
  '--no-memory-protection-keys',
];

export const ALLOCATOR = { MALLOC_ARENA_MAX: '1' };
