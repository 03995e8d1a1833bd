import { SettingsError } from '@yiwang/service/settings';
import { drain, ListenError, listen, stopSignal } from '@yiwang/service/http';
import { readCommandLine } from './config/command-line.ts';
import { createGateway } from './create-gateway.ts';
import { SupergraphFileError } from './supergraph/read-supergraph.ts';

try {
  const config = readCommandLine(process.argv, process.env);
  await using gateway = await createGateway(config);
  const url = await listen(gateway.server, config.HOST, config.PORT);
  gateway.server.log.info({ url, supergraph: config.SUPERGRAPH || config.REGISTRY }, 'listening');

  const reason = await stopSignal();
  gateway.server.log.info({ reason }, 'stopping');
  await drain(gateway.server, config.DRAIN_MS);
  // Leaving the block answers the requests in flight.
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/** Returns one clear line for what the operator can put right; anything else keeps its stack. */
function explain(error: unknown): string {
  const expected = [SettingsError, SupergraphFileError, ListenError].some((kind) => error instanceof kind);
  if (expected) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
