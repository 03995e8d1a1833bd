export { createApolloEngine } from './apollo/create-apollo-engine.ts';
export { ignoreVendorEnvironment } from './apollo/vendor-environment.ts';
export type { AccessRule, Caller, ConditionalReads, Refusal, SharingClass, Subject } from './caller.ts';
export { createCompiledEngine } from './compiled/create-compiled-engine.ts';
export { type CostFacts, type ListSize, readCosts } from './cost/read-costs.ts';
export { DepartmentFault, type FaultReason } from './departments/department-fault.ts';
export type { Engine } from './engine.ts';
export type { EngineContext, EngineOptions } from './engine-options.ts';
export {
  type DeferredPart,
  type LaterAnswer,
  type Subscription,
  SupergraphError,
  type TextAnswer,
  type TextRequest,
} from './graph.ts';
