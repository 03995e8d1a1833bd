import { SettingsError } from '@yiwang/config';
import { ListenError, listen, stopSignal } from '@yiwang/http-server';
import { readCommandLine } from './command-line.ts';
import { createGateway } from './create-gateway.ts';
import { SupergraphFileError } from './supergraph/read-supergraph.ts';

try {
  const config = readCommandLine(process.argv, process.env);
  await using gateway = await createGateway(config);
  const url = await listen(gateway.server, config.HOST, config.PORT);
  gateway.server.log.info({ url, supergraph: config.SUPERGRAPH || config.REGISTRY }, 'listening');

  const reason = await stopSignal();
  // Leaving the block answers the requests in flight.
  gateway.server.log.info({ reason }, 'stopping');
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/** What the operator can put right is one clear line; anything else keeps its stack. */
function explain(error: unknown): string {
  const expected = [SettingsError, SupergraphFileError, ListenError].some((kind) => error instanceof kind);
  if (expected) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
