import { verifyCertificate, type Verification } from '@yiwang/certificates/verify';
import type { CertificateSources } from './certificate-sources.ts';

/** Verifies what a client sends: the text of a credential, or a PDF in base64. */
export type VerifyContent = (content: string, holder: string | null) => Promise<VerificationModel>;

export interface VerificationModel extends Verification {
  checkedAt: Date;
}

/** How the base64 of a PDF begins. */
const PDF_IN_BASE64 = 'JVBERi';

export function createVerifyContent(sources: CertificateSources, now: () => Date): VerifyContent {
  return async function verifyContent(content, holder) {
    const text = content.trim();
    const bytes = text.startsWith(PDF_IN_BASE64)
      ? new Uint8Array(Buffer.from(text, 'base64'))
      : new TextEncoder().encode(text);
    const checkedAt = now();
    const verify = () =>
      verifyCertificate(bytes, {
        keysOf: sources.keysOf,
        statusListOf: sources.statusListOf,
        now: checkedAt,
        holder,
      });
    const first = await verify();
    // The key may be newer than those that are kept.
    const isKeyNew =
      first.verdict === 'UNKNOWN_KEY' && first.department !== null && sources.forgetKeys(first.department);
    return { ...(isKeyNew ? await verify() : first), checkedAt };
  };
}
