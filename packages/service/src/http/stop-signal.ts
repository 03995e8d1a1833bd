/**
 * Resolves when this process should end: SIGTERM, SIGINT, or the loss of the process that started
 * it (so that departments never outlive a launcher that was killed).
 */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
    if (process.channel) process.once('disconnect', () => resolve('disconnect'));
  });
}
