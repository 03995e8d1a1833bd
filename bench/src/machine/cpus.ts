import { cpus } from 'node:os';

/**
 * Who runs where, as lists for `taskset -c`: the measured process alone on the last CPU, everything else
 * (departments, databases, load, this process) on the others.
 *
 * @throws Error on a machine with one CPU, where the load would be measured instead of the gateway
 */
export function divideCpus(count: number = cpus().length): { measured: string; others: string } {
  if (count < 2) throw new Error('The benchmarks need two CPUs: one for what is measured, one for the load.');
  return { measured: String(count - 1), others: count === 2 ? '0' : `0-${count - 2}` };
}
