import type { Json } from '@yiwang/durable';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkflow } from '../src/run/work-runner.ts';
import { ANSWERS, FOUNDER, type OpenServices, openServices, OPENING } from './open-services.ts';

let open: OpenServices;
beforeAll(async () => {
  open = await openServices();
});
afterAll(() => open[Symbol.asyncDispose]());

/** A department that granted the case as soon as it had it, and has told of that. */
const GRANTED: GatewayClient = {
  async ask(document) {
    const filed = { number: 'QY-1' };
    const found = { ...filed, version: 5, state: 'DECIDED', decision: 'GRANTED', uscc: '91320412MA1TEST001' };
    const data = document.startsWith('mutation File')
      ? { fileRegistration: { case: filed, userErrors: [] } }
      : { filedRegistrations: [found] };
    return { data, errors: [] };
  },
};

test('a case that was decided before its number was written down is known as decided, although nobody tells of it again', async () => {
  const input = { matter: OPENING, region: '320412', form: ANSWERS };
  const begun = await open.command(FOUNDER, 'startMatterCase', { input }, { input: 'MatterCaseInput!' });
  const { number, version: expectedVersion } = begun.matterCase!;
  const types = { number: 'ID!', expectedVersion: 'Int!' };
  await open.command(FOUNDER, 'submitMatterCase', { number, expectedVersion }, types);
  const result = { id: 'N-1' };
  await open.advance(number, { kind: 'STEP_DONE', step: 'name', attempt: 1, result });

  const { db } = open.database.service;
  const workflow = createWorkflow({ ...open.options, db, client: GRANTED });
  // The first attempt of the process that took the run over: the one before was killed when the department had filed the case.
  const run = {
    id: 'run',
    step: <T extends Json>(_name: string, work: (attempt: number) => Promise<T>) => work(1),
  };
  await workflow(run, { number, work: { step: 'registration', kind: 'DO', attempt: 1 } });

  const query = 'query ($number: ID!) { matterCase(number: $number) { steps { name state } } }';
  const { data } = await open.ask(query, FOUNDER, { number });
  const { steps } = data!['matterCase'] as { steps: { name: string; state: string }[] };
  expect(steps.find(({ name }) => name === 'registration')).toEqual({ name: 'registration', state: 'DONE' });
});
