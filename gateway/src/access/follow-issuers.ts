import { dirname } from 'node:path';
import type { Issuer, TokenVerifier } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import { followJson } from '../files/follow-json.ts';
import { readIssuers } from './read-issuers.ts';

/**
 * Lets the verifier trust the issuers of the file, as it is now, until disposed. While the file is away or wrong those before
 * are trusted.
 *
 * @throws SettingsError when the file is wrong at the start
 */
export function followIssuers(
  file: string,
  verifier: Pick<TokenVerifier, 'trust'>,
  logger: Logger,
): Promise<Disposable> {
  const take = (content: unknown) => {
    const issuers = readIssuers(content, dirname(file));
    warn(issuers, logger);
    verifier.trust(issuers);
  };
  return followJson({ setting: 'ISSUERS', file }, take, logger);
}

function warn(issuers: readonly Issuer[], logger: Logger): void {
  if (issuers.length === 0) logger.warn('no issuer is trusted: nobody can sign in');
  for (const { issuer, keys } of issuers) {
    if ('url' in keys && isOpenLine(keys.url)) {
      logger.warn({ issuer, url: keys.url }, 'keys of an issuer come without encryption: use https');
    }
  }
}

/** Whether somebody on the way could change what comes from there. */
function isOpenLine(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
