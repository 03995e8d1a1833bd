import { importDepartment } from '@yiwang/subgraph-kit';
import { registers } from '../import/registers.ts';
import { MIGRATIONS, NAME, VIEWS } from './department.ts';

await importDepartment({ name: NAME, migrations: MIGRATIONS, registers, views: VIEWS });
