import type { DepartmentSeed } from '@yiwang/subgraph-kit';
import { VIEWS } from '../src/department.ts';

export const seed: DepartmentSeed = { tables: () => [], views: VIEWS };
