import { PublicError } from '@yiwang/errors';
import {
  defaultFieldResolver,
  type GraphQLField,
  GraphQLInt,
  type GraphQLSchema,
  getNullableType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isPromise } from '../execute/execution.ts';
import { callerOf } from './caller.ts';
import { argumentOf, findDirective } from './directives.ts';

/** The minimum when neither the directive nor the setting AGGREGATE_MINIMUM sets one. */
export const DEFAULT_MINIMUM = 5;

/** A sum, an average or the like, and the number of its subjects. */
class Aggregate {
  readonly value: unknown;
  readonly subjects: number;

  constructor(value: unknown, subjects: number) {
    this.value = value;
    this.subjects = subjects;
  }
}

/**
 * The result of a resolver of a field with `@aggregate`, when the value is not itself the number of its subjects.
 *
 * @example
 * averageTax: async (region) => aggregate(await averageOf(region), await taxpayersIn(region))
 */
export function aggregate(value: unknown, subjects: number): unknown {
  return new Aggregate(value, subjects);
}

/**
 * Withholds aggregates over few subjects: a field with `@aggregate(over: […])` is null with TOO_FEW_SUBJECTS below the minimum,
 * and a count is rounded to multiples of it, so that the difference of two counts discloses nobody either. Callers who may read
 * all coordinates in `over`, in all rows, see the exact value.
 *
 * @throws Error when such a field is not nullable
 */
export function withholdAggregates(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const directive = findDirective(field.astNode?.directives, 'aggregate');
      const over = (argumentOf(directive, 'over') ?? []) as readonly string[];
      if (over.length === 0) continue;
      if (isNonNullType(field.type)) {
        throw new Error(`${type.name}.${field.name} has @aggregate, so it must be nullable.`);
      }
      withhold(field, `${type.name}.${field.name}`, over, argumentOf(directive, 'minimum'));
    }
  }
}

function withhold(
  field: GraphQLField<unknown, unknown>,
  coordinate: string,
  over: readonly string[],
  ownMinimum: unknown,
): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isCount = getNullableType(field.type) === GraphQLInt;

  field.resolve = (source, args, context, info) => {
    const caller = callerOf(context);
    const seesAll = over.every((one) => caller.reads(one) && caller.regionsOf(one) === null);
    const given = (context as { aggregateMinimum?: number } | null)?.aggregateMinimum;
    const minimum = typeof ownMinimum === 'number' ? ownMinimum : (given ?? DEFAULT_MINIMUM);
    const show = (value: unknown) => (seesAll ? valueOf(value) : shown(value, minimum));
    const found: unknown = resolve(source, args, context, info);
    return isPromise(found) ? found.then(show) : show(found);
  };

  function shown(value: unknown, minimum: number): unknown {
    if (value === null || value === undefined || value instanceof Error) return value;
    const subjects = value instanceof Aggregate ? value.subjects : isCount ? Number(value) : null;
    if (subjects === null)
      throw new Error(
        `${coordinate} must return aggregate(value, subjects), or a count: the number of its subjects is missing.`,
      );
    if (subjects > 0 && subjects < minimum) {
      throw new PublicError(
        'TOO_FEW_SUBJECTS',
        `${coordinate} covers fewer than ${minimum} subjects here, so its value would disclose them. Request a larger group.`,
        { details: { coordinate, minimum, over } },
      );
    }
    return isCount ? Math.round(Number(valueOf(value)) / minimum) * minimum : valueOf(value);
  }
}

function valueOf(value: unknown): unknown {
  return value instanceof Aggregate ? value.value : value;
}
