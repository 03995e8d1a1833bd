import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';
import type { FieldShape, ObjectShape, Shape, Slot } from '../response-shape/shape.ts';
import { NOWHERE, SCANS, type Scans } from './scans.ts';

/**
 * Returns whether the bytes are the JSON that the writer would write: the selected fields in order, of their types,
 * without a null where none is allowed, and nothing else.
 *
 * False may also mean that only parsing could decide.
 */
export type ScanAnswer = (body: Uint8Array) => boolean;

/**
 * Generates the scanner of one shape: a function for each object shape, which takes the bytes `b` and a position
 * `p` and returns the position after the value, or -1.
 *
 * @returns null for a shape that one pass cannot check: with types that objects include themselves, conditions, or
 *   names that differ between subgraph and client
 */
export function compileScanner(root: ObjectShape): ScanAnswer | null {
  const functions: string[] = [];
  const constants: unknown[] = [];
  const names = new Map<Shape, string | null>();

  /** Returns the name of a function that scans a value of the shape; null when there is none. */
  function scanOf(shape: Shape): string | null {
    const cached = names.get(shape);
    if (cached !== undefined) return cached;
    const made = makeScan(shape);
    names.set(shape, made);
    return made;
  }

  function makeScan(shape: Shape): string | null {
    if (shape.kind === 'leaf') return leafScan(shape.type);
    if (shape.kind === 'list') return listScan(shape.item);
    return shape.kind === 'object' ? objectScan(shape) : null;
  }

  function leafScan(type: GraphQLLeafType): string {
    if (isEnumType(type)) {
      const values = new Set(type.getValues().map(({ name }) => name));
      return `((b, p) => s.oneOf(b, p, ${constant(values)}))`;
    }
    return isSpecifiedScalarType(type) ? `s.${type.name}` : 's.scalar';
  }

  function listScan(item: Slot): string | null {
    const scan = slotScan(item, 'p');
    if (scan === null) return null;
    return define(`
  if (b[p++] !== ${OPEN_LIST}) return -1;
  if (b[p] === ${CLOSE_LIST}) return p + 1;
  for (;;) {
    p = ${scan};
    if (p < 0) return -1;
    if (b[p] === ${CLOSE_LIST}) return p + 1;
    if (b[p++] !== ${COMMA}) return -1;
  }`);
  }

  function objectScan({ onlyType, fieldsByType, partsByType }: ObjectShape): string | null {
    if (onlyType === null || partsByType !== null) return null;
    const steps = fieldsByType.get(onlyType)!.map((field, i) => fieldStep(field, i === 0, onlyType));
    if (steps.length === 0 || steps.includes(null)) return null;
    return define(`${steps.join('')}
  return b[p] === ${CLOSE_OBJECT} ? p + 1 : -1;`);
  }

  function fieldStep(field: FieldShape, isFirst: boolean, type: string): string | null {
    const { key, source, name, condition, slot, access } = field;
    if (condition !== null || key !== source || access) return null;
    const label = `${isFirst ? '{' : ','}${JSON.stringify(key)}:`;
    if (name === '__typename') return expectStep(`${label}"${type}"`);
    const scan = slotScan(slot, 'p');
    return scan && `${expectStep(label)}  p = ${scan};\n  if (p < 0) return -1;\n`;
  }

  function expectStep(text: string): string {
    return `  p = s.text(b, p, ${constant(Buffer.from(text))});\n  if (p < 0) return -1;\n`;
  }

  function slotScan({ shape, nonNull }: Slot, position: string): string | null {
    const scan = scanOf(shape);
    if (scan === null) return null;
    const value = `${scan}(b, ${position})`;
    return nonNull ? value : `b[${position}] === ${LETTER_N} ? s.null(b, ${position}) : ${value}`;
  }

  function constant(value: unknown): string {
    return `c[${constants.push(value) - 1}]`;
  }

  function define(body: string): string {
    const name = `scan${functions.length}`;
    functions.push(`function ${name}(b, p) {${body}\n}`);
    return name;
  }

  const top = scanOf(root);
  if (top === null) return null;
  const scan = new Function('s', 'c', `'use strict';\n${functions.join('\n')}\nreturn ${top};`)(
    SCANS,
    constants,
  ) as Scans['null'];

  return (body) => {
    const start = SCANS.text(body, 0, HEAD);
    const end = start === NOWHERE ? NOWHERE : scan(body, start);
    return end === body.length - 1 && body[end] === CLOSE_OBJECT;
  };
}

const HEAD = Buffer.from('{"data":');
const [OPEN_LIST, CLOSE_LIST, CLOSE_OBJECT, COMMA, LETTER_N] = Buffer.from('[]},n');
