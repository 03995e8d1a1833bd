import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './support/compose-file.ts';

/** Numbers of the criteria of WCAG 2.2 at the levels A and AA, by guideline. 4.1.1 was removed from the standard. */
const CRITERIA: Readonly<Record<string, readonly number[]>> = {
  '1.1': [1],
  '1.2': [1, 2, 3, 4, 5],
  '1.3': [1, 2, 3, 4, 5],
  '1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13],
  '2.1': [1, 2, 4],
  '2.2': [1, 2],
  '2.3': [1],
  '2.4': [1, 2, 3, 4, 5, 6, 7, 11],
  '2.5': [1, 2, 3, 4, 7, 8],
  '3.1': [1, 2],
  '3.2': [1, 2, 3, 4, 6],
  '3.3': [1, 2, 3, 4, 7, 8],
  '4.1': [2, 3],
};

const document = readFileSync(join(ROOT, 'docs/accessibility.md'), 'utf8');
const rows = document
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [number = '', name = '', level = '', how = '', check = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { number, name, level, how, check };
  });

test('the document has each criterion of WCAG 2.2 at A and AA once, in order', () => {
  const numbers = Object.entries(CRITERIA).flatMap(([guideline, last]) =>
    last.map((n) => `${guideline}.${n}`),
  );
  expect(numbers).toHaveLength(55);
  expect(rows.map(({ number }) => number)).toEqual(numbers);
});

test('each criterion has a name and a level, says how it is held, and names a test that exists or the day on which somebody looked', () => {
  const wrong = rows.flatMap(({ number, name, level, how, check }) => {
    const files = [...check.matchAll(/`([^`]+\.ts)`/g)].map(([, path]) => path!);
    const missing = files.filter((path) => !existsSync(join(ROOT, path)));
    const isChecked = files.length > 0 || /by hand \d{4}-\d{2}-\d{2}/.test(check);
    const isWhole = name !== '' && how !== '' && /^A{1,2}$/.test(level);
    return isWhole && isChecked && missing.length === 0 ? [] : [`${number}: ${check} ${missing.join(', ')}`];
  });
  expect(wrong).toEqual([]);
});

test('the page of the portal aims at the same standard, names the same number to call, and does not hide what is not done', () => {
  const folder = join(ROOT, 'packages/portal/app/pages/catalogue/accessibility');
  const page = readFileSync(join(folder, 'accessibility.tsx'), 'utf8');
  expect(page).toContain('tel:12345');
  expect(document).toContain('12345');
  for (const language of ['zh', 'en']) {
    const messages = readFileSync(join(folder, `messages/${language}.po`), 'utf8');
    expect(messages).toMatch(/WCAG 2\.2/);
    expect(messages).toContain('PDF');
  }
  expect(document).toContain('Nobody has used the portal with a screen reader');
});
