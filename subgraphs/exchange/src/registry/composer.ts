import {
  applyContract,
  CompositionError,
  type CompositionFault,
  composeSupergraph,
  diffSchemas,
  type FaultLocation,
  type LintFinding,
  lintSubgraph,
  type SchemaChange,
  type SubgraphInput,
} from '@yiwang/composition';

export type { CompositionFault, FaultLocation, SchemaChange, SubgraphInput };

export interface CheckResult {
  faults: CompositionFault[];
  lint: (LintFinding & { subgraph: string })[];
  changes: SchemaChange[];
  hints: string[];
  supergraphSdl: string | null;
}

export interface Composer {
  check(
    current: readonly SubgraphInput[],
    proposed: readonly SubgraphInput[],
    currentSupergraphSdl: string | null,
  ): Promise<CheckResult>;
  contract(supergraphSdl: string, options: { excludeTags: readonly string[] }): Promise<string>;
  close(): Promise<void>;
}

export function createComposer(): Composer {
  return {
    async check(current, proposed, currentSupergraphSdl) {
      const names = proposed.map(({ name }) => name);
      const all = [...current.filter(({ name }) => !names.includes(name)), ...proposed];
      const lint = proposed.flatMap(({ name, sdl }) =>
        lintSubgraph({ name, sdl }).map((finding) => ({ ...finding, subgraph: name })),
      );
      try {
        const { supergraphSdl, hints } = composeSupergraph(all);
        const changes = currentSupergraphSdl ? await diffSchemas(currentSupergraphSdl, supergraphSdl) : [];
        return { faults: [], lint, changes, hints, supergraphSdl };
      } catch (error) {
        if (!(error instanceof CompositionError)) throw error;
        return { faults: [...error.errors], lint, changes: [], hints: [], supergraphSdl: null };
      }
    },
    contract: async (sdl, options) => applyContract(sdl, options),
    close: async () => {},
  };
}
