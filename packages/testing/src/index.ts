export { createTestAuthority, type TestAuthority } from './certificates.ts';
export { findPorts, isFree } from './free-ports.ts';
export { bareEnvironment, DEPARTMENT_FLAGS } from './programs.ts';
export { REGISTERS, registerPath } from './registers.ts';
export { createTestGateway, granted, signAs, type TestGateway } from './test-gateway.ts';
export { type CollectedSpan, startTraceCollector, type TraceCollector } from './trace-collector.ts';
