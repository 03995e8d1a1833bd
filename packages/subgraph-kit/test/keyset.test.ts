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
