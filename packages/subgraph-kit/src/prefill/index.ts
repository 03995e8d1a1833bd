export { checkPrefill } from './check-prefill.ts';
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
export { fillForm, type KeptValue } from './fill-form.ts';
export { createFormPrefill, type FormPrefill, type PrefilledForm } from './form-prefill.ts';
export {
  createGatewayClient,
  type GatewayAnswer,
  type GatewayClient,
  type GatewayClientSettings,
  gatewayClientSettings,
  type GatewayError,
} from './gateway-client.ts';
export {
  createPrefillCommands,
  PREFILL_BASIS,
  type PrefillErrorCode,
  type PrefillRequest,
} from './prefill-commands.ts';
export { reportDispute } from './report-disputes.ts';
export { readSharingNeeds } from './read-sharing-needs.ts';
export { type PrefilledValue, runPrefill } from './run-prefill.ts';
