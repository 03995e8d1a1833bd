import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const APP = new URL('../app/', import.meta.url).pathname;
const FOLDERS = globSync('**/messages', { cwd: APP });

/** Messages of a catalogue, by id. */
function messagesOf(folder: string, language: 'zh' | 'en'): Map<string, string> {
  const text = readFileSync(join(APP, folder, `${language}.po`), 'utf8');
  return new Map(
    [...text.matchAll(/^msgid "(.+)"\nmsgstr "((?:[^"\\]|\\.)*)"$/gm)].map(([, id, message]) => [
      id!,
      message!,
    ]),
  );
}

/** Names of the values that a message takes. */
const valuesOf = (message: string) => [...new Set(message.match(/(?<=\{)\w+(?=[,}])/g) ?? [])].sort();

const ALL = new Map(FOLDERS.flatMap((folder) => [...messagesOf(folder, 'zh')]));

test.each(FOLDERS)('%s says the same in both languages', (folder) => {
  const [chinese, english] = [messagesOf(folder, 'zh'), messagesOf(folder, 'en')];
  expect(chinese.size).toBeGreaterThan(0);
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  for (const [id, message] of chinese) {
    expect(message, id).not.toBe('');
    expect(english.get(id), id).not.toBe('');
    expect(valuesOf(english.get(id)!), id).toEqual(valuesOf(message));
  }
});

test('no id is used twice', () => {
  const ids = FOLDERS.flatMap((folder) => [...messagesOf(folder, 'zh').keys()]);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('every message that a page asks for is there', () => {
  const missing: string[] = [];
  for (const file of globSync('**/*.{ts,tsx}', { cwd: APP })) {
    if (dirname(file).includes('generated')) continue;
    const code = readFileSync(join(APP, file), 'utf8');
    for (const [, id] of code.matchAll(/\bt\(\s*'([\w.-]+)'/g))
      if (!ALL.has(id!)) missing.push(`${file}: ${id}`);
    // The rest of such an id is a value of the graph: something must begin like it.
    for (const [, start] of code.matchAll(/\bt\(\s*`([\w.-]+\.)\$\{/g)) {
      if (![...ALL.keys()].some((id) => id.startsWith(start!))) missing.push(`${file}: ${start}…`);
    }
  }
  expect(missing).toEqual([]);
});
