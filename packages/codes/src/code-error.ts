export type CodeKind =
  | 'uscc'
  | 'organisation code'
  | 'taxpayer number'
  | 'old taxpayer number'
  | 'region code'
  | 'industry code'
  | 'parcel code'
  | 'real-estate unit code'
  | 'land use code';

/**
 * The rule that a code breaks.
 *
 * LENGTH: too many or too few characters. CHARACTER: one may not stand where it stands.
 * COMBINATION: each may, but not together. CHECK: well-formed, but the check character says mistyped.
 */
export type CodeErrorReason = 'LENGTH' | 'CHARACTER' | 'COMBINATION' | 'CHECK';

/** A text is not a code of its kind. The message names the rule and never repeats the text, so it is safe to show. */
export class CodeError extends Error {
  override readonly name = 'CodeError';
  readonly kind: CodeKind;
  readonly reason: CodeErrorReason;

  constructor(kind: CodeKind, reason: CodeErrorReason, rule: string) {
    super(`Not a valid ${kind}: ${rule}`);
    this.kind = kind;
    this.reason = reason;
  }
}
