import './require-node.mjs';

await import('./src/rotate-key.ts');
