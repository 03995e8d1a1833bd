import { composeSupergraph } from '@yiwang/composition';
import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { describeAccess } from '../../src/authorization/describe-access.ts';
import { readAccess } from '../../src/authorization/read-access.ts';
import { readSupergraph } from '../../src/planning/read-supergraph.ts';
import { ACCESS_LINKS } from '../support/callers.ts';

const SDL = `${ACCESS_LINKS}
  type Query { payer: Payer  secret: Int @authenticated  list: Int @requiresScopes(scopes: [["a", "b"], ["c"]]) }
  "A taxpayer."
  type Payer @key(fields: "id") @sharing(class: UNCONDITIONAL, basis: "law 1") {
    id: ID!
    "Overdue tax."
    arrears: Int @sharing(class: CONDITIONAL, basis: "law 8")
    informant: String @sharing(class: NOT_SHARED, basis: "law 9")
  }`;
const { supergraphSdl } = composeSupergraph([{ name: 'tax', url: 'http://tax.example', sdl: SDL }]);

test('who may read a field, on what basis and how to get it stands in the schema that clients see', () => {
  const seen = readSupergraph(supergraphSdl).facts.apiSdl.join('');
  expect(seen).toContain(
    'A taxpayer.\n\n无条件共享 Open to everyone (law 1), unless a field says otherwise.',
  );
  expect(seen).toMatch(
    /Overdue tax\.\n\s*\n {2}有条件共享 Shared on condition \(law 8\): needs a grant for Payer\.arrears \(applyForSharing/,
  );
  expect(seen).toContain('不予共享 Not shared (law 9): only its own department reads it.');
  expect(seen).toContain('For clients that have signed in.');
  expect(seen).toContain('Needs the scope a and b, or c.');
});

test('nothing but descriptions changes, and what is open to everyone keeps its own', () => {
  const document = parse(supergraphSdl, { noLocation: true });
  const described = describeAccess(document, readAccess(document).rules);
  const plain = (text: string) => text.replace(/"""[^"]*"""\s*/g, '');
  expect(plain(print(described))).toBe(plain(print(document)));
  expect(readAccess(described)).toEqual(readAccess(document));
});
