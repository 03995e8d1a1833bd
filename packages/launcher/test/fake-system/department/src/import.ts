// Knows files whose header is `number`; rejects lines that are none; fails at a file with the line `fail`.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import postgres from 'postgres';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rejected: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
});
const sql = postgres(process.env['DATABASE_URL']!, { max: 1, onnotice: () => {} });
await sql`create table if not exists numbers (n integer primary key, source text not null)`;
for (const file of positionals) {
  const [header, ...lines] = (await readFile(file, 'utf8')).trim().split('\n');
  if (header !== 'number') {
    const columns = header!.replace(/^\uFEFF/, '').split(',');
    const nearest = columns.includes('numbers')
      ? { register: 'numbers', missing: ['number'], unexpected: ['numbers'] }
      : null;
    process.send!({ type: 'not-mine', file, columns, nearest });
    continue;
  }
  if (lines.includes('fail')) {
    process.send!({ type: 'failed', message: 'told to fail' });
    process.exitCode = 1;
    break;
  }
  const numbers = lines.map(Number).filter(Number.isInteger);
  const [there] = await sql`select count(*)::int from numbers where n = any(${numbers})`;
  if (!values['dry-run']) {
    await sql`insert into numbers select n, 'imported' from unnest(${numbers}::int[]) as n on conflict do nothing`;
  }
  const rejected = lines.length - numbers.length;
  const rejectedFile = rejected ? `${values.rejected}/numbers.csv` : null;
  process.send!({
    type: 'imported',
    file,
    register: 'numbers',
    read: lines.length,
    stored: numbers.length,
    added: numbers.length - there!['count'],
    changed: 0,
    unchanged: there!['count'],
    rejected,
    rejectedFile,
    originalsFile: null,
  });
}
await sql.end();
process.disconnect();
