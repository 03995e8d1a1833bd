import './require-node.mjs';

await import('./src/containers/publish.ts');
