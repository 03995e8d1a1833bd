import { type Change, diff } from '@graphql-inspector/core';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { buildApiSchema } from './api-schema.ts';
import { compareKeys, type Keys, keysOfSupergraph } from './keys.ts';
import type { SchemaChange } from './schema-change.ts';
import { findUses, type Uses } from './uses.ts';

/** A supergraph as comparing needs it. */
export interface Comparable {
  api: GraphQLSchema;
  keys: Keys;
  supergraph: DocumentNode;
}

const SEVERITIES = { BREAKING: 'BREAKING', DANGEROUS: 'DANGEROUS', NON_BREAKING: 'SAFE' } as const;
const ORDER = ['BREAKING', 'DANGEROUS', 'SAFE'];

/**
 * What changes for clients from one supergraph to another, and which keys of entities do. What breaks comes first, then by
 * coordinate.
 */
export function diffSchemas(
  beforeSupergraphSdl: string,
  afterSupergraphSdl: string,
): Promise<SchemaChange[]> {
  if (beforeSupergraphSdl === afterSupergraphSdl) return Promise.resolve([]);
  return diffComparable(
    readComparable(parseBare(beforeSupergraphSdl)),
    readComparable(parseBare(afterSupergraphSdl)),
  );
}

export function readComparable(supergraph: DocumentNode): Comparable {
  return { api: buildApiSchema(supergraph), keys: keysOfSupergraph(supergraph), supergraph };
}

export async function diffComparable(before: Comparable, after: Comparable): Promise<SchemaChange[]> {
  const changes = await diff(before.api, after.api);
  const uses = findUses(before.api);
  return [
    ...changes
      .filter(({ type }) => !type.startsWith('DIRECTIVE_USAGE'))
      .map((change) => describe(change, uses)),
    ...compareKeys(before.keys, after.keys),
  ].sort(byImportance);
}

function describe({ type, criticality, path, message }: Change, uses: Uses): SchemaChange {
  return {
    kind: type,
    severity: SEVERITIES[criticality.level],
    coordinate: coordinateOf(path),
    affects: criticality.level === 'NON_BREAKING' ? [] : affectedBy(type, path, uses),
    message,
  };
}

/** `Type.field.argument`, as GraphQL Inspector writes it, as a coordinate of the GraphQL specification. */
function coordinateOf(path: string | undefined): string | null {
  if (!path) return null;
  if (path.startsWith('@')) return path.split('.')[0]!;
  const [type, field, argument] = path.split('.');
  return argument === undefined ? path : `${type}.${field}(${argument}:)`;
}

function affectedBy(kind: string, path: string | undefined, uses: Uses): string[] {
  const [type, field] = path?.split('.') ?? [];
  if (!type || type.startsWith('@')) return [];
  // A field of an object is used as itself; anything else is used through the fields that give or take its type.
  const isField = kind.startsWith('FIELD_') && field !== undefined;
  if (isField) return [`${type}.${field}`];
  return [...new Set([...uses.of(type), ...uses.fieldsOf(type)])].sort();
}

/** What breaks first, then by coordinate. */
export function byImportance(left: SchemaChange, right: SchemaChange): number {
  const bySeverity = ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity);
  if (bySeverity !== 0) return bySeverity;
  const [one, other] = [left.coordinate ?? '', right.coordinate ?? ''];
  return one < other ? -1 : Number(one > other);
}

function parseBare(sdl: string): DocumentNode {
  return parse(sdl, { noLocation: true });
}
