import type { Action, ActionOption } from './action.ts';
import { list, needed, option, reason, regions, until } from './action-options.ts';

const NUMBER = { argument: 'number', means: 'of the application, such as SA2026000017' };

/** What an application says, as options; all but the regions and the department are needed for a new one. */
export const CONTENT = {
  fields: () =>
    option('--fields <names>', 'fields, with commas between them: Taxpayer.arrears').argParser(list),
  basis: () => option('--basis <text>', 'legal basis 依据'),
  purpose: () => option('--purpose <text>', 'what the data is needed for 用途'),
  until: () => until('until when it shall be read'),
  regions: () => regions('regions of which rows shall be read; all when left out'),
  department: () =>
    option('--department <name>', 'the department that decides, where several have the fields'),
};
const NEW_TERMS: readonly ActionOption[] = [
  needed('basis', CONTENT.basis()),
  needed('purpose', CONTENT.purpose()),
  needed('until', CONTENT.until()),
  { argument: 'regions', option: CONTENT.regions() },
  { argument: 'department', option: CONTENT.department() },
];

/** Done by `application apply` when it is given fields. */
export const APPLY: Action = make(
  'apply',
  'Applies for data that is shared on condition 申请共享: for fields of one department, or for all that an operation reads.',
  'applyForSharing',
  [{ argument: 'fields', option: CONTENT.fields() }, ...NEW_TERMS],
);

export const APPLICATION_ACTIONS: readonly Action[] = [
  make(
    'draft',
    'Makes an application that nobody else sees before it is submitted.',
    'createSharingApplication',
    [needed('fields', CONTENT.fields()), ...NEW_TERMS],
  ),
  ofApplication(
    'submit',
    'Submits a draft, or what was changed on request 提交.',
    'submitSharingApplication',
  ),
  ofApplication('withdraw', 'Takes an application back 撤回.', 'withdrawSharingApplication', [reason(false)]),
  ofApplication(
    'request-changes',
    'Gives an application back for changes 退回修改.',
    'requestSharingApplicationChanges',
    [reason(true)],
  ),
  ofApplication('extend', 'Puts the answer off once, with consent 延期.', 'extendSharingApplication', [
    reason(true),
    {
      argument: 'consentedBy',
      type: 'String!',
      option: option('--consented-by <who>', 'who consents').makeOptionMandatory(),
    },
  ]),
  ofApplication(
    'approve',
    'Approves an application 同意: a grant comes into force at once.',
    'approveSharingApplication',
    [
      reason(false),
      {
        argument: 'until',
        type: 'DateTime',
        option: until('an earlier end than asked for'),
      },
      { argument: 'regions', type: '[RegionCode!]', option: regions('fewer regions than asked for') },
    ],
  ),
  ofApplication('refuse', 'Refuses an application 不同意.', 'refuseSharingApplication', [reason(true)]),
];

function make(name: string, description: string, mutation: string, options: readonly ActionOption[]): Action {
  return { name, description, mutation, answers: 'application', target: null, options };
}

function ofApplication(
  name: string,
  description: string,
  mutation: string,
  options: readonly ActionOption[] = [],
): Action {
  return { name, description, mutation, answers: 'application', target: NUMBER, options };
}
