import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createCompiledEngine } from '../../src/index.ts';
import { serveEngine } from '../support/serve-engine.ts';
import { createRandom, makeModel } from '@yiwang/testing/random-graph';
import { makeOperation } from './make-operation.ts';
import { schemaOf } from './schema-of.ts';
import { askTypes, nameApart, settle } from './simplify.ts';
import { startLiar } from './start-liar.ts';
import { startDepartments } from './start-world.ts';
import { World } from './world.ts';

const GRAPHS = 8;
const CASES_PER_GRAPH = 100;

test('whatever departments send, clients get what the schema promises, or null and an error', async () => {
  let explained = 0;
  for (let number = 0; number < GRAPHS; number++) {
    const random = createRandom(`liars-${number}`);
    const honest = await startDepartments(new World(makeModel(`liars-${number}`, random)));
    const liars = await Promise.all(honest.map((department) => startLiar(department, random)));
    const served = await serveEngine(liars, createCompiledEngine);
    const schema = await schemaOf(served);
    try {
      for (let i = 0; i < CASES_PER_GRAPH; i++) {
        // Each object tells its type and each field has its own name: so the answer can be read by the schema.
        const { query, variables } = [settle, nameApart, askTypes].reduce(
          (operation, simplify) => simplify(operation, schema),
          makeOperation(schema, random),
        );
        const { data, errors = [] } = await served.ask(query, variables);
        const reread = await execute({
          schema,
          document: parse(query),
          variableValues: variables,
          rootValue: data,
          fieldResolver: (source, _args, _context, { path }) => source?.[path.key],
          typeResolver: ({ __typename }: { __typename: string }) => __typename,
        });

        if (data === null) expect(errors, query).not.toEqual([]);
        else expect(JSON.stringify(reread), query).toBe(JSON.stringify({ data }));
        for (const { extensions = {} } of errors) {
          expect(extensions['department'] ?? extensions['code'], query).toMatch(
            /^d\d$|^notes$|^DEPARTMENT_CONTRACT_BROKEN$/,
          );
        }
        explained += errors.length;
      }
    } finally {
      await served[Symbol.asyncDispose]();
      await Promise.all(liars.map((department) => department.close()));
    }
  }
  expect(explained).toBeGreaterThan(GRAPHS * 10);
});
