import { importDepartment } from '@yiwang/subgraph-kit';
import { registers } from '../import/registers.ts';
import { MIGRATIONS, NAME } from './department.ts';

await importDepartment({ name: NAME, migrations: MIGRATIONS, registers });
