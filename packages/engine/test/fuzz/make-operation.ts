import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import type { Random } from '@yiwang/testing/random-graph';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

const ALIASES = [
  'a',
  'id',
  'code',
  'label',
  'alpha',
  'made0',
  '__proto__',
  'constructor',
  'toString',
  '__typename',
  'price__1',
];
const INTROSPECTION = [
  '__schema { queryType { name } }',
  'shape: __type(name: "E0") { kind name }',
  '__type(name: "Nothing") { name }',
];
const MAX_DEPTH = 5;

/** A valid operation. Tries again when aliases clash, which makes long ones rarer but no name impossible. */
export function makeOperation(schema: GraphQLSchema, random: Random): Operation {
  for (;;) {
    const operation = tryOperation(schema, random);
    if (validate(schema, parse(operation.query)).length === 0) return operation;
  }
}

function tryOperation(schema: GraphQLSchema, random: Random): Operation {
  const fragments: string[] = [];
  const used = new Set<string>();
  const isMutation = random.chance(0.05);
  const aliasRate = random.pick([0, 0.15, 0.35]);
  const conditionRate = random.pick([0, 0.1, 0.2]);

  function selections(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + random.below(depth < 3 ? 4 : 2);
    return random.times(count, () => selection(type, depth)).join(' ');
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const wantsFragment =
      fields.length === 0 ? random.chance(0.85) : random.chance(isAbstractType(type) ? 0.5 : 0.15);
    if (wantsFragment && depth < MAX_DEPTH) return fragment(type, depth);
    if (fields.length === 0 || random.chance(0.1)) return `${alias()}__typename${condition()}`;
    return field(random.pick(fields), depth);
  }

  function field({ name, type, args }: GraphQLField<unknown, unknown>, depth: number): string {
    const below = getNamedType(type);
    const inside = isCompositeType(below)
      ? ` { ${depth < MAX_DEPTH ? selections(below, depth + 1) : '__typename'} }`
      : '';
    return `${alias()}${name}${args.length > 0 ? callArguments(args[0]!.name) : ''}${condition()}${inside}`;
  }

  function callArguments(name: string): string {
    if (random.chance(0.3) && name === 'n') return '';
    if (random.chance(0.3) && name === 'n') return `(n: ${use('$number')})`;
    return `(${name}: ${random.pick(name === 'n' ? ['0', '2', 'null'] : ['1', '2', '3'])})`;
  }

  function fragment(type: GraphQLCompositeType, depth: number): string {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const interfaces = isObjectType(type) ? type.getInterfaces() : [];
    const on = random.pick([type, ...possible, ...possible, ...interfaces]);
    const inside = selections(on, depth + (random.chance(0.5) ? 1 : 0));
    if (random.chance(0.7)) return `... on ${on.name}${condition()} { ${inside} }`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${on.name} { ${inside} }`);
    return `...${name}${condition()}`;
  }

  function alias(): string {
    return random.chance(aliasRate) ? `${random.pick(ALIASES)}: ` : '';
  }

  function condition(): string {
    if (!random.chance(conditionRate)) return '';
    const value = random.pick(['true', 'false', '$yes', '$no', '$given', '$given']);
    return ` @${random.pick(['skip', 'include'])}(if: ${value.startsWith('$') ? use(value) : value})`;
  }

  function use(variable: string): string {
    used.add(variable);
    return variable;
  }

  const root = isMutation ? schema.getMutationType()! : schema.getQueryType()!;
  const top = [selections(root, isMutation ? MAX_DEPTH : 0)];
  if (random.chance(0.08)) top.splice(random.below(2), 0, random.pick(INTROSPECTION));
  const declarations = Object.entries({
    $number: 'Int = 2',
    $yes: 'Boolean! = true',
    $no: 'Boolean = false',
    $given: 'Boolean!',
  }).filter(([name]) => used.has(name));
  const head = declarations.map(([name, type]) => `${name}: ${type}`).join(', ');
  const query = `${isMutation ? 'mutation' : 'query'}${head && `(${head})`} { ${top.join(' ')} }\n${fragments.join('\n')}`;
  const variables: Operation['variables'] = {};
  if (used.has('$given')) variables['given'] = random.chance(0.5);
  if (used.has('$number') && random.chance(0.5)) variables['number'] = random.pick([0, 5, null]);
  if (used.has('$no') && random.chance(0.2)) variables['no'] = true;
  return { query, variables };
}
