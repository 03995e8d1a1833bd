import { createKey, publicKeyOf } from '@yiwang/identity';
import { Command } from 'commander';
import { writeNewFile } from '../shared/files.ts';
import { answer } from '../shared/output.ts';

export function keygenCommand(): Command {
  return new Command('keygen')
    .description(
      'Creates a key pair: FILE is the private key, which stays with you, FILE.pub the public key.',
    )
    .argument('<file>')
    .option('--json', 'answer in JSON', false)
    .addHelpText(
      'after',
      '\nGive FILE.pub to an operator of the registry, who registers it with yiwang register-key.',
    )
    .action(keygen);
}

async function keygen(file: string, { json }: { json: boolean }): Promise<void> {
  const key = await createKey();
  const publicFile = `${file}.pub`;
  // The public half first: when it cannot be written, no private key is left that nobody knows of.
  await writeNewFile(publicFile, `${JSON.stringify(publicKeyOf(key))}\n`);
  await writeNewFile(file, `${JSON.stringify(key)}\n`, 0o600);
  answer(json, { kid: key.kid, file, publicFile }, () =>
    [
      `Key ${key.kid}`,
      `  private  ${file}  (readable to you alone; keep it so)`,
      `  public   ${publicFile}`,
    ].join('\n'),
  );
}
