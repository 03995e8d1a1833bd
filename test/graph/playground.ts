import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Answer, Served } from '../clients/served.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The operations that playgrounds open with: of the whole schema, and of each department alone. */
export function testPlayground(served: () => Served): void {
  test('every tab of the playground is answered with data', async () => {
    const tabs = readTabs('packages/launcher/playground');
    expect(tabs).toHaveLength(10);
    for (const { file, query, variables } of tabs) {
      expectData(file, await served().ask(query, variables));
    }
  });

  test('every tab of the playground of a department is answered with data by the department alone', async () => {
    const urls = [...served().graph.supergraphSdl.matchAll(/@join__graph\(name: "(\w+)", url: "([^"]+)"\)/g)];
    expect(urls.length).toBeGreaterThan(3);
    for (const [, department, url] of urls) {
      const tabs = readTabs(`subgraphs/${department}/examples`);
      expect(tabs.length, department).toBeGreaterThan(1);
      for (const { file, query, variables } of tabs) {
        const response = await fetch(url!, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        });
        expectData(file, await response.json());
      }
    }
  });
}

function expectData(file: string, { data, errors }: Answer): void {
  expect({ file, errors }).toEqual({ file, errors: undefined });
  expect(
    Object.values(data as object).filter(
      (value) => value === null || (Array.isArray(value) && value.length === 0),
    ),
    file,
  ).toEqual([]);
}

function readTabs(folder: string): { file: string; query: string; variables: object }[] {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.graphql'));
  return names.map((name) => {
    const file = join(folder, name);
    const variables = join(ROOT, file.replace(/graphql$/, 'json'));
    return {
      file,
      query: readFileSync(join(ROOT, file), 'utf8'),
      variables: existsSync(variables) ? (JSON.parse(readFileSync(variables, 'utf8')) as object) : {},
    };
  });
}
