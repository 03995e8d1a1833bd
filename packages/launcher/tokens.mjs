import './require-node.mjs';

await import('./src/containers/tokens.ts');
