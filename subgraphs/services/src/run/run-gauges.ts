import { countRuns } from '@yiwang/durable';
import type { DepartmentGauge } from '@yiwang/subgraph-kit';

const MAX_COUNTED = 10_000;

/** What operators see of the steps of matters, and of matters that are late. */
export const RUN_GAUGES: readonly DepartmentGauge[] = [
  {
    name: 'yiwang_matter_steps',
    help: 'Pieces of work of matters: due ones are done by themselves, stuck ones wait for an operator.',
    labels: ['state'],
    async read(sql) {
      const { due, stuck } = await countRuns(sql);
      return [
        [{ state: 'due' }, due],
        [{ state: 'stuck' }, stuck],
      ];
    },
  },
  {
    name: 'yiwang_matter_steps_oldest_due_seconds',
    help: 'Seconds since the oldest piece of work that is due was begun; 0 when none is.',
    read: async (sql) => [[{}, (await countRuns(sql)).oldestDueSeconds]],
  },
  {
    name: 'yiwang_matters_overdue',
    help: `Applications for matters that are not done in the promised time, by the code of the matter; counted up to ${MAX_COUNTED}.`,
    labels: ['matter'],
    everyMs: 60_000,
    async read(sql) {
      // Days are those of China, as in isOverdue of an application.
      const rows = await sql<{ matter: string; overdue: number }[]>`
        select matter, count(*)::int as overdue from (
          select matter from matter_cases
          where ended_at is null and due_on < (now() at time zone 'Asia/Shanghai')::date limit ${MAX_COUNTED}) as late
        group by matter`;
      // The figure is there when there are none, so that an alert can end.
      return rows.length === 0
        ? [[{ matter: '' }, 0]]
        : rows.map(({ matter, overdue }) => [{ matter }, overdue]);
    },
  },
];
