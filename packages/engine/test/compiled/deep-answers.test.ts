import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createCompiledEngine } from '../../src/index.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

const LEVELS = 10_000;
const LISTS = '['.repeat(LEVELS) + ']'.repeat(LEVELS);
const OBJECTS = `${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`;
const NAME = '大余县京桥混凝土有限公司';

let graph: SmallGraph;
let served: ServedEngine;
beforeAll(async () => {
  graph = await startSmallGraph();
  served = await serveEngine(graph.departments, createCompiledEngine);
});
afterEach(() => {
  graph.enterprises.misbehave(null);
  graph.permits.misbehave(null);
  served.faults.length = 0;
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await graph.close();
});

function say(department: 'enterprises' | 'permits', body: string): void {
  graph[department].misbehave((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body),
  );
}

test.each([
  ['lists', LISTS],
  ['objects', OBJECTS],
])('a value of thousands of %s is null with an error, and the rest arrives', async (_what, deep) => {
  say('enterprises', `{"data":{"echo":${deep},"enterprise":{"uscc":"E1","name":"x"}}}`);
  const { data, errors } = await served.ask('{ echo enterprise(uscc: "E1") { name } }');

  expect(data).toEqual({ echo: null, enterprise: { name: 'x' } });
  expect(errors).toMatchObject([{ path: ['echo'], extensions: { code: 'DEPARTMENT_CONTRACT_BROKEN' } }]);
});

test('thousands of lists where an object belongs hold no entities', async () => {
  say('enterprises', `{"data":{"enterprise":${LISTS},"other":{"__typename":"Enterprise","uscc":"E2"}}}`);
  const { data, errors } = await served.ask(
    '{ enterprise(uscc: "E1") { permitCount } other: enterprise(uscc: "E2") { permitCount } }',
  );

  expect(data).toEqual({ enterprise: null, other: { permitCount: 1 } });
  expect(errors).toMatchObject([{ path: ['enterprise'] }]);
});

test('an answer too deep to be copied costs those who share it its own fields, and nobody else', async () => {
  const deep = `{"permitCount":1,"more":${LISTS}}`;
  say('permits', `{"data":{"_entities":[${deep}]}}`);
  // The operations differ, what they ask of permits does not: one read, and a copy for each further client and place.
  const ask = (field: string) =>
    served.ask(
      `{ enterprise(uscc: "E1") { ${field} permitCount } again: enterprise(uscc: "E1") { permitCount } }`,
    );
  const answers = await Promise.all([ask('name'), ask('name uscc'), served.ask('{ enterprises { name } }')]);

  for (const { data, errors } of answers.slice(0, 2)) {
    expect(data).toMatchObject({ enterprise: { name: NAME }, again: { permitCount: null } });
    expect(errors).toContainEqual(
      expect.objectContaining({
        path: ['again', 'permitCount'],
        extensions: expect.objectContaining({ code: 'DEPARTMENT_UNAVAILABLE', department: 'permits' }),
      }),
    );
  }
  expect(answers[2]).toMatchObject({ data: { enterprises: [{ name: NAME }, {}] } });
  expect(served.faults[0]).toMatchObject({ subgraph: 'permits', reason: 'NOT_GRAPHQL' });
});

test('what an error says thousands of levels deep is left out', async () => {
  const error = `{"message":"Lost.","path":["_entities",0,"permitCount"],"extensions":{"code":"LOST","more":${OBJECTS}}}`;
  say('permits', `{"data":{"_entities":[{"permitCount":null}]},"errors":[${error}]}`);
  const { errors } = await served.ask('{ enterprise(uscc: "E1") { permitCount } }');

  expect(errors).toMatchObject([{ message: 'Lost.', extensions: { code: 'LOST', department: 'permits' } }]);
  expect(errors![0]!.extensions).not.toHaveProperty('more');
});

test('an Int of more than 32 bits is null with an error', async () => {
  say('permits', '{"data":{"_entities":[{"permitCount":2147483648}]}}');
  const { data, errors } = await served.ask('{ enterprise(uscc: "E1") { permitCount } }');

  expect(data).toEqual({ enterprise: { permitCount: null } });
  expect(errors).toMatchObject([{ extensions: { code: 'DEPARTMENT_CONTRACT_BROKEN' } }]);
});
