import type { Findings } from '../finding.ts';
import type { MaterialTold } from '../history.ts';
import type { StoredMaterials } from '../stored.ts';

/** Each file that was received whole is a material, and its content is what was sent. */
export function checkMaterials(
  told: readonly MaterialTold[],
  { rows, contents }: StoredMaterials,
  findings: Findings,
): void {
  for (const { id, sha256 } of told) {
    const stored = rows.get(id);
    const problem =
      stored === undefined
        ? 'there is no such material'
        : stored !== sha256
          ? 'another content is stored'
          : contents.has(sha256)
            ? null
            : 'its content is missing or has changed';
    if (problem) findings.add('LOST_MATERIAL', id, `The upload ${id} was received whole, and ${problem}.`);
  }
}
