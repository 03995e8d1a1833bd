import { cpus } from 'node:os';
import type { Command } from 'commander';
import { measureCaseSpeed } from './commands/case-speed.ts';
import { checkCases } from './commands/check-cases.ts';
import { measureCertificates } from './commands/certificates.ts';
import { tryChaos } from './commands/chaos.ts';
import { measureDepartments } from './commands/departments.ts';
import { measureMatters } from './commands/matters.ts';
import { measureCapacity } from './commands/capacity.ts';
import { measureLists } from './commands/lists.ts';
import { measureLoading } from './commands/loading.ts';
import { measurePortal } from './commands/portal.ts';
import { measureRegistry } from './commands/registry.ts';
import { measureSearch, NAMES } from './commands/search.ts';
import { soak } from './commands/soak.ts';
import { describeMachine } from './machine/describe-machine.ts';
import {
  DEFAULT_SCALES,
  QUICK,
  withEffort,
  begin,
  registerOf,
  folder,
  positives,
  positive,
} from './command-options.ts';

/** Nothing is compared: the whole machine serves. */
const ALL_CPUS = `0-${cpus().length - 1}`;

/** Adds the commands that measure departments and whole systems. */
export function addSystemCommands(program: Command): void {
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
    .option('--pairs', 'two processes of some services run behind a balancer, and one of them fails')
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
}
