import { prepareDurable } from '@yiwang/durable/prepare';
import { prepareDepartment } from '@yiwang/subgraph-kit/prepare';
import { seed } from '../seed/seed.ts';
import { MIGRATIONS, NAME, RIGHTS } from './department.ts';

await prepareDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  seed,
  rights: RIGHTS,
  // The tables of what runs the steps of matters belong to its library.
  alsoPrepare: prepareDurable,
});
