import { dirname } from 'node:path';
import type { Issuer, TokenVerifier } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import { followJson } from '../../util/files/follow.ts';
import { readIssuers } from './read-issuers.ts';

/**
 * Keeps the verifier's issuers at what the file says, until disposed. While the file is missing or invalid, the previous issuers
 * stay trusted.
 *
 * @throws SettingsError when the file is missing or invalid at the start
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
  if (issuers.length === 0) logger.warn('ISSUERS lists no issuer: nobody can sign in');
  for (const { issuer, keys } of issuers) {
    if ('url' in keys && isUnencrypted(keys.url)) {
      logger.warn(
        { issuer, url: keys.url },
        'the keys of an issuer are fetched without encryption: use https',
      );
    }
  }
}

/** Whether someone between could change what is fetched from there. */
function isUnencrypted(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
