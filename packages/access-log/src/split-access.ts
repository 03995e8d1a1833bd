import type { Access } from './access-record.ts';

const MOST_SUBJECTS = 1000;

/** One record has no more subjects than can be sent at once; an access of more is several, of the same request. */
export function splitAccess(access: Access): Access[] {
  const { subjects } = access;
  if (subjects.length <= MOST_SUBJECTS) return [access];
  return Array.from({ length: Math.ceil(subjects.length / MOST_SUBJECTS) }, (_, part) => ({
    ...access,
    subjects: subjects.slice(part * MOST_SUBJECTS, (part + 1) * MOST_SUBJECTS),
  }));
}
