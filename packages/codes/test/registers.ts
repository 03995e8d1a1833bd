import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

// Not from @yiwang/testing, which itself stands on this package.
const directory = process.env['YIWANG_REGISTERS'];

/** False where YIWANG_REGISTERS names no directory: the real registers are not part of this project. */
export const hasRegisters = directory !== undefined && existsSync(directory);

/** Ends the title of a test that reads real registers. */
export const needsRegisters = '(needs the real registers: set YIWANG_REGISTERS)';

/** Rows of one register by column name. Call only where {@link hasRegisters}. */
export function readRegister(file: string): Record<string, string>[] {
  return parse(readFileSync(resolve(directory!, file)), { columns: true });
}
