// Knows files whose header is `number`; refuses lines that are none; fails at a file with the line `fail`.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import postgres from 'postgres';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { refused: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
});
const sql = postgres(process.env['DATABASE_URL']!, { max: 1, onnotice: () => {} });
await sql`create table if not exists numbers (n integer primary key, source text not null)`;
for (const file of positionals) {
  const [header, ...lines] = (await readFile(file, 'utf8')).trim().split('\n');
  if (header !== 'number') {
    process.send!({ type: 'not-mine', file });
    continue;
  }
  if (lines.includes('fail')) {
    process.send!({ type: 'failed', message: 'told to fail' });
    process.exitCode = 1;
    break;
  }
  const numbers = lines.map(Number).filter(Number.isInteger);
  if (!values['dry-run']) {
    await sql`insert into numbers select n, 'imported' from unnest(${numbers}::int[]) as n on conflict do nothing`;
  }
  const refused = lines.length - numbers.length;
  const refusedFile = refused ? `${values.refused}/numbers.csv` : null;
  process.send!({
    type: 'imported',
    file,
    register: 'numbers',
    read: lines.length,
    stored: numbers.length,
    refused,
    refusedFile,
  });
}
await sql.end();
process.disconnect();
