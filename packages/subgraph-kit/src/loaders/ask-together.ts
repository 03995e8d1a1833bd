import { isDatabaseAway } from '../database/explain-database-error.ts';

/** So many keys at most come together; who asks for more alone gets a statement of its own. */
const MOST_KEYS_A_STATEMENT = 1000;

/** One is being answered while the next one is read: more would only be smaller. */
const MOST_UNDER_WAY = 2;

/** Reads what there is for the keys, by key; sends one statement. */
type Read<Found> = (keys: string[]) => Promise<Found>;

interface Asker<Found> {
  keys: readonly string[];
  read: Read<Found>;
  resolve: (found: Found) => void;
  reject: (error: unknown) => void;
}

/** What is asked for in one shape: the same statement but for its keys. */
interface Queue<Found> {
  waiting: Asker<Found>[];
  underWay: number;
  isAwaited: boolean;
}

/**
 * Puts the keys that several requests ask for at the same moment into one statement.
 *
 * Who asks waits until all sockets that are ready have been read, and while two statements of the same shape
 * are under way; then all that wait are sent together. A statement is never joined after it was sent, and nothing
 * is kept: what was committed before somebody asked, is seen.
 *
 * Requests of different callers may share a statement, since what a caller may see is decided row by row by resolvers,
 * after loading. For the same reason nobody may change a row.
 *
 * A joint statement that fails is sent again for each asker alone, so that one bad key harms only who asked for it; not
 * when the database is away. A request whose client has gone is answered like any other; there is nothing to take back.
 *
 * @returns `ask(shape, keys, read)`: equal shapes say that `read` is the same but for its keys. Resolves to what `read`
 *   found for these keys and those of others.
 */
export function createAskTogether<Found>() {
  const queues = new Map<string, Queue<Found>>();

  function sendSoon(shape: string, queue: Queue<Found>): void {
    if (queue.isAwaited || queue.underWay === MOST_UNDER_WAY) return;
    queue.isAwaited = true;
    setImmediate(() => {
      queue.isAwaited = false;
      void send(shape, queue);
    });
  }

  async function send(shape: string, queue: Queue<Found>): Promise<void> {
    const askers = takeSome(queue.waiting);
    queue.underWay += 1;
    if (queue.waiting.length > 0) sendSoon(shape, queue);
    await answer(askers);
    queue.underWay -= 1;
    if (queue.waiting.length > 0) sendSoon(shape, queue);
    else if (queue.underWay === 0 && !queue.isAwaited) queues.delete(shape);
  }

  return (shape: string, keys: readonly string[], read: Read<Found>): Promise<Found> => {
    let queue = queues.get(shape);
    if (!queue) queues.set(shape, (queue = { waiting: [], underWay: 0, isAwaited: false }));
    const { waiting } = queue;
    const answered = new Promise<Found>((resolve, reject) => waiting.push({ keys, read, resolve, reject }));
    sendSoon(shape, queue);
    return answered;
  };
}

export type AskTogether<Found> = ReturnType<typeof createAskTogether<Found>>;

/** Takes the first askers out of those that wait, as many as fit into a statement; at least one. */
function takeSome<Found>(waiting: Asker<Found>[]): Asker<Found>[] {
  let count = 0;
  let keys = 0;
  for (const asker of waiting) {
    keys += asker.keys.length;
    if (count > 0 && keys > MOST_KEYS_A_STATEMENT) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

async function answer<Found>(askers: readonly Asker<Found>[]): Promise<void> {
  if (askers.length === 1) return answerAlone(askers[0]!);
  const keys = new Set(askers.flatMap((asker) => asker.keys));
  try {
    const found = await askers[0]!.read([...keys]);
    for (const asker of askers) asker.resolve(found);
  } catch (error) {
    if (isDatabaseAway(error)) for (const asker of askers) asker.reject(error);
    else await Promise.all(askers.map(answerAlone));
  }
}

async function answerAlone<Found>({ keys, read, resolve, reject }: Asker<Found>): Promise<void> {
  try {
    resolve(await read([...keys]));
  } catch (error) {
    reject(error);
  }
}
