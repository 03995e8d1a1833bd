import type { Case } from './answers.ts';

/** Who has to act next on a case, and how; null when it has ended and nobody has. */
export interface Next {
  who: 'applicant' | 'office';
  todo: string;
  /** The last day for it. Null when there is none. */
  by: string | null;
}

export function nextOf(one: Case): Next | null {
  const { state, decision, actBy, dueOn, followUp, serviceItem } = one;
  const office = (todo: string): Next => ({ who: 'office', todo, by: actBy ?? dueOn });
  const applicant = (todo: string, by: string | null = null): Next => ({ who: 'applicant', todo, by });
  switch (state) {
    case 'DRAFT':
      return applicant('save, submit');
    case 'RETURNED':
      // Elsewhere cases are filed by what the person applied for as a whole, and are corrected there.
      return applicant(serviceItem === undefined ? 'complete the matter' : 'save, submit again');
    case 'SUBMITTED':
      return office('accept, return or decline');
    case 'ACCEPTED':
      return office('review');
    case 'UNDER_REVIEW':
      return followUp ? applicant(`supply ${followUp.materials.join(', ')}`, followUp.by) : office('decide');
    case 'SUSPENDED':
      return { ...office('resume'), by: null };
    case 'DECIDED':
      return decision === 'GRANTED' ? office('deliver') : null;
    default:
      return null;
  }
}

/** Whether nothing more happens to a case, but that it may be rated. */
export function hasEnded(one: Case): boolean {
  return nextOf(one) === null;
}
