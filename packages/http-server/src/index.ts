export { createHttpServer, type HttpServerOptions } from './create-http-server.ts';
export { createEventStreams, type EventStreams, eventsText } from './event-streams.ts';
export type { ReadinessCheck } from './health.ts';
export { MAX_JSON_DEPTH, nestsDeeperThan } from './json-depth.ts';
export { ListenError, listen } from './listen.ts';
export { stopSignal } from './stop-signal.ts';
export { createWholeAnswers, type WholeAnswers } from './whole-answers.ts';
