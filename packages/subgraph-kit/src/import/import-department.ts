import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openDatabase } from '../database/open-database.ts';
import type { ImportedMessage, NotMineMessage } from '../process/messages.ts';
import { ownDatabaseUrl } from '../process/own-database-url.ts';
import { report } from '../process/report.ts';
import { runCommand } from '../process/run-command.ts';
import { importFile } from './import-file.ts';
import { findNearestRegister } from './nearest-register.ts';
import { readFirstRecord, readHeader } from './read-records.ts';
import type { AnyRegister } from './register.ts';

export interface ImportDepartmentOptions {
  name: string;
  migrations: string;
  registers: readonly AnyRegister[];
  /** Materialized views to refresh after an import. */
  views?: readonly string[];
}

const HELP = ({
  name,
  registers,
}: ImportDepartmentOptions) => `Imports registers into the ${name} department's database.

  DATABASE_URL=postgres://… node import.ts [--rejected DIR] [--dry-run] FILE…

  --rejected DIR  where rows that cannot be stored go, with the reason (default .data/rejected)
  --dry-run      read and check everything, store nothing
  --help         this text

Registers, recognised by their columns:
${registers.map((register) => `  ${register.name}: ${register.columns.join(', ')}`).join('\n')}
`;

/** The department's import.ts. It ignores files of other departments, and importing a file again changes nothing. */
export async function importDepartment(options: ImportDepartmentOptions): Promise<void> {
  await runCommand(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        rejected: { type: 'string', default: '.data/rejected' },
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
      rejectedDir: values.rejected,
      dryRun: values['dry-run'],
    });
    for await (const result of results) report(result);
  });
}

/** Thrown to roll back the transaction of a dry run. */
class DryRun extends Error {}

/** Imports each file in its own transaction, all of it or nothing, and yields one result per file. */
export async function* importFiles(
  url: string,
  { name, migrations, registers, views = [] }: ImportDepartmentOptions,
  files: readonly string[],
  { rejectedDir, dryRun = false }: { rejectedDir: string; dryRun?: boolean },
): AsyncGenerator<ImportedMessage | NotMineMessage> {
  await migrateDatabase(url, migrations);
  await using database = openDatabase(url, { connections: 1 });
  const taken = new Set<string>();
  for (const file of files) {
    const header = await readHeader(file);
    const register = header && (await findRegister(registers, file, header));
    if (!header || !register) {
      const nearest = header && findNearestRegister(registers, header);
      yield { type: 'not-mine', file, columns: header, nearest };
      continue;
    }
    const rejectedName = join(rejectedDir, `${distinct(basename(file), taken)}.${name}`);
    const rejectedPaths = { report: `${rejectedName}.csv`, originals: `${rejectedName}.original` };
    let imported: ImportedMessage | undefined;
    const transaction = database.sql.begin(async (sql) => {
      // Two imports at once would reject or replace each other's rows in an arbitrary order.
      await sql`select pg_advisory_xact_lock(hashtext('yiwang import'))`;
      imported = await importFile(sql, register, file, header, rejectedPaths);
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

/** A distinct name for the rejected rows of files of the same name in different folders: list.csv, list.csv-2, … */
function distinct(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) candidate = `${name}-${number}`;
  taken.add(candidate);
  return candidate;
}

/** Finds the register of a file by its columns and, if the register needs it, by its first record. */
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
