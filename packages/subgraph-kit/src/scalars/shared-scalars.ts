import {
  CodeError,
  parseIndustryCode,
  parseParcelCode,
  parseRealEstateUnitCode,
  parseRegionCode,
  parseUscc,
  repairCode,
} from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { isCalendarDate } from './calendar-date.ts';
import { JsonScalar } from './json-scalar.ts';

/**
 * A scalar that is a text on the wire. What comes in is checked and brought to its one form, so that
 * resolvers never see a malformed code; what goes out is our own data and passes as it is.
 *
 * @param accept the canonical form, or throws a PublicError
 */
function textScalar(name: string, accept: (text: string) => string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string') return accept(value);
    throw new PublicError('INVALID_ARGUMENT', `${name} is written as a string.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING) return parse(node.value);
      throw new PublicError('INVALID_ARGUMENT', `${name} is written as a string, not as ${print(node)}.`);
    },
  });
}

/** A scalar for a national code: repairs width and case, then checks form and check character. */
function codeScalar(name: string, parseCode: (text: string) => { code: string } | object): GraphQLScalarType {
  return textScalar(name, (text) => {
    const repaired = repairCode(text);
    try {
      const parsed = parseCode(repaired);
      return 'code' in parsed ? (parsed.code as string) : repaired;
    } catch (error) {
      if (!(error instanceof CodeError)) throw error;
      throw new PublicError('MALFORMED_CODE', error.message, {
        details: { kind: name, reason: error.reason },
        cause: error,
      });
    }
  });
}

/** Checks only the form. The field that takes the code checks whether the standard has it. */
const LandUseCodeScalar = textScalar('LandUseCode', (text) => {
  const repaired = repairCode(text);
  if (/^\d{2}(\d{2})?$/.test(repaired)) return repaired;
  throw new PublicError('MALFORMED_CODE', 'A land use code has 2 digits for a class and 4 for a kind.', {
    details: { kind: 'LandUseCode' },
  });
});

const DateScalar = textScalar('Date', (text) => {
  if (isCalendarDate(text)) return text;
  throw new PublicError('INVALID_DATE', 'A date is a day of the calendar, written YYYY-MM-DD.');
});

const DecimalScalar = textScalar('Decimal', (text) => {
  if (/^-?\d{1,30}(\.\d{1,10})?$/.test(text)) return text;
  throw new PublicError(
    'INVALID_ARGUMENT',
    'A decimal is written with digits and at most one point, such as 1234.50.',
  );
});

const ISO_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** Moments, which are returned in UTC. PostgreSQL returns a text or a Date. Input stays as it was written, because it may be signed. */
const DateTimeScalar = new GraphQLScalarType<string, string>({
  ...textScalar('DateTime', (text) => {
    if (ISO_MOMENT.test(text) && !Number.isNaN(Date.parse(text))) return text;
    throw new PublicError(
      'INVALID_DATE',
      'A moment is written as ISO 8601 with its offset, such as 2026-01-31T08:30:00Z.',
    );
  }).toConfig(),
  serialize: (value) => new Date(value as string).toISOString(),
});

/** The scalars that departments share. One that a department's schema declares needs no resolver of its own. */
export const sharedScalars: Readonly<Record<string, GraphQLScalarType>> = {
  USCC: codeScalar('USCC', parseUscc),
  RegionCode: codeScalar('RegionCode', parseRegionCode),
  IndustryCode: codeScalar('IndustryCode', parseIndustryCode),
  ParcelCode: codeScalar('ParcelCode', parseParcelCode),
  RealEstateUnitCode: codeScalar('RealEstateUnitCode', parseRealEstateUnitCode),
  LandUseCode: LandUseCodeScalar,
  Date: DateScalar,
  DateTime: DateTimeScalar,
  Decimal: DecimalScalar,
  JSON: JsonScalar,
};
