import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalSystem } from '@yiwang/cli/local-system';
import type { StoredMaterials } from '../stored.ts';
import { inSnapshot } from './open-database.ts';

const DEPARTMENT = 'permits';

/** Reads the materials of cases, and hashes what is in their files. */
export async function readMaterials(system: LocalSystem): Promise<StoredMaterials> {
  const rows = await inSnapshot(
    system,
    DEPARTMENT,
    (tx) => tx<{ id: string; sha256: string }[]>`select id, sha256 from materials`,
  );
  const folder = join(system.data, 'materials', DEPARTMENT, 'sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const contents = new Set<string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name));
    contents.add(createHash('sha256').update(content).digest('hex'));
  }
  return { rows: new Map(rows.map(({ id, sha256 }) => [id, sha256])), contents };
}
