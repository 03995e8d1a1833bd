import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkDocument, documentLimitSettings, documentLimitsOf } from '../src/http/index.ts';

const limitsBy = (given: Record<string, string>, options?: Parameters<typeof documentLimitSettings>[0]) =>
  documentLimitsOf(z.object(documentLimitSettings(options)).parse(given));

test('servers have the same limits for documents, but for the defaults that they name', () => {
  const gateway = limitsBy({});
  expect(gateway).toEqual({
    maxTokens: 10_000,
    maxDepth: 20,
    maxFields: 2_000,
    maxAliases: 200,
    maxRootFields: 50,
    maxSameField: 50,
    maxDirectives: 100,
    maxOperations: 20,
  });
  expect(limitsBy({}, { rootFields: 100, sameField: 70 })).toEqual({
    ...gateway,
    maxRootFields: 100,
    maxSameField: 70,
  });
});

test('each setting is the limit that refuses a document', () => {
  const least: Record<string, [value: string, query: string, what: string]> = {
    OPERATION_MAX_TOKENS: ['100', `{ ${'a '.repeat(100)}}`, 'tokens'],
    OPERATION_MAX_DEPTH: ['5', '{ a { a { a { a { a { a } } } } } }', 'depth'],
    OPERATION_MAX_FIELDS: ['100', `{ ${'a '.repeat(101)}}`, 'fields'],
    OPERATION_MAX_ALIASES: ['0', '{ a: b }', 'aliases'],
    OPERATION_MAX_ROOT_FIELDS: ['1', '{ a b }', 'rootFields'],
    OPERATION_MAX_SAME_FIELD: ['1', '{ c { a: x b: x } }', 'sameField'],
    OPERATION_MAX_DIRECTIVES: ['0', '{ a @skip(if: true) }', 'directives'],
    OPERATION_MAX_OPERATIONS: ['1', 'query A { a } query B { b }', 'operations'],
  };
  expect(Object.keys(least)).toEqual(Object.keys(documentLimitSettings()));
  for (const [setting, [value, query, what]] of Object.entries(least)) {
    expect(() => checkDocument(query, limitsBy({}))).not.toThrow();
    const limits = limitsBy({ [setting]: value });
    expect(() => checkDocument(query, limits), setting).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ what, limit: Number(value) }) }),
    );
  }
});

test('the descriptions name the documents that a server limits', () => {
  for (const setting of Object.values(documentLimitSettings({ of: 'a letter' }))) {
    expect(setting.description).toContain('in a letter');
  }
});
