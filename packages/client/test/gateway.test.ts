import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type AccessGateway,
  GRANT,
  serveAccessGateway,
} from '../../../gateway/test/support/access-gateway.ts';
import { type ServedGateway, serveGateway } from '../../../gateway/test/support/serve-gateway.ts';
import { createClient, missingDepartments, neededGrants, problemsAt } from '../src/index.ts';

/** Real gateways over small departments, all over HTTP. */
let gateway: ServedGateway;
let access: AccessGateway;
beforeAll(async () => {
  gateway = await serveGateway();
  access = await serveAccessGateway();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await access[Symbol.asyncDispose]();
});
beforeEach(() => gateway.graph.permits.misbehave(null));

const PAGE = 'query Page($uscc: ID!) { enterprise(uscc: $uscc) { name permits { number } } }';
const DEFERRED =
  'query Page($uscc: ID!) { enterprise(uscc: $uscc) { name ... @defer(label: "later") { permits { number } } } }';
const uscc = 'E2';
const open = () => createClient({ url: `${gateway.url}/graphql`, retries: 0 });

test('a query and a mutation are answered', async () => {
  expect(await open().query(PAGE, { uscc })).toEqual({
    data: { enterprise: { name: '南京云锦研究所', permits: [{ number: 'P3' }] } },
    problems: [],
  });
  const rename = 'mutation($uscc: ID!) { rename(uscc: $uscc, name: "甲") { name } }';
  expect(await open().mutate(rename, { uscc })).toEqual({ data: { rename: { name: '甲' } }, problems: [] });
});

test('a department that is down is named, and what others hold is there', async () => {
  gateway.graph.permits.misbehave((_request, response) => response.destroy());
  const answer = await open().query<{ enterprise: object }, object>(PAGE, { uscc });

  expect(answer.data).toEqual({ enterprise: { name: '南京云锦研究所', permits: null } });
  expect(missingDepartments(answer)).toEqual(['permits']);
  expect(problemsAt(answer, ['enterprise', 'permits'])).toMatchObject([{ canRetry: true }]);
  expect(problemsAt(answer, ['enterprise', 'name'])).toEqual([]);
});

test('what a client does wrong is a problem with the gateway’s code', async () => {
  const { data, problems } = await open().query('{ nothing }', {});
  expect(data).toBeNull();
  expect(problems).toMatchObject([{ code: 'GRAPHQL_VALIDATION_FAILED', canRetry: false }]);
});

test('deferred parts come later, or as a problem when their department is down', async () => {
  const answers = await Array.fromAsync(open().stream(DEFERRED, { uscc }));
  const name = '南京云锦研究所';
  expect(answers).toEqual([
    { data: { enterprise: { name } }, problems: [], isComplete: false },
    { data: { enterprise: { name, permits: [{ number: 'P3' }] } }, problems: [], isComplete: true },
  ]);

  gateway.graph.permits.misbehave((_request, response) => response.destroy());
  const last = (await Array.fromAsync(open().stream(DEFERRED, { uscc }))).at(-1)!;
  expect(last).toMatchObject({ data: { enterprise: { name, permits: null } }, isComplete: true });
  expect(missingDepartments(last)).toEqual(['permits']);
});

test('a field that needs a grant says how to apply; with grant and purpose it is there', async () => {
  const token = await access.token('desk');
  const graph = createClient({
    url: `${access.url}/graphql`,
    headers: () => ({ authorization: `Bearer ${token}` }),
  });
  const query = '{ taxpayer { name arrears } }';
  const purpose = { basis: '税收征收管理法 第六条', caseNumber: 'A-1', requester: '王敏' };
  const denied = await graph.query(query, {}, { purpose });

  expect(denied.data).toEqual({ taxpayer: { name: '京桥', arrears: null } });
  expect(neededGrants(denied)).toMatchObject([
    {
      coordinate: 'Taxpayer.arrears',
      sharing: 'CONDITIONAL',
      applyFor: ['Taxpayer.arrears'],
      howTo: expect.stringContaining('applyForSharing'),
      paths: [['taxpayer', 'arrears']],
    },
  ]);

  await access.grant(GRANT);
  await expect
    .poll(async () => (await graph.query(query, {}, { purpose })).data)
    .toEqual({ taxpayer: { name: '京桥', arrears: 7 } });
  expect((await access.lastAssertion()).purpose).toMatchObject({
    basis: '税收征收管理法 第六条',
    requester: '王敏',
  });
  expect((await graph.query(query, {})).problems).toMatchObject([
    { code: 'PURPOSE_REQUIRED', reason: 'PURPOSE' },
  ]);
});

test('a token that is no good is a problem, not an exception', async () => {
  const graph = createClient({
    url: `${access.url}/graphql`,
    headers: () => ({ authorization: 'Bearer x' }),
  });
  expect((await graph.query('{ __typename }', {})).problems).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
  const [refused] = await Array.fromAsync(graph.subscribe('subscription { changed { name } }', {}));
  expect(refused).toMatchObject({ data: null, problems: [{ code: 'UNAUTHENTICATED', canRetry: false }] });
});
