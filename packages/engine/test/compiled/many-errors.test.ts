import { startSmallGraph } from '@yiwang/testing/small-graph';
import { expect, test } from 'vitest';
import { createCompiledEngine } from '../../src/index.ts';
import { serveEngine } from '../support/serve-engine.ts';

const PLACES = 2_000;
const ERRORS = 1_000;

test('a few errors about an entity in many places stay few enough to be told', async () => {
  await using graph = await startSmallGraph();
  await using served = await serveEngine(graph.departments, createCompiledEngine);
  const say = (department: typeof graph.permits, answer: object) =>
    department.misbehave((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
    );
  say(graph.enterprises, {
    data: { enterprises: Array(PLACES).fill({ __typename: 'Enterprise', uscc: 'E1', name: 'x' }) },
  });
  const error = { message: 'Lost.', path: ['_entities', 0, 'permitCount'] };
  say(graph.permits, { data: { _entities: [{ permitCount: null }] }, errors: Array(ERRORS).fill(error) });

  const answer = await served.engine.answer({ query: '{ enterprises { name permitCount } }' });
  const { errors } = answer!;

  expect(JSON.parse(answer!.data).enterprises).toEqual(Array(PLACES).fill({ name: 'x', permitCount: null }));
  expect(errors).toHaveLength(10_001);
  expect(errors[PLACES - 1]).toMatchObject({ path: ['enterprises', PLACES - 1, 'permitCount'] });
  expect(errors.at(-1)).toEqual({
    message: 'The department permits has more than 10000 errors; only the first 10000 are reported.',
    extensions: { code: 'DEPARTMENT_ERROR', department: 'permits' },
  });
});
