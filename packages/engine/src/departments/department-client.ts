import type { Voucher } from '../access/voucher.ts';
import { Cancellation } from './cancellation.ts';
import type { Department, DepartmentClientOptions, DepartmentRequest } from './department.ts';
import { createPost, type Post, type Send } from './dispatch.ts';
import { type DepartmentAnswer, parseAnswer } from './read-answer.ts';

export interface DepartmentClient {
  /**
   * Sends one operation and waits for the whole answer. Never tries twice: a mutation may have happened.
   *
   * @param voucher who vouches for the caller
   * @param signal gives up when the caller does
   * @throws DepartmentFault when there is no GraphQL answer, whatever the reason
   */
  ask(
    department: Department,
    request: DepartmentRequest,
    voucher: Voucher | undefined,
    signal?: AbortSignal,
  ): Promise<DepartmentAnswer>;
  /** As `ask`, with a request that is written already. */
  send: Send;
  /** As `send`, with an answer that nobody has looked at. */
  post: Post;
  /** Waits for the answers that are under way, then closes every connection. */
  close(): Promise<void>;
}

/** HTTP to the departments, over connections that are kept open between requests. */
export function createDepartmentClient(options: DepartmentClientOptions): DepartmentClient {
  const { post, close } = createPost(options);
  const send: Send = async (...request) => parseAnswer(request[0].name, await post(...request));
  return {
    ask: (department, request, voucher, signal) =>
      send(department, JSON.stringify(request), voucher, Cancellation.of(signal)),
    send,
    post,
    close,
  };
}
