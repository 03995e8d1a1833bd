/** An error as it stands in the log. */
export interface Fault {
  type: string;
  message: string;
  stack: string;
  [property: string]: unknown;
}

/** What tells where it went wrong, and holds no value of a row or of a request. */
const KEPT = [
  'code',
  'errno',
  'syscall',
  'address',
  'port',
  'severity',
  'routine',
  'schema_name',
  'table_name',
  'column_name',
  'constraint_name',
  'path',
  'locations',
  'incident',
];

/** SQLSTATE 22…: PostgreSQL quotes the value that it does not take. */
const QUOTES_A_VALUE = /^22/;
const MAX_DEPTH = 8;

/**
 * An error without the values that it may quote: names, numbers of people and accounts never reach a log.
 * Parameters of statements, PostgreSQL's details, and what JSON.parse quotes are left out, long numbers too.
 */
export function describeFault(error: unknown, depth = 0): Fault | string {
  if (!(error instanceof Error)) return typeof error;
  const clean = (text: string) => withoutValues(text, error);
  const fault: Fault = {
    type: error.constructor.name,
    message: clean(error.message),
    stack: clean(error.stack ?? ''),
  };
  for (const name of KEPT) {
    const value = (error as unknown as Record<string, unknown>)[name];
    if (value !== undefined) fault[name] = value;
  }
  const { cause, originalError } = error as { cause?: unknown; originalError?: unknown };
  const behind = originalError ?? cause;
  if (behind !== undefined && depth < MAX_DEPTH) fault['cause'] = describeFault(behind, depth + 1);
  return fault;
}

function withoutValues(text: string, error: Error): string {
  const { code } = error as { code?: unknown };
  const quotesAValue =
    error instanceof SyntaxError || (typeof code === 'string' && QUOTES_A_VALUE.test(code));
  return (
    text
      // Drizzle writes them beneath the statement; a stack goes on after them.
      .replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, '\nparams: …')
      .replace(quotesAValue ? /"[\s\S]*"/g : /(?!)/g, '"…"')
      // Of JSON.parse, also within the message of another error.
      .replace(/Unexpected (?:token|non-whitespace)[\s\S]*?is not valid JSON/g, 'not valid JSON')
      .replace(/\d{11,}/g, '…')
  );
}
