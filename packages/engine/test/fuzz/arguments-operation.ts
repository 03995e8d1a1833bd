import { type ArgumentsModel, FIELDS, type Given } from './arguments-model.ts';
import type { Operation } from './make-operation.ts';
import type { Random } from '@yiwang/testing/random-graph';

const VALUES = ['"1"', '"2"', '"3"', '"9"', 'null'];

/** An operation that finds rows by whatever may be given, in every notation. */
export function makeArgumentsOperation(model: ArgumentsModel, random: Random): Operation {
  const definitions: string[] = [];
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];

  const fields = Array.from({ length: random.pick([1, 1, 2]) }, (_, i) => rootField(`q${i}`));
  const inFragment = random.chance(0.2);
  if (inFragment) fragments.push(`fragment Q on Query { ${fields.join(' ')} }`);
  const body = inFragment ? '...Q' : random.chance(0.2) ? `... { ${fields.join(' ')} }` : fields.join(' ');
  // Choices are made before one is taken.
  const text = `${body} ${fragments.join(' ')}`;
  const used = definitions.filter((one) => new RegExp(`\\${one.split(':')[0]}\\b`).test(text));
  const head = used.length > 0 ? `(${used.join(', ')})` : '';
  return { query: `query ${head} { ${body} } ${fragments.join(' ')}`, variables };

  function rootField(alias: string): string {
    const kind = random.pick(['rows', 'rows', 'rows', 'page', 'sorted', 'standard', 'row']);
    switch (kind) {
      case 'rows':
        return `${alias}: rows${list(model.arguments)} { ${rowSelection()} }`;
      case 'page':
        return `${alias}: page${list(model.arguments.filter(({ name }) => name === 'filter'))} { edges { node { ${rowSelection()} } } }`;
      case 'sorted':
        return `${alias}: sorted { ${rowSelection()} }`;
      case 'standard':
        return `${alias}: standard${random.chance(0.5) ? '' : `(limit: ${maybeVariable('String', random.pick(VALUES))})`} { ${rowSelection()} }`;
      default:
        return `${alias}: row(id: "R1") { ${rowSelection()} }`;
    }
  }

  function rowSelection(): string {
    const own = FIELDS.filter(() => random.chance(0.2));
    const part = random.chance(0.2) ? ['part { n x }'] : [];
    const parts = random.chance(0.4) ? [`parts${list(PART_ARGUMENTS)} { n }`] : [];
    return ['id', ...own, ...part, ...parts].join(' ');
  }

  function list(given: readonly Given[]): string {
    const some = given.filter(() => random.chance(0.4));
    return some.length === 0 ? '' : `(${some.map((one) => `${one.name}: ${valueOf(one, 0)}`).join(', ')})`;
  }

  function valueOf(given: Given, depth: number): string {
    return maybeVariable(given.type, literalOf(given, depth));
  }

  function literalOf(given: Given, depth: number): string {
    const value = () => random.pick(VALUES.slice(0, 4));
    switch (given.kind) {
      case 'VALUE':
        return random.pick(VALUES);
      case 'VALUES':
        return random.pick([`[${value()}, ${value()}]`, value(), '[]', 'null']);
      case 'RANGE':
        return random.pick([
          `{ from: ${value()} }`,
          `{ to: ${maybeVariable('String', value())} }`,
          '{}',
          'null',
        ]);
      case 'ORDER':
        return random.pick([`[BY_a, BY_${random.pick(FIELDS)}]`, `BY_${random.pick(FIELDS)}`, 'null', '[]']);
      case 'PART':
        return random.pick([`{ x: ${value()} }`, `{ y: ${maybeVariable('String', value())} }`, '{}', 'null']);
      case 'FILTER':
        return filterLiteral(depth);
      case 'FILTERS':
        return random.chance(0.3)
          ? filterLiteral(depth)
          : `[${filterLiteral(depth)}, ${maybeVariable('Filter!', filterLiteral(depth))}]`;
    }
  }

  function filterLiteral(depth: number): string {
    const some = model.filter.filter(({ kind }) =>
      random.chance(kind === 'FILTERS' || kind === 'FILTER' ? 0.3 / (depth + 1) : 0.3),
    );
    return `{ ${some.map((one) => `${one.name}: ${valueOf(one, depth + 1)}`).join(', ')} }`;
  }

  /** As it is, or as a variable: given, by its default, or left out. Literals within literals may have variables already. */
  function maybeVariable(type: string, literal: string): string {
    if (literal.includes('$') || random.chance(0.5)) return literal;
    const name = `v${definitions.length}`;
    const isNull = literal === 'null';
    const isRequired = type.endsWith('!') && !type.endsWith(']!');
    const how = random.pick(isRequired ? ['GIVEN'] : ['GIVEN', 'GIVEN', 'DEFAULT', 'ABSENT', 'OVERRIDDEN']);
    const byDefault = how === 'DEFAULT' || how === 'OVERRIDDEN' ? ` = ${literal}` : '';
    definitions.push(`$${name}: ${type}${byDefault}`);
    if (how === 'GIVEN') variables[name] = isNull ? null : toJson(literal);
    if (how === 'OVERRIDDEN') variables[name] = null;
    return `$${name}`;
  }
}

const PART_ARGUMENTS: readonly Given[] = ['x', 'upTo'].map((name) => ({
  name,
  type: 'String',
  sdl: '',
  kind: 'VALUE',
  field: null,
}));

function toJson(literal: string): unknown {
  const quoted = literal.replaceAll(/\b(\w+):/g, '"$1":').replaceAll(/\b(BY_\w)\b/g, '"$1"');
  return JSON.parse(quoted);
}
