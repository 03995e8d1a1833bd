import type { OutboxMessage, Publisher } from './messages.ts';

/** How long JetStream knows ids that it has kept: what a relay sends again within it is kept once. */
const DUPLICATES_NS = 3600 * 1e9;
const TIMEOUT_MS = 5000;

/**
 * Publishes to NATS JetStream, in the stream `yiwang_<department>`, which is made when it is missing, with the subject
 * `yiwang.<department>.<topic>`. A message holds the payload as JSON, the key in the header `Yiwang-Key`, and the id of the row in
 * `Nats-Msg-Id`.
 *
 * The client is loaded only here, for departments that have a NATS.
 *
 * @param servers one or several addresses, with commas between
 */
export async function openNats(servers: string, department: string): Promise<Publisher> {
  const [{ connect, headers }, { DiscardPolicy, jetstream, jetstreamManager }] = await Promise.all([
    import('@nats-io/transport-node'),
    import('@nats-io/jetstream'),
  ]);
  const connection = await connect({
    servers: servers.split(','),
    name: `yiwang ${department}`,
    timeout: TIMEOUT_MS,
    maxReconnectAttempts: -1,
  });
  const name = `yiwang_${department.replaceAll('-', '_')}`;
  const subjects = `yiwang.${department}`;
  try {
    const manager = await jetstreamManager(connection, { timeout: TIMEOUT_MS });
    await manager.streams.info(name).catch(() =>
      manager.streams.add({
        name,
        subjects: [`${subjects}.>`],
        duplicate_window: DUPLICATES_NS,
        // A full stream refuses what is new, which then waits in the outbox, and loses nothing that was kept.
        discard: DiscardPolicy.New,
      }),
    );
  } catch (error) {
    await connection.close();
    throw error;
  }
  const stream = jetstream(connection, { timeout: TIMEOUT_MS });

  async function publishOne({ id, topic, key, payload, createdAt }: OutboxMessage): Promise<void> {
    const head = headers();
    head.set('Yiwang-Key', encodeURIComponent(key));
    head.set('Yiwang-Created-At', new Date(createdAt).toISOString());
    await stream.publish(`${subjects}.${topic}`, JSON.stringify(payload), { msgID: id, headers: head });
  }

  return {
    async publish(messages) {
      const ofKeys = Map.groupBy(messages, ({ topic, key }) => JSON.stringify([topic, key]));
      // One after the other where the order counts; the keys side by side.
      const published = await Promise.allSettled(
        [...ofKeys.values()].map(async (ofKey) => {
          for (const message of ofKey) await publishOne(message);
        }),
      );
      const failed = published.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
    },
    [Symbol.asyncDispose]: () => connection.close(),
  };
}
