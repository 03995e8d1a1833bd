import fc from 'fast-check';
import { Kind } from 'graphql';
import { expect, test } from 'vitest';
import { isCalendarDate } from '../src/scalars/calendar-date.ts';
import { sharedScalars } from '../src/scalars/shared-scalars.ts';

const parse = (scalar: string, value: unknown) => sharedScalars[scalar]!.parseValue(value);
const withCode = (code: string) => expect.objectContaining({ extensions: expect.objectContaining({ code }) });

test.each([
  ['USCC', ' ９１３２００００６０８９５０９８７ｌ', '91320000608950987L'],
  ['USCC', '91320000 608950987l', '91320000608950987L'],
  ['RegionCode', '３２０５００', '3205'],
  ['RegionCode', '320000000000', '32'],
  ['IndustryCode', 'ｉ', 'I'],
  ['ParcelCode', '340123 002004 gb00011', '340123002004GB00011'],
  ['Decimal', '-0012.50', '-0012.50'],
  ['Date', '2024-02-29', '2024-02-29'],
])('%s reads %s as %s, in variables and in the query', (scalar, text, canonical) => {
  expect(parse(scalar, text)).toBe(canonical);
  expect(sharedScalars[scalar]!.parseLiteral({ kind: Kind.STRING, value: text }, {})).toBe(canonical);
});

test.each([
  ['USCC', '91320000608950987X', 'MALFORMED_CODE'],
  ['USCC', '9132000060895098', 'MALFORMED_CODE'],
  ['USCC', 'O1320000608950987L', 'MALFORMED_CODE'],
  ['USCC', '', 'MALFORMED_CODE'],
  ['RegionCode', '3205x', 'MALFORMED_CODE'],
  ['IndustryCode', 'Z', 'MALFORMED_CODE'],
  ['RealEstateUnitCode', '340123002004GB00011', 'MALFORMED_CODE'],
  ['Date', '2026-02-30', 'INVALID_DATE'],
  ['Date', '2025-02-29', 'INVALID_DATE'],
  ['Date', '0000-01-01', 'INVALID_DATE'],
  ['Date', '2026-2-3', 'INVALID_DATE'],
  ['Date', '2026-02-03T00:00:00Z', 'INVALID_DATE'],
  ['Date', '２０２６-02-03', 'INVALID_DATE'],
  ['Decimal', '1e5', 'INVALID_ARGUMENT'],
  ['Decimal', '1,000', 'INVALID_ARGUMENT'],
  ['Decimal', '.5', 'INVALID_ARGUMENT'],
  ['Decimal', 'NaN', 'INVALID_ARGUMENT'],
])('%s refuses %j with %s', (scalar, text, code) => {
  expect(() => parse(scalar, text)).toThrow(withCode(code));
  expect(() => sharedScalars[scalar]!.parseLiteral({ kind: Kind.STRING, value: text }, {})).toThrow(
    withCode(code),
  );
});

test.each(Object.keys(sharedScalars).filter((name) => name !== 'DateTime' && name !== 'JSON'))(
  '%s is a string: a number, a list and null are refused',
  (scalar) => {
    for (const value of [91320000608950990, ['32'], null, { code: '32' }, true]) {
      expect(() => parse(scalar, value)).toThrow(withCode('INVALID_ARGUMENT'));
    }
    expect(() => sharedScalars[scalar]!.parseLiteral({ kind: Kind.INT, value: '32' }, {})).toThrow(
      withCode('INVALID_ARGUMENT'),
    );
  },
);

test.each(Object.keys(sharedScalars).filter((name) => name !== 'DateTime'))(
  'whatever text is sent, %s reads it or refuses it with a code',
  (scalar) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          const read = parse(scalar, text);
          expect(parse(scalar, read)).toBe(read);
        } catch (error) {
          expect(error).toHaveProperty('extensions.code');
        }
      }),
    );
  },
);

test('every day that the calendar has is a date, and its day after the last of the month is none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const lastDay =
        month === 2
          ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
            ? 29
            : 28
          : [4, 6, 9, 11].includes(month)
            ? 30
            : 31;
      const text = (day: number) =>
        `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      expect(isCalendarDate(text(lastDay))).toBe(true);
      expect(isCalendarDate(text(lastDay + 1))).toBe(false);
      expect(isCalendarDate(text(0))).toBe(false);
    }),
  );
});

test('a moment is shown in UTC, from a text or a Date', () => {
  const { serialize } = sharedScalars['DateTime']!;
  expect(serialize('2026-01-02 03:04:05+08')).toBe('2026-01-01T19:04:05.000Z');
  expect(serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
});
