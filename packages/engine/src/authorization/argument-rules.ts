import { type ArgumentReads, type InputReads, restrictedReads } from '@yiwang/schema-directives';
import type { FieldDefinitionNode } from 'graphql';
import type { AccessRule } from '../core/caller.ts';
import { sensitiveRule } from '../core/access-facts.ts';
import type { TypeDefinition } from './supergraph-types.ts';

/** The scope for comparing with masked values. */
const SENSITIVE_SCOPES = [['sensitive:read']];

interface Graph {
  types: ReadonlyMap<string, TypeDefinition>;
  possibleTypes: ReadonlyMap<string, readonly string[]>;
  reach: ReadonlyMap<string, readonly string[]>;
  /** Receives the rules for comparing with sensitive values. */
  rules: Map<string, AccessRule>;
}

export interface ArgumentRules {
  argumentReads: ArgumentReads;
  readRules: ReadonlyMap<string, readonly string[]>;
  /** Equal for arguments that read the same. */
  description: string;
}

/**
 * Finds the arguments that read restricted data, and the rules that they meet.
 *
 * @param sensitive name of the directive
 */
export function addArgumentRules(
  reading: ArgumentReads,
  sensitive: string,
  { types, possibleTypes, reach, rules }: Graph,
  ownersOf: (type: TypeDefinition, field: FieldDefinitionNode) => string[],
): ArgumentRules {
  const readRules = new Map<string, readonly string[]>();
  const argumentReads = restrictedReads(reading, meetsRule);
  const described = [...argumentReads].flatMap(([coordinate, field]) => [
    ...[...field.arguments.values()].flatMap(describe),
    `${coordinate} ${field.always}`,
  ]);
  for (const [coordinate, own] of readRules) if (own.length === 0) readRules.delete(coordinate);
  return { argumentReads, readRules, description: described.join('\n') };

  function meetsRule(coordinate: string): boolean {
    let own = readRules.get(coordinate);
    if (!own) {
      own = rulesOf(coordinate);
      readRules.set(coordinate, own);
    }
    return own.length > 0;
  }

  /**
   * Returns the rules of the field, of the same field on each type that an object may have, and of masked values
   * among them.
   */
  function rulesOf(coordinate: string): string[] {
    const [type, field] = coordinate.split('.') as [string, string];
    const found = new Set<string>();
    for (const name of [type, ...(possibleTypes.get(type) ?? [])]) {
      for (const rule of reach.get(`${name}.${field}`) ?? []) found.add(rule);
      addSensitive(name, field, found);
    }
    return [...found].sort();
  }

  function addSensitive(name: string, fieldName: string, found: Set<string>): void {
    const type = types.get(name);
    const field = type?.fields?.find((one) => one.name.value === fieldName);
    if (!type || !field?.directives?.some((use) => use.name.value === sensitive)) return;
    const coordinate = `${name}.${fieldName}`;
    const rule = sensitiveRule(coordinate);
    found.add(rule);
    rules.set(rule, {
      coordinate,
      sharing: null,
      basis: null,
      authenticated: false,
      scopes: SENSITIVE_SCOPES,
      subgraphs: ownersOf(type, field),
      ownData: [],
    });
  }
}

/** Describes each input object once, since it may contain itself. */
function describe(root: InputReads): string[] {
  const seen = new Set<InputReads>();
  const lines: string[] = [];
  collect(root);
  return lines;

  function collect(input: InputReads): void {
    if (seen.has(input)) return;
    seen.add(input);
    const { coordinate, reads, values, whenAbsent, fields } = input;
    lines.push(JSON.stringify([coordinate, reads, values && [...values], whenAbsent]));
    for (const field of fields?.values() ?? []) collect(field);
  }
}
