import { countRuns } from '@yiwang/durable';
import type { DepartmentGauge } from '@yiwang/subgraph-kit';

/** What operators see of the steps of matters. */
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
];
