import './require-node.mjs';

await import('./src/backup.ts');
