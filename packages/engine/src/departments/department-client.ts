import { createSend, type Send } from './dispatch.ts';
import type { DepartmentAnswer } from './read-answer.ts';

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
  /** As `ask`, with a request that is written already. */
  send: Send;
  /** Waits for the answers that are under way, then closes every connection. */
  close(): Promise<void>;
}

/** HTTP to the departments, over connections that are kept open between requests. */
export function createDepartmentClient(options: DepartmentClientOptions): DepartmentClient {
  const { send, close } = createSend(options);
  return {
    ask: (department, request, signal) => send(department, JSON.stringify(request), signal),
    send,
    close,
  };
}
