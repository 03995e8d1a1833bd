import './require-node.mjs';

await import('./src/archive.ts');
