import { readdirSync, readFileSync } from 'node:fs';
import { completeSchema } from '@yiwang/schema-directives';
import type { SubgraphInput } from '../../src/index.ts';

const SUBGRAPHS = new URL('../../../../subgraphs/', import.meta.url);

/** The departments of this project, as they are published. */
export function realDepartments(): SubgraphInput[] {
  return readdirSync(SUBGRAPHS).map((name) => ({
    name,
    url: `http://${name}.example/graphql`,
    sdl: completeSchema(readFileSync(new URL(`${name}/schema.graphql`, SUBGRAPHS), 'utf8')),
  }));
}

/** What a schema that defines all itself begins with, in short. */
export const HEAD = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@composeDirective", "@tag", "@listSize", "@inaccessible"])
  @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
  @composeDirective(name: "@sharing")
directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION
enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
enum UpdateCycle { REAL_TIME DAILY WEEKLY MONTHLY QUARTERLY YEARLY }
`;

/** What arguments read, and what is shown masked; behind {@link HEAD}. */
export const READS_HEAD = `
extend schema
  @link(url: "https://specs.yiwang.dev/reads/v1.0", import: ["@reads"])
  @link(url: "https://specs.yiwang.dev/sensitive/v1.0", import: ["@sensitive"])
  @composeDirective(name: "@reads")
  @composeDirective(name: "@sensitive")
directive @reads(fields: [String!]!) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE | FIELD_DEFINITION
directive @sensitive(kind: SensitiveKind!) on FIELD_DEFINITION
enum SensitiveKind { PERSON_NAME PHONE BANK_ACCOUNT IDENTITY_NUMBER }
`;

export const OPEN = '@sharing(class: UNCONDITIONAL, cycle: DAILY)';

/** A department with that head. */
export function department(name: string, types: string): SubgraphInput {
  return { name, url: `http://${name}.example/graphql`, sdl: `${HEAD}${types}` };
}
