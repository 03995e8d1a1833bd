import { Command } from 'commander';
import { measureAccessLog } from './commands/access-log.ts';
import { measureFaults } from './commands/faults.ts';
import { compareGateways } from './commands/gateways.ts';
import { measureSizes } from './commands/growth.ts';
import { measureOverload } from './commands/overload.ts';
import { comparePage } from './commands/page.ts';
import {
  QUICK,
  QUICK_SCALE,
  EVERY,
  BASELINE,
  withEffort,
  begin,
  folder,
  positive,
} from './command-options.ts';
import { addSystemCommands } from './system-commands.ts';

/** Every command of the benchmarks with its options. */
export function commandLine(): Command {
  const program = new Command('npm --prefix bench start --')
    .description('Measures Yiwang side by side with its peers and limits; prints Markdown.')
    .helpCommand(false);

  withEffort(program.command('all', { isDefault: true }))
    .description('gateways, page and growth, one after the other (the default)')
    .action(async ({ quick, ...options }) => {
      begin();
      const effort = quick ? { ...options, ...QUICK } : options;
      await compareGateways({ ...effort, workloads: [], ...EVERY });
      await comparePage({ ...effort, ...EVERY, data: null, scale: quick ? QUICK_SCALE : 1 });
      await measureSizes({ ...effort, gateway: 'yiwang', quick });
    });

  withEffort(program.command('gateways'))
    .description('ours, peers and limits over synthetic departments')
    .option('--workload <names...>', 'only these workloads', [])
    .option('--gateway <names...>', 'only these gateways', [])
    .option(...BASELINE)
    .action(async ({ workload, gateway, baseline, quick, ...options }) => {
      begin();
      const effort = quick ? { ...options, ...QUICK } : options;
      await compareGateways({
        ...effort,
        workloads: workload,
        gateways: gateway,
        baseline: folder(baseline),
      });
    });

  program
    .command('faults')
    .description(
      'what a department that is down, hangs, is slow or lies costs operations with and without it',
    )
    .option('--gateway <names...>', 'only these gateways', [])
    .option('--seconds <n>', 'length of one turn', positive, 10)
    .option('--settle <n>', 'seconds from the begin of a fault to the measurement', positive, 12)
    .option('--port <n>', 'first of 90 ports', positive, 4900)
    .action(async ({ gateway, ...options }) => {
      begin();
      await measureFaults({ ...options, gateways: gateway });
    });

  program
    .command('overload')
    .description(
      'costly operations at many times the rate that a gateway can answer, and cheap ones beside them',
    )
    .option('--gateway <names...>', 'only these gateways', [])
    .option('--seconds <n>', 'length of the overload', positive, 20)
    .option('--times <n>', 'how many times the rate that it can answer', positive, 20)
    .option('--connections <n>', 'of the overload', positive, 500)
    .option('--port <n>', 'first of 90 ports', positive, 4900)
    .action(async ({ gateway, ...options }) => {
      begin();
      await measureOverload({ ...options, gateways: gateway });
    });

  withEffort(program.command('page'))
    .description('ours and peers on the page of an enterprise, over the real departments and PostgreSQL')
    .option('--scale <n>', 'size of the made-up data; 1 stands for 20,000 enterprises', positive, 1)
    .option('--data <dir>', 'folder of a system that is loaded already (default: a fresh one)')
    .option('--gateway <names...>', 'only these gateways', [])
    .option(...BASELINE)
    .action(async ({ quick, data, gateway, baseline, ...options }) => {
      begin();
      const effort = quick ? { ...options, ...QUICK, scale: QUICK_SCALE } : options;
      await comparePage({
        ...effort,
        data: folder(data),
        gateways: gateway,
        baseline: folder(baseline),
      });
    });

  withEffort(program.command('access-log'))
    .description('what it costs to write down who reads an enterprise’s page')
    .option('--scale <n>', 'size of the made-up data; 1 stands for 20,000 enterprises', positive, 1)
    .option('--data <dir>', 'folder of a system that is loaded already (default: a fresh one)')
    .action(async ({ quick, data, ...options }) => {
      begin();
      const effort = quick ? { ...options, ...QUICK, scale: QUICK_SCALE } : options;
      await measureAccessLog({ ...effort, data: folder(data) });
    });

  withEffort(program.command('growth'))
    .description('one gateway over generated graphs of 4 to 60 departments and 50 to 5,000 types')
    .option('--gateway <name>', 'which', 'yiwang')
    .action(async ({ quick, ...options }) => {
      begin();
      await measureSizes({ ...options, ...(quick && QUICK), quick });
    });

  addSystemCommands(program);
  return program;
}
