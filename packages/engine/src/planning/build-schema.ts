import { setImmediate as letOthersRun } from 'node:timers/promises';
import {
  type DefinitionNode,
  type DocumentNode,
  GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  specifiedDirectives,
} from 'graphql';
import { extendSchemaImpl } from 'graphql/utilities/extendSchema.js';

/** Characters that parse in a few milliseconds. */
const PART = 20_000;
/** Types whose fields are built in a few milliseconds. */
const TYPES = 100;

/** Splits an SDL into texts that can be parsed one at a time. */
export function divideSdl(sdl: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { loc } of parse(sdl).definitions) {
    if (loc!.end - start < PART) continue;
    parts.push(sdl.slice(start, loc!.end));
    start = loc!.end;
  }
  const rest = sdl.slice(start);
  return rest.trim() === '' ? parts : [...parts, rest];
}

/**
 * Builds a schema from valid SDL like buildASTSchema of graphql-js, but yields to other work in between: done at
 * once, 5,000 types would delay every request by half a second.
 */
export async function buildSchema(parts: readonly string[]): Promise<GraphQLSchema> {
  const definitions: DefinitionNode[] = [];
  for (const part of parts) {
    definitions.push(...parse(part, { noLocation: true }).definitions);
    await letOthersRun();
  }
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const config = extendSchemaImpl(EMPTY, document, { assumeValid: true });
  await letOthersRun();

  let count = 0;
  for (const type of config.types) {
    // This caches the fields; the schema would build all of them at once.
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) type.getFields();
    count += 1;
    if (count % TYPES === 0) await letOthersRun();
  }
  const rootOf = (name: string) => config.types.filter(isObjectType).find((type) => type.name === name);
  // Without a schema definition the root types have the usual names.
  const roots = config.astNode
    ? {}
    : { query: rootOf('Query'), mutation: rootOf('Mutation'), subscription: rootOf('Subscription') };
  const missing = specifiedDirectives.filter(({ name }) =>
    config.directives.every((one) => one.name !== name),
  );
  return new GraphQLSchema({
    ...config,
    ...roots,
    directives: [...config.directives, ...missing],
    assumeValid: true,
  });
}

const EMPTY = { ...new GraphQLSchema({ assumeValid: true }).toConfig(), types: [], directives: [] };
