import { createTokenVerifier } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import type { GatewayConfig } from '../config.ts';
import { followGrantsFile } from '../grants/follow-grants-file.ts';
import { createGrantBook, type WritableGrantBook } from '../grants/grant-book.ts';
import type { Stages } from '../pipeline.ts';
import { createAuthenticate } from '../stages/authenticate.ts';
import { createAssertionSigner } from './assertion-signer.ts';
import { followIssuers } from './follow-issuers.ts';
import { followGatewayKey, type GatewayKey } from './gateway-key.ts';

/** Who may read what, as the settings say. */
export interface Access extends Disposable {
  authenticate: Stages['authenticate'];
  /** Where there is a registry, it is told what that grants. */
  grants: WritableGrantBook;
  /** Null when there is none. */
  key: GatewayKey | null;
}

/** @throws SettingsError when a file that the settings name cannot be used */
export async function openAccess(config: GatewayConfig, logger: Logger): Promise<Access> {
  using opened = new DisposableStack();
  const isOpen = config.ACCESS === 'open';
  if (isOpen) logger.warn('ACCESS is open: everyone reads everything that the supergraph offers');
  const verifier = config.ISSUERS ? createTokenVerifier([]) : null;
  if (verifier) opened.use(await followIssuers(config.ISSUERS, verifier, logger));
  const grants = createGrantBook(config.GRANTS_MAX_AGE_MS);
  if (config.GRANTS) opened.use(await followGrantsFile(config.GRANTS, grants, logger));
  const key = config.GATEWAY_KEY ? opened.use(await followGatewayKey(config.GATEWAY_KEY, logger)) : null;

  const authenticate = createAuthenticate({
    verifier,
    grants,
    signer: key && createAssertionSigner(config.GATEWAY_NAME, key),
    isOpen,
    logger,
  });
  const all = opened.move();
  return { authenticate, grants, key, [Symbol.dispose]: () => all.dispose() };
}
