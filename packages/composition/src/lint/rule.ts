import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { Report } from './finding.ts';

/**
 * One rule over one department's SDL.
 *
 * @param others the departments that are already in the graph; a rule says no more than it can be sure of without them
 */
export type Rule = (model: SubgraphModel, report: Report, others: readonly SubgraphModel[]) => void;
