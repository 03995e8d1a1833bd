/** What to do about each code of a user error. */
export const CASE_ADVICE: Readonly<Record<string, string>> = {
  UNKNOWN_NUMBER: 'yiwang case list shows your cases, yiwang case inbox those of an office.',
  WRONG_STATE: 'yiwang case show NUMBER says where it stands, and who acts next.',
  STALE_VERSION:
    'Somebody changed it meanwhile: look at it with yiwang case show NUMBER, then repeat without --version, or with the new one.',
  ALREADY_RETURNED: 'Accept or decline it now, or accept it with materials to follow: accept --follow-up.',
  NO_MANDATE:
    'yiwang mandate list shows for whom you act; the legal representative gives mandates: yiwang mandate give USCC.',
  NOT_YOUR_REGION: 'yiwang case inbox lists those on which you decide.',
  UNKNOWN_ITEM: 'Find one by the query serviceItems, and name its code.',
  NO_PREFILL: 'Fill the form in yourself: yiwang case save NUMBER FILE.json.',
  UNKNOWN_FIELD: 'Name a field as yiwang case show NUMBER lists it under "taken over".',
  NO_STORAGE: 'The department must be given a place for files: its setting MATERIALS.',
  UNKNOWN_UPLOAD: 'Send all bytes of the file first, then attach it by the id of its upload.',
  TOO_MANY_MATERIALS: 'Put several pages into one file.',
  MATERIAL_EMPTY: 'Choose another file.',
  MATERIAL_TOO_LARGE: 'Make the file smaller, or split it.',
  WRONG_REGION: 'Leave --region out for the region of the item, or take the item of the other region.',
  MALFORMED_TEXT: 'Write the text that the message names.',
  MALFORMED_FORM:
    'yiwang case show NUMBER lists the fields of the form. Save the corrected answers: yiwang case save NUMBER FILE.json.',
  NO_DEFECTS: 'Name what is missing: --defect "field: problem".',
  NO_MATERIALS: 'Name the materials.',
  TOO_MANY_ENTRIES: 'Name at most 100.',
  UNKNOWN_MATERIAL: 'Name the materials as yiwang case show NUMBER does beside "to follow".',
  UNKNOWN_OFFER: 'yiwang offers list shows what is offered to those for whom you act.',
  FOLLOW_UP_MISSING:
    'The applicant supplies them first: yiwang case supply NUMBER MATERIAL. When their day is over, it may be denied.',
  CONTRADICTORY_INPUT: 'Give one or the other, as the message says.',
  DAY_PASSED: 'Name a later day.',
  DAY_TOO_LATE: 'Name an earlier day.',
  NO_EXTENSION: 'Decide it within the time that there is.',
  ALREADY_RATED: 'Nothing needs to be done: a rating stays.',
  MALFORMED_RATING: 'Give 1 to 5 stars.',
  MALFORMED_IDEMPOTENCY_KEY:
    'Write --key with 1 to 100 printable characters without blanks, or leave it out.',
  IDEMPOTENCY_KEY_REUSED: 'Use another --key for another step, or leave it out.',
};

/** That of permits for the steps that another department has too, with `--at` in its commands. */
function adviceAt(
  department: string,
  codes: readonly string[],
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const shared = codes.map((code) => [
    code,
    CASE_ADVICE[code]!.replaceAll(/yiwang case \w+( NUMBER)?/g, `$& --at ${department}`),
  ]);
  return { ...Object.fromEntries(shared), ...own };
}

/** The codes that steps of officials and applicants give in every department. */
const SHARED = [
  'UNKNOWN_NUMBER',
  'WRONG_STATE',
  'STALE_VERSION',
  'ALREADY_RETURNED',
  'NO_MANDATE',
  'NOT_YOUR_REGION',
  'MALFORMED_TEXT',
  'NO_DEFECTS',
  'TOO_MANY_ENTRIES',
  'NO_EXTENSION',
  'MALFORMED_IDEMPOTENCY_KEY',
  'IDEMPOTENCY_KEY_REUSED',
];

export const REGISTRATION_ADVICE = adviceAt('enterprises', SHARED, {
  NAME_TAKEN: 'Deny it, with the reason: another enterprise was given the name.',
  TOO_MANY_MANDATES: 'The person must end a mandate first: yiwang mandate list shows them.',
  UNKNOWN_RESERVATION: 'The name is not reserved any more: deny it, with the reason.',
});

export const LAND_CASE_ADVICE = adviceAt('land', [...SHARED, 'CONTRADICTORY_INPUT', 'DAY_PASSED'], {
  UNIT_HELD: 'Another application has the unit: wait for it, or deny this one with the reason.',
  NOT_HOLDER: 'By the register somebody else holds the unit: deny it, with the reason.',
  ALREADY_HOLDER: 'By the register the applicant holds the unit already: deny it, with the reason.',
  UNKNOWN_UNIT: 'The register does not hold the unit any more: deny it, with the reason.',
});
