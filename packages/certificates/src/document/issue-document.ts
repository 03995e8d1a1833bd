import { CertificateError } from '../certificate-error.ts';
import type { Certificate } from '../credential/certificate.ts';
import { signCredential } from '../credential/sign-credential.ts';
import type { SigningKey } from '../signing/keys.ts';
import { appendCredential } from './append-credential.ts';
import type { PageRenderer } from './page-renderer.ts';

/**
 * Makes the PDF of a certificate, signed: the page, and behind it the credential that holds the page's digest.
 *
 * @param checkAddress what the QR code says
 * @param secret see {@link signCredential}
 * @throws CertificateError when the page cannot be drawn
 */
export async function issueDocument(
  { render }: Pick<PageRenderer, 'render'>,
  certificate: Certificate,
  key: SigningKey,
  secret: string,
  checkAddress: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, signed } = await render(certificate, checkAddress);
  const credential = await signCredential(certificate, signed, key, secret);
  const pdf = appendCredential(bytes, signed.object, credential);
  if (pdf === null) throw new CertificateError('The page ends in another way than the library made pages.');
  return pdf;
}
