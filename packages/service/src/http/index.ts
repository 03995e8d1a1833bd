export { bytesOf, createHttpServer, type HttpServerOptions } from './create-http-server.ts';
export { checkDocument } from './documents/check-document.ts';
export { type Collecting, collectFields } from './documents/collect-fields.ts';
export {
  type DocumentLimits,
  type DocumentLimitSettings,
  documentLimitSettings,
  documentLimitsOf,
} from './documents/document-limits.ts';
export { fragmentsOf } from './documents/fragments-of.ts';
export { measureDocument } from './documents/measure-document.ts';
export { scanSource } from './documents/scan-source.ts';
export { createEventStreams, type EventStreams, eventsText } from './event-streams.ts';
export type { ReadinessCheck } from './health.ts';
export { MAX_JSON_DEPTH, nestsDeeperThan } from './json-depth.ts';
export { ListenError, listen } from './listen.ts';
export { exemptFromRequestTimeout } from './request-timeout.ts';
export { drain } from './drain-connections.ts';
export { isClientFault } from './send-error.ts';
export { stopSignal } from './stop-signal.ts';
export { createUnsentBytes, type UnsentBytes, type UnsentLimits } from './unsent-bytes.ts';
export { createWholeAnswers, type WholeAnswers } from './whole-answers.ts';
