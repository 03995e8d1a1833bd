import type { AccessRule } from '@yiwang/engine';
import { type Client, type Grant, PUBLIC_CLIENT, type Purpose } from '@yiwang/identity';
import { describe, expect, test } from 'vitest';
import { type Principal, authorizeField } from '../src/pipeline/authorization/authorize-field.ts';
import { NO_MANDATES } from '../src/pipeline/authorization/mandates.ts';

const OPEN: AccessRule = {
  coordinate: 'Taxpayer.arrears',
  sharing: 'UNCONDITIONAL',
  basis: null,
  authenticated: false,
  scopes: [],
  subgraphs: ['tax'],
  ownData: [],
};
const CONDITIONAL: AccessRule = { ...OPEN, sharing: 'CONDITIONAL', basis: '税收征收管理法 第六条' };
const NOT_SHARED: AccessRule = { ...OPEN, sharing: 'NOT_SHARED' };

const OWN: AccessRule = { ...CONDITIONAL, ownData: ['ENTERPRISE', 'PERSON'] };
const OF_ENTERPRISE: AccessRule = { ...CONDITIONAL, ownData: ['ENTERPRISE'] };
const ALICE: Client = { id: 'portal', user: 'alice', department: null, scopes: [] };
const AGENT = { mandates: [{ id: 'M1', uscc: 'E1', items: null }], areKnown: true };

const PURPOSE: Purpose = { basis: 'b', caseNumber: 'c', requester: 'r' };
const DESK: Client = { id: 'permits-desk', user: null, department: 'permits', scopes: ['a', 'b'] };
const TAX: Client = { id: 'tax-desk', user: null, department: 'tax', scopes: [] };
const GRANT: Grant = {
  id: 'g1',
  client: DESK.id,
  fields: ['Taxpayer.arrears'],
  regions: null,
  basis: 'b',
  from: '2000-01-01T00:00:00Z',
  until: '2100-01-01T00:00:00Z',
};

const principal = (more: Partial<Principal>): Principal => ({
  client: DESK,
  purpose: null,
  grants: [],
  areGrantsKnown: true,
  mandates: NO_MANDATES,
  ...more,
});
const reason = (rule: AccessRule, more: Partial<Principal> = {}) =>
  authorizeField(rule, principal(more))?.extensions['reason'] ?? 'READS';

