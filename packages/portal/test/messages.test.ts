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

/** A part of a compiled message: text, or the name of a value, how it is written, and the texts from which it chooses. */
type Token = string | [name: string, format?: string, choices?: Record<string, string | Token[]>];

/** Names of the values that a message takes. */
function valuesOf(tokens: string | readonly Token[]): string[] {
  if (typeof tokens === 'string') return [];
  const names = tokens.flatMap((token) => {
    if (typeof token === 'string') return [];
    const [name, , choices] = token;
    return [name, ...(choices ? Object.values(choices).flatMap(valuesOf) : [])];
  });
  return [...new Set(names)].sort();
}

async function compiled(folder: string, language: 'zh' | 'en'): Promise<Record<string, string | Token[]>> {
  return (await import(join(APP, folder, `${language}.ts`))).messages;
}

const ALL = new Map(FOLDERS.flatMap((folder) => [...messagesOf(folder, 'zh')]));

test.each(FOLDERS)('%s says the same in both languages', async (folder) => {
  const [inChinese, inEnglish] = [await compiled(folder, 'zh'), await compiled(folder, 'en')];
  const [chinese, english] = [messagesOf(folder, 'zh'), messagesOf(folder, 'en')];
  expect(chinese.size).toBeGreaterThan(0);
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  for (const [id, message] of chinese) {
    expect(message, id).not.toBe('');
    expect(english.get(id), id).not.toBe('');
    expect(valuesOf(inEnglish[id]!), id).toEqual(valuesOf(inChinese[id]!));
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
