import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An authority of a test, by OpenSSL. */
export interface TestAuthority {
  /** File of its certificate, in PEM. */
  ca: string;
  /** Issues a certificate for 127.0.0.1; a negative number of days is one that has expired. */
  issue(name: string, days?: number): Promise<{ cert: string; key: string }>;
}

/** Makes an authority. @param name of it, and of its files in the folder */
export async function createTestAuthority(folder: string, name: string): Promise<TestAuthority> {
  const at = (file: string) => join(folder, file);
  const [ca, caKey] = [at(`${name}.pem`), at(`${name}.key`)];
  const keyOptions = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  await run('openssl', [
    ...['req', '-x509', ...keyOptions, '-subj', `/CN=${name}`, '-days', '2'],
    ...['-keyout', caKey, '-out', ca],
  ]);
  return {
    ca,
    async issue(subject, days = 2) {
      const [cert, key, request, extensions] = ['pem', 'key', 'csr', 'ext'].map((kind) =>
        at(`${subject}.${kind}`),
      ) as [string, string, string, string];
      await run('openssl', [
        ...['req', ...keyOptions, '-subj', `/CN=${subject}`, '-keyout', key, '-out', request],
      ]);
      await writeFile(extensions, 'subjectAltName=IP:127.0.0.1\n');
      await run('openssl', [
        ...['x509', '-req', '-in', request, '-CA', ca, '-CAkey', caKey, '-CAcreateserial'],
        ...['-extfile', extensions, '-days', String(days), '-out', cert],
      ]);
      return { cert, key };
    },
  };
}
