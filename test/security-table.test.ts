import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Attack {
  attack: string;
  /** Path of the file from the root of the project. */
  file: string;
  /** Title of the test, or of a group of tests; empty when the whole file is meant. */
  title: string;
}

const attacks = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  .split('\n')
  .flatMap((line): Attack[] => {
    const [, attack, file, title] = /^\| (.+?) \| .+ \| `(.+)` › ?(.*) \|$/.exec(line) ?? [];
    return attack === undefined ? [] : [{ attack, file: file!, title: title! }];
  });

test('every row of the table of attacks names its test', () => {
  const rows = readFileSync(join(ROOT, 'docs/security.md'), 'utf8').match(/^\| (?!attack|---).+\|$/gm)!;
  expect(attacks.length).toBe(rows.length);
});

test.each(attacks)('$attack is tried by a test that exists', ({ file, title }) => {
  expect(existsSync(join(ROOT, file)), file).toBe(true);
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(title);
});
