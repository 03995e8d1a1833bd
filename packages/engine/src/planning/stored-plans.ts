import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deserialize, serialize } from 'node:v8';
import { type PlanRequest, planRequestKey } from '../core/plan-request.ts';
import type { PlanStore } from '../core/plan-store.ts';
import type { SupergraphFacts } from './planner-thread.ts';

/** What a store has of one supergraph. */
export interface StoredPlans {
  /** Null when the supergraph must be read. */
  facts(): SupergraphFacts | null;
  keepFacts(facts: SupergraphFacts): void;
  /** Returns a PlannedOperation as JSON; null when the operation must be planned. */
  plan(planRequest: PlanRequest): string | null;
  keepPlan(planRequest: PlanRequest, planned: string): void;
}

/**
 * Reads and writes the facts and plans of one supergraph. A store that fails costs time only: failures are reported once, and the
 * planner does the work.
 */
export function createStoredPlans(
  store: PlanStore,
  supergraphSdl: string,
  onFault: (fault: Error) => void,
): StoredPlans {
  const supergraph = hash('sha256', `${codeVersion()}\n${supergraphSdl}`);
  const factsKey = `facts ${supergraph}`;
  const planKey = (planRequest: PlanRequest) =>
    `plan ${hash('sha256', `${supergraph}\n${planRequestKey(planRequest)}`)}`;
  let hasFailed = false;

  function tolerant<Value>(use: () => Value): Value | null {
    try {
      return use();
    } catch (cause) {
      if (!hasFailed) onFault(new Error('Stored plans cannot be used.', { cause }));
      hasFailed = true;
      return null;
    }
  }

  return {
    facts: () =>
      tolerant(() => {
        const value = store.read(factsKey);
        return value && (deserialize(value) as SupergraphFacts);
      }),
    keepFacts: (facts) => void tolerant(() => store.write(factsKey, serialize(facts))),
    plan: (planRequest) =>
      tolerant(() => {
        const value = store.read(planKey(planRequest));
        return value && Buffer.from(value).toString();
      }),
    keepPlan: (planRequest, planned) =>
      void tolerant(() => store.write(planKey(planRequest), Buffer.from(planned))),
  };
}

const LIBRARIES = ['@apollo/federation-internals', '@apollo/query-planner', 'graphql'];
let version: string | undefined;

/** Other code may plan otherwise. A digest of the source, so that nobody has to remember to raise a number. */
function codeVersion(): string {
  if (version !== undefined) return version;
  const source = new URL('../', import.meta.url);
  const files = globSync('**/*.ts', { cwd: source }).sort();
  const require = createRequire(import.meta.url);
  const libraries = LIBRARIES.map((name) => (require(`${name}/package.json`) as { version: string }).version);
  const texts = files.map((file) => `${file}\n${readFileSync(new URL(file, source), 'utf8')}`);
  version = hash('sha256', [process.versions.v8, ...libraries, ...texts].join('\n'));
  return version;
}
