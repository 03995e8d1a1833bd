import { expect, test } from 'vitest';
import { catchUserErrors, checkOptionalText, checkText } from '../src/index.ts';

test('a text is trimmed, and counted by characters and not by their bytes', () => {
  expect(checkText('  𠮷野家 ', 3, ['reason'])).toBe('𠮷野家');
  expect(checkOptionalText(null, 3, ['reason'])).toBeNull();
});

test.each(['', ' \u3000 ', '𠮷野家店', 'a\0'])('the text %j is rejected by its argument', async (text) => {
  const { userErrors } = await catchUserErrors(async () => checkOptionalText(text, 3, ['input', 'reason']));
  expect(userErrors).toEqual([
    {
      code: 'MALFORMED_TEXT',
      message: 'reason must have 1 to 3 characters, and must not contain U+0000 or half of a character.',
      field: ['input', 'reason'],
    },
  ]);
});
