import { type SmallGraph, startSmallGraph } from '@yiwang/testing/small-graph';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServedEngine, serveEngine } from './support/serve-engine.ts';

let graph: SmallGraph;
let served: ServedEngine;
beforeAll(async () => {
  graph = await startSmallGraph();
  served = await serveEngine(graph.departments);
});
afterEach(() => {
  graph.permits.misbehave(null);
  graph.enterprises.misbehave(null);
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await graph.close();
});

function permitsSay(body: string, status = 200): void {
  graph.permits.misbehave((_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body),
  );
}

const QUERY = '{ enterprise(uscc: "E1") { name permitCount } }';
const NAME = '大余县京桥混凝土有限公司';

test('data that comes with status 500 is data', async () => {
  permitsSay('{"data":{"_entities":[{"permitCount":3}]}}', 500);

  expect(await served.ask(QUERY)).toEqual({ data: { enterprise: { name: NAME, permitCount: 3 } } });
});

test('of a name that comes twice in one object the last value counts', async () => {
  permitsSay(
    '{"data":{"_entities":[{"permitCount":3,"permitCount":4}]},"data":{"_entities":[{"permitCount":5,"permitCount":6}]}}',
  );

  expect(await served.ask(QUERY)).toEqual({ data: { enterprise: { name: NAME, permitCount: 6 } } });
});

test.each(['1e400', '-1e400', '1.5', '"12345678901234567890"', '[3]', '{"__proto__":3}'])(
  'a number that is none, %s, is null with an error, and the rest arrives',
  async (value) => {
    permitsSay(`{"data":{"_entities":[{"permitCount":${value}}]}}`);
    const { data, errors } = await served.ask(QUERY);

    expect(data).toEqual({ enterprise: { name: NAME, permitCount: null } });
    expect(errors).toMatchObject([{ path: ['enterprise', 'permitCount'] }]);
  },
);

test('half a character that is escaped stays half a character', async () => {
  permitsSay('{"data":{"_entities":[{"permits":[{"number":"\\ud800"}]}]}}');
  const { data } = await served.ask('{ enterprise(uscc: "E1") { permits { number } } }');

  expect(data).toEqual({ enterprise: { permits: [{ number: '\ud800' }] } });
});

test('names that every object inherits change nothing, wherever a department puts them', async () => {
  const odd =
    '"__proto__":{"permitCount":7,"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":null';
  permitsSay(`{${odd},"data":{${odd},"_entities":[{${odd},"permits":[{${odd},"number":"P1"}]}]}}`);

  expect(await served.ask('{ enterprise(uscc: "E1") { name permits { number } } }')).toEqual({
    data: { enterprise: { name: NAME, permits: [{ number: 'P1' }] } },
  });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test.each(['"text"', '["text"]', 'null', '7'])(
  'extensions of an error that are %s are none',
  async (extensions) => {
    permitsSay(
      `{"data":{"_entities":[{"permitCount":null}]},"errors":[{"message":"Lost.","path":["_entities",0,"permitCount"],"extensions":${extensions}}]}`,
    );
    const { errors } = await served.ask(QUERY);

    expect(errors).toEqual([
      {
        message: 'Lost.',
        path: ['enterprise', 'permitCount'],
        extensions: { code: 'DEPARTMENT_ERROR', department: 'permits', stacktrace: expect.anything() },
      },
    ]);
  },
);

test.each(['"permitCount"', '[{}]', '["_entities",[0]]', '["_entities",null]'])(
  'an error whose path is %s tells no place',
  async (path) => {
    permitsSay(`{"data":{"_entities":[{"permitCount":null}]},"errors":[{"message":"Lost.","path":${path}}]}`);
    const { data, errors } = await served.ask(QUERY);

    expect(data).toEqual({ enterprise: { name: NAME, permitCount: null } });
    expect(errors).toMatchObject([{ message: 'Lost.', extensions: { department: 'permits' } }]);
    expect(errors![0]).not.toHaveProperty('path');
  },
);
