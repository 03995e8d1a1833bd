import { drain, ListenError, listen, stopSignal } from '@yiwang/service/http';
import { readSettings, SettingsError } from '@yiwang/service/settings';
import { portalSettings } from './config.ts';
import { createPortal } from './create-portal.ts';

try {
  const config = readSettings(portalSettings, process.env);
  await using portal = await createPortal(config);
  const url = await listen(portal.server, config.HOST, config.PORT);
  const { log } = portal.server;
  log.info({ url, publicUrl: config.PUBLIC_URL }, 'listening');
  if (!config.OIDC_ISSUER) log.warn('nobody can sign in: OIDC_ISSUER is not set');

  const reason = await stopSignal();
  log.info({ reason }, 'stopping');
  await drain(portal.server, config.DRAIN_MS);
  // Leaving the block answers the requests in flight.
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/** Returns one clear line for what the operator can put right; anything else keeps its stack. */
function explain(error: unknown): string {
  const expected = [SettingsError, ListenError].some((kind) => error instanceof kind);
  if (expected) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
