import type { GraphQLFormattedError } from 'graphql';
import type { Dispatcher } from 'undici';
import { DepartmentFault } from './department-fault.ts';

/** What a department says. At least one of the two is there; null data never comes without errors. */
export interface DepartmentAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[] | null;
}

// Not a GraphQL answer when a byte is wrong: a replaced character would be another value.
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a department's answer. The status does not matter where the body is GraphQL: with
 * `application/json` errors come as 200, with `application/graphql-response+json` as 400.
 *
 * @throws DepartmentFault TOO_LARGE or NOT_GRAPHQL; a stream that breaks throws its own error
 */
export async function readAnswer(
  department: string,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  limitBytes: number,
): Promise<DepartmentAnswer> {
  const described = `status ${statusCode}, content type ${headers['content-type'] ?? 'none'}`;
  if (!isJson(headers['content-type'])) {
    await body.dump({ limit: 64 * 1024 });
    throw new DepartmentFault(department, 'NOT_GRAPHQL', described);
  }

  const bytes = await readBytes(department, body, limitBytes);
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch (cause) {
    throw new DepartmentFault(department, 'NOT_GRAPHQL', `${described}, ${(cause as Error).message}`, cause);
  }
  if (!isAnswer(value))
    throw new DepartmentFault(department, 'NOT_GRAPHQL', `${described}, neither data nor errors`);
  return value;
}

async function readBytes(
  department: string,
  body: AsyncIterable<Buffer>,
  limitBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    // Leaving the loop closes the connection: the rest is never read.
    if (size > limitBytes)
      throw new DepartmentFault(department, 'TOO_LARGE', `more than ${limitBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function isJson(contentType: string | string[] | undefined): boolean {
  const essence = String(contentType).split(';')[0]!.trim().toLowerCase();
  return essence === 'application/json' || essence === 'application/graphql-response+json';
}

function isAnswer(value: unknown): value is DepartmentAnswer {
  if (!isRecord(value)) return false;
  const { data, errors = null } = value;
  // An empty list of errors is against the specification, but common enough to read as none.
  if (errors !== null && !(Array.isArray(errors) && errors.every(isError))) return false;
  return isRecord(data) || (data == null && errors !== null && errors.length > 0);
}

function isError(value: unknown): boolean {
  return isRecord(value) && typeof value['message'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
