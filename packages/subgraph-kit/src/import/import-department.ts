import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Sql } from 'postgres';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openDatabase } from '../database/open-database.ts';
import type { ImportedMessage, NotMineMessage } from '../process/messages.ts';
import { ownDatabaseUrl } from '../process/own-database-url.ts';
import { report } from '../process/report.ts';
import { runCommand } from '../process/run-command.ts';
import { importFile } from './import-file.ts';
import { readFirstRecord, readHeader } from './read-records.ts';
import type { AnyRegister } from './register.ts';

export interface ImportDepartmentOptions {
  name: string;
  migrations: string;
  registers: readonly AnyRegister[];
  /** Materialized views that count what was imported. */
  views?: readonly string[];
}

const HELP = ({
  name,
  registers,
}: ImportDepartmentOptions) => `Imports registers into the ${name} department's database.

  DATABASE_URL=postgres://… node import.ts [--refused DIR] [--dry-run] FILE…

  --refused DIR  where rows that cannot be stored go, with the reason (default .data/refused)
  --dry-run      read and check everything, store nothing
  --help         this text

Registers, known by their columns:
${registers.map((register) => `  ${register.name}: ${register.columns.join(', ')}`).join('\n')}
`;

/** The department's import.ts. Files of other departments are left alone; the same file twice changes nothing. */
export async function importDepartment(options: ImportDepartmentOptions): Promise<void> {
  await runCommand(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        refused: { type: 'string', default: '.data/refused' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help || positionals.length === 0) {
      process.stdout.write(HELP(options));
      return;
    }
    const url = ownDatabaseUrl();
    const results = importFiles(url, options, positionals, {
      refusedDir: values.refused,
      dryRun: values['dry-run'],
    });
    for await (const result of results) report(result);
  });
}

/** Rolls the transaction of a dry run back. */
class DryRun extends Error {}

/** Each file in a transaction of its own: it is imported whole or, when something fails, not at all. One result a file. */
export async function* importFiles(
  url: string,
  { name, migrations, registers, views = [] }: ImportDepartmentOptions,
  files: readonly string[],
  { refusedDir, dryRun = false }: { refusedDir: string; dryRun?: boolean },
): AsyncGenerator<ImportedMessage | NotMineMessage> {
  await migrateDatabase(url, migrations);
  await using database = openDatabase(url, { connections: 1 });
  const taken = new Set<string>();
  for (const file of files) {
    const header = await readHeader(file);
    const register = header && (await findRegister(registers, file, header));
    if (!header || !register) {
      yield { type: 'not-mine', file };
      continue;
    }
    const refusedPath = join(refusedDir, `${distinct(basename(file), taken)}.${name}.csv`);
    let imported: ImportedMessage | undefined;
    const transaction = database.sql.begin(async (session) => {
      const sql = session as unknown as Sql;
      // Two imports at once would refuse or replace each other's rows in an order that nobody chose.
      await sql`select pg_advisory_xact_lock(hashtext('yiwang import'))`;
      imported = await importFile(sql, register, file, header, { refusedPath });
      for (const view of views) await sql`refresh materialized view ${sql(view)}`;
      if (dryRun) throw new DryRun();
    });
    await transaction.catch((error) => {
      if (!(error instanceof DryRun)) throw error;
    });
    yield imported!;
  }
  if (!dryRun) await database.sql`analyze`;
}

/** Files of the same name in different folders keep their refused rows apart: list.csv, list.csv-2, … */
function distinct(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) candidate = `${name}-${number}`;
  taken.add(candidate);
  return candidate;
}

/** By the columns, and where a register asks for it, by the first record; a file without records may be of any. */
async function findRegister(
  registers: readonly AnyRegister[],
  file: string,
  header: readonly string[],
): Promise<AnyRegister | undefined> {
  const candidates = registers.filter(({ columns }) => hasColumns(header, columns));
  if (!candidates.some(({ recognises }) => recognises)) return candidates[0];
  const first = await readFirstRecord(file, header);
  return candidates.find(({ recognises }) => !recognises || !first || recognises(first));
}

function hasColumns(header: readonly string[], columns: readonly string[]): boolean {
  return header.length === columns.length && columns.every((column) => header.includes(column));
}
