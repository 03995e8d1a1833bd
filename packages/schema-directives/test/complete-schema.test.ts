import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completeSchema } from '../src/index.ts';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

/** All that a department wrote itself before the kit and `yiwang` added it, and that it may still write. */
const WRITTEN_OUT = `extend schema
  @link(url: "${FEDERATION}", import: ["@key", "@shareable", "@composeDirective"])
  @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
  @composeDirective(name: "@sharing")

directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION
enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
enum UpdateCycle { REAL_TIME DAILY WEEKLY MONTHLY QUARTERLY YEARLY }
scalar Date
extend type PageInfo @shareable { endCursor: String }

type Query { vessel: Vessel }
type Vessel @sharing(class: UNCONDITIONAL, cycle: DAILY) { builtOn: Date page: PageInfo }
`;

/** What completing adds, without the department's own text. */
function added(sdl: string): string {
  const complete = completeSchema(sdl);
  expect(complete.startsWith(sdl.trimEnd())).toBe(true);
  expect(completeSchema(complete)).toBe(complete);
  return complete.slice(sdl.trimEnd().length).trim();
}

const link = (imports: string, more = '') =>
  `extend schema @link(url: "${FEDERATION}", import: [${imports}]${more})\n`;

test('a schema that defines all itself is returned as it is', () => {
  expect(completeSchema(WRITTEN_OUT)).toBe(WRITTEN_OUT);
});

test('what a schema uses and does not define stands behind its own text, with links and descriptions', () => {
  const sdl = `${link('"@key"')}
type Query { parcels(touches: String @reads(fields: ["Parcel.holder"])): [Parcel!] }
type Parcel { holder: String @sensitive(kind: PERSON_NAME) registeredOn: Date }`;

  expect(added(sdl)).toBe(`extend schema
  @link(url: "https://specs.yiwang.dev/reads/v1.0", import: ["@reads"])
  @link(url: "https://specs.yiwang.dev/sensitive/v1.0", import: ["@sensitive"])
  @federation__composeDirective(name: "@reads")
  @federation__composeDirective(name: "@sensitive")

"""
Fields 读取字段 that an argument, input field or enum value reads, as \`Type.field\`; on a field, those that decide the order of its
list. A caller that gives it must be allowed to read them. Without it, one that is named like a field of the rows reads that field.
"""
directive @reads(fields: [String!]!) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE | FIELD_DEFINITION

"The value is masked 脱敏, unless the client has the scope sensitive:read."
directive @sensitive(kind: SensitiveKind!) on FIELD_DEFINITION

"What a sensitive value 敏感信息 is."
enum SensitiveKind {
  "姓名: 张三 is shown as 张*. The name of an organisation is shown as it is."
  PERSON_NAME
  "电话: 138****5678"
  PHONE
  "账号: ****5678"
  BANK_ACCOUNT
  "证件号码: 3****4"
  IDENTITY_NUMBER
}

"A day, YYYY-MM-DD, in China Standard Time."
scalar Date`);
});

test('the types that a directive needs come with it', () => {
  expect(added(`${link('"@key"')} type Query @sharing(class: UNCONDITIONAL) { a: Int }`)).toMatch(
    /directive @sharing\([^]*enum SharingClass {[^]*enum UpdateCycle {/,
  );
});

test('@aggregate comes with its link as well', () => {
  const text = added(
    `${link('"@composeDirective"')} type Query { count: Int @aggregate(over: ["Case.text"]) }`,
  );
  expect(text).toMatch(
    /^extend schema\n {2}@link\(url: "https:\/\/specs\.yiwang\.dev\/aggregate\/v1\.0", import: \["@aggregate"\]\)\n {2}@composeDirective\(name: "@aggregate"\)\n/,
  );
  expect(text).toMatch(
    /directive @aggregate\(\n {2}over: \[String!\]!\n[^]*minimum: Int\n\) on FIELD_DEFINITION$/,
  );
});

test('only the missing part is added to a schema that has some of it', () => {
  const withoutScalar = WRITTEN_OUT.replace('scalar Date\n', '');
  expect(added(withoutScalar)).toBe('"A day, YYYY-MM-DD, in China Standard Time."\nscalar Date');

  const notComposed = WRITTEN_OUT.replace('@composeDirective(name: "@sharing")', '');
  expect(added(notComposed)).toBe('extend schema\n  @composeDirective(name: "@sharing")');

  const notLinked = WRITTEN_OUT.replace(/@link\(url: "https:\/\/specs\.yiwang.*\)/, '');
  expect(added(notLinked)).toBe(
    'extend schema\n  @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])',
  );
});

test('a definition of the department that differs is left for the lint to refuse', () => {
  const sdl = WRITTEN_OUT.replace('CONDITIONAL NOT_SHARED', 'SECRET');
  expect(completeSchema(sdl)).toBe(sdl);
});

test.each([
  ['imported', link('"@composeDirective", "@shareable"'), '@composeDirective', '@shareable'],
  ['not imported', link('"@key"'), '@federation__composeDirective', '@federation__shareable'],
  ['of another namespace', link('"@key"', ', as: "fed"'), '@fed__composeDirective', '@fed__shareable'],
  [
    'renamed',
    link('{ name: "@composeDirective", as: "@keep" }, { name: "@shareable", as: "@everywhere" }'),
    '@keep',
    '@everywhere',
  ],
])(
  'directives of Federation have the name that the schema gives them: %s',
  (_case, head, compose, shareable) => {
    const text = added(`${head} type Query @sharing(class: UNCONDITIONAL) { page: PageInfo }`);
    expect(text).toContain(`${compose}(name: "@sharing")`);
    expect(text).toContain(`type PageInfo ${shareable} {`);
  },
);

test('a directive that the schema links under another name is its own affair', () => {
  const sdl = WRITTEN_OUT.replaceAll('@sharing', '@open').replace(
    '["@open"]',
    '[{ name: "@sharing", as: "@open" }]',
  );
  expect(completeSchema(sdl)).toBe(sdl);
});

test.each([
  ['without a link to Federation', 'type Query @sharing(class: UNCONDITIONAL) { on: Date }'],
  ['that is no GraphQL', `${link('"@key"')} type Query { on: Date`],
  ['that is nested too deeply to be read', `${link('"@key"')} type Query { on: ${'['.repeat(100_000)}`],
  ['that uses nothing of the platform', `${link('"@key"')} type Query { a: Int }`],
])('a schema %s is returned as it is', (_case, sdl) => {
  expect(completeSchema(sdl)).toBe(sdl);
});

test('the file of definitions is whole: nothing that it uses is missing in it', () => {
  const text = readFileSync(new URL('../definitions.graphql', import.meta.url), 'utf8');
  expect(completeSchema(text)).toBe(text);
});
