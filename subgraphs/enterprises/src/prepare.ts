import { prepareDepartment } from '@yiwang/subgraph-kit/prepare';
import { fillInitials } from '@yiwang/subgraph-kit/prepare/initials';
import { seed } from '../seed/seed.ts';
import { MIGRATIONS, NAME, RIGHTS } from './department.ts';

await prepareDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  seed,
  rights: RIGHTS,
  alsoPrepare: (url) => fillInitials(url, 'enterprises', 'uscc'),
});
