import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Folder of the real registers, named by YIWANG_REGISTERS; null where there is none. Real registers
 * are not part of this project: tests that need them are skipped without them, and say so.
 */
export const REGISTERS: string | null = existing(process.env['YIWANG_REGISTERS']);

/** The path of one register. Call only where {@link REGISTERS} is not null. */
export function registerPath(file: string): string {
  if (REGISTERS === null) throw new Error('YIWANG_REGISTERS names no folder of registers.');
  return join(REGISTERS, file);
}

function existing(folder: string | undefined): string | null {
  return folder && existsSync(folder) ? folder : null;
}
