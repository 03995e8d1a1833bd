import { isName, NAME_RULE } from '../../shared/names.ts';
import { catchUserErrors, userError, type UserErrorModel, UserErrors } from '../../shared/user-errors.ts';
import type { AllowedAddresses } from '@yiwang/subgraph-kit/network';
import { checkAddress } from './check-address.ts';

/** A subgraph that a department wants to publish. */
export interface Proposal {
  department: string;
  url: string;
  sdl: string;
}

/** The limit of packages/composition. A larger schema is not even parsed. */
const MAX_SDL_BYTES = 5 * 1024 * 1024;

/**
 * Checks what can be checked of proposals without the other subgraphs.
 *
 * @throws UserErrors with every error of every proposal
 */
export async function checkProposals(
  proposals: readonly Proposal[],
  allowed: AllowedAddresses,
): Promise<void> {
  const userErrors = await Promise.all(
    proposals.map(async ({ department, url, sdl }, i) => {
      const path = ['subgraphs', String(i)];
      const isRepeated = proposals.findIndex((other) => other.department === department) < i;
      return [
        ...(await errorsOf(async () => checkDepartmentName(department, [...path, 'department']))),
        ...(isRepeated ? [repeated(department, [...path, 'department'])] : []),
        ...(await errorsOf(async () => checkSdl(sdl, [...path, 'sdl']))),
        ...(await errorsOf(() => checkAddress(url, allowed, [...path, 'url']))),
      ];
    }),
  );
  if (userErrors.flat().length > 0) throw new UserErrors(userErrors.flat());
}

/** @throws UserErrors MALFORMED_NAME */
export function checkDepartmentName(name: string, field: string[]): void {
  if (!isName(name)) throw userError('MALFORMED_NAME', `The name of a department must ${NAME_RULE}.`, field);
}

/** @throws UserErrors SDL_TOO_LARGE or MALFORMED_SDL */
export function checkSdl(sdl: string, field: string[]): void {
  const bytes = Buffer.byteLength(sdl);
  if (bytes > MAX_SDL_BYTES) {
    const mib = (bytes / 1024 / 1024).toFixed(1);
    throw userError(
      'SDL_TOO_LARGE',
      `The schema has ${mib} MiB. It must have at most ${MAX_SDL_BYTES / 1024 / 1024} MiB.`,
      field,
    );
  }
  if (sdl.includes('\0')) {
    throw userError('MALFORMED_SDL', 'The schema must not contain the character U+0000.', field);
  }
}

function repeated(department: string, field: string[]): UserErrorModel {
  return { code: 'DUPLICATE_DEPARTMENT', message: `${department} must be in the list only once.`, field };
}

async function errorsOf(check: () => Promise<void>): Promise<readonly UserErrorModel[]> {
  return (await catchUserErrors(check)).userErrors;
}
