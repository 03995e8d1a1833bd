import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ERROR_CODES, ERROR_TEXTS_ZH, type ErrorCode } from '@yiwang/errors';
import { type DirectiveNode, parse, valueFromASTUntyped, visit } from 'graphql';

/**
 * Writes what the portal's pages for developers cannot ask the graph: `npm run generate`. Error codes, and the weights and sizes of
 * lists by which operations are costed: introspection tells no directives.
 */

const FOLDER = 'packages/portal/app/pages/developers/generated';

interface Cost {
  weight?: number;
  size?: number;
  sizedBy?: string[];
}

function argumentsOf(directive: DirectiveNode | undefined): Record<string, unknown> {
  const given = directive?.arguments?.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]);
  return Object.fromEntries(given ?? []) as Record<string, unknown>;
}

function costOf(directives: readonly DirectiveNode[] | undefined): Cost | null {
  const find = (name: string) => argumentsOf(directives?.find((one) => one.name.value === name));
  const { weight } = find('cost');
  const { assumedSize, slicingArguments } = find('listSize');
  const cost: Cost = {
    ...(weight !== undefined && { weight: Number(weight) }),
    ...(assumedSize !== undefined && { size: Number(assumedSize) }),
    ...(slicingArguments !== undefined && { sizedBy: slicingArguments as string[] }),
  };
  return Object.keys(cost).length > 0 ? cost : null;
}

writeFileSync(`${FOLDER}/errors.json`, `${JSON.stringify(listErrors(), null, 1)}\n`);
writeFileSync(`${FOLDER}/costs.json`, `${JSON.stringify(collectCosts())}\n`);

/** By coordinate, in the order of their names. */
function collectCosts(): Record<string, Cost> {
  const costs = new Map<string, Cost>();
  const schemas = readdirSync('subgraphs')
    .map((name) => `subgraphs/${name}/schema.graphql`)
    .filter((path) => existsSync(path));
  for (const path of schemas) {
    visit(parse(readFileSync(path, 'utf8')), {
      ObjectTypeDefinition({ name: type, directives, fields }) {
        const own = costOf(directives);
        if (own) costs.set(type.value, own);
        for (const field of fields ?? []) {
          const cost = costOf(field.directives);
          if (cost) costs.set(`${type.value}.${field.name.value}`, cost);
        }
      },
    });
  }
  return Object.fromEntries([...costs].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function listErrors() {
  return Object.entries(ERROR_CODES).map(([code, { http, retry, meaning, remedy }]) => ({
    code,
    http,
    retry,
    meaning,
    remedy,
    zh: ERROR_TEXTS_ZH[code as ErrorCode],
  }));
}
