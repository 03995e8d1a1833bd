import {
  CompositionError,
  type CompositionFault as ComposedFault,
  composeSupergraph,
  type FaultLocation,
  type SubgraphInput,
} from '@yiwang/composition';

export type { FaultLocation, SubgraphInput };

export interface CompositionFault extends ComposedFault {
  help: string | null;
}

export interface LintFinding {
  rule: string;
  severity: 'ERROR' | 'WARNING';
  message: string;
  coordinate: string | null;
  location: { line: number; column: number } | null;
}

export interface SchemaChange {
  kind: string;
  severity: 'BREAKING' | 'DANGEROUS' | 'SAFE';
  coordinate: string | null;
  /** Coordinates whose use makes it matter. */
  affects: readonly string[];
  message: string;
}

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
    async check(current, proposed) {
      const names = proposed.map(({ name }) => name);
      const all = [...current.filter(({ name }) => !names.includes(name)), ...proposed];
      try {
        const { supergraphSdl, hints } = composeSupergraph(all);
        return { faults: [], lint: [], changes: [], hints, supergraphSdl };
      } catch (error) {
        if (!(error instanceof CompositionError)) throw error;
        const faults = error.errors.map((fault) => ({ ...fault, help: null }));
        return { faults, lint: [], changes: [], hints: [], supergraphSdl: null };
      }
    },
    contract: async (sdl) => sdl,
    close: async () => {},
  };
}
