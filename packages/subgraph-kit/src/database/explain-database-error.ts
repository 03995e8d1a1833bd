import { PublicError } from '@yiwang/errors';

/** The most errors around the driver's error: GraphQLError → DrizzleQueryError → PostgresError. */
const MAX_WRAPPINGS = 5;

/** SQLSTATE 53…: no connection or memory left. 57P0…: shutting down or starting. 08…: the connection broke. */
const UNAVAILABLE = /^(08...|53...|57P0.)$|^CONNECT(ION)?_|^E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST)/;
/** Five digits and capitals, a digit among them: no code of ours is so. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;
const STATEMENT_TIMEOUT = '57014';
const LOCK_TIMEOUT = '55P03';
const NUL_CHARACTER = '22021';

/**
 * Explains a failure of the database that is not a bug to the caller: the database is down, it aborted a statement that took
 * too long or waited too long for a lock, or the request holds a character that PostgreSQL cannot store.
 *
 * @returns null for every other error
 */
export function explainDatabaseError(error: unknown): PublicError | null {
  const code = databaseCode(error);
  if (code === STATEMENT_TIMEOUT) {
    return new PublicError(
      'DEPARTMENT_UNAVAILABLE',
      'The database did not answer within the time limit of a statement. Request less, or try again later.',
      { cause: error },
    );
  }
  if (code === LOCK_TIMEOUT) {
    return new PublicError(
      'DEPARTMENT_UNAVAILABLE',
      'What this request needs is in use by another one that takes long. Try again later.',
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

/** True when the database would answer no statement now. A statement that took too long does not mean that. */
export function isDatabaseAway(error: unknown): boolean {
  const code = databaseCode(error);
  return code !== null && UNAVAILABLE.test(code);
}

/** SQLSTATE, or the code of the driver or of the network; null for an error that is not of the database. */
export function databaseFault(error: unknown): string | null {
  const code = databaseCode(error);
  return code !== null && (SQLSTATE.test(code) || UNAVAILABLE.test(code)) ? code : null;
}

function databaseCode(error: unknown): string | null {
  let fault = error as
    { code?: unknown; cause?: unknown; originalError?: unknown; suppressed?: unknown } | null | undefined;
  for (let depth = 0; fault && depth < MAX_WRAPPINGS; depth++) {
    if (typeof fault.code === 'string') return fault.code;
    // The first of two is the one that was suppressed.
    fault = (fault.suppressed ?? fault.originalError ?? fault.cause) as typeof fault;
  }
  return null;
}
