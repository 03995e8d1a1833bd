import { OWN_DATA } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import { entryOf } from '../access-log/entry-of.ts';
import type { ServedLog } from '../access-log/served-log.ts';
import type { Principal } from '../trust/identify.ts';
import type { MaterialRight } from './materials.ts';

/** Makes what reading a file of a department needs: a purpose, and an entry in the log of the department before the first byte. */
export function createFileReads(log: ServedLog | null) {
  return {
    /** @throws PublicError PURPOSE_REQUIRED, ACCESS_LOG_UNAVAILABLE */
    requirePurpose({ assertion, caller }: Principal, isOwn: boolean): void {
      if (assertion === null) return;
      if (!isOwn && caller.purpose === null) {
        throw new PublicError(
          'PURPOSE_REQUIRED',
          'Reading files of others needs a purpose: send the headers purpose-basis, purpose-case and purpose-requester.',
        );
      }
      if (log?.denial) throw log.denial;
    },

    /** @throws PublicError ACCESS_LOG_UNAVAILABLE */
    async log(
      { assertion }: Principal,
      coordinate: string,
      { subjects, isOwn }: MaterialRight,
    ): Promise<void> {
      if (log === null || assertion === null) return;
      const entry = entryOf(assertion, new Set([coordinate]), subjects, 'COMPLETE');
      const grants = isOwn ? [OWN_DATA] : entry.grants.filter((grant) => grant !== OWN_DATA);
      await log.append({ ...entry, grants });
    },
  };
}
