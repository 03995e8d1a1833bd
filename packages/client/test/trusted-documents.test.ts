import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { expect, onTestFinished, test } from 'vitest';
import { serveGateway } from '../../../gateway/test/support/serve-gateway.ts';
import { createClient, type Document } from '../src/index.ts';

type Page = Document<{ enterprise: { name: string } | null }, { uscc: string }>;

const SOURCE = `import { graphql } from './generated/gql.ts';
export const PAGE = graphql(\`query Page($uscc: ID!) { enterprise(uscc: $uscc) { uscc ...Named } } fragment Named on Enterprise { name }\`);
export const RENAMED = graphql(\`subscription Renamed { renamed { uscc name } }\`);
`;
const DATA = { data: { enterprise: { uscc: 'E2', name: '南京云锦研究所' } }, problems: [] };

/** Generates as codegen.ts does for the portal, against the schema at this address. */
async function generateIn(folder: string, schema: string): Promise<void> {
  await writeFile(join(folder, 'page.ts'), SOURCE);
  await generate(
    {
      schema,
      documents: join(folder, '*.ts'),
      silent: true,
      generates: {
        [`${folder}/generated/`]: {
          preset: 'client',
          presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
          config: {
            documentMode: 'string',
            enumsAsTypes: true,
            useTypeImports: true,
            importExtension: '.ts',
          },
        },
      },
    },
    true,
  );
}

test('generated documents are sent by their hash, to a gateway that trusts their manifest alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-documents-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const trusted = join(folder, 'generated');
  await mkdir(trusted);
  const clients = join(folder, 'clients.json');
  await writeFile(clients, JSON.stringify({ public: { persistedOnly: true } }));
  await using open = await serveGateway();
  await using closed = await serveGateway({ PERSISTED_OPERATIONS: trusted, CLIENTS: clients });
  await generateIn(folder, `${open.url}/graphql`);
  const { PAGE, RENAMED } = (await import(pathToFileURL(join(folder, 'page.ts')).href)) as {
    PAGE: Page;
    RENAMED: Document<unknown, object>;
  };
  const sent: string[] = [];
  const noting: typeof fetch = (input, init) => {
    sent.push(String(init!.body));
    return fetch(input, init);
  };
  const url = `${closed.url}/graphql`;
  const byHash = createClient({ url, sendsHashes: true, fetch: noting });

  await expect.poll(() => byHash.query(PAGE, { uscc: 'E2' })).toEqual(DATA);
  expect(sent.at(-1)).toMatch(/^\{"documentId":"sha256:[0-9a-f]{64}","variables":\{"uscc":"E2"\}\}$/);
  const events = byHash.subscribe(RENAMED, {})[Symbol.asyncIterator]();
  const event = events.next();
  await closed.graph.renamed.until(1);
  closed.graph.renamed.publish({ renamed: { uscc: 'E1', name: '甲' } });
  expect((await event).value).toEqual({ data: { renamed: { uscc: 'E1', name: '甲' } }, problems: [] });
  await events.return!();

  const refused = { data: null, problems: [{ code: 'PERSISTED_OPERATION_REQUIRED' }] };
  expect(await byHash.query('{ __typename }', {})).toMatchObject(refused);

  // A gateway that does not have the documents is sent their text, from then on at once.
  const other = createClient({ url: `${open.url}/graphql`, sendsHashes: true, fetch: noting });
  sent.length = 0;
  expect(await other.query(PAGE, { uscc: 'E2' })).toEqual(DATA);
  expect(await other.query(PAGE, { uscc: 'E2' })).toEqual(DATA);
  expect(sent.map((body) => Object.keys(JSON.parse(body) as object)[0])).toEqual([
    'documentId',
    'query',
    'query',
  ]);
});
