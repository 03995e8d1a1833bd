import { readFile } from 'node:fs/promises';
import { formatPurpose, type Purpose } from '@yiwang/identity';
import { currentSpan } from '@yiwang/service/telemetry';
import { z } from 'zod';

/** What a department that asks the gateway as a client adds to its settings. */
export const gatewayClientSettings = {
  GATEWAY_URL: z
    .string()
    .default('')
    .describe(
      'Address of the gateway’s GraphQL, such as http://127.0.0.1:4000/graphql, from which the department fetches what other departments hold. When empty, it fetches nothing.',
    ),
  GATEWAY_TOKEN: z
    .string()
    .default('')
    .describe(
      'File of the token with which the department signs in at the gateway, as a client of its own. It is read for each request, so that it can be replaced while the department runs.',
    ),
};

export type GatewayClientSettings = z.infer<z.ZodObject<typeof gatewayClientSettings>>;

/** The answer to one operation. Both parts may be there: a department that fails costs its own fields. */
export interface GatewayAnswer {
  data: Record<string, unknown> | null;
  errors: readonly GatewayError[];
}

export interface GatewayError {
  message: string;
  path?: readonly (string | number)[];
  extensions: { code: string } & Record<string, unknown>;
}

export interface AskOptions {
  /** Required for conditional data. */
  purpose?: Purpose;
  timeoutMs: number;
  /** Ends the wait for the answer, which the gateway may give all the same. */
  signal?: AbortSignal;
}

/** A department as a client of the gateway, with its own grants. There is no other way to the data of others. */
export interface GatewayClient {
  /** @throws Error when there is no answer in time, or none of GraphQL */
  ask(query: string, variables: Record<string, unknown>, options: AskOptions): Promise<GatewayAnswer>;
}

const answerShape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.looseObject({ code: z.string() }).catch({ code: 'INTERNAL_ERROR' }),
      }),
    )
    .default([]),
});

/** Returns null where the settings name no gateway. */
export function createGatewayClient({
  GATEWAY_URL: url,
  GATEWAY_TOKEN: tokenFile,
}: GatewayClientSettings): GatewayClient | null {
  if (url === '') return null;
  return {
    async ask(query, variables, { purpose, timeoutMs, signal }) {
      const token = tokenFile === '' ? null : (await readFile(tokenFile, 'utf8')).trim();
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(token !== null && { authorization: `Bearer ${token}` }),
          ...(purpose && formatPurpose(purpose)),
          ...traceHeader(),
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
      });
      const read = answerShape.safeParse(await response.json());
      if (!read.success || (read.data.data === undefined && read.data.errors.length === 0)) {
        throw new Error(`The gateway answered with status ${response.status} and no GraphQL.`);
      }
      return { data: read.data.data ?? null, errors: read.data.errors };
    },
  };
}

/** Of a gateway that trusts the department with it (TRACEPARENT_FROM). */
function traceHeader(): Record<string, string> {
  const span = currentSpan();
  return span ? { traceparent: span.traceparent } : {};
}
