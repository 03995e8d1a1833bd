import type postgres from 'postgres';

/** Inserts numbers until the server is gone. Those whose commit was acknowledged are in the set. */
export function writeNumbers(
  sql: postgres.Sql,
  from: number,
): { acknowledged: Set<number>; ended: Promise<unknown> } {
  const acknowledged = new Set<number>();
  let next = from;
  const write = async (): Promise<void> => {
    for (;;) {
      const n = next++;
      await sql`insert into numbers values (${n}, 'written')`;
      acknowledged.add(n);
    }
  };
  return { acknowledged, ended: Promise.allSettled([write(), write(), write()]) };
}
