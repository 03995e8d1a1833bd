import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { measureAccessLog } from './commands/access-log.ts';
import { measureCaseSpeed } from './commands/case-speed.ts';
import { checkCases } from './commands/check-cases.ts';
import { measureCertificates } from './commands/certificates.ts';
import { tryChaos } from './commands/chaos.ts';
import { measureDepartments } from './commands/departments.ts';
import { measureFaults } from './commands/faults.ts';
import { compareGateways } from './commands/gateways.ts';
import { measureSizes } from './commands/growth.ts';
import { measureMatters } from './commands/matters.ts';
import { measureCapacity } from './commands/capacity.ts';
import { measureLists } from './commands/lists.ts';
import { measureLoading } from './commands/loading.ts';
import { measureOverload } from './commands/overload.ts';
import { comparePage } from './commands/page.ts';
import { measurePortal } from './commands/portal.ts';
import { measureRegistry } from './commands/registry.ts';
import { measureSearch, NAMES } from './commands/search.ts';
import { soak } from './commands/soak.ts';
import { divideCpus } from './machine/cpus.ts';
import { describeMachine } from './machine/describe-machine.ts';
import { pinProcess } from './machine/pin-process.ts';

const QUICK = { rounds: 1, seconds: 2 };
const QUICK_SCALE = 0.05;
const EVERY = { gateways: [], baseline: null };
const BASELINE = [
  '--baseline <dir>',
  'another checkout of this project, installed: its gateway takes part as "baseline"',
] as const;

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

  withEffort(program.command('departments'))
    .description('each department against its own SQL sent by `postgres` alone')
    .requiredOption(
      '--server <url>',
      'PostgreSQL with the loaded databases (default: DATABASE_URL)',
      process.env['DATABASE_URL'],
    )
    .option('--department <names...>', 'only these', [])
    .action(async ({ quick, department, ...options }) => {
      begin();
      await measureDepartments({ ...options, ...(quick && QUICK), departments: department });
    });

  program
    .command('cases')
    .description(
      'users work on cases while every process is killed at random; compares what they were told with what is stored',
    )
    .option('--users <n>', 'readers, applicants and officials', positive, 300)
    .option('--seconds <n>', 'how long they work', positive, 300)
    .option('--seed <text>', 'of a run before, to make the same choices (default: a new one)')
    .action(async (options) => {
      process.stdout.write(`${describeMachine([])}\n\n`);
      await checkCases(options);
    });

  program
    .command('chaos')
    .description(
      'users work while the network, disks, clocks and processes fail one after the other, each process in a network namespace (Linux, root)',
    )
    .option('--fault <name...>', 'only these (default: all, which takes an hour)')
    .option('--seconds <n>', 'how long each fault lasts', positive, 15)
    .option('--seed <text>', 'of a run before, to make the same choices (default: a new one)')
    .option('--logs <folder>', 'keeps the logs of all processes there', folder)
    .option('--list', 'lists the faults')
    .action(async (options) => {
      process.stdout.write(`${describeMachine([])}\n\n`);
      await tryChaos(options);
    });

  program
    .command('soak')
    .description(
      'users work at a steady pace for a long time: whether memory, heap or handles of a process grow',
    )
    .option('--minutes <n>', 'how long', positive, 60)
    .option('--users <n>', 'how many', positive, 40)
    .action(async (options) => {
      process.stdout.write(`${describeMachine([])}\n\n`);
      await soak(options);
    });

  withEffort(program.command('case-speed'))
    .description(
      'lists while a million cases are stored, and submissions through the department against plain SQL',
    )
    .option('--cases <n>', 'cases that are stored', positive, 1_000_000)
    .option(
      '--scale <n>',
      'size of the made-up data beside them; 1 stands for 20,000 enterprises',
      positive,
      0.05,
    )
    .option('--repeats <n>', 'requests for each list', positive, 200)
    .action(async ({ quick, ...options }) => {
      begin([]);
      const small = { ...QUICK, cases: 20_000, repeats: 20 };
      await measureCaseSpeed(quick ? { ...options, ...small } : options);
    });

  program
    .command('matters')
    .description(
      'time that programs take to open an enterprise, and until matters go on after everything was killed',
    )
    .option('--rounds <n>', 'how often so many are opened at once', positive, 10)
    .option('--at-once <n>', 'applications at once', positive, 20)
    .option('--under-way <n>', 'applications that are under way when everything is killed', positive, 1000)
    .option('--port <n>', 'first of 20 ports', positive, 4900)
    .option('--quick', 'a smoke run: short and small; no figures to quote', false)
    .action(async ({ quick, ...options }) => {
      process.stdout.write(`${describeMachine([])}\n\n`);
      await measureMatters(quick ? { ...options, rounds: 1, underWay: 40 } : options);
    });

  program
    .command('certificates')
    .description('electronic certificates issued and verified in a second, as PDF and as credential')
    .option('--rounds <n>', 'turns of each', positive, 5)
    .option('--seconds <n>', 'length of one turn', positive, 4)
    .requiredOption(
      '--register <file>',
      'register of enterprises, whose first is certified (default: enterprises_jiangsu_sample.csv in YIWANG_REGISTERS)',
      registerOf(process.env['YIWANG_REGISTERS']),
    )
    .action(async ({ register, ...options }) => {
      process.stdout.write(`${describeMachine([])}\n\n`);
      await measureCertificates({ ...options, register: folder(register)! });
    });

  program
    .command('search')
    .argument('<url>', 'GraphQL endpoint of a running system')
    .description('latency of searches by part of a name, page and count apart')
    .option('--names <names...>', 'what to search for', [...NAMES])
    .option('--repeats <n>', 'searches for each name', positive, 20)
    .action(async (url, options) => {
      process.stdout.write(`${describeMachine()}\n\n`);
      await measureSearch(url, options);
    });

  program
    .command('portal')
    .argument('[url]', 'of a running portal with its local sign-in', 'http://127.0.0.1:4080')
    .description('the pages of reading as a slow phone has them: LCP, CLS, INP and bytes of script')
    .option('--rounds <n>', 'visits of each page', positive, 5)
    .option('--chromium <file>', 'the browser', process.env['CHROMIUM'] ?? '/usr/bin/chromium')
    .action(async (url, options) => {
      process.stdout.write(`${describeMachine(['lighthouse'])}\n\n`);
      await measurePortal(new URL(url).origin, options);
    });

  program
    .command('loading')
    .description('time of a first start with its loading, and of the next start')
    .option('--scale <n>', 'size of the made-up data; 1 stands for 20,000 enterprises', positive, 1)
    .option('--port <n>', 'first of 10 ports', positive, 4900)
    .action(async (options) => {
      process.stdout.write(`${describeMachine()}\n\n`);
      await measureLoading(options);
    });

  program
    .command('capacity')
    .description('load, size on disk, pages, searches, import and backup as the number of enterprises grows')
    .option(
      '--scales <n...>',
      'sizes of the made-up data; 1 stands for 20,000 enterprises',
      positives,
      DEFAULT_SCALES,
    )
    .option('--requests <n>', 'pages, and searches, that are timed', positive, 300)
    .option(
      '--register <file>',
      'a register to import (default: enterprises_jiangsu_sample.csv in YIWANG_REGISTERS)',
      registerOf(process.env['YIWANG_REGISTERS']),
    )
    .option('--port <n>', 'first of 10 ports', positive, 4900)
    .action(async ({ register, ...options }) => {
      process.stdout.write(`${describeMachine([])}\n\n`);
      await measureCapacity({ ...options, register: folder(register), cpus: ALL_CPUS });
    });

  program
    .command('lists')
    .description(
      'every list of every department by every filter and every pair of filters, and what its statements read',
    )
    .option('--scale <n>', 'size of the made-up data; 1 stands for 20,000 enterprises', positive, 1)
    .option('--data <dir>', 'folder of a system that is loaded already (default: a fresh one)')
    .option('--department <names...>', 'only these', [])
    .option('--list <coordinates...>', 'only these lists, such as Query.enterprises', [])
    .option('--repeats <n>', 'answers to each request after the first', positive, 5)
    .option('--port <n>', 'first of 10 ports', positive, 4900)
    .action(async ({ data, department, list, ...options }) => {
      process.stdout.write(`${describeMachine([])}\n\n`);
      await measureLists({
        ...options,
        data: folder(data),
        departments: department,
        lists: list,
        cpus: ALL_CPUS,
      });
    });

  program
    .command('registry')
    .description('checks of one department in generated graphs of 5 to 60 departments and 50 to 5,000 types')
    .option('--checks <n>', 'checks of each size, beside the first', positive, 7)
    .option('--quick', 'a smoke run: only the smallest graph; no figures to quote', false)
    .action(async (options) => {
      process.stdout.write(`${describeMachine()}\n\n`);
      await measureRegistry(options);
    });

  return program;
}