describe('what may be read', () => {
  test.each<[what: string, rule: AccessRule, principal: Partial<Principal>, verdict: string]>([
    ['what says nothing, by anybody', { ...OPEN, sharing: null }, { client: PUBLIC_CLIENT }, 'READS'],
    ['what is shared, by anybody', OPEN, { client: PUBLIC_CLIENT }, 'READS'],
    [
      'what asks for a sign-in, by anybody',
      { ...OPEN, authenticated: true },
      { client: PUBLIC_CLIENT },
      'SIGN_IN',
    ],
    ['what asks for a sign-in, by a client', { ...OPEN, authenticated: true }, {}, 'READS'],
    ['one scope of two lists', { ...OPEN, scopes: [['x'], ['b']] }, {}, 'READS'],
    ['two scopes of one list', { ...OPEN, scopes: [['a', 'b']] }, {}, 'READS'],
    ['one scope of a list of two', { ...OPEN, scopes: [['a', 'x']] }, {}, 'SCOPE'],
    ['no list that can be fulfilled', { ...OPEN, scopes: [['x'], ['y']] }, {}, 'SCOPE'],
    ['the scopes of a client, by anybody', { ...OPEN, scopes: [['a']] }, { client: PUBLIC_CLIENT }, 'SCOPE'],
    ['conditional data without a grant', CONDITIONAL, { purpose: PURPOSE }, 'GRANT'],
    ['conditional data by anybody', CONDITIONAL, { client: PUBLIC_CLIENT, purpose: PURPOSE }, 'GRANT'],
    [
      'conditional data with a grant for something else',
      CONDITIONAL,
      { purpose: PURPOSE, grants: [{ ...GRANT, fields: ['Taxpayer.name'] }] },
      'GRANT',
    ],
    ['conditional data while grants are unknown', CONDITIONAL, { areGrantsKnown: false }, 'GRANTS_UNKNOWN'],
    [
      'conditional data by its own department while grants are unknown',
      CONDITIONAL,
      { client: TAX, purpose: PURPOSE, areGrantsKnown: false },
      'READS',
    ],
    ['conditional data with a grant and no purpose', CONDITIONAL, { grants: [GRANT] }, 'PURPOSE'],
    ['conditional data with both', CONDITIONAL, { grants: [GRANT], purpose: PURPOSE }, 'READS'],
    ['conditional data by its department, without purpose', CONDITIONAL, { client: TAX }, 'PURPOSE'],
    ['conditional data by its department', CONDITIONAL, { client: TAX, purpose: PURPOSE }, 'READS'],
    [
      'conditional data of two departments, by one',
      { ...CONDITIONAL, subgraphs: ['tax', 'land'] },
      { client: TAX, purpose: PURPOSE },
      'GRANT',
    ],
    [
      'conditional data of nobody, by a client of nobody',
      { ...CONDITIONAL, subgraphs: [] },
      { client: { ...TAX, department: null }, purpose: PURPOSE },
      'GRANT',
    ],
    [
      'conditional data with a grant but no scope',
      { ...CONDITIONAL, scopes: [['x']] },
      { grants: [GRANT], purpose: PURPOSE },
      'SCOPE',
    ],
    ['one’s own, by the person', OWN, { client: ALICE }, 'READS'],
    ['one’s own, by an application', OWN, { client: { ...ALICE, user: null } }, 'GRANT'],
    ['data about enterprises, by a person without a mandate', OF_ENTERPRISE, { client: ALICE }, 'GRANT'],
    ['data about enterprises, by an agent', OF_ENTERPRISE, { client: ALICE, mandates: AGENT }, 'READS'],
    [
      'data about enterprises, by a person whose mandates are unknown',
      OF_ENTERPRISE,
      { client: ALICE, mandates: { mandates: [], areKnown: false } },
      'MANDATES_UNKNOWN',
    ],
    [
      'data about enterprises, by a person with a grant whose mandates are unknown',
      OF_ENTERPRISE,
      {
        client: ALICE,
        mandates: { mandates: [], areKnown: false },
        grants: [{ ...GRANT, client: ALICE.id }],
        purpose: PURPOSE,
      },
      'READS',
    ],
    ['data that is nobody’s own, by an agent', CONDITIONAL, { client: ALICE, mandates: AGENT }, 'GRANT'],
    [
      'one’s own that is not shared',
      { ...OWN, sharing: 'NOT_SHARED' },
      { client: ALICE, mandates: AGENT },
      'NOT_SHARED',
    ],
    ['one’s own, without its scope', { ...OWN, scopes: [['x']] }, { client: ALICE }, 'SCOPE'],
    [
      'one’s own, by an official of its department, without purpose',
      OWN,
      { client: { ...TAX, user: 'alice' } },
      'PURPOSE',
    ],
    ['what is not shared, with a grant', NOT_SHARED, { grants: [GRANT], purpose: PURPOSE }, 'NOT_SHARED'],
    ['what is not shared, by its department', NOT_SHARED, { client: TAX }, 'READS'],
    [
      'what is not shared and wants a scope, by its department',
      { ...NOT_SHARED, scopes: [['x']] },
      { client: TAX },
      'SCOPE',
    ],
    [
      'what is not shared and wants a scope, by another',
      { ...NOT_SHARED, scopes: [['a']] },
      {},
      'NOT_SHARED',
    ],
  ])('%s', (_what, rule, given, verdict) => {
    expect(reason(rule, given)).toBe(verdict);
  });
});

test('a refusal names the data resource as the catalogue does, and how to apply', () => {
  const refusal = authorizeField(CONDITIONAL, principal({}))!;
  expect(refusal.code).toBe('UNAUTHORIZED_FIELD');
  expect(refusal.extensions).toEqual({
    code: 'UNAUTHORIZED_FIELD',
    coordinate: 'Taxpayer.arrears',
    resource: expect.stringMatching(/^3\d{5}\/tax\.Taxpayer$/),
    sharing: 'CONDITIONAL',
    reason: 'GRANT',
    howTo: expect.stringContaining('applyForSharing'),
  });
  expect(refusal.message).toContain('tax.Taxpayer is shared with condition by 税收征收管理法 第六条');
  expect(refusal.message).toContain('applyForSharing');
  expect(authorizeField(CONDITIONAL, principal({ client: PUBLIC_CLIENT }))!.message).toMatch(
    /Sign in.*applyForSharing/,
  );
});

test('a call without purpose is told which headers to send', () => {
  const refusal = authorizeField(CONDITIONAL, principal({ grants: [GRANT] }))!;
  expect(refusal.code).toBe('PURPOSE_REQUIRED');
  for (const header of ['purpose-basis', 'purpose-case', 'purpose-requester']) {
    expect(refusal.message).toContain(header);
  }
});

test('a root field belongs to no data resource', () => {
  const refusal = authorizeField(
    { ...OPEN, coordinate: 'Query.taxpayer', authenticated: true },
    principal({ client: PUBLIC_CLIENT }),
  )!;
  expect(refusal.extensions['resource']).toBeNull();
  expect(refusal.message).toMatch(/^Query\.taxpayer is for clients that have signed in\. Sign in: /);
});
