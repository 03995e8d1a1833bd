import { Agent, type Dispatcher } from 'undici';
import { DepartmentFault } from './department-fault.ts';
import { type DepartmentAnswer, readAnswer } from './read-answer.ts';

export interface Department {
  name: string;
  /** Where its GraphQL is served, http or https. */
  url: string;
}

export interface DepartmentRequest {
  query: string;
  variables?: Readonly<Record<string, unknown>> | undefined;
  operationName?: string | undefined;
}

export interface DepartmentClientOptions {
  /** Most milliseconds from sending a request to the last byte of its answer. */
  timeoutMs: number;
  /** Largest answer, in bytes. */
  answerLimitBytes: number;
  /** Most connections to one department; further requests wait for one, within their timeout. */
  connections: number;
}

export interface DepartmentClient {
  /**
   * Sends one operation and waits for the whole answer. Never tries twice: a mutation may have happened.
   *
   * @param signal gives up when the caller does
   * @throws DepartmentFault when there is no GraphQL answer, whatever the reason
   */
  ask(department: Department, request: DepartmentRequest, signal?: AbortSignal): Promise<DepartmentAnswer>;
  /** Waits for the answers that are under way, then closes every connection. */
  close(): Promise<void>;
}

const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
};

/** HTTP to the departments, over connections that are kept open between requests. */
export function createDepartmentClient(options: DepartmentClientOptions): DepartmentClient {
  const { timeoutMs, answerLimitBytes, connections } = options;
  // The one timeout below covers connecting, waiting and reading, so undici's own are off.
  const agent = new Agent({ connections, connectTimeout: 0, headersTimeout: 0, bodyTimeout: 0 });

  return {
    async ask(department, request, signal) {
      const timeout = AbortSignal.timeout(timeoutMs);
      const giveUp = signal ? AbortSignal.any([signal, timeout]) : timeout;
      try {
        const response = await post(agent, department.url, request, giveUp);
        return await readAnswer(department.name, response, answerLimitBytes);
      } catch (error) {
        if (error instanceof DepartmentFault) throw error;
        if (signal?.aborted) throw new DepartmentFault(department.name, 'CANCELLED', 'request closed', error);
        if (timeout.aborted) throw new DepartmentFault(department.name, 'TIMEOUT', `${timeoutMs} ms`, error);
        throw new DepartmentFault(department.name, 'UNREACHABLE', explain(error), error);
      }
    },
    close: () => agent.close(),
  };
}

function post(
  agent: Agent,
  url: string,
  request: DepartmentRequest,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const { origin, pathname, search } = new URL(url);
  const body = JSON.stringify(request);
  return agent.request({ origin, path: pathname + search, method: 'POST', headers: HEADERS, body, signal });
}

function explain(error: unknown): string {
  // A name that resolves to several addresses fails with one error for each, and an empty message.
  const causes = error instanceof AggregateError ? error.errors : [error];
  return causes.map((cause) => (cause instanceof Error ? cause.message : String(cause))).join('; ');
}
