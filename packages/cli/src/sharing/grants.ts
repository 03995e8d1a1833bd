import type { Action } from './action.ts';
import { option, reason, until } from './action-options.ts';

const GRANT = { argument: 'id', means: 'of the grant, such as SG2026000009' };

export const GRANT_ACTIONS: readonly Action[] = [
  {
    name: 'renew',
    description: 'Applies for more time 续期; the grant holds until the new one is approved.',
    mutation: 'renewGrant',
    answers: 'application',
    target: GRANT,
    options: [
      {
        argument: 'until',
        type: 'DateTime!',
        option: until('the new end').makeOptionMandatory(),
      },
      {
        argument: 'purpose',
        type: 'String',
        option: option('--purpose <text>', 'another purpose than before'),
      },
    ],
  },
  {
    name: 'revoke',
    description: 'Ends a grant at once 撤销; gateways know within a second.',
    mutation: 'revokeGrant',
    answers: 'grant',
    target: GRANT,
    options: [reason(true)],
  },
];
