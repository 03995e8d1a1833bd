import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import type { Keys } from './keys.ts';

/** A well-formed USCC that no organisation has: in a system for trying things out it issues all certificates. */
const MADE_UP_ISSUER = '11320000MB0000019A';

/**
 * The settings by which a department that is launched knows the gateway, and answers nobody else, where it writes down who has
 * read what, and by what it certifies. `UNSIGNED=allow npm start` lets other gateways ask it as well, to compare them.
 *
 * @param name of the department
 */
export function departmentTrust(
  {
    gateways,
    cursors,
    auditors,
    departments,
    certificates,
  }: Pick<Keys, 'gateways' | 'cursors' | 'auditors' | 'departments' | 'certificates'>,
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
    CERTIFICATE_KEYS: certificates.get(name) ?? '',
    CERTIFICATE_ISSUER: process.env['CERTIFICATE_ISSUER'] || MADE_UP_ISSUER,
  };
}
