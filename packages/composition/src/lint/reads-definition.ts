import { isComposed } from '@yiwang/schema-directives';
import { visit } from 'graphql';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { Rule } from './rule.ts';
import { checkDefinition } from './sharing-definition.ts';

/** `@reads` is the same in all departments, and composed, as `@sensitive` is: otherwise gateways would not enforce them. */
export const readsDefinition: Rule = (model, report) => {
  const { reads, sensitive } = model.names;
  const used = usedDirectives(model);
  if (used.has(reads)) checkDefinition(model, report, '@reads', `@${reads}`);
  for (const [spec, name] of [
    ['reads', reads],
    ['sensitive', sensitive],
  ] as const) {
    if (!used.has(name) || isComposed(model.document, model.names, name)) continue;
    report(
      'ERROR',
      null,
      null,
      `Add @link(url: "https://specs.yiwang.dev/${spec}/v1.0", import: ["@${spec}"]) and @composeDirective(name: "@${name}") to the schema: without them the supergraph loses @${spec}.`,
    );
  }
};

function usedDirectives({ document }: SubgraphModel): ReadonlySet<string> {
  const used = new Set<string>();
  visit(document, { Directive: ({ name }) => void used.add(name.value) });
  return used;
}
