import { expect, test } from 'vitest';
import { createLoadersByArguments } from '../src/loaders/loaders-by-arguments.ts';
import { perRequest } from '../src/loaders/per-request.ts';

test('equal arguments share a loader, whatever their order and whether one is null or left out', () => {
  const loaderOf = createLoadersByArguments((args: { kind?: string | null; from?: string }) =>
    perRequest(() => ({ args })),
  )();

  const loader = loaderOf({ kind: 'VAT', from: '2025-01-01' });
  expect(loaderOf({ from: '2025-01-01', kind: 'VAT' })).toBe(loader);
  expect(loaderOf({ kind: 'VAT' })).not.toBe(loader);
  expect(loaderOf({ kind: null })).toBe(loaderOf({}));
});
