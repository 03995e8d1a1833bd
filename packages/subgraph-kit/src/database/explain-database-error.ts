import { PublicError } from '@yiwang/errors';

/** How deep the driver's error lies: GraphQLError → DrizzleQueryError → PostgresError. */
const MOST_WRAPPINGS = 5;

/** SQLSTATE 53…: no connection or memory left. 57P0…: shutting down or starting. 08…: the connection broke. */
const UNAVAILABLE = /^(08...|53...|57P0.)$|^CONNECT(ION)?_|^E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST)/;
const STATEMENT_TIMEOUT = '57014';
const NUL_CHARACTER = '22021';

/**
 * The part of a database's failures that is not a fault of ours, in words for the caller: the database
 * is away, it stopped a statement that took too long, or the request holds a character that no
 * PostgreSQL text can.
 *
 * @returns null for every other error
 */
export function explainDatabaseError(error: unknown): PublicError | null {
  const code = databaseCode(error);
  if (code === STATEMENT_TIMEOUT) {
    return new PublicError(
      'DEPARTMENT_UNAVAILABLE',
      'The database did not answer in the time a statement may take. Ask for less, or try again later.',
      { cause: error },
    );
  }
  if (code === NUL_CHARACTER) {
    return new PublicError('INVALID_ARGUMENT', 'A text holds the character U+0000.', { cause: error });
  }
  if (isDatabaseAway(error)) {
    return new PublicError(
      'DEPARTMENT_UNAVAILABLE',
      'The department’s database does not answer. Try again later.',
      {
        cause: error,
      },
    );
  }
  return null;
}

/** True when no statement would be answered at the moment. A statement that took too long is no sign of that. */
export function isDatabaseAway(error: unknown): boolean {
  const code = databaseCode(error);
  return code !== null && UNAVAILABLE.test(code);
}

function databaseCode(error: unknown): string | null {
  let fault = error as { code?: unknown; cause?: unknown; originalError?: unknown } | null | undefined;
  for (let depth = 0; fault && depth < MOST_WRAPPINGS; depth++) {
    if (typeof fault.code === 'string') return fault.code;
    fault = (fault.originalError ?? fault.cause) as typeof fault;
  }
  return null;
}
