import './require-node.mjs';

await import('./src/import.ts');
