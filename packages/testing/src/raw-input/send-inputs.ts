import { createRandom } from '../random-graph/index.ts';
import { makeHttp } from './make-http.ts';
import { makeWebSocket } from './make-web-socket.ts';
import { sendInput } from './send-input.ts';

interface InputOptions {
  url: string;
  /** The inputs are those with the numbers from `from` to below `to`; each is the same for the same seed. */
  from: number;
  to: number;
  seed: string;
  /** Valid operations, of which most inputs are made. */
  documents: readonly string[];
  /** Share of inputs that are WebSockets, from 0 to 1. */
  webSockets: number;
}

interface InputRun {
  /** How many answers had each status. */
  statuses: Map<number, number>;
  /** What must not be, each with its input; at most ten. */
  findings: string[];
}

const AT_ONCE = 24;
const PATIENCE_MS = 10_000;
const MOST_FINDINGS = 10;
/** Errors with these codes are limits that a server has, and their status is 503. */
const LIMITS =
  /"code":"(OVERLOADED|PLANNING_OVERLOADED|TOO_MANY_SUBSCRIPTIONS|SUBSCRIPTION_INTERRUPTED|NOT_READY)"/;
const INSIDE = /node_modules|stacktrace|INTERNAL/;

/**
 * Sends raw inputs, each over a connection of its own: HTTP and WebSockets with something wrong in framing, heads, body, frames or document.
 * Finds answers with a status of 500 and above that is no limit, answers that tell of the inside, and connections that stay open.
 */
export async function sendInputs({
  url,
  from,
  to,
  seed,
  documents,
  webSockets,
}: InputOptions): Promise<InputRun> {
  const target = new URL(url);
  const run: InputRun = { statuses: new Map(), findings: [] };
  let next = from;
  const worker = async () => {
    while (next < to && run.findings.length < MOST_FINDINGS) await send(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return run;

  async function send(number: number): Promise<void> {
    const random = createRandom(`${seed} ${number}`);
    const bytes = (random.chance(webSockets) ? makeWebSocket : makeHttp)(random, documents);
    const { statuses, answer, isOpen } = await sendInput(target, bytes, PATIENCE_MS);
    const note = (what: string) =>
      run.findings.push(
        `input ${number} of seed "${seed}": ${what}\n${bytes.toString('latin1').slice(0, 2000)}\n→ ${answer.slice(0, 1000)}`,
      );
    for (const status of statuses) {
      run.statuses.set(status, (run.statuses.get(status) ?? 0) + 1);
      if (status >= 500 && !(status === 503 && LIMITS.test(answer))) note(`status ${status}`);
    }
    if (INSIDE.test(answer)) note('an answer tells of the inside');
    if (isOpen) note('the connection stays open');
  }
}
