import { OpenWorkflow } from 'openworkflow';
import { BackendPostgres } from 'openworkflow/postgres';
import { CONCURRENCY, type Candidate, type Saga } from './candidate.ts';

/** A lease of 30 s, which cannot be changed. It starts runs over connections of its own. */
export const openworkflow: Candidate = {
  name: 'openworkflow 0.10.1',
  isTransactional: false,

  async prepare(url) {
    const backend = await BackendPostgres.connect(url);
    await backend.stop();
  },

  async start(_tx, _sql, url, id) {
    const backend = await (client ??= BackendPostgres.connect(url, { runMigrations: false }));
    await new OpenWorkflow({ backend }).runWorkflow({ name: 'saga' }, { id }, { idempotencyKey: id });
  },

  async close() {
    await (await client)?.stop();
    client = undefined;
  },

  async work(url, _slot, saga) {
    const backend = await BackendPostgres.connect(url, { runMigrations: false });
    const workflows = new OpenWorkflow({ backend });
    define(workflows, saga);
    await workflows.newWorker({ concurrency: CONCURRENCY }).start();
  },
};

let client: Promise<BackendPostgres> | undefined;

function define(workflows: OpenWorkflow, saga: Saga): void {
  workflows.defineWorkflow<{ id: string }, null>({ name: 'saga' }, async ({ input, step }) => {
    await saga(input.id, (name, work) => step.run({ name }, work as never) as never);
    return null;
  });
}
