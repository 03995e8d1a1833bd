import { expect, test } from 'vitest';
import { cleanDecimal } from '../src/import/clean-decimal.ts';
import { Rejection } from '../src/import/rejection.ts';

test.each([
  ['24.9480', 4, '249480'],
  ['0.297000', 4, '2970'],
  ['2.382743', 4, '23827.43'],
  ['0.0000', 4, '0'],
  ['0.000319', 4, '3.19'],
  ['302000.0000', 4, '3020000000'],
  ['１，２３４．５', 0, '1234.5'],
  ['12345678901234567890.1', 0, '12345678901234567890.1'],
  ['007', 0, '7'],
])('%s with the point moved by %d is exactly %s', (text, places, amount) => {
  expect(cleanDecimal('price', text, places)).toBe(amount);
});

test('an empty text is no number and no fault', () => {
  expect(cleanDecimal('price', ' ')).toBeNull();
});

test.each(['-1', '1e3', '1.', '.5', '1,23', '约39', 'NaN'])('%s is rejected with column and text', (text) => {
  expect(() => cleanDecimal('price', text)).toThrow(new Rejection(`price: ${text} is not a number`));
});
