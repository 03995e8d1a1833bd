import type { Sql } from 'postgres';

/** The kinds of statements that metrics and traces tell apart; all others are `other`. */
const KINDS = new Set([
  'select',
  'insert',
  'update',
  'delete',
  'with',
  'begin',
  'commit',
  'rollback',
  'copy',
  'set',
]);
/** The first word, behind comments in front of it. */
const FIRST_WORD = /^\s*(?:--[^\n]*\n\s*)*([a-z]+)/i;
const MAX_KIND_CACHED = 5000;

/** Told of each statement that is sent to PostgreSQL. */
export interface QueryObserver {
  /** Called when it is asked for; the function that it returns when it is answered. */
  begin(statement: { kind: string; text: string }): (outcome: 'ok' | 'error') => void;
}

/** A statement of the driver, as far as it is looked at here. */
interface Query {
  executed: boolean;
  strings: readonly string[];
  resolve(result: unknown): void;
  reject(error: unknown): void;
  handle(): Promise<unknown>;
}

/**
 * Observes all statements of this process from now on, those of transactions too. The driver reports when a statement is sent and not when
 * it is answered, so the method with which all of them begin is replaced. Until then nothing differs from the driver as it is.
 *
 * @param sql any pool
 */
export function observeQueries(sql: Sql, observer: QueryObserver): Disposable {
  // Nothing is sent until somebody waits for it.
  const prototype = Object.getPrototypeOf(sql.unsafe('')) as Query;
  const { handle } = prototype;
  prototype.handle = function observed(this: Query) {
    if (!this.executed) watch(this, observer);
    return handle.call(this);
  };
  return {
    [Symbol.dispose]() {
      prototype.handle = handle;
    },
  };
}

function watch(query: Query, observer: QueryObserver): void {
  const text = query.strings[0] ?? '';
  const end = observer.begin({ kind: kindOf(text), text });
  const { resolve, reject } = query;
  query.resolve = (result) => {
    end('ok');
    resolve(result);
  };
  query.reject = (error) => {
    end('error');
    reject(error);
  };
}

const kinds = new Map<string, string>();

function kindOf(text: string): string {
  let kind = kinds.get(text);
  if (kind === undefined) {
    const word = FIRST_WORD.exec(text)?.[1]?.toLowerCase() ?? '';
    kind = KINDS.has(word) ? word : 'other';
    if (kinds.size < MAX_KIND_CACHED) kinds.set(text, kind);
  }
  return kind;
}
