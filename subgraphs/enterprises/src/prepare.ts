import { prepareDepartment } from '@yiwang/subgraph-kit/prepare';
import { fillInitials } from '@yiwang/subgraph-kit/prepare/initials';
import { seed } from '../seed/seed.ts';
import { APPEND_ONLY, MIGRATIONS, NAME } from './department.ts';

await prepareDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  seed,
  appendOnly: APPEND_ONLY,
  alsoPrepare: (url) => fillInitials(url, 'enterprises', 'uscc'),
});
