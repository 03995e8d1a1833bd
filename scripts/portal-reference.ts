import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ERROR_CODES, ERROR_TEXTS_ZH, type ErrorCode } from '@yiwang/errors';
import { type DirectiveNode, parse, valueFromASTUntyped, visit } from 'graphql';

/**
 * Writes what the portal's pages for developers cannot ask the graph: `npm run generate`. Error codes; the weights and sizes of
 * lists by which operations are costed, because introspection tells no directives; and the examples that the playground has too.
 */

const FOLDER = 'packages/portal/app/pages/developers/generated';
/** Operations of the playground: `NUMBER-NAME.graphql`, and their variables in a file of the same name that ends in .json. */
const EXAMPLES = 'packages/launcher/playground';
/** How the comment begins above what needs a grant and a purpose. */
const CONDITIONAL = '# Shared with condition';

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
writeFileSync(`${FOLDER}/examples.json`, `${JSON.stringify(listExamples(), null, 1)}\n`);
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

/** In the order of the tabs. Pages say in one language what the comment above an operation says in two. */
function listExamples() {
  const files = readdirSync(EXAMPLES).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => {
    const text = readFileSync(`${EXAMPLES}/${file}`, 'utf8');
    const variables = `${EXAMPLES}/${file.replace(/graphql$/, 'json')}`;
    return {
      name: file.replace(/^\d+-(.*)\.graphql$/, '$1'),
      query: text.replaceAll(/^#.*\n/gm, '').trim(),
      variables: existsSync(variables) ? (JSON.parse(readFileSync(variables, 'utf8')) as object) : {},
      isConditional: text.startsWith(CONDITIONAL),
    };
  });
}
