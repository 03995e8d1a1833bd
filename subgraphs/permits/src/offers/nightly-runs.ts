import { repeat, type Repeated } from '@yiwang/subgraph-kit/outbox';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { sql } from 'drizzle-orm';
import { type OfferRunOptions, takePage } from './run-offers.ts';

/** Between looks for runs that are to be started, or that other processes have left. */
const POLL_MS = 30_000;

const chinaTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/**
 * Takes runs further, page by page, and starts those of the night.
 *
 * @param at time of day in China, such as 02:30; null for none
 */
export function startOfferRuns(
  options: OfferRunOptions,
  at: string | null,
  onError: (error: unknown) => void,
): Repeated {
  return repeat(
    async () => {
      if (at !== null) await startNightlyRuns(options.db, options.now(), at);
      return takePage(options);
    },
    POLL_MS,
    onError,
  );
}

/** Starts, once a night, a run for each item whose published version says who is entitled. While one is under way, none is started. */
export async function startNightlyRuns(db: PostgresJsDatabase, now: Date, at: string): Promise<void> {
  const [night, time] = chinaTime.format(now).split(' ') as [string, string];
  if (time < at) return;
  await db.execute(sql`
    insert into offer_runs (item_code, version, night, started_by, started_at, state)
    select item_code, version, ${night}::date, 'night', ${now.toISOString()}::timestamptz, 'RUNNING' from item_versions
    where state = 'PUBLISHED' and entitlement is not null and not exists (
      select from offer_runs as other where other.item_code = item_versions.item_code
        and (other.night = ${night}::date and other.version = item_versions.version or other.state = 'RUNNING' and other.uscc is null))
    order by item_code on conflict do nothing`);
}
