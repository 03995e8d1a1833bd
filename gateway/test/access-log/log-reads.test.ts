import type { Access } from '@yiwang/access-log';
import type { AccessRule, Caller } from '@yiwang/engine';
import { PublicError } from '@yiwang/errors';
import { expect, test } from 'vitest';
import { decodeParams } from '../../src/pipeline/graphql-params/graphql-params.ts';
import { createPipeline, type Graph } from '../../src/pipeline/pipeline.ts';
import type { Answer } from '../../src/pipeline/request/answer.ts';
import type { Incoming } from '../../src/pipeline/request/request.ts';
import { createReadLogging } from '../../src/reporting/access-log/log-reads.ts';

const CLIENT = { id: 'bank', user: '王芳', department: null, scopes: [] };
const PURPOSE = { basis: '依据', caseNumber: '1', requester: '王芳' };
const GRANTS = [
  grant('g1', ['Taxpayer.arrears']),
  grant('g2', ['Taxpayer.payments']),
  grant('g0', ['Parcel.price', 'Taxpayer.arrears']),
];
const READS = {
  fields: ['Taxpayer.arrears'],
  subjects: [{ type: 'Taxpayer', key: '913205830000000001' }],
  more: 2,
};
const RULE: AccessRule = {
  coordinate: 'Taxpayer.arrears',
  sharing: 'CONDITIONAL',
  basis: null,
  authenticated: false,
  scopes: [],
  subgraphs: ['tax'],
  ownData: [],
};
const CALLER: Caller = { key: 'k', authorize: () => null, assertionFor: () => null };

function grant(id: string, fields: string[]) {
  return { id, client: 'bank', fields, regions: null, basis: '', from: '', until: '' };
}

/** A pipeline over an engine that does what it is told, and a log that may be closed. */
function start(execute: Graph['execute']) {
  const written: Omit<Access, 'at'>[] = [];
  const events: string[] = [];
  const log = {
    refusal: null as PublicError | null,
    async append(access: Omit<Access, 'at'>) {
      if (log.refusal) throw log.refusal;
      await new Promise(setImmediate);
      written.push(access);
      events.push('written');
    },
  };
  const graph: Graph = {
    variant: 'internal',
    usesMandates: () => false,
    limitDocument: (request) => request,
    estimateCost: () => null,
    async subscribe(request) {
      let left = 2;
      return {
        async next() {
          if (left-- === 0) return { done: true, value: undefined };
          await request.onReads?.(READS, 'COMPLETE');
          return { done: false, value: `event ${left}` };
        },
      };
    },
    execute,
  };
  const pipeline = createPipeline({
    preventCsrf: () => {},
    withinTimeLimit: (_request, run) => run(),
    lockSignIns: (request, authenticate) => authenticate(request),
    authenticate: (request) => ({
      ...request,
      client: CLIENT,
      purpose: PURPOSE,
      signedInUntil: null,
      caller: CALLER,
      actBy: undefined,
      requester: { id: CLIENT.id, isAnonymous: false },
      grants: GRANTS,
      onRevoked: () => () => {},
    }),
    limitRate: async () => {},
    authorizeQueryPlan: () => {},
    readParams: (request) => ({
      ...request,
      mediaType: 'application/json; charset=utf-8',
      parts: null,
      params: decodeParams(request),
    }),
    findPersistedDocument: (request) => request,
    chooseVariant: (request) => ({ graph, request }),
    shedLoad: () => {},
    findMandates: (request) => request,
    accessLog: createReadLogging(log),
    countUsage: () => {},
    reportCost: () => {},
    hideSuggestions: (_request, answer) => answer,
  });
  return { written, events, log, pipeline };
}

const REQUEST: Incoming = {
  method: 'POST',
  headers: {},
  search: '',
  body: { query: '{ taxpayer { arrears } }', variables: { b: 1, a: [true] } },
  controller: new AbortController(),
  requestId: 'r1',
  address: '127.0.0.1',
  answerHeaders: {},
};
const ANSWER: Answer = { status: 200, headers: {}, body: '{}', outcome: 'COMPLETE' };

test('an answer with conditional data is written down before it is given out: who, why, by which grants, of whom', async () => {
  const { pipeline, written, events } = start(async () => ({ ...ANSWER, reads: READS }));
  await pipeline.answer(REQUEST).then(() => events.push('answered'));
  expect(events).toEqual(['written', 'answered']);
  expect(written).toEqual([
    {
      client: 'bank',
      user: '王芳',
      department: null,
      grants: ['g0', 'g1'],
      purpose: PURPOSE,
      subjects: READS.subjects,
      moreSubjects: 2,
      fields: ['Taxpayer.arrears'],
      request: 'r1',
      requestHash: expect.stringMatching(/^[\w-]{43}$/),
      outcome: 'COMPLETE',
    },
  ]);
});

