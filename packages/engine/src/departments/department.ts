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
