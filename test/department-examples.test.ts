import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { completeSchema } from '@yiwang/schema-directives';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = globSync(['subgraphs/*/schema.graphql', 'packages/subgraph-kit/template/schema.graphql'], {
  cwd: ROOT,
})
  .map(dirname)
  .sort();

function schemaOf(folder: string): GraphQLSchema {
  const sdl = completeSchema(readFileSync(join(ROOT, folder, 'schema.graphql'), 'utf8'));
  return buildSubgraphSchema(parse(sdl));
}

describe.each(FOLDERS)('%s', (folder) => {
  test('has operations for its playground, which its own schema can answer', () => {
    const schema = schemaOf(folder);
    const files = globSync('examples/*.graphql', { cwd: join(ROOT, folder) });
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(join(ROOT, folder, file), 'utf8');
      expect(text, file).toMatch(/^# .*[.。]$/m);
      expect(validate(schema, parse(text)), file).toEqual([]);
    }
  });
});
