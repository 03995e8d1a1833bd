import { refuse, Refusal } from './refusal.ts';
import type { UserErrorModel } from './user-error.ts';
import { checkAddress } from './check-address.ts';
import { isName, NAME_RULE } from './names.ts';

/** A subgraph that somebody wants to publish. */
export interface Proposal {
  department: string;
  url: string;
  sdl: string;
}

/** As packages/composition has it; whatever is larger is not even read. */
const MOST_SDL_BYTES = 5 * 1024 * 1024;

/**
 * Checks what can be checked without the other departments.
 *
 * @throws Refusal with every reason
 */
export async function checkProposals(proposals: readonly Proposal[], allowLoopback: boolean): Promise<void> {
  const reasons = await Promise.all(
    proposals.map(async ({ department, url, sdl }, i) => {
      const place = ['subgraphs', String(i)];
      const isRepeated = proposals.findIndex((other) => other.department === department) < i;
      return [
        ...reasonsOf(() => checkDepartmentName(department, [...place, 'department'])),
        ...(isRepeated ? [repeated(department, [...place, 'department'])] : []),
        ...reasonsOf(() => checkSdl(sdl, [...place, 'sdl'])),
        ...(await reasonsOfAsync(checkAddress(url, allowLoopback, [...place, 'url']))),
      ];
    }),
  );
  if (reasons.flat().length > 0) throw new Refusal(reasons.flat());
}

/** @throws Refusal MALFORMED_NAME */
export function checkDepartmentName(name: string, field: string[]): void {
  if (!isName(name)) throw refuse('MALFORMED_NAME', `The name of a department has ${NAME_RULE}.`, field);
}

/** @throws Refusal SDL_TOO_LARGE or MALFORMED_SDL */
export function checkSdl(sdl: string, field: string[]): void {
  const bytes = Buffer.byteLength(sdl);
  if (bytes > MOST_SDL_BYTES) {
    const mib = (bytes / 1024 / 1024).toFixed(1);
    throw refuse('SDL_TOO_LARGE', `The schema has ${mib} MB; at most 5 MB can be published.`, field);
  }
  if (sdl.includes('\0')) throw refuse('MALFORMED_SDL', 'The schema holds the character U+0000.', field);
}

function repeated(department: string, field: string[]): UserErrorModel {
  return { code: 'DUPLICATE_DEPARTMENT', message: `${department} is in the list more than once.`, field };
}

function reasonsOf(check: () => void): readonly UserErrorModel[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.reasons;
    throw error;
  }
}

async function reasonsOfAsync(check: Promise<void>): Promise<readonly UserErrorModel[]> {
  try {
    await check;
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.reasons;
    throw error;
  }
}
