import { Command } from 'commander';
import { compareGateways } from './commands/gateways.ts';
import { measureSizes } from './commands/growth.ts';
import { divideCpus } from './machine/cpus.ts';
import { describeMachine } from './machine/describe-machine.ts';
import { pinProcess } from './machine/pin-process.ts';

const QUICK = { rounds: 1, seconds: 2 };

const program = new Command('npm start --')
  .description('Measures the gateway side by side with its peers and limits; prints Markdown.')
  .helpCommand(false);

program
  .command('gateways', { isDefault: true })
  .description('ours, peers and limits over synthetic departments (the default)')
  .option('--workload <names...>', 'only these workloads')
  .option('--gateway <names...>', 'only these gateways')
  .option('--rounds <n>', 'turns of each gateway', Number, 5)
  .option('--seconds <n>', 'length of one turn', Number, 8)
  .option('--connections <n>', 'requests in flight', Number, 32)
  .option('--port <n>', 'first of 20 ports', Number, 4900)
  .option('--quick', 'a smoke run: one round of two seconds; no figures to quote', false)
  .action(async ({ workload, gateway, rounds, seconds, connections, port, quick }) => {
    pinProcess(process.pid, divideCpus().others);
    process.stdout.write(`${describeMachine()}\n\n`);
    await compareGateways({
      workloads: workload ?? [],
      gateways: gateway ?? [],
      connections,
      port,
      ...(quick ? QUICK : { rounds, seconds }),
    });
  });

program
  .command('growth')
  .description('one gateway over generated graphs of 4 to 60 departments and 50 to 5,000 types')
  .option('--gateway <name>', 'which', 'yiwang')
  .option('--seconds <n>', 'length of one load', Number, 8)
  .option('--connections <n>', 'requests in flight', Number, 32)
  .option('--port <n>', 'first of 70 ports', Number, 4920)
  .option('--quick', 'the smallest graph only, for two seconds', false)
  .action(async ({ quick, seconds, ...options }) => {
    pinProcess(process.pid, divideCpus().others);
    process.stdout.write(`${describeMachine()}\n\n`);
    await measureSizes({ ...options, quick, seconds: quick ? 2 : seconds });
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
