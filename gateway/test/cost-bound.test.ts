import fc from 'fast-check';
import {
  executeSync,
  getNamedType,
  getNullableType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { createDocumentCost } from '../src/pipeline/cost/document-cost.ts';
import { COST_MODEL } from './support/cost-graph.ts';

const { schema, facts, listSize } = COST_MODEL;

/** Draws from a list of numbers; the first of each choice when it is used up. */
type Draw = (choices: number) => number;

function drawFrom(numbers: readonly number[]): Draw {
  let at = 0;
  return (choices) => (at < numbers.length ? numbers[at++]! % choices : 0);
}

const VARIABLES = '($n: Int! = 3, $m: Int, $yes: Boolean! = true, $f: Filter)';

/** Selections of a type, four levels deep at most, with everything that changes what is asked for. */
function selections(type: string, draw: Draw, depth: number): string {
  const named = schema.getType(type);
  const asked = ['__typename'];
  if (isAbstractType(named) || depth > 3) {
    for (const possible of isAbstractType(named) ? schema.getPossibleTypes(named) : []) {
      if (depth <= 3 && draw(2))
        asked.push(`... on ${possible.name} { ${selections(possible.name, draw, depth + 1)} }`);
    }
  }
  if ((isObjectType(named) || isInterfaceType(named)) && depth <= 3) {
    const fields = Object.values(named.getFields());
    const count = 1 + draw(3);
    for (let i = 0; i < count; i++) {
      const field = fields[draw(fields.length)]!;
      const inner = getNamedType(field.type);
      const alias = draw(3) ? '' : `x${depth}${i}: `;
      const condition = ['', '', '', ' @include(if: $yes)', ' @skip(if: $yes)', ' @skip(if: false)'][
        draw(6)
      ]!;
      const given = field.args.map(({ name }) => argument(name, draw)).filter(Boolean);
      const args = given.length ? `(${given.join(', ')})` : '';
      const inside = isCompositeType(inner) ? ` { ${selections(inner.name, draw, depth + 1)} }` : '';
      asked.push(`${alias}${field.name}${args}${condition}${inside}`);
    }
  }
  return asked.join(' ');
}

function argument(name: string, draw: Draw): string {
  if (name === 'filter') {
    return ['', 'filter: $f', 'filter: { most: 4, name: "a" }', 'filter: { most: $m, and: [{ name: "b" }] }'][
      draw(4)
    ]!;
  }
  return ['', `${name}: 0`, `${name}: 1`, `${name}: 4`, `${name}: $n`][draw(5)]!;
}

/** The greatest length that a list may have, by what is said of it, worked out in another way than the code does. */
function mostOf(coordinate: string, args: Record<string, unknown>, above: number | undefined): number {
  const said = facts.listSizes.get(coordinate);
  if (above !== undefined) return above;
  if (!said || said.sizedFields.length > 0) return listSize;
  return lengthSaid(coordinate, args) ?? listSize;
}

function lengthSaid(coordinate: string, args: Record<string, unknown>): number | undefined {
  const said = facts.listSizes.get(coordinate);
  if (!said) return undefined;
  const lengths = said.slicingArguments
    .map((path) =>
      path
        .split('.')
        .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], args),
    )
    .filter((length) => typeof length === 'number');
  return lengths.length > 0 ? Math.max(...lengths) : (said.assumedSize ?? undefined);
}

interface Value {
  __typename: string;
  /** Lengths that a field above gave. */
  sized: Record<string, number>;
}

/** Any answer whose lists are no longer than they may be. */
function answer(source: string, variables: Record<string, unknown>, draw: Draw, isFull: boolean) {
  return executeSync({
    schema,
    document: parse(source),
    variableValues: variables,
    rootValue: { sized: {} },
    typeResolver: (value) => (value as Value).__typename,
    fieldResolver(
      parent: Value,
      args: Record<string, unknown>,
      _context,
      { parentType, fieldName, returnType },
    ) {
      const coordinate = `${parentType.name}.${fieldName}`;
      const most = mostOf(coordinate, args, parent.sized[fieldName]);
      const said = facts.listSizes.get(coordinate);
      const inner = Object.fromEntries(
        (said?.sizedFields ?? []).map((name) => [name, lengthSaid(coordinate, args) ?? listSize]),
      );
      return value(returnType, most);

      function value(type: GraphQLOutputType, length: number): unknown {
        const nullable = getNullableType(type);
        if (nullable === type && !isFull && draw(6) === 5) return null;
        if (isListType(nullable)) {
          const count = isFull ? length : draw(length + 1);
          return Array.from({ length: count }, () => value(nullable.ofType as GraphQLOutputType, listSize));
        }
        if (isObjectType(nullable)) return { __typename: nullable.name, sized: inner };
        if (isInterfaceType(nullable) || isUnionType(nullable)) {
          const possible = schema.getPossibleTypes(nullable);
          return { __typename: possible[draw(possible.length)]!.name, sized: inner };
        }
        return isEnumType(nullable) ? 'A' : 1;
      }
    },
  });
}

const numbers = fc.array(fc.nat(1000), { minLength: 10, maxLength: 60 });
const givenVariables = fc.record(
  {
    n: fc.nat(4),
    m: fc.option(fc.nat(4)),
    yes: fc.boolean(),
    f: fc.option(fc.record({ most: fc.option(fc.nat(4)), name: fc.constant('x') }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
);

function check(drawn: number[], answered: number[], variables: Record<string, unknown>, isFull: boolean) {
  const source = `query ${VARIABLES} { ${selections('Query', drawFrom(drawn), 0)} }`;
  const invalid = validate(schema, parse(source)).filter(
    ({ message }) => !/never used|unused/i.test(message),
  );
  if (invalid.length > 0) return null;
  let cost;
  try {
    cost = createDocumentCost(COST_MODEL, parse(source)).of(undefined, variables)!;
  } catch {
    return null; // It gives one slicing argument too many, or none.
  }
  const { data, errors } = answer(source, variables, drawFrom(answered), isFull);
  // Every value and every variable fits.
  if (!data) return null;
  expect(errors).toBeUndefined();
  return { source, estimate: cost.estimate, actual: cost.measure(JSON.parse(JSON.stringify(data))) };
}

test('no answer costs more than the estimate, as long as lists are no longer than they may be', () => {
  let compared = 0;
  fc.assert(
    fc.property(numbers, numbers, givenVariables, (drawn, answered, variables) => {
      const result = check(drawn, answered, variables, false);
      if (!result) return;
      compared += 1;
      expect(result.actual, result.source).toBeLessThanOrEqual(result.estimate);
    }),
    { numRuns: 1500 },
  );
  expect(compared).toBeGreaterThan(300);
});

test('an answer with full lists of objects whose types are known costs exactly the estimate', () => {
  let compared = 0;
  fc.assert(
    fc.property(numbers, givenVariables, (drawn, variables) => {
      const result = check(drawn, [], variables, true);
      if (!result || /\b(node|nodes|any|child|kin)\b/.test(result.source)) return;
      compared += 1;
      expect(result.actual, result.source).toBe(result.estimate);
    }),
    { numRuns: 1500 },
  );
  expect(compared).toBeGreaterThan(100);
});
