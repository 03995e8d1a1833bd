import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/compose-file.ts';

/**
 * The release before this one, whose processes must work with those of now. Until there is a tag, the commit before the contract had a
 * version. Whoever makes a release names its tag here.
 */
export const FORMER_RELEASE = '887d256d5010266ced3b43068a0b92b03bffafa5';

/** Of the former release, what its processes need. */
const PARTS = ['gateway', 'packages', 'subgraphs/exchange', 'test/scale-out/migrations', 'package.json'];

/** Whether the repository has it: a clone may be shallow, and a package of the sources has no history. */
export const HAS_FORMER_RELEASE =
  spawnSync('git', ['cat-file', '-e', `${FORMER_RELEASE}^{commit}`], { cwd: ROOT }).status === 0;

/** Unpacks the former release into a folder, with the dependencies of this one. Ours are its own. */
export function unpackFormerRelease(folder: string): void {
  const archive = execFileSync('git', ['archive', '--format=tar', FORMER_RELEASE, ...PARTS], {
    cwd: ROOT,
    maxBuffer: 512 * 1024 * 1024,
  });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  cpSync(join(ROOT, 'test/versions'), join(folder, 'test/versions'), { recursive: true });
  linkDependencies(folder, '');
  for (const workspace of ['gateway', 'subgraphs/exchange', ...packagesOf(folder)])
    linkDependencies(folder, workspace);
}

function packagesOf(folder: string): string[] {
  return readdirSync(join(folder, 'packages')).map((name) => join('packages', name));
}

/** Links each dependency of a workspace: a link to all of them would lead to the packages of this release. */
function linkDependencies(folder: string, workspace: string): void {
  const from = join(ROOT, workspace, 'node_modules');
  if (!existsSync(from)) return;
  const to = join(folder, workspace, 'node_modules');
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== '@yiwang' && !name.startsWith('.')) symlinkSync(join(from, name), join(to, name));
  }
  if (workspace !== '') return;
  mkdirSync(join(to, '@yiwang'));
  for (const name of readdirSync(join(from, '@yiwang'))) {
    const place = [`packages/${name}`, `subgraphs/${name}`, name].find((one) =>
      existsSync(join(folder, one)),
    );
    if (place) symlinkSync(join(folder, place), join(to, '@yiwang', name));
  }
}
