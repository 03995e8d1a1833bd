import { setTimeout as sleep } from 'node:timers/promises';
import { ERROR_CODES, type ErrorCode } from '@yiwang/errors';
import { style } from '../report/style.ts';
import type { ClientOptions } from '../sharing/client-command.ts';
import { CommandError, EXIT } from '../shared/command-error.ts';
import { FIND_ANOTHER, requestGraphQL, UnansweredError } from '../shared/graphql-request.ts';
import { terminal } from '../shared/output.ts';

/** A gateway answers after OPERATION_TIMEOUT at the latest, which is less. */
const TIMEOUT_MS = 60_000;

/** Pauses before a step is sent again with the same key. */
const PAUSES_MS = [300, 1000, 3000];

/** An error of an answer, as far as commands tell it. */
export interface GraphError {
  message: string;
  extensions?: { code?: string };
}

export interface AskOptions {
  headers?: Readonly<Record<string, string>>;
  /** Whether it may be sent again when it is not known what became of it: a query, or a step with its key. */
  mayRepeat?: boolean;
  /** The message when there is no such thing, or none that the client may see, which look the same. */
  whenNone?: string;
}

const NONE_CODES = ['NOT_FOUND', 'OUTSIDE_GRANT'];

/**
 * Asks a gateway for one root field in the name of a client. What could not be read beneath the field is noted on standard error.
 *
 * @throws CommandError when the gateway is away, refuses, or cannot answer for the moment
 */
export async function askGraph<Field>(
  client: ClientOptions,
  field: string,
  query: string,
  variables: Record<string, unknown>,
  { headers = {}, mayRepeat = false, whenNone }: AskOptions = {},
): Promise<Field> {
  for (const pause of [...(mayRepeat ? PAUSES_MS : []), null]) {
    try {
      return await askOnce<Field>(client, field, query, variables, headers);
    } catch (error) {
      if (whenNone && error instanceof RefusedError && NONE_CODES.includes(error.code)) {
        throw new CommandError(whenNone, EXIT.REFUSED);
      }
      if (pause === null || !isPassing(error)) throw error;
      await sleep(pause);
    }
  }
  throw new Error('The last try either returns or throws.');
}

async function askOnce<Field>(
  { registry: url, token }: ClientOptions,
  field: string,
  query: string,
  variables: Record<string, unknown>,
  headers: Readonly<Record<string, string>>,
): Promise<Field> {
  const answer = await requestGraphQL('The gateway', url, { query, variables }, TIMEOUT_MS, {
    token,
    headers,
    whenAway: FIND_ANOTHER,
  });
  const errors: GraphError[] = answer.errors ?? [];
  const value = (answer.data as Record<string, Field | null> | undefined | null)?.[field] ?? null;
  if (value === null) {
    throw refusalOf(url, errors[0] ?? { message: 'It answers with nothing.' }, token !== undefined);
  }
  noteErrors(errors);
  return value;
}

/** What a gateway refused, or could not do for now. */
export class RefusedError extends CommandError {
  readonly code: string;

  constructor(code: string, message: string, exitCode: CommandError['exitCode']) {
    super(message, exitCode);
    this.code = code;
  }
}

/** Whether the same may be answered when it is asked for again. */
export function isPassing(error: unknown): boolean {
  if (error instanceof UnansweredError) return true;
  return error instanceof RefusedError && retryOf(error.code) !== 'never';
}

/** @param isSignedIn whether a token was sent */
export function refusalOf(
  url: string,
  { message, extensions }: GraphError,
  isSignedIn: boolean,
): RefusedError {
  const code = extensions?.code ?? 'no code';
  if (code === 'GRAPHQL_VALIDATION_FAILED') {
    return new RefusedError(
      code,
      `What answers at ${url} has another schema: ${message} Name the internal schema of a gateway with --registry.`,
      EXIT.FAILED,
    );
  }
  const isRefusal = code in ERROR_CODES && retryOf(code) === 'never';
  const signIn = isSignedIn || !isRefusal ? '' : SIGN_IN;
  return new RefusedError(
    code,
    `The gateway ${isRefusal ? 'refuses' : 'fails'} (${code}): ${message}${signIn}`,
    isRefusal ? EXIT.REFUSED : EXIT.FAILED,
  );
}

const SIGN_IN =
  ' Nobody is signed in: name a token with --token JWT or YIWANG_TOKEN. With a system that runs here, yiwang token --client portal --user NAME signs one.';

function retryOf(code: string) {
  return ERROR_CODES[code as ErrorCode]?.retry ?? 'never';
}

/** Says what an answer does not hold. */
export function noteErrors(errors: readonly GraphError[]): void {
  const lines = errors.map(({ message, extensions }) => `${message} [${extensions?.code ?? 'no code'}]`);
  for (const line of new Set(lines)) terminal.note(style.odd(`Not all is shown: ${line}`));
}
