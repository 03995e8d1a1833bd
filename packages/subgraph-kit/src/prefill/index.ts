export {
  type CompiledPrefill,
  compilePrefill,
  PREFILL_VARIABLES,
  type PrefillDefinition,
  type PrefillPart,
  type PrefillProblem,
  type PrefillProblemCode,
  type PrefillSource,
} from './compile-prefill.ts';
export {
  createGatewayClient,
  type GatewayAnswer,
  type GatewayClient,
  type GatewayClientSettings,
  gatewayClientSettings,
  type GatewayError,
} from './gateway-client.ts';
export { type PrefilledValue, runPrefill } from './run-prefill.ts';
