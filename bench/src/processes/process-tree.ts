import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of /proc in a second; 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** What a process and all it started have used. */
export interface Usage {
  /** User and system time of every thread, garbage collection and compilation included. */
  cpuMs: number;
  /** Sum of the peaks of resident memory (VmHWM). */
  peakRssMib: number;
}

/** @throws Error when the process is gone */
export function usageOf(pid: number): Usage {
  const usages = treeOf(pid).map((member) => ({ cpuMs: cpuMsOf(member), peakRssMib: peakRssMibOf(member) }));
  return {
    cpuMs: usages.reduce((sum, usage) => sum + usage.cpuMs, 0),
    peakRssMib: usages.reduce((sum, usage) => sum + usage.peakRssMib, 0),
  };
}

/** Resident memory at this moment of a process and all it started. */
export function residentMibOf(pid: number): number {
  return treeOf(pid).reduce((sum, member) => sum + statusMib(member, 'VmRSS'), 0);
}

/** Stops a process and all it started where they are, until they are told to go on. Those that have ended are passed over. */
export function signalTree(pid: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
  for (const member of treeOf(pid)) {
    try {
      process.kill(member, signal);
    } catch {
      // It ended since the list was read.
    }
  }
}

function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = parentOf(Number(entry));
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

function parentOf(pid: number): number | null {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return null; // ended since the list was read
  }
}

function cpuMsOf(pid: number): number {
  const stat = statOf(pid);
  return ((Number(stat[11]) + Number(stat[12])) / TICKS_PER_SECOND) * 1000;
}

function peakRssMibOf(pid: number): number {
  return statusMib(pid, 'VmHWM');
}

function statusMib(pid: number, name: string): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'));
  return line ? Number(line[1]) / 1024 : 0; // none: ended, not yet collected
}

/** The fields behind the name, which may itself hold spaces and brackets. */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
