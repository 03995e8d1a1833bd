import type { MatterCase } from './answers.ts';

/** Whether an application is over, so that nothing more happens to it. */
export function isOver({ state }: Pick<MatterCase, 'state'>): boolean {
  return state === 'COMPLETED' || state === 'FAILED' || state === 'WITHDRAWN';
}

/** Whether its answers can be changed. */
export function isFilledIn({ state, steps }: MatterCase): boolean {
  return state === 'DRAFT' || (state === 'IN_PROGRESS' && steps.some((step) => step.state === 'RETURNED'));
}

/** Who acts next: `applicant: complete; office: permits decides seal`. Empty when it is over. */
export function nextInWords(one: MatterCase): string {
  if (isOver(one)) return '';
  if (one.state === 'DRAFT') return 'applicant: save, submit';
  const named = (...states: string[]) =>
    one.steps
      .filter(({ state }) => states.includes(state))
      .map(({ department, name }) => `${name} (${department})`)
      .join(', ');
  const returned = one.state === 'IN_PROGRESS' ? named('RETURNED') : '';
  const deciding = one.state === 'IN_PROGRESS' ? named('AT_OFFICE') : '';
  const asked = named('DOING', 'REFILING', 'WITHDRAWING', 'UNDOING');
  return [
    returned && `applicant: complete ${returned}`,
    deciding && `office: ${deciding}`,
    asked && `programs: ${asked}`,
  ]
    .filter(Boolean)
    .join('; ');
}
