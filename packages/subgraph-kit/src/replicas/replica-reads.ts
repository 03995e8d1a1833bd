import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@yiwang/service/logging';
import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { databaseFault } from '../database/explain-database-error.ts';
import { type Database, openDatabase } from '../database/open-database.ts';
import type { Caller } from '../trust/caller.ts';
import { endOf, followReplica } from './follow-replica.ts';
import { createMayAskReplica } from './replica-types.ts';
import { openWriteMemory } from './write-memory.ts';

export interface ReplicaOptions {
  /** Of the department, in the graph. */
  department: string;
  schema: GraphQLSchema;
  /** Names of the types that the replica may answer. */
  types: readonly string[];
  /** With its password. */
  primaryUrl: string;
  /** The pool of the department at its primary. */
  primary: Database;
  replicaUrl: string;
  maxLagMs: number;
  /** As `REPLAY_MEMORY`: where processes of a department remember together. */
  memory: string;
  logger: Logger;
  /** Makes the context of one request that reads the replica. */
  createContext: () => Record<string, unknown>;
}

/** Reads that a replica answers in place of the primary. */
export interface ReplicaReads extends AsyncDisposable {
  /** Whether the replica may answer this query of this caller now. */
  mayAsk(caller: Caller, document: DocumentNode, operation: OperationDefinitionNode): Promise<boolean>;
  /**
   * Runs a query on the replica.
   *
   * @returns null when the replica or its server failed it: then the primary answers
   */
  run(
    execute: (context: Record<string, unknown>) => Awaitable<ExecutionResult>,
  ): Promise<ExecutionResult | null>;
  /** Must be awaited before a mutation is answered: from then on its caller sees what it wrote. */
  noteWrite(caller: Caller): Promise<void>;
  /** Resolves when the replica, if it is asked, shows all that is committed now; after the lag that is allowed at the latest. */
  settled(): Promise<void>;
}

type Awaitable<Value> = Value | Promise<Value>;

/** Of the looks at how far the replica is, beside the requests. */
const LOOK_TIMEOUT_MS = 2000;
const SETTLE_POLL_MS = 20;

/** Opens the reads of a replica, which begins to be asked when it is known not to be far behind. */
export async function openReplicaReads(options: ReplicaOptions): Promise<ReplicaReads> {
  const { department, schema, types, primary, maxLagMs, memory, logger, createContext } = options;
  const mayAskReplica = createMayAskReplica(schema, types);
  await using undo = new AsyncDisposableStack();
  const writes = undo.use(await openWriteMemory(memory, department, logger));
  const [ofPrimary, ofReplica] = [options.primaryUrl, options.replicaUrl].map((url) =>
    undo.use(openDatabase(url, { connections: 1, statementTimeoutMs: LOOK_TIMEOUT_MS })),
  );
  const followed = undo.use(
    followReplica({
      primary: ofPrimary!.sql,
      replica: ofReplica!.sql,
      maxLagMs,
      onChange(reason) {
        if (reason === null) logger.info('the replica is asked');
        else logger.warn({ reason }, 'the replica is not asked; the primary answers');
      },
    }),
  );
  const opened = undo.move();

  return {
    async mayAsk(caller, document, operation) {
      if (followed.position() === null || !mayAskReplica(document, operation)) return false;
      const written = await writes.find(writerOf(caller));
      if (written === undefined) return false;
      const position = followed.position();
      return position !== null && (written === null || written <= position);
    },
    async run(execute) {
      try {
        const result = await followed.whileThere(execute(createContext()));
        return result.errors?.some((error) => databaseFault(error) !== null) ? null : result;
      } catch (err) {
        logger.warn({ err }, 'the replica failed a query; the primary answers');
        return null;
      }
    },
    async noteWrite(caller) {
      await writes.note(writerOf(caller), await endOf(primary.sql));
    },
    async settled() {
      const end = performance.now() + maxLagMs;
      const position = await endOf(primary.sql).catch(() => null);
      while (performance.now() < end) {
        const replayed = followed.position();
        if (position !== null && replayed !== null && replayed >= position) return;
        await sleep(SETTLE_POLL_MS);
      }
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Whose writes are one's own: the person's at an application, or the application's. */
function writerOf({ client, user }: Caller): string {
  return `${client}\n${user ?? ''}`;
}
