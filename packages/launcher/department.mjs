import './require-node.mjs';

await import('./src/department.ts');
