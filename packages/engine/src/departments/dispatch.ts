import type { Dispatcher } from 'undici';
// What undici exports beside it takes 14 MiB.
import Agent from 'undici/lib/dispatcher/agent.js';
import { ASSERTION_HEADER, type Voucher } from '../access/voucher.ts';
import type { Cancellation } from './cancellation.ts';
import type { Department, DepartmentClientOptions } from './department.ts';
import { DepartmentFault, type FaultReason } from './department-fault.ts';
import { explain } from './explain.ts';
import type { DepartmentAnswer, RawAnswer } from './read-answer.ts';

const HEADERS = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json;q=0.9',
];

/** All that decides what a department receives. The headers are the same for every request, but for one that vouches. */
export type Sent = readonly [department: Department, body: string, voucher: Voucher | undefined];

/** Sends a body to a department and reads the whole answer. */
export type Send = (...request: [...Sent, cancellation?: Cancellation]) => Promise<DepartmentAnswer>;

/** Sends a body to a department and waits for the whole answer, whatever it is. */
export type Post = (...request: [...Sent, cancellation?: Cancellation]) => Promise<RawAnswer>;

/**
 * HTTP to the departments at undici's lowest level, which spares streams, promises and timers for
 * each request. See {@link createDepartmentClient} for what it promises.
 */
export function createPost(options: DepartmentClientOptions): { post: Post; close: () => Promise<void> } {
  const { timeoutMs, answerLimitBytes, connections } = options;
  // The one timer below covers waiting for a connection, connecting and reading, so undici's own, which are coarse, are off.
  const agent = new Agent({ connections, connectTimeout: 0, headersTimeout: 0, bodyTimeout: 0 });
  const targets = new Map<string, Pick<Dispatcher.DispatchOptions, 'origin' | 'path'>>();

  function targetOf({ url }: Department) {
    let target = targets.get(url);
    if (!target) {
      const { origin, pathname, search } = new URL(url);
      target = { origin, path: pathname + search };
      targets.set(url, target);
    }
    return target;
  }

  function post(
    department: Department,
    body: string,
    voucher: Voucher | undefined,
    cancellation?: Cancellation,
  ): Promise<RawAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let contentType: string | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    let fault: DepartmentFault | undefined;

    function fail(reason: FaultReason, detail: string, cause?: unknown): void {
      if (fault) return;
      fault = new DepartmentFault(department.name, reason, detail, cause);
      settle();
      reject(fault);
      controller?.abort(fault);
    }
    function settle(): void {
      clearTimeout(timer);
      cancellation?.forget(cancel);
    }
    const cancel = () => fail('CANCELLED', 'request closed');
    const timer = setTimeout(() => fail('TIMEOUT', `${timeoutMs} ms`), timeoutMs);
    cancellation?.listen(cancel);

    function dispatch(headers: string[]): void {
      // It failed while nobody had vouched yet.
      if (fault) return;
      const { origin, path } = targetOf(department);
      agent.dispatch(
        { origin, path, method: 'POST', headers, body },
        {
          onRequestStart(started) {
            controller = started;
            // It failed while it waited for a connection.
            if (fault) started.abort(fault);
          },
          onResponseStart(_controller, statusCode, answered) {
            status = statusCode;
            contentType = answered['content-type'] as string | undefined;
          },
          onResponseData(_controller, chunk) {
            size += chunk.length;
            if (size > answerLimitBytes) fail('TOO_LARGE', `more than ${answerLimitBytes} bytes`);
            else chunks.push(chunk);
          },
          onResponseEnd() {
            settle();
            resolve({ status, contentType, body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) });
          },
          onResponseError: (_controller, error) => fail('UNREACHABLE', explain(error), error),
        },
      );
    }
    withAssertion(HEADERS, department, voucher, dispatch, (error) => {
      settle();
      reject(error);
    });
    return promise;
  }

  return { post, close: () => agent.close() };
}

/**
 * Goes on with the headers of a request, and the one that vouches for its caller: at once, when that is known.
 *
 * @param fail called when nobody vouches for it
 */
export function withAssertion(
  headers: string[],
  department: Department,
  voucher: Voucher | undefined,
  goOn: (headers: string[]) => void,
  fail: (error: Error) => void,
): void {
  if (!voucher) return goOn(headers);
  const add = (assertion: string | null) =>
    goOn(assertion === null ? headers : [...headers, ASSERTION_HEADER, assertion]);
  try {
    const assertion = voucher.assertionFor(department.name);
    if (assertion instanceof Promise) assertion.then(add).catch(fail);
    else add(assertion);
  } catch (error) {
    fail(error as Error);
  }
}
