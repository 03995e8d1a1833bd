import './require-node.mjs';

await import('./src/start.ts');
