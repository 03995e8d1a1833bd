import type { Sql } from 'postgres';

/** What a trial has shown of one candidate. */
export interface Figures {
  name: string;
  isTransactional: boolean;
  started: number;
  /** Did not end within the time. */
  lost: number;
  /** Calls of a step that began after its result had been stored: the next step, or the end, had begun before. */
  doubled: number;
  /** Calls of a step whose first call was killed, or ran beside it: at-least-once allows them. */
  repeated: number;
  kills: number;
  /** Sagas that were in work in a process when it was killed. */
  interrupted: number;
  /** Seconds from the kill until each went on: median, nine of ten, most. */
  goesOn: { median: number; p90: number; most: number };
  /** How many of them went on in another process than the one that followed the killed one, in percent. */
  elsewhere: number;
  /** Whether a saga ran whose start was rolled back. */
  ranRolledBack: boolean;
}

/** Reads the figures of a trial from what its workers wrote down. */
export async function readFigures(sql: Sql, ranRolledBack: () => Promise<boolean>): Promise<Figures> {
  const [counts] = await sql<
    { started: number; lost: number; kills: number; repeated: number; doubled: number }[]
  >`
    with ends as (
      select saga, step, min(id) as first from calls group by saga, step),
    stored as (
      -- A step's result is stored when any later step of its saga begins, or the saga has finished.
      select e.saga, e.step, least(
        (select min(c.at) from calls c join ends n on n.saga = c.saga and n.step = c.step
          where c.saga = e.saga and n.first > e.first),
        (select f.at from finished f where f.saga = e.saga)) as at
      from ends e)
    select
      (select count(*)::int from started) as started,
      (select count(*)::int from started where saga not in (select saga from finished)) as lost,
      (select count(*)::int from kills) as kills,
      (select count(*)::int from calls) - (select count(*)::int from ends) as repeated,
      (select count(*)::int from calls c join stored s using (saga, step) where c.at > s.at) as doubled`;
  const rows = await sql<{ seconds: number | null; elsewhere: boolean }[]>`
    with interrupted as (
      select k.id, k.at, k.pid, l.saga
      from kills k
      cross join lateral (
        select distinct on (c.saga) c.saga, c.pid from calls c
        where c.at < k.at and c.at > k.at - interval '120 s'
        order by c.saga, c.id desc) l
      where l.pid = k.pid and not exists (select from finished f where f.saga = l.saga and f.at < k.at))
    select extract(epoch from least(n.at, f.at) - i.at)::float as seconds,
      w.slot <> v.slot as elsewhere
    from interrupted i
    join workers w on w.pid = i.pid
    left join lateral (select c.at, c.pid from calls c where c.saga = i.saga and c.at > i.at order by c.id limit 1) n on true
    left join workers v on v.pid = n.pid
    left join finished f on f.saga = i.saga`;
  const seconds = rows.flatMap((row) => (row.seconds === null ? [] : [row.seconds])).sort((a, b) => a - b);
  const at = (share: number): number =>
    seconds[Math.min(seconds.length - 1, Math.floor(seconds.length * share))] ?? NaN;
  return {
    name: '',
    isTransactional: true,
    ...counts!,
    repeated: counts!.repeated - counts!.doubled,
    interrupted: rows.length,
    goesOn: { median: at(0.5), p90: at(0.9), most: at(1) },
    elsewhere: (100 * rows.filter((row) => row.elsewhere).length) / Math.max(1, rows.length),
    ranRolledBack: await ranRolledBack(),
  };
}
