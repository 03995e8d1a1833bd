import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeSchema } from '@yiwang/schema-directives';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runYiwang, spawnYiwang } from './support/run-yiwang.ts';
import { serveText } from './support/serve-text.ts';

/** Without any definition of the platform. */
const SHORT = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

type Query {
  ship(number: ID!): Ship
}

type Ship @key(fields: "number") @sharing(class: UNCONDITIONAL, cycle: DAILY) {
  number: ID!
  builtOn: Date
}
`;
const FULL = completeSchema(SHORT);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-sdl-'));
  await writeFile(join(folder, 'short.graphql'), SHORT);
  await writeFile(join(folder, 'full.graphql'), FULL);
  await runYiwang(['keygen', 'ships.key'], { cwd: folder });
});
afterAll(() => rm(folder, { recursive: true }));

test.each(['short.graphql', 'full.graphql'])(
  'sdl prints %s with the definitions of the platform',
  async (file) => {
    const { code, stdout } = await runYiwang(['sdl', file], { cwd: folder });
    expect(stdout).toBe(FULL);
    expect(stdout).toMatch(/directive @sharing\([^]*enum SharingClass [^]*scalar Date/);
    expect(code).toBe(0);
  },
);

test('sdl writes to a file that --output names, and to standard output nothing', async () => {
  const { code, stdout } = await spawnYiwang(['sdl', 'short.graphql', '--output', 'out.graphql'], {
    cwd: folder,
  });
  expect(await readFile(join(folder, 'out.graphql'), 'utf8')).toBe(FULL);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
});

test('check sends the registry the schema with the definitions, whether they stand in the file or not', async () => {
  await using registry = await serveText(200, 'application/json', '{"errors":[{"message":"No."}]}');
  for (const file of ['short.graphql', 'full.graphql']) {
    await runYiwang(
      ['check', '--department', 'ships', '--schema', file, '--key', 'ships.key', '--registry', registry.url],
      { cwd: folder },
    );
    const { variables } = JSON.parse(registry.received.at(-1)!);
    expect(variables.input).toMatchObject({ department: 'ships', sdl: FULL });
  }
});
