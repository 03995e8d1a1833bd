import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { GiveUp, type Json, type Run, type Workflow } from '../src/index.ts';

/** What a run of these workflows does. */
export interface Script {
  /** Its steps, in order. */
  steps: readonly string[];
  /** Milliseconds that each takes. */
  ms?: number;
  /** How many attempts of each fail. */
  failures?: number;
  /** A step whose answer is final. */
  rejected?: string;
  /** A step of which the process dies. */
  deadly?: string;
  /** Whether it undoes its steps, the last first, when one gives up. */
  undoes?: boolean;
}

/**
 * Workflows of tests, which write down each call of a step. A step fails as long as the table `broken` names it, and waits as long as
 * it names `hold <step> of <run>`.
 */
export function createWorkflows(sql: Sql): Record<'saga' | 'longer', Workflow> {
  async function call(run: Run, step: string, script: Script): Promise<string> {
    return run.step(step, async (attempt) => {
      const [row] = await sql<{ id: string }[]>`
        insert into calls (run, step, attempt, pid) values (${run.id}, ${step}, ${attempt}, ${process.pid}) returning id::text`;
      await sleep(script.ms ?? 0);
      while ((await sql`select from broken where step = ${`hold ${step} of ${run.id}`}`).length > 0)
        await sleep(20);
      if (step === script.deadly) process.kill(process.pid, 'SIGKILL');
      const [broken] = await sql`select from broken where step = ${step}`;
      if (broken) throw new TypeError(`${step} is broken.`);
      if (step === script.rejected) throw new GiveUp('NAME_TAKEN', `${step} was rejected.`);
      if (attempt <= (script.failures ?? 0)) throw new Error(`Attempt ${attempt} of ${step} failed.`);
      await sql`update calls set ended_at = clock_timestamp() where id = ${row!.id}::bigint`;
      return `${step} of ${run.id}`;
    });
  }

  async function saga(run: Run, input: Json, more: readonly string[] = []): Promise<void> {
    const script = input as unknown as Script;
    const done: string[] = [];
    try {
      for (const step of [...script.steps, ...more]) {
        const result = await call(run, step, script);
        if (result !== `${step} of ${run.id}`) throw new Error(`${step} gave ${result}.`);
        done.push(step);
      }
    } catch (error) {
      if (!(error instanceof GiveUp && script.undoes)) throw error;
      const step = error.data?.step ?? '?';
      await call(run, `${step} gave up with ${error.code}`, { steps: [] });
      for (const undone of done.reverse()) await call(run, `undo ${undone}`, { ...script, failures: 0 });
    }
    if ((await sql`select from broken where step = ${`after ${run.id}`}`).length > 0)
      throw new Error('It stumbled.');
    await sql`insert into finished (run) values (${run.id}) on conflict do nothing`;
  }

  return {
    saga: (run, input) => saga(run, input),
    // The same workflow in a later release, with one step more.
    longer: (run, input) => saga(run, input, ['added']),
  };
}
