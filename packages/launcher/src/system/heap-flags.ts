/**
 * Left to itself, V8 takes what a large machine has: three times 32 MiB for new objects, and hundreds for old ones
 * before it first looks for garbage among them. The first three save a third of the memory and cost one request in twenty.
 *
 * V8 may also come to take what lives for one request for what lives for long, and allocate it among the old objects. There
 * it keeps alive whatever it refers to, answers among it: where that happened, a request took half as much CPU time again.
 */
export const DEPARTMENT_HEAP: readonly string[] = [
  '--max-semi-space-size=16',
  '--initial-old-space-size=64',
  '--heap-growing-percent=100',
  '--no-allocation-site-pretenuring',
];

/**
 * Smaller for the gateway: measured, it saves a tenth of its memory, and costs time on very long lists only. As in package.json.
 *
 * Its planner has a thread of its own. On processors with protection keys, V8 notes the pages of compiled code for all threads
 * together, and ends the process when one thread does not find another's (`Check failed: jit_page.has_value()`), in Node 24 as before.
 */
export const GATEWAY_HEAP: readonly string[] = [
  '--max-semi-space-size=12',
  '--initial-old-space-size=48',
  '--heap-growing-percent=80',
  '--no-allocation-site-pretenuring',
  '--no-memory-protection-keys',
];

/**
 * What is not V8's: the C library keeps free memory apart for each thread, a few MiB for each of V8's helpers and the planner's thread;
 * one pool for all saves 10 to 20 MiB a process. As in the Dockerfile.
 */
export const ALLOCATOR: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '1' };
