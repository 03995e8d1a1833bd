import {
  type ArgumentReads,
  declaredReads,
  type InputReads,
  readArgumentReads,
  type ReadNames,
} from '@yiwang/schema-directives';
import type { DocumentNode } from 'graphql';
import { type Features, readFeatures } from '../diff/features.ts';
import type { Element, Hidden, Types } from './elements.ts';

/** Hides what may be said of fields that are hidden: nobody finds, or orders, by what is not shown. */
export type HideReaders = (hidden: Hidden) => void;

export function createHideReaders(supergraph: DocumentNode, types: Types, features: Features): HideReaders {
  const names = readNames(features);
  /** By what may be said, the fields that it reads; a field that does not exist hides nothing. */
  const readers = new Map<Element, Set<Element>>();
  const elements = sayable(types);
  const seen = new Set<InputReads>();
  for (const [coordinate, { always, arguments: given }] of readArgumentReads(supergraph, names)) {
    note(coordinate, always);
    for (const input of given.values()) collect(input);
  }
  for (const type of types.values()) {
    if (!('values' in type)) continue;
    for (const value of type.values ?? []) {
      note(`${type.name.value}.${value.name.value}`, declaredReads(value, names.reads) ?? []);
    }
  }
  return (hidden) => {
    for (const [reader, fields] of readers) {
      if (hidden.has(reader)) continue;
      for (const field of fields) if (hidden.has(field)) hidden.add(reader);
    }
  };

  function collect(input: InputReads): void {
    if (seen.has(input)) return;
    seen.add(input);
    note(input.coordinate, input.reads);
    for (const field of input.fields?.values() ?? []) collect(field);
  }

  function note(coordinate: string, reads: readonly string[]): void {
    const reader = elements.get(coordinate);
    if (!reader || reads.length === 0) return;
    const fields = readers.get(reader) ?? new Set();
    readers.set(reader, fields);
    for (const read of reads) {
      const [type] = read.split('.');
      for (const element of [types.get(type!), elements.get(read)]) if (element) fields.add(element);
    }
  }
}

/** What the arguments of each field of a supergraph read. */
export function supergraphReads(supergraph: DocumentNode): ArgumentReads {
  return readArgumentReads(supergraph, readNames(readFeatures(supergraph)));
}

function readNames(features: Features): ReadNames {
  return {
    reads: features.directive('reads'),
    sensitive: features.directive('sensitive'),
    key: 'join__type',
  };
}

/** By schema coordinate. */
function sayable(types: Types): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const type of types.values()) {
    const name = type.name.value;
    if ('values' in type)
      for (const value of type.values ?? []) found.set(`${name}.${value.name.value}`, value);
    if (!('fields' in type)) continue;
    for (const field of type.fields ?? []) {
      const coordinate = `${name}.${field.name.value}`;
      found.set(coordinate, field);
      if (!('arguments' in field)) continue;
      for (const argument of field.arguments ?? [])
        found.set(`${coordinate}(${argument.name.value}:)`, argument);
    }
  }
  return found;
}
