import type { NearestRegister } from '../process/messages.ts';
import type { AnyRegister } from './register.ts';

/**
 * Finds the register whose columns are most like those of a file that matches no register, to report a renamed or missing
 * column.
 *
 * @returns null when no register shares half of its columns with the file
 */
export function findNearestRegister(
  registers: readonly AnyRegister[],
  header: readonly string[],
): NearestRegister | null {
  let nearest: NearestRegister | null = null;
  for (const { name, columns } of registers) {
    const missing = columns.filter((column) => !header.includes(column));
    if (missing.length * 2 > columns.length) continue;
    const unexpected = header.filter(
      (column, i) => !columns.includes(column) || header.indexOf(column) !== i,
    );
    const candidate = { register: name, missing, unexpected };
    if (!nearest || differences(candidate) < differences(nearest)) nearest = candidate;
  }
  return nearest;
}

function differences({ missing, unexpected }: NearestRegister): number {
  return missing.length + unexpected.length;
}
