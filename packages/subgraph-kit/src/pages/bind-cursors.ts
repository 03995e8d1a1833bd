import { hash } from 'node:crypto';
import { PublicError } from '@yiwang/errors';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { isPromise } from '../execute/execution.ts';
import { keysOf, topLevelFields } from '../trust/key-fields.ts';
import { bindConnection, sealsCursors } from './connection-resolvers.ts';
import { CursorSeal } from './cursor-seal.ts';

/** The seal of a context without one: of a schema that is executed without its server. */
const OWN_SEAL = CursorSeal.ofProcess();

/**
 * Encrypts the cursors of connections, and binds them to their list: another field, the same field of another row, and
 * other arguments than `first` reject a cursor.
 *
 * It applies to connections whose type has the resolvers of `connectionResolvers`, and whose field takes `after`.
 */
export function bindCursors(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const value = getNamedType(field.type);
      const edges = isObjectType(value) ? value.getFields()['edges'] : undefined;
      if (edges && sealsCursors(edges.resolve) && field.args.some(({ name }) => name === 'after')) {
        bind(type, field);
      }
    }
  }
}

function bind(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const coordinate = `${parent.name}.${field.name}`;
  const keys = topLevelFields(keysOf(parent)[0] ?? '').map((name) => parent.getFields()[name]!);

  field.resolve = (source, args: Record<string, unknown>, context, info) => {
    const seal = (context as { cursorSeal?: CursorSeal } | null)?.cursorSeal ?? OWN_SEAL;
    let made: Buffer | undefined;
    const binding = () => (made ??= bindingOf(source, args, context, info));
    const { after } = args;
    const plain = typeof after === 'string' ? seal.open(after, binding()) : after;
    if (plain === null && after !== null) {
      throw new PublicError(
        'MALFORMED_CURSOR',
        `The cursor was not made by ${coordinate} with these arguments. Pass pageInfo.endCursor or edges.cursor unchanged, with the same arguments, or leave it out.`,
      );
    }
    const sealCursor = (cursor: string) => seal.seal(cursor, binding());
    const found = resolve(
      source,
      after === plain ? args : { ...args, after: plain },
      context,
      info,
    ) as unknown;
    return isPromise(found)
      ? found.then((page) => bindConnection(page, sealCursor))
      : bindConnection(found, sealCursor);
  };

  function bindingOf(
    source: unknown,
    { first: _first, after: _after, ...args }: Record<string, unknown>,
    context: unknown,
    info: GraphQLResolveInfo,
  ): Buffer {
    const key = keys.map((one) =>
      (one.resolve ?? defaultFieldResolver)(source, {}, context, { ...info, fieldName: one.name }),
    );
    // An argument that is null means the same as one that is left out.
    const given = JSON.stringify([coordinate, key, args], (_name, value: unknown) =>
      value === null ? undefined : value,
    );
    return hash('sha256', given, 'buffer');
  }
}
