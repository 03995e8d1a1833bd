import type { Position } from '@yiwang/access-log';
import { contents, type OperationContent, type RunningContent, signCredential } from '@yiwang/identity';
import { type ClientTls, NO_CLIENT_TLS } from '@yiwang/service/tls';
import { z } from 'zod';
import type { GatewayKey } from '../../pipeline/authentication/gateway-key.ts';
import { openTlsAgents } from '../../util/tls-agents.ts';

const TIMEOUT_MS = 10_000;
const ANSWER_LIMIT_BYTES = 256 * 1024 * 1024;

const supergraphs = z.array(
  z.object({
    variant: z.string(),
    version: z.int(),
    signature: z.string(),
    /** Only when requested. */
    sdl: z.string().optional(),
  }),
);

const grants = z.object({ token: z.string() }).nullable();

export type PublishedSupergraph = z.infer<typeof supergraphs>[number];

const position: z.ZodType<Position> = z.object({ sequence: z.int().min(0), hash: z.string() });

const answered = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() }))
    .optional(),
});

/** The registry did not answer, or refused a request. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  /** Null when there was no answer. */
  readonly code: string | null;

  constructor(message: string, code: string | null, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Calls the registry in the name of one gateway. Every call throws a RegistryError when it fails. */
export interface RegistryClient extends AsyncDisposable {
  /**
   * Reports which versions this gateway runs.
   *
   * @param withSdl false leaves out the SDL, which is large
   * @returns newer supergraphs
   */
  report(
    running: readonly RunningContent[],
    withSdl: boolean,
    signal: AbortSignal,
  ): Promise<PublishedSupergraph[]>;

  reportOperations(operations: readonly OperationContent[], signal: AbortSignal): Promise<void>;

  /**
   * Returns the active grants as the registry signed them; null when they are those of the given version.
   *
   * @param after version that the gateway has; null for none
   */
  grants(after: number | null, signal: AbortSignal): Promise<string | null>;

  /**
   * Ships a part of the access log.
   *
   * @param journal lines of the journal, up to a seal; an empty text sends nothing
   * @returns the last record that the exchange has stored
   */
  recordAccesses(journal: string, signal: AbortSignal): Promise<Position>;
}

const REPORT = `mutation ReportGateway($gateway: ID!, $running: [RunningVersion!]!, $credential: String!, $withSdl: Boolean!) {
  reportGateway(gateway: $gateway, running: $running, credential: $credential) {
    variant version signature sdl @include(if: $withSdl)
  }
}`;

const REPORT_OPERATIONS = `mutation ReportOperations($gateway: ID!, $operations: [OperationReport!]!, $credential: String!) {
  reportOperations(gateway: $gateway, operations: $operations, credential: $credential)
}`;

const GRANTS = `query GrantsInForce($gateway: ID!, $after: Int, $credential: String!) {
  grantsInForce(gateway: $gateway, after: $after, credential: $credential) { token }
}`;

const RECORD_ACCESSES = `mutation RecordAccesses($gateway: ID!, $journal: String!, $credential: String!) {
  recordAccesses(gateway: $gateway, journal: $journal, credential: $credential) { sequence hash }
}`;

/** Creates the client of the registry for one gateway. */
export async function createRegistryClient(
  url: string,
  gateway: string,
  key: Pick<GatewayKey, 'current'>,
  tls: Pick<ClientTls, 'of'> = NO_CLIENT_TLS,
): Promise<RegistryClient> {
  // Loaded late: undici takes 14 MiB, which a gateway without a registry never needs.
  const { request } = await import('undici');
  // The supergraphs of a large graph in several variants are tens of megabytes; a longer answer is none of a registry.
  const agents = await openTlsAgents(tls, { connections: 4, maxResponseSize: ANSWER_LIMIT_BYTES });

  async function ask(
    query: string,
    variables: object,
    signal: AbortSignal,
  ): Promise<Record<string, unknown>> {
    const text = await post(JSON.stringify({ query, variables }), signal);
    const { data, errors } = parse(answered, text);
    const [error] = errors ?? [];
    if (error)
      throw new RegistryError(
        `The registry refused the request: ${error.message}`,
        error.extensions?.code ?? '',
      );
    return data ?? {};
  }

  async function post(body: string, signal: AbortSignal): Promise<string> {
    try {
      const answer = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body,
        dispatcher: agents.agentOf('registry'),
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      return await answer.body.text();
    } catch (cause) {
      throw new RegistryError(
        `The registry does not answer at ${url}: ${(cause as Error).message}`,
        null,
        cause,
      );
    }
  }

  return {
    async report(running, withSdl, signal) {
      const digest = contents.report(gateway, running);
      const credential = await signCredential(key.current, { action: 'report', digest });
      const data = await ask(REPORT, { gateway, running, credential, withSdl }, signal);
      return parse(supergraphs, data['reportGateway']);
    },
    async reportOperations(operations, signal) {
      const digest = contents.operations(gateway, operations);
      const credential = await signCredential(key.current, { action: 'operations', digest });
      await ask(REPORT_OPERATIONS, { gateway, operations, credential }, signal);
    },
    async grants(after, signal) {
      const digest = contents.grants(gateway, after);
      const credential = await signCredential(key.current, { action: 'grants', digest });
      const data = await ask(GRANTS, { gateway, after, credential }, signal);
      return parse(grants, data['grantsInForce'])?.token ?? null;
    },
    async recordAccesses(journal, signal) {
      const digest = contents.accesses(gateway, journal);
      const credential = await signCredential(key.current, { action: 'accesses', digest });
      const data = await ask(RECORD_ACCESSES, { gateway, journal, credential }, signal);
      return parse(position, data['recordAccesses']);
    },
    [Symbol.asyncDispose]: () => agents.destroy(),
  };
}

function parse<Value>(shape: z.ZodType<Value>, given: unknown): Value {
  try {
    return shape.parse(typeof given === 'string' ? JSON.parse(given) : given);
  } catch (cause) {
    throw new RegistryError(
      'The answer is not that of a registry. Check the address in REGISTRY.',
      null,
      cause,
    );
  }
}
