// A process that runs sagas, for tests to kill: node worker.ts URL WORKFLOW OPTIONS
// Prints "open" when it works, and "stopping" when SIGTERM has stopped it; then it ends gracefully.
import { once } from 'node:events';
import postgres from 'postgres';
import { type DurableOptions, openDurable } from '../src/index.ts';
import { createWorkflows } from './workflows.ts';

const [url = '', workflow = 'saga', options = '{}'] = process.argv.slice(2);
const sql = postgres(url, { max: 4, onnotice: () => {} });
const durable = await openDurable({
  url,
  workflows: { saga: createWorkflows(sql)[workflow as 'saga' | 'longer'] },
  onError: (error) => process.stderr.write(`${String(error)}\n`),
  ...(JSON.parse(options) as Partial<DurableOptions>),
});
process.stdout.write('open\n');
await once(process, 'SIGTERM');
const stopped = durable[Symbol.asyncDispose]();
process.stdout.write('stopping\n');
await stopped;
await sql.end({ timeout: 1 });
process.exit();
