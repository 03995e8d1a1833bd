import { type DurableOptions, openDurable } from '../../../packages/durable/src/index.ts';
import { prepareDurable } from '../../../packages/durable/src/prepare-durable.ts';
import { startRun } from '../../../packages/durable/src/start-run.ts';
import { CONCURRENCY, type Candidate } from './candidate.ts';

/** What was built over the winner. */
export const ours: Candidate = {
  name: 'packages/durable',
  isTransactional: true,
  prepare: (url) => prepareDurable(url, null),
  start: (tx, _sql, _url, id) => startRun(tx as never, { workflow: 'saga', id, input: null }),

  async work(url, _slot, saga) {
    const workflows: DurableOptions['workflows'] = { saga: (run) => saga(run.id, run.step as never) };
    await openDurable({ url, workflows, concurrency: CONCURRENCY });
  },
};
