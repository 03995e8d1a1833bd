import { readdirSync, readFileSync } from 'node:fs';
import type { SubgraphInput } from '../../src/index.ts';

const SUBGRAPHS = new URL('../../../../subgraphs/', import.meta.url);

/** The departments of this project, as they are. */
export function realDepartments(): SubgraphInput[] {
  return readdirSync(SUBGRAPHS).map((name) => ({
    name,
    url: `http://${name}.example/graphql`,
    sdl: readFileSync(new URL(`${name}/schema.graphql`, SUBGRAPHS), 'utf8'),
  }));
}

/** What every department's schema begins with, in short. */
export const HEAD = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@composeDirective", "@tag", "@listSize", "@inaccessible"])
  @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
  @composeDirective(name: "@sharing")
directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION
enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
enum UpdateCycle { REAL_TIME DAILY WEEKLY MONTHLY QUARTERLY YEARLY }
`;

export const OPEN = '@sharing(class: UNCONDITIONAL, cycle: DAILY)';

/** A department with that head. */
export function department(name: string, types: string): SubgraphInput {
  return { name, url: `http://${name}.example/graphql`, sdl: `${HEAD}${types}` };
}
