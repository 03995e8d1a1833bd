export { completeSchema } from './complete-schema.ts';
export { definitionsByName, platformDefinitions } from './definitions.ts';
export {
  argumentsOf,
  isComposed,
  type LinkedNames,
  readLinkedNames,
  schemaDirectives,
} from './linked-names.ts';
export { declaredReads } from './reads/declared-reads.ts';
export {
  type Probe,
  readLiteral,
  readProbe,
  readSelection,
  readValue,
  type ReadVisitor,
} from './reads/evaluate.ts';
export {
  type ArgumentReads,
  type FieldReads,
  type InputReads,
  type ReadOrigin,
  reachableReads,
  restrictedReads,
} from './reads/input-reads.ts';
export { type ReadNames, readArgumentReads } from './reads/read-argument-reads.ts';
