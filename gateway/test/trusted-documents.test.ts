import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { createLogger } from '@yiwang/service/logging';
import { parse, print } from 'graphql';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import {
  createTrustedDocuments,
  type TrustedDocuments,
} from '../src/pipeline/persisted-documents/trusted-documents.ts';
import { serveGateway } from './support/serve-gateway.ts';

const SOON = { interval: 20 };
const NAME =
  'query Name($uscc: ID!) { enterprise(uscc: $uscc) { ...Named } } fragment Named on Enterprise { name }';
const variables = { uscc: 'E2' };
const DATA = { data: { enterprise: { name: '南京云锦研究所' } } };
const REFUSED = { errors: [{ extensions: { code: 'PERSISTED_OPERATION_REQUIRED' } }] };

/** What @apollo/generate-persisted-query-manifest 1.4 writes of the query Other. */
const APOLLO = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    {
      id: '075f64be3d61216700350349c2a74bbd4da5e2c59915182a27dce3b48725731e',
      name: 'Other',
      type: 'query',
      body: 'query Other {\n  __typename\n}',
    },
  ],
};
const OTHER = APOLLO.operations[0]!;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const client = (id: string) => ({ id, user: null, department: null, scopes: [] });

let folder: string;
let told: unknown[];
const logger = createLogger('test', 'silent');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-trusted-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  told = [];
  logger.error = (...said: unknown[]) => void told.push(said[0]);
});

/** Whole at once, as a deployment writes. */
async function write(path: string, content: string | object): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${folder}.new`, typeof content === 'string' ? content : JSON.stringify(content));
  await rename(`${folder}.new`, file);
}

/** What the client preset writes of the query Name. */
async function persistedDocuments(hashAlgorithm: 'sha1' | 'sha256'): Promise<string> {
  const files = (await generate(
    {
      schema: 'type Query { enterprise(uscc: ID!): Enterprise } type Enterprise { name: String }',
      documents: NAME,
      generates: { 'gen/': { preset: 'client', presetConfig: { persistedDocuments: { hashAlgorithm } } } },
      silent: true,
    },
    false,
  )) as { filename: string; content: string }[];
  return files.find(({ filename }) => filename.endsWith('persisted-documents.json'))!.content;
}

async function open(): Promise<TrustedDocuments> {
  const trusted = await createTrustedDocuments(folder, logger);
  onTestFinished(() => trusted[Symbol.dispose]());
  return trusted;
}

test('a front end runs what its tools have listed, by the hashes that they have written into it', async () => {
  await write('public/persisted-documents.json', await persistedDocuments('sha256'));
  await write('public/persisted-query-manifest.json', APOLLO);
  const clients = join(folder, '.clients.json');
  await writeFile(clients, JSON.stringify({ public: { persistedOnly: true } }));
  await using gateway = await serveGateway({ PERSISTED_OPERATIONS: folder, CLIENTS: clients });
  const post = async (body: object) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };

  const [documentId] = Object.keys(JSON.parse(await persistedDocuments('sha256')) as object);
  expect(documentId).toMatch(/^sha256:/);
  expect(await post({ documentId, variables })).toEqual(DATA);
  const persistedQuery = { version: 1, sha256Hash: OTHER.id };
  expect(await post({ extensions: { persistedQuery } })).toEqual({ data: { __typename: 'Query' } });
  expect(await post({ query: '{ __typename }' })).toMatchObject(REFUSED);
});

test('a document in a file of its own is trusted as it is written, and as clients print it', async () => {
  await write('portal/pages/name.graphql', `${NAME}\n`);
  await write('everyone.gql', '{ __typename }');
  await write('README.md', 'no document');
  const trusted = await open();

  for (const source of [NAME, `${NAME}\n`, print(parse(NAME))]) {
    expect(trusted.has(client('portal'), source)).toBe(true);
    expect(trusted.find(client('portal'), sha256(source))).toBe(source);
    expect(trusted.has(client('other'), source)).toBe(false);
  }
  expect(trusted.has(client('portal'), '{ __typename }')).toBe(true);
  expect(trusted.has(client('other'), '{ __typename }')).toBe(true);
  expect(trusted.has(client('portal'), 'no document')).toBe(false);
});

test('a client whose id can be no folder’s name has it in percent encoding', async () => {
  await write(`${encodeURIComponent('https://portal.example')}/other.json`, APOLLO);
  expect((await open()).has(client('https://portal.example'), OTHER.body)).toBe(true);
});

test('a folder is followed: files come, change and go, and one that is wrong changes nothing', async () => {
  await write('portal/other.json', APOLLO);
  const trusted = await open();
  const has = (source: string) => trusted.has(client('portal'), source);
  await write('portal/name.graphql', NAME);
  await expect.poll(() => has(NAME), SOON).toBe(true);

  await write('portal/name.graphql', '{ other');
  await expect.poll(() => told, SOON).toHaveLength(1);
  expect(told).toMatchObject([
    {
      err: {
        message: expect.stringMatching(/^PERSISTED_OPERATIONS: .*: portal\/name\.graphql: Syntax Error/),
      },
    },
  ]);
  expect([has(NAME), has(OTHER.body)]).toEqual([true, true]);

  await rm(join(folder, 'portal/name.graphql'));
  await expect.poll(() => has(NAME), SOON).toBe(false);
  await rename(folder, `${folder}.away`);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(has(OTHER.body)).toBe(true);
  await rename(`${folder}.away`, folder);
  await rm(join(folder, 'portal'), { recursive: true });
  await expect.poll(() => has(OTHER.body), SOON).toBe(false);
  expect(told).toHaveLength(1);
});

test('a mount of a container, whose content is swapped behind a symbolic link, is followed', async () => {
  await write('..2026/portal/other.json', APOLLO);
  await write('..2027/portal/name.graphql', NAME);
  await symlink('..2026', join(folder, '..data'));
  await symlink('..data/portal', join(folder, 'portal'));
  const trusted = await open();
  const has = () => [OTHER.body, NAME].map((source) => trusted.has(client('portal'), source));
  expect(has()).toEqual([true, false]);

  await symlink('..2027', join(folder, '..next'));
  await rename(join(folder, '..next'), join(folder, '..data'));
  await expect.poll(has, SOON).toEqual([false, true]);
});

test.each<[what: string, path: string, content: () => object | Promise<string>, why: RegExp]>([
  [
    'a list of SHA-1',
    'portal/a.json',
    () => persistedDocuments('sha1'),
    /a\.json: .* hashAlgorithm: 'sha256'/,
  ],
  [
    'a document under another hash',
    'portal/a.json',
    () => ({ ...APOLLO, operations: [{ ...OTHER, body: '{ __typename }' }] }),
    /portal\/a\.json: the SHA-256 of the document under 075f/,
  ],
  ['a manifest of another version', 'a.json', () => ({ ...APOLLO, version: 2 }), /a\.json: .*version/s],
  ['a name of a client that is none', '%zz/a.json', () => APOLLO, /%zz\/a\.json: URI malformed/],
])('a folder with %s is refused at the start', async (_what, path, content, why) => {
  await write(path, await content());
  await expect(createTrustedDocuments(folder, logger)).rejects.toThrow(why);
});
