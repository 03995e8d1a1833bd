import { readFileSync } from 'node:fs';
import type { Subgraph } from '../synthetic/compose.ts';
import { serveDepartments } from '../synthetic/serve.ts';
import { servedDepartment } from './grown-departments.ts';

// node src/growth/main.ts DEPARTMENTS PORT: the generated departments as a process of their own.
const [departments, port] = process.argv.slice(2);
const subgraphs: Subgraph[] = JSON.parse(readFileSync(departments!, 'utf8'));
serveDepartments(subgraphs.map(servedDepartment), Number(port));
