import './require-node.mjs';

await import('./src/prepare.ts');
