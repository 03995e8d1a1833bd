/** What every department's schema begins with. */
const HEAD = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective", "@tag"])
  @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
  @composeDirective(name: "@sharing")

"Who may read it."
directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION

"Who may read 共享类型."
enum SharingClass {
  "无条件共享"
  UNCONDITIONAL
  "有条件共享"
  CONDITIONAL
  "不予共享"
  NOT_SHARED
}

"How often data is brought up to date 更新周期."
enum UpdateCycle {
  "实时"
  REAL_TIME
  "每日"
  DAILY
  "每周"
  WEEKLY
  "每月"
  MONTHLY
  "每季度"
  QUARTERLY
  "每年"
  YEARLY
}
`;

/** A department that owns ships, with these fields of a ship. */
export const shipsSchema = (fields: string) => `${HEAD}
type Query {
  "One ship by its number."
  ship(number: ID!): Ship
}

"A ship 船舶."
type Ship @key(fields: "number") @sharing(class: UNCONDITIONAL, cycle: DAILY) {
  "Number of the ship."
  number: ID!
${fields}
}
`;

/** One that knows the weather where a ship is. */
export const weatherSchema = (fields: string) => `${HEAD}
type Query {
  "Wind 风 in a harbour, in metres a second."
  wind(harbour: ID!): Int
}

type Ship @key(fields: "number") {
  number: ID!
${fields}
}
`;
