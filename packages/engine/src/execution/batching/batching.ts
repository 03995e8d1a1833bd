import { noteShared, type AssertionProvider } from '../../core/assertion-provider.ts';
import { Cancellation } from '../../core/cancellation.ts';
import { type Subgraph, SubgraphFault, type FaultReason, faultOfNesting } from '../../core/subgraph.ts';
import type { Send } from '../../subgraph-client/subgraph-client.ts';
import type { SubgraphAnswer } from '../../core/read-answer.ts';

/** A pending request, which waits for its part of an answer. */
export interface PendingRequest {
  /** Writes the request for its part alone. */
  writeBody(): string;
  /** Batched requests have the same key. */
  assertionProvider: AssertionProvider | undefined;
  cancellation: Cancellation | undefined;
  answer(answer: SubgraphAnswer): void;
  fail(error: Error): void;
}

export interface Senders {
  /** Sends a single request, which equal ones in flight may share. */
  read: Send;
  /** Sends a batch. Batches are hardly ever equal, and too long to compare each time. */
  send: Send;
}

/** Sending the requests separately would fail the same way. */
const FOR_ALL: ReadonlySet<FaultReason> = new Set(['UNREACHABLE', 'TIMEOUT', 'PAUSED', 'BUSY', 'CANCELLED']);

export function sendAlone(read: Send, subgraph: Subgraph, pending: PendingRequest): void {
  read(subgraph, pending.writeBody(), pending.assertionProvider, pending.cancellation).then(
    pending.answer,
    pending.fail,
  );
}

/**
 * Sends one request for several pending ones. Batching never loses an answer: where parts cannot be separated, or
 * one pending request makes the batch fail, each is sent separately. So it is for reads only.
 *
 * @param split returns the part of each pending request, in order; null when parts cannot be separated
 */
export function createBatching(
  { read, send }: Senders,
  subgraph: Subgraph,
  pendingRequests: readonly PendingRequest[],
  body: string,
  split: (answer: SubgraphAnswer) => readonly SubgraphAnswer[] | null,
): void {
  const cancellation = new Cancellation();
  const waiting = new Set(pendingRequests);
  const stops = pendingRequests.map((pending) => {
    const leave = () => {
      waiting.delete(pending);
      pending.fail(new SubgraphFault(subgraph.name, 'CANCELLED', 'request closed'));
      if (waiting.size === 0) cancellation.cancel();
    };
    pending.cancellation?.listen(leave);
    return () => pending.cancellation?.forget(leave);
  });

  function stopListening(): void {
    for (const stop of stops) stop();
  }

  if (waiting.size === 0) return;
  for (const { assertionProvider } of pendingRequests)
    noteShared(assertionProvider, pendingRequests[0]!.assertionProvider);
  send(subgraph, body, pendingRequests[0]!.assertionProvider, cancellation).then(
    (answer) => {
      stopListening();
      let parts: readonly SubgraphAnswer[] | null;
      try {
        parts = split(answer);
      } catch (error) {
        if (!faultOfNesting(subgraph.name, error)) return failAll(error as Error);
        parts = null;
      }
      pendingRequests.forEach((pending, i) => {
        if (!waiting.has(pending)) return;
        if (parts) pending.answer(parts[i]!);
        else sendAlone(read, subgraph, pending);
      });
    },
    (error: Error) => {
      stopListening();
      const isForAll = !(error instanceof SubgraphFault) || FOR_ALL.has(error.reason);
      if (isForAll) return failAll(error);
      for (const pending of waiting) sendAlone(read, subgraph, pending);
    },
  );

  function failAll(error: Error): void {
    for (const pending of waiting) pending.fail(error);
  }
}
