/** A place in the log of PostgreSQL: what a replica has replayed up to there, it shows. */
export type LogPosition = bigint;

/** @param text as PostgreSQL writes it: 16/B374D848 */
export function readPosition(text: string): LogPosition {
  const [high, low] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}
