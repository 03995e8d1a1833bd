import { expect, test } from 'vitest';
import { duplicates } from '../scripts/lock-file.ts';

const LOCK = {
  '': {},
  gateway: { version: '0.1.0' },
  'node_modules/@yiwang/gateway': { resolved: 'gateway', link: true },
  'node_modules/graphql': { version: '16.15.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0' },
};

test('a package that is installed again in the same version is a duplicate, wherever its copy stands', () => {
  const copies = {
    'node_modules/a/node_modules/graphql': { version: '16.15.0' },
    'gateway/node_modules/b': { version: '2.0.0' },
  };
  expect(duplicates({ ...LOCK, ...copies })).toEqual(Object.keys(copies));
});

test('another version is none, nor the same one behind another, nor what is there once', () => {
  expect(duplicates(LOCK)).toEqual([]);
  const others = {
    'node_modules/a/node_modules/graphql': { version: '17.0.0' },
    'node_modules/a/node_modules/c/node_modules/graphql': { version: '16.15.0' },
    'node_modules/a/node_modules/c': { version: '1.0.0' },
  };
  expect(duplicates({ ...LOCK, ...others })).toEqual([]);
});
