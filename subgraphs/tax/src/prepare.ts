import { prepareDepartment } from '@yiwang/subgraph-kit/prepare';
import { seed } from '../seed/seed.ts';
import { MIGRATIONS, NAME, RIGHTS } from './department.ts';
import { fillGrades } from './fill-grades.ts';

await prepareDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  seed,
  rights: RIGHTS,
  alsoPrepare: fillGrades,
});
