// Starts a system in network namespaces of its own, lets users work while the network, disks, clocks and processes fail one after the other, and
// prints what they saw. Ends with 1 when something was lost or is not as before.
import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { FAULTS } from './faults/index.ts';
import { PAIR_FAULTS } from './faults/pair-faults.ts';
import { enterNamespaces, isInside, whyNot } from './network/enter-namespaces.ts';
import { describeChaos } from './report.ts';
import { runChaos } from './run-chaos.ts';
import { positive, say } from '../support/command-line.ts';

const options = new Command('chaos')
  .description(
    'Lets users work on cases while the network, disks, clocks and processes fail one after the other.',
  )
  .option('--fault <name...>', 'only these, in this order; all when left out')
  .option('--pairs', 'two processes of some services run behind a balancer, and one of them fails')
  .option('--seconds <n>', 'how long each fault lasts', positive, 15)
  .option(
    '--seed <text>',
    'what the choices of users, and the packets that are lost, follow from',
    String(Date.now()),
  )
  .option('--json <file>', 'writes the result there as well')
  .option('--logs <folder>', 'keeps the logs of all processes there')
  .option('--list', 'lists the faults')
  .helpCommand(false)
  .parse()
  .opts<{
    fault?: string[];
    pairs?: true;
    seconds: number;
    seed: string;
    json?: string;
    logs?: string;
    list?: true;
  }>();

if (options.list)
  say(
    process.stdout,
    faultsOf(options.pairs)
      .map(({ name, title }) => `${name.padEnd(24)} ${title}`)
      .join('\n'),
  );
else process.exitCode = isInside ? await runInside() : await runOutside();

async function runOutside(): Promise<number> {
  const reason = whyNot();
  if (reason !== null) throw new Error(`Chaos cannot be tried here: ${reason}.`);
  return enterNamespaces(process.argv.slice(1));
}

async function runInside(): Promise<number> {
  const { fault: names, pairs, seconds, seed, json, logs } = options;
  const all = faultsOf(pairs);
  const unknown = names?.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no fault ${unknown}; --list lists them, with --pairs those of pairs.`);
  const faults = names ? names.map((name) => all.find((one) => one.name === name)!) : all;
  say(process.stderr, `seed ${seed}: ${faults.length} faults of ${seconds} s`);
  const result = await runChaos({
    faults,
    seconds,
    seed,
    hasPairs: pairs === true,
    logs,
    onProgress: (text) => say(process.stderr, text),
  });
  say(process.stdout, describeChaos(result));
  if (json)
    await writeFile(
      json,
      JSON.stringify(result, (_key, value) => (value instanceof Map ? Object.fromEntries(value) : value)),
    );
  return result.findings.length > 0 || result.faults.some(({ backMs }) => backMs === null) ? 1 : 0;
}

function faultsOf(pairs: true | undefined) {
  return pairs ? PAIR_FAULTS : FAULTS;
}
