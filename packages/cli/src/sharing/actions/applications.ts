import type { Action, ActionOption } from '../action.ts';
import { list, needed, option, reason, regions, until } from './options.ts';

const NUMBER = { argument: 'number', means: 'of the application, such as SA2026000017' };

/** What is said when data is applied for. */
const APPLICATION: readonly ActionOption[] = [
  needed(
    'fields',
    option('--fields <names>', 'fields, with commas between them: Taxpayer.arrears').argParser(list),
  ),
  needed('basis', option('--basis <text>', 'legal basis 依据')),
  needed('purpose', option('--purpose <text>', 'what the data is needed for 用途')),
  needed('until', until('until when it shall be read')),
  { argument: 'regions', option: regions('regions of which rows shall be read; all when left out') },
  {
    argument: 'department',
    option: option('--department <name>', 'who decides, where several departments have them'),
  },
];

export const APPLICATION_ACTIONS: readonly Action[] = [
  make('apply', 'Applies for data that is shared on condition 申请共享.', 'applyForSharing', APPLICATION),
  make(
    'draft',
    'Makes an application that nobody else sees before it is submitted.',
    'createSharingApplication',
    APPLICATION,
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
