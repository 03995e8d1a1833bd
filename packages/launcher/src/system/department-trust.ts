import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import type { Keys } from './keys.ts';

/**
 * The settings by which a department that is launched knows the gateway, and answers nobody else, and where it writes down who has
 * read what. `UNSIGNED=allow npm start` lets other gateways ask it as well, to compare them.
 *
 * @param name of the department
 */
export function departmentTrust(
  {
    gateways,
    cursors,
    auditors,
    departments,
  }: Pick<Keys, 'gateways' | 'cursors' | 'auditors' | 'departments'>,
  { departmentLogs }: Pick<DataFolder, 'departmentLogs'>,
  name: string,
): Record<string, string> {
  return {
    GATEWAY_KEYS: gateways,
    // It shows its schema at its own port to the holder of its own key.
    SCHEMA_READERS: departments.get(name)?.publicFile ?? '',
    CURSOR_KEY: cursors,
    UNSIGNED: process.env['UNSIGNED'] ?? 'refuse',
    ACCESS_LOG: join(departmentLogs, name),
    AUDITOR_KEYS: auditors,
  };
}
