/**
 * Resolves when this process should end: SIGTERM, SIGINT, or the loss of the process that started
 * it (so that departments never outlive a launcher that was killed).
 */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    const stop = (reason: string) => {
      // Listening for its end keeps the channel, and so this process, alive.
      process.channel?.unref();
      resolve(reason);
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    if (process.channel) process.once('disconnect', () => stop('disconnect'));
  });
}
