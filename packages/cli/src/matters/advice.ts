const KEYS = {
  MALFORMED_IDEMPOTENCY_KEY:
    'Write --key with 1 to 100 printable characters without blanks, or leave it out.',
  IDEMPOTENCY_KEY_REUSED: 'Use another --key for another step, or leave it out.',
};

/** What to do about each code of a user error on an application. */
export const MATTER_CASE_ADVICE: Readonly<Record<string, string>> = {
  UNKNOWN_NUMBER:
    'yiwang matter list shows your applications, yiwang matter stuck those that wait for an operator.',
  UNKNOWN_MATTER: 'yiwang matter offers lists what one can apply for.',
  NO_MANDATE:
    'yiwang mandate list shows for whom you act; the legal representative gives mandates: yiwang mandate give USCC.',
  WRONG_STATE: 'yiwang matter show NUMBER says where it stands, and who acts next.',
  STALE_VERSION:
    'It has gone on meanwhile: look at it with yiwang matter show NUMBER, then repeat without --version, or with the new one.',
  NOTHING_RETURNED: 'Nothing needs to be done: yiwang matter show NUMBER says what it waits for.',
  NOT_STUCK:
    'yiwang matter stuck lists what is; yiwang matter show NUMBER names the steps and where they stand.',
  ANSWER_IN_USE:
    'Leave these answers as yiwang matter show NUMBER lists them, or withdraw the application and begin another.',
  NO_PREFILL: 'Fill the form in yourself: yiwang matter save NUMBER FILE.json.',
  UNKNOWN_FIELD: 'Name a field as yiwang matter show NUMBER lists it under "taken over".',
  MALFORMED_FORM:
    'yiwang matter show NUMBER lists the fields of the form. Correct the answers in the file, and repeat the command.',
  MALFORMED_TEXT: 'Write the text that the message names.',
  ...KEYS,
};

/** What to do about each code of a user error on a version of a matter. */
export const MATTER_VERSION_ADVICE: Readonly<Record<string, string>> = {
  MALFORMED_MATTER: 'Write the code with 12 digits and capital letters, such as YJS320000004.',
  MALFORMED_DEFINITION:
    'docs/matters.md describes each member; yiwang matter definition prints one to begin with.',
  MALFORMED_FORM: 'docs/service-items.md tells what a form may have.',
  UNKNOWN_STEP: 'Name in needs what is the name of a step.',
  CIRCULAR_STEPS: 'Take one of the needs out: no step can wait for itself.',
  UNKNOWN_SOURCE:
    'Take the value from the form, the matter, or a step that is done before: docs/matters.md lists them.',
  MALFORMED_DOCUMENT:
    'Write one operation with one root field, as docs/matters.md describes it, and try it at the gateway.',
  MALFORMED_PREFILL:
    'docs/matters.md tells what a prefill may read, and docs/service-items.md what else holds of it.',
  UNKNOWN_PATH: 'Select the value in the document of the prefill, or correct the x-from of the field.',
  FIELD_IS_NOT_SHARED: 'Take it out of the document and the form: nobody can be granted it.',
  GATEWAY_UNAVAILABLE: 'Try again; the department services needs GATEWAY_URL, and the gateway must run.',
  UNKNOWN_VERSION: 'yiwang matter offers shows the version that is published; a draft is the one after it.',
  WRONG_STATE:
    'yiwang matter definition CODE --version N says where a version stands. A draft is reviewed, then published.',
  STALE_REVISION:
    'Somebody changed it: look at it with yiwang matter definition CODE --version N, then name the new --revision.',
  OWN_VERSION: 'Ask another official to publish it.',
  MALFORMED_TEXT: 'Write the text that the message names.',
  ...KEYS,
};