test('the hash of a request tells its operation and variables, in whatever order and way they came', async () => {
  const hashOf = async (more: object) => {
    const { pipeline, written } = start(async () => ({ ...ANSWER, reads: READS }));
    await pipeline.answer({ ...REQUEST, ...more });
    return written[0]!.requestHash;
  };
  const query = '{ taxpayer { arrears } }';
  const hash = await hashOf({});
  expect(await hashOf({ body: { variables: { a: [true], b: 1 }, query } })).toBe(hash);
  expect(await hashOf({ body: { variables: { a: [true], b: 1 }, query, extensions: {} } })).toBe(hash);
  const search = `?${new URLSearchParams({ query, variables: '{"b":1,"a":[true]}' }).toString()}`;
  expect(await hashOf({ method: 'GET', body: undefined, search })).toBe(hash);
  expect(await hashOf({ body: { variables: { a: [true], b: 2 }, query } })).not.toBe(hash);
  expect(await hashOf({ body: { query } })).not.toBe(hash);
});

test('what reads nothing conditional, and what is refused, is not written down', async () => {
  const { pipeline, written } = start(async () => ({ ...ANSWER, outcome: 'WITH_ERRORS' }));
  await pipeline.answer(REQUEST);
  const refused = start(async () => {
    throw new PublicError('OPERATION_TOO_COMPLEX', 'No.');
  });
  await expect(refused.pipeline.answer(REQUEST)).rejects.toThrow('No.');
  expect([...written, ...refused.written]).toEqual([]);
});

test('an operation that fails after departments were asked is written down as failed', async () => {
  const { pipeline, written } = start(async ({ caller }) => {
    await caller!.assertionFor('tax', ['Taxpayer.arrears'], '{}', false);
    throw new Error('broken');
  });
  await expect(pipeline.answer(REQUEST)).rejects.toThrow('broken');
  expect(written).toMatchObject([
    { outcome: 'FAILED', fields: ['Taxpayer.arrears'], subjects: [], grants: ['g0', 'g1'] },
  ]);
});

test('while nothing can be written down, the operation is refused before a department is asked', async () => {
  let wasAsked = false;
  const { pipeline, log } = start(async ({ caller }) => {
    caller!.authorize({ ...RULE, sharing: 'UNCONDITIONAL' });
    caller!.authorize(RULE);
    wasAsked = true;
    return ANSWER;
  });
  log.refusal = new PublicError('ACCESS_LOG_UNAVAILABLE', 'Not now.');
  await expect(pipeline.answer(REQUEST)).rejects.toThrow('Not now.');
  expect(wasAsked).toBe(false);
  log.refusal = null;
  await pipeline.answer(REQUEST);
  expect(wasAsked).toBe(true);
});

test('an answer is not given out when writing it down fails in the last moment', async () => {
  const { pipeline, log } = start(async () => {
    log.refusal = new PublicError('ACCESS_LOG_UNAVAILABLE', 'Not now.');
    return { ...ANSWER, reads: READS };
  });
  await expect(pipeline.answer(REQUEST)).rejects.toThrow('Not now.');
});

test('each event of a subscription is written down before it is given out', async () => {
  const { pipeline, written, log } = start(async () => ANSWER);
  const answers = await pipeline.follow(REQUEST);
  if (!('next' in answers)) throw new Error('This is no subscription.');
  expect(await answers.next()).toMatchObject({ value: 'event 1' });
  expect(written).toHaveLength(1);
  log.refusal = new PublicError('ACCESS_LOG_UNAVAILABLE', 'Not now.');
  await expect(answers.next()).rejects.toThrow('Not now.');
});

test('what is deferred is written down before it is given out, part by part', async () => {
  const { pipeline, written, events } = start(async (request) => ({
    ...ANSWER,
    later: (async function* () {
      yield 'one';
      await request.onReads?.({ ...READS, fields: ['Parcel.price'] }, 'COMPLETE');
      yield 'two';
    })(),
  }));
  const { later } = await pipeline.answer(REQUEST);
  for await (const part of later!) events.push(part);
  expect(events).toEqual(['one', 'written', 'two']);
  expect(written).toMatchObject([{ fields: ['Parcel.price'], grants: ['g0'] }]);
});
