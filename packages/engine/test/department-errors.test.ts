import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServedEngine, serveEngine } from './support/serve-engine.ts';

let graph: SmallGraph;
let served: ServedEngine;
beforeAll(async () => {
  graph = await startSmallGraph();
  served = await serveEngine(graph.departments);
});
afterEach(() => graph.permits.misbehave(null));
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await graph.close();
});

test.each(['NOT_FOUND', 'MALFORMED_CODE', 'INVALID_ARGUMENT', 'A_CODE_OF_ITS_OWN'])(
  'a department’s %s reaches the client unchanged, with the department’s name',
  async (code) => {
    const { data, errors } = await served.ask(
      'query($code: String) { said: refuse(code: $code) enterprise(uscc: "E1") { uscc } }',
      { code },
    );

    expect(data).toEqual({ said: null, enterprise: { uscc: 'E1' } });
    expect(errors).toEqual([
      {
        message: 'Refused, as asked.',
        path: ['said'],
        extensions: { code, rule: 'R1', department: 'enterprises', stacktrace: expect.anything() },
      },
    ]);
  },
);

test('an error without a code gets one', async () => {
  const { errors } = await served.ask('{ refuse }');

  expect(errors).toMatchObject([{ extensions: { code: 'DEPARTMENT_ERROR', department: 'enterprises' } }]);
});

test('stack traces and HTTP instructions of a department stay behind', async () => {
  const { errors } = await served.ask('{ refuse }');

  // This server shows stack traces of its own, so that one of a department would show as well.
  expect(JSON.stringify(errors)).not.toContain('secret.ts');
  expect(errors![0]!.extensions).not.toHaveProperty('http');
  expect(errors![0]!.extensions).not.toHaveProperty('serviceName');
});

test.each([
  ['200 with application/json', 200, 'application/json; charset=utf-8'],
  ['400 with application/graphql-response+json', 400, 'application/graphql-response+json; charset=utf-8'],
  ['503 with application/json', 503, 'application/json'],
])(
  'an error for the whole request, sent as %s, is put where data is missing',
  async (_how, status, contentType) => {
    graph.permits.misbehave((_request, response) =>
      response
        .writeHead(status, { 'content-type': contentType })
        .end(JSON.stringify({ errors: [{ message: 'Not yet.', extensions: { code: 'NOT_READY' } }] })),
    );

    const { data, errors } = await served.ask('{ enterprises { uscc permits { number } } }');

    expect(data).toEqual({
      enterprises: [
        { uscc: 'E1', permits: null },
        { uscc: 'E2', permits: null },
      ],
    });
    expect(errors).toMatchObject(
      [0, 1].map((index) => ({
        message: 'Not yet.',
        path: ['enterprises', index, 'permits'],
        extensions: { code: 'NOT_READY', department: 'permits' },
      })),
    );
  },
);

test('data beside errors is kept, and an error in a list points at its entity', async () => {
  graph.permits.misbehave((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        data: { _entities: [{ permitCount: 2 }, { permitCount: null }] },
        errors: [
          { message: 'Lost.', path: ['_entities', 1, 'permitCount'], extensions: { code: 'NOT_FOUND' } },
        ],
      }),
    ),
  );

  const { data, errors } = await served.ask('{ enterprises { permitCount } }');

  expect(data).toEqual({ enterprises: [{ permitCount: 2 }, { permitCount: null }] });
  expect(errors).toMatchObject([
    { path: ['enterprises', 1, 'permitCount'], extensions: { code: 'NOT_FOUND' } },
  ]);
});
