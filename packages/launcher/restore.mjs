import './require-node.mjs';

await import('./src/restore.ts');
