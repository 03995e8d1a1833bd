import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { createCompiledEngine } from '../../src/index.ts';
import { type ServedEngine, serveEngine } from './serve-engine.ts';

export interface CompiledGraph extends AsyncDisposable {
  departments: SmallDepartment[];
  engine: ServedEngine['engine'];
  ask: ServedEngine['ask'];
}

/** The departments, and the compiled engine in front of them. */
export async function startCompiledGraph(
  parts: Readonly<Record<string, { types: string; resolvers: object }>>,
): Promise<CompiledGraph> {
  const departments = await Promise.all(
    Object.entries(parts).map(([name, { types, resolvers }]) => startDepartment(name, types, resolvers)),
  );
  const served = await serveEngine(departments, createCompiledEngine, { timeoutMs: 10_000 });
  return {
    departments,
    engine: served.engine,
    ask: served.ask,
    async [Symbol.asyncDispose]() {
      await served[Symbol.asyncDispose]();
      await Promise.all(departments.map((department) => department.close()));
    },
  };
}
