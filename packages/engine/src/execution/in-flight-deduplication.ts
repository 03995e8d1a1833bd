import { noteShared, type AssertionProvider } from '../core/assertion-provider.ts';
import { Cancellation } from '../core/cancellation.ts';
import { SubgraphFault, faultOfNesting } from '../core/subgraph.ts';
import type { Send, Sent } from '../subgraph-client/subgraph-client.ts';
import type { SubgraphAnswer } from '../core/read-answer.ts';
import { copy } from '../query-plan/merge.ts';

interface InFlightRequest {
  /** Called once, with the answer or the error. */
  waiting: Set<(outcome: SubgraphAnswer | Error) => void>;
  /** The provider of the caller for whom it was sent. */
  assertionProvider: AssertionProvider | undefined;
  cancellation: Cancellation;
}

interface InFlightRequests {
  read: Send;
  /**
   * Sends a mutation. It is never shared, and afterwards no read is answered by one that was sent before it ended.
   */
  write: Send;
  /** Lets no later read be answered by one that was sent before. */
  forget(): void;
}

/**
 * Deduplicates equal reads that are in flight at the same time: the same request to the same subgraph is sent once,
 * and each caller gets its own answer to modify.
 *
 * A read continues as long as anyone waits. Nothing is kept afterwards: this is not a cache. A client that has the
 * outcome of its mutation never gets the answer of a read that was sent before.
 *
 * @param send sends reads
 * @param sendOnce sends mutations
 * @param unshared names of the subgraphs that get every read
 */
export function deduplicateInFlight(
  send: Send,
  sendOnce: Send,
  unshared: ReadonlySet<string>,
): InFlightRequests {
  /** By addressee and body. */
  const inFlightRequests = new Map<string, Map<string, InFlightRequest>>();

  function start(key: Identity, ...sent: Sent): InFlightRequest {
    const inFlight: InFlightRequest = {
      waiting: new Set(),
      assertionProvider: sent[2],
      cancellation: new Cancellation(),
    };
    const toSame = inFlightRequests.get(key.addressee);
    if (toSame) toSame.set(key.body, inFlight);
    else inFlightRequests.set(key.addressee, new Map([[key.body, inFlight]]));
    const [{ name }] = sent;
    send(...sent, inFlight.cancellation).then(
      (answer) => deliver(key, inFlight, answer, name),
      (error: Error) => deliver(key, inFlight, error, name),
    );
    return inFlight;
  }

  function deliver(
    key: Identity,
    inFlight: InFlightRequest,
    outcome: SubgraphAnswer | Error,
    subgraph: string,
  ): void {
    forget(key, inFlight);
    let first = true;
    // All copies are made before any caller continues, and so before any caller modifies the answer.
    const handed = [...inFlight.waiting].map((receive) => {
      const own = first || outcome instanceof Error ? outcome : copyOf(outcome, subgraph);
      first = false;
      return () => receive(own);
    });
    for (const hand of handed) hand();
  }

  function copyOf(answer: SubgraphAnswer, subgraph: string): SubgraphAnswer | Error {
    try {
      return copy(answer);
    } catch (error) {
      return faultOfNesting(subgraph, error) ?? (error as Error);
    }
  }

  /** Another request may have taken its place since a mutation ended. */
  function forget({ addressee, body }: Identity, inFlight: InFlightRequest): void {
    const toSame = inFlightRequests.get(addressee);
    if (toSame?.get(body) !== inFlight) return;
    toSame.delete(body);
    if (toSame.size === 0) inFlightRequests.delete(addressee);
  }

  function read(
    ...[subgraph, body, assertionProvider, cancellation]: Parameters<Send>
  ): Promise<SubgraphAnswer> {
    if (unshared.has(subgraph.name)) return send(subgraph, body, assertionProvider, cancellation);
    const key = identityOf(subgraph, body, assertionProvider);
    const joined = inFlightRequests.get(key.addressee)?.get(key.body);
    if (joined) noteShared(assertionProvider, joined.assertionProvider);
    const inFlight = joined ?? start(key, subgraph, body, assertionProvider);
    return new Promise((resolve, reject) => {
      const receive = (outcome: SubgraphAnswer | Error) => {
        cancellation?.forget(leave);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const leave = () => {
        inFlight.waiting.delete(receive);
        reject(new SubgraphFault(subgraph.name, 'CANCELLED', 'request closed'));
        if (inFlight.waiting.size > 0) return;
        forget(key, inFlight);
        inFlight.cancellation.cancel();
      };
      inFlight.waiting.add(receive);
      cancellation?.listen(leave);
    });
  }

  const forgetAll = () => inFlightRequests.clear();
  return {
    read,
    // A failed mutation may still have happened, and one subgraph's may show in another's answers.
    write: (...request) => sendOnce(...request).finally(forgetAll),
    forget: forgetAll,
  };
}

/** See {@link identityOf}. */
interface Identity {
  /** Everything but the body. */
  addressee: string;
  body: string;
}

/**
 * Returns the identity of a request: equal for two requests that look the same to a subgraph from the first byte to
 * the last, apart from the assertions. Callers with one key are one caller to it.
 *
 * If anything else is ever sent, it must be part of the identity: `rest` stops compiling as soon as there is more
 * to send.
 */
function identityOf(
  { url }: Sent[0],
  body: Sent[1],
  assertionProvider: Sent[2],
  ...rest: Rest<Sent>
): Identity {
  rest satisfies [];
  // URLs contain no line breaks. The body, which may be long, is not copied.
  return { addressee: assertionProvider ? `${url}\n${assertionProvider.key}` : url, body };
}

type Rest<All extends readonly unknown[]> = All extends readonly [unknown, unknown, unknown, ...infer More]
  ? More
  : never;
