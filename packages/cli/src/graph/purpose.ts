import type { Command } from 'commander';
import type { ClientOptions } from '../sharing/client-command.ts';
import { option } from '../sharing/action-options.ts';

/** 行政许可法: who decides examines what was handed in. */
const BASIS = '行政许可法 第三十四条';

/** What a command is given that may read in the name of a department. */
export interface PurposeOptions {
  basis?: string;
  purposeCase?: string;
  requester?: string;
}

/** `--basis`, `--purpose-case` and `--requester`: what somebody reads for who decides; it stands in the access log. */
export function addPurposeOptions(command: Command): Command {
  return command
    .addOption(option('--basis <text>', `legal basis of an official's reading 依据 (default: ${BASIS})`))
    .addOption(
      option(
        '--purpose-case <text>',
        'case number of the purpose 案件编号 (default: the number of the case)',
      ),
    )
    .addOption(option('--requester <name>', 'who reads 请求人 (default: the person of the token)'));
}

/**
 * The headers that say what is read for. None for persons who read what is their own, which needs no purpose: they are sent for
 * officials, for clients of departments, and when an option names one.
 *
 * @param caseNumber for which is read
 */
export function purposeHeaders(
  { basis, purposeCase, requester, token }: ClientOptions & PurposeOptions,
  caseNumber: string,
  isOfficial = false,
): Record<string, string> {
  const { department, sub } = claimsOf(token);
  const isNamed = [basis, purposeCase, requester].some((one) => one !== undefined);
  if (!isOfficial && !isNamed && typeof department !== 'string') return {};
  return {
    'purpose-basis': encodeURIComponent(basis ?? BASIS),
    'purpose-case': encodeURIComponent(purposeCase ?? caseNumber),
    'purpose-requester': encodeURIComponent(requester ?? (typeof sub === 'string' ? sub : 'yiwang')),
  };
}

/** What a token says of itself, for defaults only: whether it is true, the gateway finds out. */
function claimsOf(token: string | undefined): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
