import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { divideCpus } from '../machine/cpus.ts';
import { BENCH } from '../places.ts';
import { OWN_NODE } from '../processes/node-binary.ts';
import { startProgram } from '../processes/start-process.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { compose } from '../synthetic/compose.ts';
import { DEPARTMENTS } from '../synthetic/graph.ts';
import { takingPart } from '../gateways/gateway.ts';
import { type Stage, startGateway } from './run-workload.ts';

/** So that departments seldom collect garbage while gateways wait for them. */
const DEPARTMENTS_HEAP = ['--max-semi-space-size=64', '--min-semi-space-size=64'];

/** The synthetic departments as they run. Disposing of it ends them. */
export interface SyntheticStage extends AsyncDisposable {
  stage: Stage & { recorderUrl: string };
}

/** @param port departments take the ports from here on, gateways those ten above */
export async function openSyntheticStage(port: number): Promise<SyntheticStage> {
  const cpus = divideCpus();
  await using undo = new AsyncDisposableStack();
  const folder = undo.use(temporaryFolder()).path;

  const subgraphs = DEPARTMENTS.map(({ name, sdl }, index) => ({
    name,
    sdl,
    url: `http://127.0.0.1:${port + index}/`,
  }));
  const stage = {
    folder,
    supergraph: join(folder, 'supergraph.graphql'),
    departments: join(folder, 'departments.json'),
    recorderUrl: subgraphs[0]!.url,
    firstPort: port + 10,
    measuredCpus: cpus.measured,
  };
  writeFileSync(stage.supergraph, compose(subgraphs));
  writeFileSync(stage.departments, JSON.stringify(subgraphs));
  const departments = undo.use(
    startProgram({
      name: 'departments',
      command: OWN_NODE,
      args: [...DEPARTMENTS_HEAP, fileURLToPath(new URL('src/synthetic/main.ts', BENCH)), String(port)],
      cwd: BENCH,
      cpus: cpus.others,
    }),
  );
  await departments.waitUntil(async () => (await fetch(new URL('/counts', stage.recorderUrl))).ok, 10_000);
  const all = undo.move();
  return { stage, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Starts our gateway and its peers one after the other over the synthetic departments, each alone. @param names empty for all */
export async function withEachGateway(
  names: readonly string[],
  port: number,
  measure: (name: string, url: string, pid: number, stage: SyntheticStage['stage']) => Promise<void>,
): Promise<void> {
  await using opened = await openSyntheticStage(port);
  const { stage } = opened;
  for (const [index, gateway] of takingPart(names, null).entries()) {
    if (gateway.kind === 'limit') continue;
    const { program, url } = await startGateway(gateway, stage.firstPort + index, stage, '');
    await using _ = program;
    await measure(gateway.name, url, program.pid, stage);
  }
}
