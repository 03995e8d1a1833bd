/** One difference between two schemas. */
export interface SchemaChange {
  /** Such as FIELD_REMOVED, by GraphQL Inspector, or KEY_REMOVED and those of ConsentNeed, of our own. */
  kind: string;
  /** BREAKING: operations that were valid fail. DANGEROUS: they stay valid, but may get what they did not expect. */
  severity: 'BREAKING' | 'DANGEROUS' | 'SAFE';
  /** `Type`, `Type.field`, `Type.field(argument:)`; null when it is about the schema as a whole. */
  coordinate: string | null;
  /** Fields, as `Type.field` of the schema before, whose use makes the change matter; sorted. Empty: nobody's does. */
  affects: string[];
  /** Departments whose consent it needs: only of a change of findConsents. Sorted, at least one. */
  consentOf?: string[];
  /** One sentence. */
  message: string;
}
