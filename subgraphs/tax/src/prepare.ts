import { prepareDepartment } from '@yiwang/subgraph-kit/prepare';
import { seed } from '../seed/seed.ts';
import { MIGRATIONS, NAME, RIGHTS } from './department.ts';
import { makeDeclarationYears } from './declaration-years.ts';
import { fillGrades } from './fill-grades.ts';

await prepareDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  seed,
  rights: RIGHTS,
  async alsoPrepare(url, _role, patience) {
    await fillGrades(url);
    await makeDeclarationYears(url, patience);
  },
});
