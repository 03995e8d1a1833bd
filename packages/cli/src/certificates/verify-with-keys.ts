import { CertificateError, readPublishedKeys, VERDICTS, verifyOffline } from '@yiwang/certificates/verify';
import { CommandError } from '../shared/command-error.ts';
import { readText } from '../shared/files.ts';
import type { CertificateFindings } from './findings.ts';

/** Files that are verified with, and the holder that is expected. */
export interface WithKeys {
  keys: readonly string[];
  statusList: string | null;
  holder: string | null;
}

/** Verifies without asking anybody, and answers as the graph does. */
export async function verifyWithKeys(
  content: Uint8Array,
  { keys, statusList, holder }: WithKeys,
): Promise<CertificateFindings> {
  const { certificate, ...found } = await verifyOffline(content, {
    keySets: await Promise.all(keys.map(readKeys)),
    statusList: statusList === null ? null : await readText('status list', statusList),
    holder,
    now: new Date(),
  });
  const [message, messageZh] = VERDICTS[found.verdict];
  return { ...found, message, messageZh, certificate: certificate && contentOf(certificate) };
}

type Certificate = NonNullable<Awaited<ReturnType<typeof verifyOffline>>['certificate']>;

function contentOf({ title, holder, details, ...rest }: Certificate): CertificateFindings['certificate'] {
  const { identifier, number, authority, validFrom, validUntil, issuedAt } = rest;
  return {
    identifier,
    title: title.zh,
    number,
    holderName: holder.name,
    holderUscc: holder.uscc,
    authority,
    validFrom,
    validUntil,
    issuedAt,
    details: details.map(({ label, value }) => ({ label: label.zh, value })),
  };
}

async function readKeys(path: string) {
  try {
    return readPublishedKeys(await readText('file of keys', path));
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    throw new CommandError(`${path} holds no keys of certificates: ${error.message}`);
  }
}
