import { readSettings } from '@yiwang/service/settings';
import { prepareDepartment } from '@yiwang/subgraph-kit/prepare';
import { seed } from '../seed/seed.ts';
import { accessMonthSettings, dropAccessMonths, makeAccessMonths } from './access-months.ts';
import { MIGRATIONS, NAME, RIGHTS } from './department.ts';

await prepareDepartment({
  name: NAME,
  migrations: MIGRATIONS,
  seed,
  rights: RIGHTS,
  async alsoPrepare(url, _role, patience) {
    const { ACCESS_LOG_MONTHS } = readSettings(accessMonthSettings, process.env);
    await makeAccessMonths(url);
    if (ACCESS_LOG_MONTHS > 0) await dropAccessMonths(url, patience, ACCESS_LOG_MONTHS);
  },
});
