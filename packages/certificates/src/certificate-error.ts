/** A certificate that cannot be made, or keys that cannot be used. The message is for whoever runs the department. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}
