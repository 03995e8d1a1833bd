import {
  CertificateError,
  type PublicKey,
  readPublishedKeys,
  type VerifiedStatusList,
  verifyStatusList,
} from '@yiwang/certificates/verify';
import { keySetPath, statusListPath } from '@yiwang/subgraph-kit/certificates';
import { createKept } from './kept.ts';
import type { VerificationSettings } from './certificate-settings.ts';

/** The keys of a department; null when it has none, or there is no such department. */
export type DepartmentKeys = readonly PublicKey[] | null | 'UNAVAILABLE';

/** Keys and status lists of departments, through the gateway. */
export interface CertificateSources {
  keysOf(department: string): Promise<DepartmentKeys>;
  statusListOf(
    department: string,
    uri: string,
    keys: readonly PublicKey[],
  ): Promise<VerifiedStatusList | null>;
  /** Whether keys are kept that may be older than a certificate that names another one. Forgets them. */
  forgetKeys(department: string): boolean;
}

/** Keys that are younger than this are not asked for again. */
const FRESH_MS = 1_000;
const MAX_BYTES = 1024 * 1024;

type Fetched = string | null | 'UNAVAILABLE';

export function createCertificateSources(
  gatewayUrl: string,
  { CERTIFICATE_CACHE_SECONDS, CERTIFICATE_TIMEOUT_MS }: VerificationSettings,
  now: () => Date,
): CertificateSources {
  const keepMs = CERTIFICATE_CACHE_SECONDS * 1000;
  const keys = createKept<DepartmentKeys>(keepMs, (found) => found !== 'UNAVAILABLE');
  const lists = createKept<VerifiedStatusList | null>(keepMs, (list) => list !== null);

  async function fetchText(path: string): Promise<Fetched> {
    if (gatewayUrl === '') return 'UNAVAILABLE';
    try {
      const response = await fetch(new URL(path, gatewayUrl), {
        signal: AbortSignal.timeout(CERTIFICATE_TIMEOUT_MS),
        redirect: 'error',
      });
      if (response.status === 404) return null;
      if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MAX_BYTES) {
        return 'UNAVAILABLE';
      }
      return await response.text();
    } catch {
      return 'UNAVAILABLE';
    }
  }

  return {
    keysOf: (department) =>
      keys.get(department, async () => {
        const text = await fetchText(keySetPath(department));
        return text === null || text === 'UNAVAILABLE' ? text : keysIn(department, text);
      }),

    async statusListOf(department, uri, known) {
      const number = listNumber(department, uri);
      if (number === null) return null;
      const list = await lists.get(`${department} ${uri}`, async () => {
        const text = await fetchText(statusListPath(department, number));
        if (text === null || text === 'UNAVAILABLE') return null;
        return verifyStatusList(text, { department, uri }, known, now());
      });
      return list !== null && list.expiresAt > now() ? list : null;
    },

    forgetKeys(department) {
      const age = keys.ageMs(department);
      if (age === null || age < FRESH_MS) return false;
      keys.forget(department);
      return true;
    },
  };
}

/** Which of a department's lists an address names. The gateway may have another address here than there. */
function listNumber(department: string, uri: string): number | null {
  const [number] = /\d{1,9}$/.exec(uri) ?? [];
  return number !== undefined && uri.endsWith(statusListPath(department, Number(number)))
    ? Number(number)
    : null;
}

function keysIn(department: string, text: string): DepartmentKeys {
  try {
    const { issuer, keys } = readPublishedKeys(text);
    return issuer === department ? keys : null;
  } catch (error) {
    if (error instanceof CertificateError) return 'UNAVAILABLE';
    throw error;
  }
}
