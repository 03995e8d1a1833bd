import { createComposer } from '../../../packages/composition/src/index.ts';
import { composeApart } from '../growth/compose-apart.ts';
import { generateSubgraphs, type Size } from '../growth/generate-subgraphs.ts';
import { usageOf } from '../processes/process-tree.ts';
import { say } from '../report/progress.ts';
import type { Subgraph } from '../synthetic/compose.ts';

/** One check, of this process and the composer's together. */
interface Spent {
  ms: number;
  cpuMs: number;
}

export interface ChecksResult {
  size: Size;
  sdlKib: number;
  /** Apollo's composition alone, called as its documentation says, in a fresh thread. */
  plainMs: number;
  /** The first check of a fresh composer, which reads all departments. */
  first: Spent;
  /** Later checks, each of another department that changes a field and adds one. */
  checks: Spent[];
  /** A check of what is published already. */
  unchanged: Spent;
  /** Memory that was resident at most, of this process and the composer's. */
  peakRssMib: number;
}

/**
 * Checks departments of a generated graph one after the other.
 *
 * @throws Error when a check does not come to the same bytes as plain composition, or does not find the change
 */
export async function measureChecks(size: Size, count: number): Promise<ChecksResult> {
  const current = generateSubgraphs(size, (department) => `http://127.0.0.1:${4900 + department}/`);
  const composing = performance.now();
  const supergraph = await composeApart(current);
  const plainMs = performance.now() - composing;

  const composer = createComposer();
  try {
    const check = async (proposed: Subgraph, changes: number) => {
      const cpuBefore = usageOf(process.pid).cpuMs;
      const start = performance.now();
      const result = await composer.check(current, [proposed], supergraph);
      const spent = { ms: performance.now() - start, cpuMs: usageOf(process.pid).cpuMs - cpuBefore };
      if (result.changes.length !== changes || result.faults.length > 0)
        throw new Error(`The check of ${proposed.name} found ${JSON.stringify(result.changes)}.`);
      return { spent, supergraphSdl: result.supergraphSdl };
    };
    const first = await check(changed(current[0]!), 2);
    const checks: Spent[] = [];
    for (let turn = 1; turn <= count; turn += 1) {
      say(`registry: check ${turn} of ${count}`);
      checks.push((await check(changed(current[turn % current.length]!), 2)).spent);
    }
    const unchanged = await check(current[0]!, 0);
    if (unchanged.supergraphSdl !== supergraph)
      throw new Error('The check composed to other bytes than Apollo alone.');
    return {
      size,
      sdlKib: current.reduce((sum, { sdl }) => sum + sdl.length, 0) / 1024,
      plainMs,
      first: first.spent,
      checks,
      unchanged: unchanged.spent,
      peakRssMib: usageOf(process.pid).peakRssMib,
    };
  } finally {
    await composer.close();
  }
}

/** The department with a field of another type, and one more field. */
function changed(subgraph: Subgraph): Subgraph {
  return { ...subgraph, sdl: subgraph.sdl.replace('amount: Float', 'amount: String more: Int') };
}
