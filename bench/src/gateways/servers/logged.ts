// Our gateway over a supergraph of a file, with an access log of one of three kinds. Run by the Node of the project, in its
// folder, with what `npm run gateway` is started with.
const ROOT = new URL('../../../../', import.meta.url);
const [kind, registry = ''] = process.argv.slice(2);

const load = (path: string) => import(new URL(path, ROOT).href);
const { listen, stopSignal } = await load('packages/service/src/http/index.ts');
const { readSettings } = await load('packages/service/src/settings/index.ts');
const { gatewaySettings } = await load('gateway/src/config/config.ts');
const { createGateway } = await load('gateway/src/create-gateway.ts');
const { openAccessLog } = await load('gateway/src/reporting/access-log/access-log.ts');

/** Writes nothing, and refuses nobody. */
const NO_LOG = { refusal: null, append: async () => {}, [Symbol.asyncDispose]: async () => {} };

const openLog = {
  none: async () => NO_LOG,
  written: openAccessLog,
  shipped: (config: object, ...rest: unknown[]) => openAccessLog({ ...config, REGISTRY: registry }, ...rest),
}[kind!];

const config = readSettings(gatewaySettings, process.env);
await using gateway = await createGateway(config, openLog);
await listen(gateway.server, config.HOST, config.PORT);
await stopSignal();
