import type { Sql } from 'postgres';

/**
 * Which cases a person is told of by a webhook: those that the person filed. Whoever may see more asks for it: what is sent says no more
 * than that a case has changed.
 */
export function createMayTell(sql: Sql) {
  return async function mayTell(
    owner: string,
    _topic: string,
    numbers: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await sql<{ number: string }[]>`
      select number from cases where filed_by = ${owner} and number = any(${numbers as string[]})`;
    return new Set(rows.map(({ number }) => number));
  };
}
