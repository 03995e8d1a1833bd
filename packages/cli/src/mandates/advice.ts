/** What to do about each code of a user error. */
export const MANDATE_ADVICE: Readonly<Record<string, string>> = {
  UNKNOWN_MANDATE: 'yiwang mandate list shows your mandates, with --of USCC those of an enterprise.',
  UNKNOWN_ENTERPRISE: 'Check the unified social credit code; the register may not have it yet.',
  NOT_LEGAL_REPRESENTATIVE:
    'The legal representative gives mandates: sign in as that person. yiwang mandate list shows for whom you act.',
  ENTERPRISE_CLOSED: 'Nobody is given a mandate for it any more.',
  MALFORMED_PERSON: 'Name the person by the sub of its tokens, as yiwang token --user has it.',
  NO_ITEMS: 'Leave --items out for all matters.',
  TOO_MANY_ITEMS: 'Name at most 100 items, or leave --items out for all matters.',
  MALFORMED_ITEM: 'Name items by ServiceItem.basicCode, which has 12 characters.',
  UNTIL_PASSED: 'Name today or a later day with --until.',
  UNTIL_TOO_LATE: 'Name a day within three years with --until.',
  OWN_MANDATE: 'Nothing needs to be done: the legal representative acts in all matters.',
  TOO_MANY_MANDATES: 'End a mandate of the person that is not needed any more: yiwang mandate revoke ID.',
  ALREADY_REPRESENTATIVE: 'Nothing needs to be done.',
  REGISTRATION_REQUIRED: 'An official registers another legal representative: yiwang mandate register USCC.',
  WRONG_STATE: 'Nothing needs to be done: it has ended. yiwang mandate show ID says how.',
  STALE_VERSION: 'Look at it again with yiwang mandate show ID, then repeat with the new --version.',
  MALFORMED_TEXT: 'Write the text that the message names.',
  MALFORMED_IDEMPOTENCY_KEY:
    'Write --key with 1 to 100 printable characters without blanks, or leave it out.',
  IDEMPOTENCY_KEY_REUSED: 'Use another --key for another step, or leave it out.',
};
