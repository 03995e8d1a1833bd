import { readdirSync, readFileSync } from 'node:fs';
import { composeSupergraph, lintSubgraph, type SubgraphInput } from '@yiwang/composition';
import { completeSchema } from '@yiwang/schema-directives';
import { graphql, type GraphQLSchema } from 'graphql';
import { beforeAll, expect, test } from 'vitest';

const SUBGRAPHS = new URL('../subgraphs/', import.meta.url);
const DEPARTMENTS = readdirSync(SUBGRAPHS);

const read = (name: string) => readFileSync(new URL(`${name}/schema.graphql`, SUBGRAPHS), 'utf8');

/** All departments, each with the SDL that a function makes of its schema.graphql. */
function departments(sdlOf: (name: string, sdl: string) => string): SubgraphInput[] {
  return DEPARTMENTS.map((name) => ({
    name,
    url: `http://${name}.example/graphql`,
    sdl: sdlOf(name, read(name)),
  }));
}

const published = departments((_name, sdl) => completeSchema(sdl));
const { supergraphSdl, hints } = composeSupergraph(published);

/** By department: what it answers to `{ _service { sdl } }`. */
const served = new Map<string, string>();
beforeAll(async () => {
  for (const name of DEPARTMENTS) {
    const { schema } = (await import(new URL(`${name}/src/subgraph.ts`, SUBGRAPHS).href)) as {
      schema: GraphQLSchema;
    };
    const { data } = await graphql({ schema, source: '{ _service { sdl } }' });
    served.set(name, (data as unknown as { _service: { sdl: string } })._service.sdl);
  }
});

/** As departments wrote it before: definitions first, directives of Federation imported. */
function writeOut(sdl: string): string {
  const added = completeSchema(sdl).slice(sdl.trimEnd().length);
  const imported = sdl.replace('import: [', 'import: ["@composeDirective", "@shareable", ');
  return `${added.replaceAll('@federation__', '@')}\n${imported}`;
}

test('no department defines what the platform adds', () => {
  for (const name of DEPARTMENTS) {
    expect(read(name), name).not.toMatch(
      /specs\.yiwang\.dev|^directive @|^scalar |^(type|enum|input) (PageInfo|DataSource|SharingClass|UpdateCycle|Certificate(State)?|Case(State|Decision|Side|DefectInput))\b/m,
    );
  }
});

test('departments compose to the same supergraph as with all definitions written out', () => {
  const written = departments((_name, sdl) => writeOut(sdl));
  expect(written.every(({ sdl }) => completeSchema(sdl) === sdl)).toBe(true);
  expect(composeSupergraph(written)).toEqual({ supergraphSdl, hints });
});

test('what a department serves as its SDL composes to the same supergraph as what is published of it', () => {
  const asServed = departments((name) => served.get(name)!);
  expect(asServed.every(({ sdl }) => completeSchema(sdl) === sdl)).toBe(true);
  expect(composeSupergraph(asServed)).toEqual({ supergraphSdl, hints });
});

test('the supergraph keeps the directives of the platform, and the lint finds no error', () => {
  for (const spec of ['sharing', 'reads', 'sensitive']) {
    expect(supergraphSdl).toContain(
      `@link(url: "https://specs.yiwang.dev/${spec}/v1.0", import: ["@${spec}"])`,
    );
  }
  const errors = published.flatMap((one) =>
    lintSubgraph(
      one,
      published.filter((other) => other !== one),
    ).filter(({ severity }) => severity === 'ERROR'),
  );
  expect(errors).toEqual([]);
});
