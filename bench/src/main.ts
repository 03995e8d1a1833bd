import { commandLine } from './command-line.ts';

try {
  await commandLine().parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
