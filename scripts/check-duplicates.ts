import { duplicates, readLockFile } from './lock-file.ts';

/** Refuses packages that package-lock.json has twice where once would do: `npm run duplicates`. Asks no registry. */
const found = duplicates(readLockFile());
for (const path of found) process.stderr.write(`${path} is a copy of what is found without it.\n`);
if (found.length > 0) {
  process.stderr.write('Run npm dedupe, and commit package-lock.json.\n');
  process.exitCode = 1;
}
