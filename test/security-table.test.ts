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

const STATES = ['in force', 'setting', 'partly', 'open'] as const;

/** Rows of the table of threats: threat, control, state and test. */
const threats = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  .split('## Threats and their state')[1]!
  .split('\n## ')[0]!
  .split('\n')
  .filter((line) => /^\| (?!threat)/.test(line))
  .map((line) => {
    const [threat, control, state, file] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { threat: threat!, control: control!, state: state!, file: file!.replaceAll('`', '') };
  });

test('every row of the table of attacks names its test', () => {
  const rows = readFileSync(join(ROOT, 'docs/security.md'), 'utf8').match(
    /^\| (?!attack|threat|---).+\|$/gm,
  )!;
  expect(attacks.length).toBe(rows.length - threats.length);
});

test.each(threats)(
  'the threat "$threat" has a control, a state and, unless it is open, a test that exists',
  (row) => {
    expect(row.control).not.toBe('');
    const [state, left] = row.state.split(': ');
    expect(STATES).toContain(state);
    // What is left over has to be said.
    expect(left !== undefined, row.state).toBe(state === 'partly');
    if (state === 'open') expect(row.file).toBe('');
    else expect(existsSync(join(ROOT, row.file)), row.file).toBe(true);
  },
);

test('the table of threats is there, and not all of it is closed', () => {
  expect(threats.length).toBeGreaterThan(10);
  expect(threats.some(({ state }) => state === 'open')).toBe(true);
});

test.each(attacks)('$attack is tried by a test that exists', ({ file, title }) => {
  expect(existsSync(join(ROOT, file)), file).toBe(true);
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(title);
});
