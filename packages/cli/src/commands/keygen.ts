import { createKey, publicKeyOf } from '@yiwang/identity';
import { Command } from 'commander';
import { writeNewFile } from '../files.ts';
import { answer } from '../output.ts';

export function keygenCommand(): Command {
  return new Command('keygen')
    .description('Makes a key: FILE is the private half, which stays with you, FILE.pub the public one.')
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
