import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

// Loaded into a gateway with --import and --expose-gc. On SIGUSR2 it writes what it saw since the last SIGUSR2 to
// the file that BENCH_WATCH_FILE names.
export interface Seen {
  /** Longest time in which the thread that answers requests did nothing else. */
  longestBlockMs: number;
  /** In use on that thread after collecting garbage. */
  heapMib: number;
  residentMib: number;
}

const file = process.env['BENCH_WATCH_FILE'];
const MIB = 1024 * 1024;

if (file && isMainThread) {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  process.on('SIGUSR2', () => {
    const longestBlockMs = delays.max / 1e6;
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    const seen: Seen = { longestBlockMs, heapMib: heapUsed / MIB, residentMib: rss / MIB };
    writeFileSync(file, JSON.stringify(seen));
    // Collecting blocks too, and is not the gateway's doing.
    setTimeout(() => delays.reset(), 10);
  });
}
