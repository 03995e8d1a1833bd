import { traced } from '@yiwang/subgraph-kit';
import { recordSpans } from '@yiwang/subgraph-kit/testing';
import type { Json, RunStart } from '@yiwang/durable';
import { expect, test } from 'vitest';
import { createStartWork, createWorkflow } from '../src/run/work-runner.ts';

const WORK = { step: 'name', kind: 'DO', attempt: 1 } as const;

/** What is stored when this work is made due. */
async function startedWork(): Promise<Json> {
  const started: RunStart[] = [];
  const startWork = createStartWork(() => ({ start: async (_tx, run) => void started.push(run) }));
  await startWork({} as never, 'LB-1', [WORK]);
  return started[0]!.input;
}

/** Does the work where no department can be asked. */
async function attempt(input: Json): Promise<void> {
  const workflow = createWorkflow({} as never);
  const step = <Result>(_name: string, work: (attempt: number) => Promise<Result>) => work(1);
  await expect(workflow({ id: 'LB-1/name/1/DO', step }, input)).rejects.toThrow();
}

test('each attempt of a piece of work is a trace with a link to the operation that made it due', async () => {
  using recorded = recordSpans();
  const input = await traced('operation', { kind: 'server' }, startedWork);
  await attempt(input);
  const [operation, work] = recorded.spans;
  expect(work).toMatchObject({
    ...{ name: 'matter step', kind: 'internal', attributes: { 'yiwang.work': 'DO' } },
    link: operation!.traceparent,
    error: 'TypeError',
  });
  // Neither the number of the application nor a message.
  expect(JSON.stringify(work)).not.toContain('LB-1');
});

test('work that was made due without a trace is stored as ever, and goes on without a link', async () => {
  const input = await startedWork();
  expect(input).toEqual({ number: 'LB-1', work: WORK });
  using recorded = recordSpans();
  await attempt(input);
  expect(recorded.spans).toEqual([expect.objectContaining({ name: 'matter step', link: undefined })]);
});
