import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Prints what a version changes, from what `changeset version` has written into the CHANGELOG.md of each package: each change once, with the
 * packages that it touches. It is the message of the signed tag: `npm run --silent release-notes | git tag --sign v1.2.0 --file -`.
 */

const ROOT = new URL('../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { version: string };
/** Packages by change. */
const changes = new Map<string, string[]>();
for (const file of globSync('{gateway,packages/*,subgraphs/*}/CHANGELOG.md', { cwd: ROOT }).sort()) {
  for (const change of changesOf(readFileSync(new URL(file, ROOT), 'utf8'))) {
    changes.set(change, [...(changes.get(change) ?? []), dirname(file)]);
  }
}
if (changes.size === 0) {
  process.stderr.write(`No package has changes of version ${version}: run npm run release first.\n`);
  process.exitCode = 1;
} else {
  const list = [...changes].map(([change, packages]) => `- ${change}\n  (${packages.join(', ')})`);
  process.stdout.write(`Yiwang ${version}\n\n${list.join('\n')}\n`);
}

/** The entries beneath the version, without their commit and without those that only tell of other packages. */
function changesOf(changelog: string): string[] {
  const section = changelog.split(/^## /m).find((text) => text.startsWith(`${version}\n`)) ?? '';
  return section
    .split(/^- /m)
    .slice(1)
    .map((entry) =>
      entry
        .replace(/^#{2,3} [\s\S]*/m, '')
        .replace(/^[0-9a-f]{7,40}: /, '')
        .trim(),
    )
    .filter((entry) => entry !== '' && !entry.startsWith('Updated dependencies'));
}
