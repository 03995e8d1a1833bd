import { MAX_CERTIFICATE_BYTES } from '@yiwang/certificates/verify';
import type { Command } from 'commander';
import { type CertificateFindings, describeFindings, exitCodeOf } from '../certificates/findings.ts';
import { readCertificateFile } from '../certificates/read-certificate-file.ts';
import { verifyWithKeys } from '../certificates/verify-with-keys.ts';
import { askGraph } from '../graph/ask-graph.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { CommandError, type ExitCode } from '../shared/command-error.ts';
import { answer } from '../shared/output.ts';

interface VerifyCertificateOptions extends ClientOptions {
  keys?: string[];
  statusList?: string;
  holder?: string;
  offline?: boolean;
}

/** `yiwang verify-certificate`. */
export function verifyCertificateCommand(finish: (code: ExitCode) => void): Command {
  return clientCommand(
    'verify-certificate',
    'Verifies an electronic certificate 电子证照: by asking a gateway, or with the keys of the department and nobody else.',
  )
    .argument('<file>', 'the PDF, or the text of the credential')
    .option(
      '--keys <file>',
      'keys that a department publishes; verifies offline. May be given more than once',
      (file: string, before: string[] | undefined) => [...(before ?? []), file],
    )
    .option('--status-list <file>', 'status list of the department, to see offline what was revoked')
    .option('--holder <uscc>', 'USCC of the holder that is expected')
    .option('--offline', 'asks nobody; needs --keys')
    .addHelpText(
      'after',
      `
Exit codes: 0 valid, 1 not valid, 2 nobody can tell for now, or wrong usage.
A department publishes its keys at /departments/<name>/files/certificates/keys of the gateway.`,
    )
    .action(async (file: string, options: VerifyCertificateOptions) => {
      const found = await verify(file, options);
      answer(options.json, found, () => describeFindings(found));
      finish(exitCodeOf(found));
    });
}

async function verify(file: string, options: VerifyCertificateOptions): Promise<CertificateFindings> {
  const { keys, statusList = null, holder = null, offline = false } = options;
  if (keys) return verifyWithKeys(await readCertificateFile(file), { keys, statusList, holder });
  if (offline) {
    throw new CommandError('Offline nobody can be asked for the keys: name their file with --keys FILE.');
  }
  if (statusList !== null) {
    throw new CommandError('--status-list is for offline use: name the keys with --keys FILE as well.');
  }
  const bytes = await readCertificateFile(file);
  // Nobody needs to be asked.
  if (bytes.length > MAX_CERTIFICATE_BYTES) return verifyWithKeys(bytes, { keys: [], statusList, holder });
  const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
  const content = bytes.toString(isPdf ? 'base64' : 'utf8');
  return askGraph<CertificateFindings>(
    options,
    'verifyCertificate',
    `query VerifyCertificate($content: String!, $holder: USCC) {
      verifyCertificate(content: $content, holder: $holder) {
        verdict message messageZh department keyId algorithm state isDocument
        certificate {
          identifier title number holderName holderUscc authority validFrom validUntil issuedAt
          details { label value }
        }
      }
    }`,
    { content, holder },
  );
}
