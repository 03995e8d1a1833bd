export type { AnswerCache, CacheStatistics, CacheStatus, Change, FollowState } from './core/answer-cache.ts';
export { createAnswerCache } from './caching/create-answer-cache.ts';
export { createApolloEngine } from './apollo/create-apollo-engine.ts';
export { ignoreVendorEnvironment } from './core/engine.ts';
export type {
  AccessRule,
  Caller,
  ConditionalReads,
  DataSubject,
  Denial,
  SharingClass,
  Subject,
} from './core/caller.ts';
export { createCompiledEngine } from './compiled/create-compiled-engine.ts';
export type { Requester } from './core/caller.ts';
export { type CostFacts, type ListSize, readCosts } from './core/read-costs.ts';
export { type FetchObserver, SubgraphFault, type FaultReason, type SubgraphState } from './core/subgraph.ts';
export type { Engine, Replacement } from './core/engine.ts';
export type { PlanStore } from './core/plan-store.ts';
export type { QueryPlan } from './core/query-plan.ts';
export type { EngineContext, EngineOptions } from './core/engine-options.ts';
export {
  type AnnouncedPart,
  type DeferredPart,
  type ExplainedAnswer,
  type LaterAnswer,
  type Subscription,
  SupergraphError,
  type TextAnswer,
  type TextRequest,
} from './core/graph.ts';
