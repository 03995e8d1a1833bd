import { sql } from 'drizzle-orm';
import type { TransactionSql } from 'postgres';
import type { RunStart, StartTransaction } from './durable.ts';

/** A template tag of postgres.js or of Drizzle: both send what is between the texts as parameters. */
type Tag<Query> = (texts: TemplateStringsArray, ...parameters: string[]) => Query;

/** Writes the run in the caller's transaction. An id that is there already is left as it is. */
export async function startRun(tx: StartTransaction, run: RunStart): Promise<void> {
  if (isDrizzle(tx)) await tx.execute(enqueue(sql, run));
  else await enqueue(tx as unknown as Tag<PromiseLike<unknown>>, run);
}

function isDrizzle(tx: StartTransaction): tx is Exclude<StartTransaction, TransactionSql> {
  return 'execute' in tx;
}

/** JSON goes as text: the two drivers write parameters of the type json in two ways. */
function enqueue<Query>(tag: Tag<Query>, { workflow, id, input, retry = {} }: RunStart): Query {
  return tag`select dbos.enqueue_workflow(
    workflow_name => ${workflow}::text, queue_name => ${workflow}::text, workflow_id => ${id}::text,
    positional_args => array[${JSON.stringify(input)}::text::json, ${JSON.stringify(retry)}::text::json])`;
}
