import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { ROOT } from '../places.ts';

/** What services has of applications, as its administrator reads it. */
export interface StoredOpenings extends AsyncDisposable {
  /** Numbers of the registrations that were filed, by number of the application. */
  registrations(numbers: readonly string[]): Promise<Map<string, string>>;
  /** How many steps of all applications a program is at. */
  atWork(): Promise<number>;
  /** How many of the named steps of these applications are at an office, or done. */
  settled(numbers: readonly string[], names: readonly string[]): Promise<number>;
  /** Milliseconds of each application from its submission to the filed registration, and from the grant to the last step that followed. */
  times(numbers: readonly string[]): Promise<{ filedMs: number; followedMs: number }[]>;
}

const AT_WORK = ['DOING', 'REFILING', 'WITHDRAWING', 'UNDOING'];

/** @throws Error when no PostgreSQL runs on the data folder */
export async function openStored(data: string): Promise<StoredOpenings> {
  const { findRunningPostgres } = await import(new URL('packages/postgres-server/src/index.ts', ROOT).href);
  const server: string | null = await findRunningPostgres(join(data, 'postgres'));
  if (server === null) throw new Error(`No PostgreSQL runs on ${data}.`);
  const open = (department: string): Sql => {
    const url = new URL(server);
    url.pathname = `/yiwang_${department}`;
    return postgres(url.href, { max: 1, onnotice: () => {} });
  };
  const [services, enterprises] = [open('services'), open('enterprises')];

  return {
    async registrations(numbers) {
      const rows = await services<{ number: string; registration: string }[]>`
        select case_number as number, department_case as registration from matter_steps
        where name = 'registration' and department_case is not null and case_number = any(${[...numbers]})`;
      return new Map(rows.map(({ number, registration }) => [number, registration]));
    },
    async atWork() {
      const [row] = await services<{ count: number }[]>`
        select count(*)::int as count from matter_steps where state = any(${AT_WORK})`;
      return row!.count;
    },
    async settled(numbers, names) {
      const [row] = await services<{ count: number }[]>`
        select count(*)::int as count from matter_steps where case_number = any(${[...numbers]}) and name = any(${[...names]})
          and state in ('AT_OFFICE', 'DONE')`;
      return row!.count;
    },
    async times(numbers) {
      const grants = await enterprises<{ reference: string; at: number }[]>`
        select c.reference, extract(epoch from e.at)::float8 * 1000 as at from case_events e join cases c on c.number = e.case_number
        where e.action = 'DECIDE' and c.reference = any(${[...numbers]})`;
      const rows = await services<{ number: string; submitted: number; filed: number; followed: number }[]>`
        select case_number as number,
          extract(epoch from min(at) filter (where step is null and "to" = 'IN_PROGRESS'))::float8 * 1000 as submitted,
          extract(epoch from min(at) filter (where step = 'registration' and "to" = 'AT_OFFICE'))::float8 * 1000 as filed,
          extract(epoch from max(at) filter (where step = 'tax' and "to" = 'DONE'
            or step in ('seal', 'food') and "to" = 'AT_OFFICE'))::float8 * 1000 as followed
        from matter_events where case_number = any(${[...numbers]}) group by 1`;
      const granted = new Map(grants.map(({ reference, at }) => [reference, at]));
      return rows.map(({ number, submitted, filed, followed }) => ({
        filedMs: filed - submitted,
        followedMs: followed - granted.get(number)!,
      }));
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([services.end({ timeout: 1 }), enterprises.end({ timeout: 1 })]);
    },
  };
}
