import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'yiwang-migrations-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rules that squawk, as the project sets it up, finds broken in a migration. */
function lint(...statements: string[]): string[] {
  const file = join(folder, '0000_some.sql');
  writeFileSync(file, statements.map((statement) => `${statement};`).join('--> statement-breakpoint\n'));
  const squawk = join(ROOT, 'node_modules/.bin/squawk');
  const options = ['--config', join(ROOT, '.squawk.toml'), '--reporter', 'json', file];
  const { stdout, stderr } = spawnSync(squawk, options, { encoding: 'utf8' });
  if (!stdout.startsWith('[')) throw new Error(stderr);
  const findings = JSON.parse(stdout) as { rule_name: string }[];
  return [...new Set(findings.map(({ rule_name }) => rule_name))].sort();
}

test.each([
  ['CREATE INDEX "held" ON "permits" ("holder_uscc")', 'require-concurrent-index-creation'],
  ['DROP INDEX "held"', 'require-concurrent-index-deletion'],
  ['ALTER TABLE "permits" ADD COLUMN "key" uuid DEFAULT gen_random_uuid()', 'adding-field-with-default'],
  ['ALTER TABLE "permits" ALTER COLUMN "name" SET NOT NULL', 'adding-not-nullable-field'],
  ['ALTER TABLE "permits" ADD COLUMN "kind" text NOT NULL', 'adding-required-field'],
  [
    'ALTER TABLE "permits" ADD CONSTRAINT "dated" CHECK (valid_until > valid_from)',
    'constraint-missing-not-valid',
  ],
  ['ALTER TABLE "permits" ADD CONSTRAINT "one" UNIQUE ("name")', 'disallowed-unique-constraint'],
  ['ALTER TABLE "permits" ALTER COLUMN "name" TYPE varchar(10)', 'changing-column-type'],
  ['ALTER TABLE "permits" DROP COLUMN "name"', 'ban-drop-column'],
  ['ALTER TABLE "permits" RENAME COLUMN "name" TO "title"', 'renaming-column'],
])(
  'a migration that locks a table for long, or breaks those who serve, is refused: %s',
  (statement, rule) => {
    expect(lint(statement)).toContain(rule);
  },
);

test('a check that is validated in the transaction that adds it is refused: it holds its lock all the while', () => {
  const check = 'ALTER TABLE "permits" ADD CONSTRAINT "named" CHECK (name IS NOT NULL) NOT VALID';
  const validate = 'ALTER TABLE "permits" VALIDATE CONSTRAINT "named"';
  expect(lint(check, validate)).toEqual(['constraint-missing-not-valid']);
  expect(lint(check)).toEqual([]);
  expect(lint(validate)).toEqual([]);
});

test.each([
  ['CREATE INDEX CONCURRENTLY IF NOT EXISTS "held" ON "permits" ("holder_uscc")'],
  ['CREATE TABLE "notes" ("id" text PRIMARY KEY, "text" text)', 'CREATE INDEX "texts" ON "notes" ("text")'],
  [`ALTER TABLE "permits" ADD COLUMN "source" text DEFAULT 'REGISTER' NOT NULL`],
])('a migration that locks nothing for long is accepted: %s', (...statements) => {
  expect(lint(...statements)).toEqual([]);
});
