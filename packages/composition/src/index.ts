export { catalogueAsDcat, type DcatOptions } from './catalogue/catalogue-as-dcat.ts';
export { catalogueAsGuideCsv } from './catalogue/catalogue-as-guide-csv.ts';
export type { DataResource, DataResourceField } from './catalogue/data-resource.ts';
export { deriveCatalogue } from './catalogue/derive-catalogue.ts';
export type { CheckResult } from './check/check-result.ts';
export { type CheckOptions, checkSubgraphs } from './check/check-subgraphs.ts';
export { composeSupergraph } from './compose/compose-supergraph.ts';
export { CompositionError, type CompositionFault, type FaultLocation } from './compose/composition-error.ts';
export {
  COMPOSITION_LIBRARIES,
  type ComposedSupergraph,
  type CompositionLibraryName,
} from './compose/composition-library.ts';
export type { SubgraphInput } from './compose/subgraph-input.ts';
export { findConsents } from './consent/find-consents.ts';
export type { Variant } from './consent/facts/graph-facts.ts';
export { readFacts } from './consent/read-facts.ts';
export { applyContract } from './contract/apply-contract.ts';
export { supergraphReads } from './contract/hide-readers.ts';
export { buildApiSchema } from './diff/api-schema.ts';
export { diffSchemas } from './diff/diff-schemas.ts';
export type { SchemaChange } from './diff/schema-change.ts';
export { MAX_SDL_BYTES } from './compose/limits.ts';
export type { LintFinding, Severity } from './lint/finding.ts';
export { lintSubgraph } from './lint/lint-subgraph.ts';
export { type Probe, type ProbeOperation, probeOperations } from './probe/probe-operations.ts';
export type { SharingClass, UpdateCycle } from './sdl/sharing.ts';
export { type Composer, type ComposerOptions, createComposer } from './worker/create-composer.ts';
