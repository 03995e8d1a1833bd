import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defineKeyset } from '../src/pages/keyset.ts';

const cursors = defineKeyset('things', ['date', 'integer', ['VAT', 'STAMP_DUTY']]);
const forged = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

test('a cursor gives back the values that it was made of', () => {
  expect(cursors.decode(cursors.encode(['2025-03-31', '-7', 'VAT']))).toEqual(['2025-03-31', '-7', 'VAT']);
});

test.each([
  ['no base64', '%%%'],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['another connection’s', forged('others', '2025-03-31', '7', 'VAT')],
  ['a part too few', forged('things', '2025-03-31', '7')],
  ['a day that does not exist', forged('things', '2025-02-30', '7', 'VAT')],
  ['a fraction where a whole number stands', forged('things', '2025-03-31', '1.5', 'VAT')],
  ['a number that no bigint holds', forged('things', '2025-03-31', '1'.repeat(19), 'VAT')],
  ['a value that is not in the list', forged('things', '2025-03-31', '7', 'SALT_TAX')],
  ['a number in place of a text', forged('things', '2025-03-31', 7, 'VAT')],
])('%s is a malformed cursor', (_what, cursor) => {
  expect(() => cursors.decode(cursor)).toThrow(
    expect.objectContaining({ extensions: { code: 'MALFORMED_CURSOR' } }),
  );
});

const texts = defineKeyset('texts', ['text', 'text']);
const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));
const malformed = expect.objectContaining({ extensions: { code: 'MALFORMED_CURSOR' } });

test('any texts come back from a cursor as they went in', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 2 }), (values) => {
      expect(texts.decode(texts.encode(values))).toEqual(values);
    }),
  );
});

test('a cursor that was cut, changed or added to is malformed, or one that the connection could have made', () => {
  const change = fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.string({ maxLength: 3 }) });
  fc.assert(
    fc.property(text, text, change, (a, b, { at, remove, insert }) => {
      const cursor = texts.encode([a, b]);
      const start = at % (cursor.length + 1);
      const tampered = cursor.slice(0, start) + insert + cursor.slice(start + remove);
      try {
        expect(texts.encode(texts.decode(tampered))).toBe(tampered);
      } catch (error) {
        expect(error).toEqual(malformed);
      }
    }),
  );
});

test('whatever is sent as a cursor, the answer is values or MALFORMED_CURSOR', () => {
  const sent = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
  );
  fc.assert(fc.property(sent, (cursor) => void expect(() => cursors.decode(cursor)).toThrow(malformed)));
});

test.each(['=', '\n', '%', ' '])('a cursor with %j behind it is malformed', (suffix) => {
  expect(() => texts.decode(texts.encode(['a', 'b']) + suffix)).toThrow(malformed);
});
