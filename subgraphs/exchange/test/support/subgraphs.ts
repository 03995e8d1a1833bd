import type { Proposal } from '../../src/registry/proposal/check-proposals.ts';

const HEAD = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective", "@tag"])
  @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
  @composeDirective(name: "@sharing")
  @link(url: "https://specs.yiwang.dev/reads/v1.0", import: ["@reads"])
  @composeDirective(name: "@reads")

"Fields that an argument, input field or enum value reads, or by which a list is ordered."
directive @reads(fields: [String!]!) repeatable on ARGUMENT_DEFINITION | ENUM_VALUE | FIELD_DEFINITION | INPUT_FIELD_DEFINITION

"Who may read a field 共享属性, on what basis, and how often it is brought up to date."
directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION

"Who may read 共享类型."
enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }

"How often data is brought up to date 更新周期."
enum UpdateCycle { REAL_TIME DAILY WEEKLY MONTHLY QUARTERLY YEARLY }
`;

const OPEN = '@sharing(class: UNCONDITIONAL, basis: "渔业法 第二十三条", cycle: DAILY)';

function proposal(department: string, sdl: string): Proposal {
  return { department, url: `http://10.0.0.1/${department}`, sdl: `${HEAD}\n${sdl}` };
}

/** Fisheries 渔业, with further fields of the type Vessel. */
export function fisheries(fields = '"Length, in metres."\n  lengthM: Float'): Proposal {
  return proposal(
    'fisheries',
    `type Query {
  "One fishing vessel. Null when the register does not hold it."
  vessel(number: ID!): Vessel
}

"A fishing vessel 渔船."
type Vessel @key(fields: "number") ${OPEN} {
  "Number painted on the hull."
  number: ID!
  "Name 船名."
  name: String
  ${fields}
}
`,
  );
}

/** Harbours 港口, which extends the vessels of fisheries. `fields` are added to Harbour, `vesselField` to Vessel. */
export function harbours(fields = '', vesselField?: string): Proposal {
  return proposal(
    'harbours',
    `type Query {
  "One harbour. Null when the register does not hold it."
  harbour(code: ID!): Harbour
}

"A harbour 港口."
type Harbour @key(fields: "code") ${OPEN} {
  "Code of the harbour."
  code: ID!
  "Name 港口名称."
  name: String
  ${fields}
}

type Vessel @key(fields: "number") {
  number: ID!
  "Where it lies. Null at sea."
  harbour: Harbour ${OPEN}
  ${vesselField ? `${vesselField} ${OPEN}` : ''}
}
`,
  );
}
