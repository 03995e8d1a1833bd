import postgres from 'postgres';
import { type DepartmentSeed, prepareDepartment } from '../../src/prepare/prepare-department.ts';
import { MIGRATIONS } from './migrations.ts';

/** A department's prepare.ts over the table `things`. ROWS says how many; SLOW makes it take for ever. With ALSO it prepares more, and prints it. */
const seed: DepartmentSeed = {
  tables: () => [{ table: 'things', columns: ['code', 'name'], rows: rows(), expected: 100_000 }],
  views: ['thing_counts'],
};

function* rows(): Generator<string[]> {
  for (let i = 0; process.env['SLOW'] || i < Number(process.env['ROWS']); i++)
    yield [`c${i}`, '政'.repeat(50)];
}

const also = process.env['ALSO'];

await prepareDepartment({
  name: 'things',
  migrations: MIGRATIONS,
  seed,
  rights: { things: 'select, insert, update, delete' },
  ...(also && {
    alsoPrepare: async (url, role) => {
      const sql = postgres(url, { max: 1 });
      const [row] = await sql`select count(*)::int as things from things`;
      await sql.end();
      process.stdout.write(`${also} after ${row!['things']} rows, for ${role}`);
    },
  }),
});
