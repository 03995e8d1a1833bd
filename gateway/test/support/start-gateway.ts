import { Writable } from 'node:stream';
import { createLogger } from '@yiwang/service/logging';
import { listen } from '@yiwang/service/http';
import { readSettings } from '@yiwang/service/settings';
import { gatewaySettings } from '../../src/config/config.ts';
import { createGateway } from '../../src/create-gateway.ts';

export interface RunningGateway extends AsyncDisposable {
  /** Without a path. */
  url: string;
  /** Log lines so far, parsed. */
  log: Record<string, unknown>[];
}

/** A gateway as its program starts it, on a free port, but within the tests: a process takes a second to load. */
export async function startGateway(settings: Record<string, string>): Promise<RunningGateway> {
  const log: Record<string, unknown>[] = [];
  const lines = new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      log.push(JSON.parse(line) as Record<string, unknown>);
      done();
    },
  });
  const config = readSettings(gatewaySettings, settings);
  const gateway = await createGateway(config, undefined, createLogger('gateway', config.LOG_LEVEL, lines));
  const url = await listen(gateway.server, config.HOST, 0);
  return { url, log, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}
