import { createTokenVerifier } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import { type ClientTls, NO_CLIENT_TLS } from '@yiwang/service/tls';
import type { GatewayConfig } from '../../config/config.ts';
import { followGrantsFile } from '../authorization/follow-grants-file.ts';
import { createGrantBook, type WritableGrantBook } from '../authorization/grants.ts';
import type { MandateSource } from '../authorization/mandates.ts';
import { createMandateSource } from './mandate-source.ts';
import type { Stages } from '../pipeline.ts';
import { createAuthenticate } from './authenticate.ts';
import { type AssertionSigner, createAssertionSigner } from './assertion-signer.ts';
import { followIssuers } from './follow-issuers.ts';
import { followGatewayKey, type GatewayKey } from './gateway-key.ts';

/** Authentication and grants, as the settings configure them. */
export interface Access extends Disposable {
  authenticate: Stages['authenticate'];
  /** Whether a token was verified before, and is still valid. */
  isRemembered(token: string): boolean;
  /** Filled from the registry, where there is one. */
  grants: WritableGrantBook;
  /** Null when there is none. */
  key: GatewayKey | null;
  /** Null without a key. */
  signer: AssertionSigner | null;
  /** Null where no department owns mandates. */
  mandates: MandateSource | null;
}

/**
 * Opens the files of issuers, grants and key.
 *
 * @param urlOf returns the address of a department of the current supergraph
 * @throws SettingsError when one of them cannot be used
 */
export async function openAccess(
  config: GatewayConfig,
  urlOf: (department: string) => string | undefined,
  logger: Logger,
  tls: Pick<ClientTls, 'of'> = NO_CLIENT_TLS,
): Promise<Access> {
  using opened = new DisposableStack();
  const isOpen = config.ACCESS === 'open';
  if (isOpen) logger.warn('ACCESS is open: everyone may read everything in the supergraph');
  const verifier = config.ISSUERS ? createTokenVerifier([]) : null;
  if (verifier) opened.use(await followIssuers(config.ISSUERS, verifier, logger));
  const grants = createGrantBook(
    config.GRANTS_MAX_AGE_MS,
    undefined,
    config.GRANTS !== '' || config.REGISTRY !== '',
  );
  if (config.GRANTS) opened.use(await followGrantsFile(config.GRANTS, grants, logger));
  const key = config.GATEWAY_KEY ? opened.use(await followGatewayKey(config.GATEWAY_KEY, logger)) : null;

  const signer = key && createAssertionSigner(config.GATEWAY_NAME, key);
  const mandates =
    signer && config.MANDATES
      ? createMandateSource({
          department: config.MANDATES,
          gateway: config.GATEWAY_NAME,
          urlOf,
          signer,
          tls,
          logger,
        })
      : null;
  const authenticate = createAuthenticate({
    verifier,
    grants,
    signer,
    isOpen,
    logger,
  });
  const all = opened.move();
  const isRemembered = (token: string) => verifier?.isRemembered(token) ?? false;
  return { authenticate, isRemembered, grants, key, signer, mandates, [Symbol.dispose]: () => all.dispose() };
}
