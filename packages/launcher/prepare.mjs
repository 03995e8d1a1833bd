import './require-node.mjs';

await import('./src/containers/prepare.ts');
