import { expect, test } from 'vitest';
import { CertificateError, formatIdentifier, isCertificateType, parseIdentifier } from '../src/index.ts';

const PARTS = {
  type: '11100000000013338W011',
  issuer: '11430000006122244L',
  serial: '20230000403',
  version: 1,
};

// Identifiers that ministries and provinces gave out, as published code shows them.
test.each([
  ['1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U', PARTS],
  [
    '1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0',
    { type: '11100000000013338W009', issuer: '11330105002500287C', serial: '2025052201', version: 2 },
  ],
])('an identifier that an authority gave out is read and written alike: %s', (text, parts) => {
  expect(parseIdentifier(text)).toEqual(parts);
  expect(formatIdentifier(parts)).toBe(text);
});

test('a character that is changed, and two that changed places, are found by the check character', () => {
  const text = formatIdentifier(PARTS);
  const at = '1.2.156.3005.2.'.length;
  for (let index = at; index < text.length; index++) {
    if (text[index] === '.') continue;
    const changed = text.slice(0, index) + (text[index] === '7' ? '8' : '7') + text.slice(index + 1);
    expect(parseIdentifier(changed), changed).toBeNull();
    const [a, b] = [text[index]!, text[index + 1] ?? '.'];
    if (b === '.' || a === b) continue;
    const swapped = text.slice(0, index) + b + a + text.slice(index + 2);
    expect(parseIdentifier(swapped), swapped).toBeNull();
  }
});

test.each([
  [{ ...PARTS, type: '11100000000013338W' }, 'type'],
  [{ ...PARTS, issuer: '11430000006122244l' }, 'issuer'],
  [{ ...PARTS, serial: '2023-1' }, 'serial'],
  [{ ...PARTS, serial: '' }, 'serial'],
  [{ ...PARTS, version: 1000 }, 'version'],
])('of wrong parts no identifier is made, and the part is named: %j', (parts, name) => {
  expect(() => formatIdentifier(parts)).toThrow(CertificateError);
  expect(() => formatIdentifier(parts)).toThrow(name);
});

test('a type has the characters of a USCC and three digits', () => {
  expect(isCertificateType('11100000000013338W011')).toBe(true);
  expect(isCertificateType('11100000000013338W01')).toBe(false);
});