const DEFAULT_SCALES: readonly number[] = [0.5, 5, 50];
/** Nothing is compared: the whole machine serves. */
const ALL_CPUS = `0-${cpus().length - 1}`;

function withEffort(command: Command): Command {
  return command
    .option('--rounds <n>', 'turns of each gateway', positive, 5)
    .option('--seconds <n>', 'length of one turn', positive, 8)
    .option('--connections <n>', 'requests in flight', positive, 32)
    .option('--port <n>', 'first of 90 ports', positive, 4900)
    .option('--quick', 'a smoke run: short and small; no figures to quote', false);
}

/** The load comes from this process: it keeps off the CPU of what is measured. */
function begin(packages?: readonly string[]): void {
  pinProcess(process.pid, divideCpus().others);
  process.stdout.write(`${describeMachine(packages)}\n\n`);
}

function registerOf(registers: string | undefined): string | undefined {
  return registers === undefined ? undefined : join(registers, 'enterprises_jiangsu_sample.csv');
}

/** Relative to where the command was given. */
function folder(path: string | undefined): string | null {
  return path === undefined ? null : resolve(process.env['INIT_CWD'] ?? '', path);
}

/** Each of several numbers, as commander collects them; the first replaces the default. */
function positives(text: string, before: readonly number[]): number[] {
  const isDefault = before === DEFAULT_SCALES;
  return [...(isDefault ? [] : before), positive(text)];
}

function positive(text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}
