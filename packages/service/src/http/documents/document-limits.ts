import { z } from 'zod';

/** What differs between the servers that limit documents. */
export interface DocumentLimitOptions {
  /** The documents that are limited, for the descriptions of the settings. */
  of?: string;
  /** Defaults where OPERATION_MAX_ROOT_FIELDS and OPERATION_MAX_SAME_FIELD are not set. */
  rootFields?: number;
  sameField?: number;
}

const count = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

/** The settings that limit documents. Every server that checks documents declares them with this function. */
export function documentLimitSettings({
  of = 'a query',
  rootFields = 50,
  sameField = 50,
}: DocumentLimitOptions = {}) {
  return {
    OPERATION_MAX_TOKENS: count(10_000, 100, 1_000_000).describe(
      `Maximum number of tokens (names, numbers, brackets …) in ${of}.`,
    ),
    OPERATION_MAX_DEPTH: count(20, 5, 100).describe(
      `Maximum nesting of fields in ${of}, with fragments spread out.`,
    ),
    OPERATION_MAX_FIELDS: count(2_000, 100, 100_000).describe(
      `Maximum number of fields in ${of}, with fragments spread out.`,
    ),
    OPERATION_MAX_ALIASES: count(200, 0, 100_000).describe(
      `Maximum number of aliased fields in ${of}, with fragments spread out.`,
    ),
    OPERATION_MAX_ROOT_FIELDS: count(rootFields, 1, 100_000).describe(
      `Maximum number of root fields of one operation in ${of}.`,
    ),
    OPERATION_MAX_SAME_FIELD: count(sameField, 1, 100_000).describe(
      `Maximum number of times that one selection set in ${of} may select the same field under different aliases.`,
    ),
    OPERATION_MAX_DIRECTIVES: count(100, 0, 100_000).describe(
      `Maximum number of directives in ${of}, as written.`,
    ),
    OPERATION_MAX_OPERATIONS: count(20, 1, 1_000).describe(
      `Maximum number of operations in ${of}, of which one is executed.`,
    ),
  };
}

/** The values of these settings. */
export type DocumentLimitSettings = {
  [Name in keyof ReturnType<typeof documentLimitSettings>]: number;
};

export type DocumentLimits = ReturnType<typeof documentLimitsOf>;

/** The limits that the settings of a server name, for checkDocument. */
export function documentLimitsOf(settings: DocumentLimitSettings) {
  return {
    maxTokens: settings.OPERATION_MAX_TOKENS,
    maxDepth: settings.OPERATION_MAX_DEPTH,
    maxFields: settings.OPERATION_MAX_FIELDS,
    maxAliases: settings.OPERATION_MAX_ALIASES,
    maxRootFields: settings.OPERATION_MAX_ROOT_FIELDS,
    maxSameField: settings.OPERATION_MAX_SAME_FIELD,
    maxDirectives: settings.OPERATION_MAX_DIRECTIVES,
    maxOperations: settings.OPERATION_MAX_OPERATIONS,
  };
}
