import { NETWORK_FAULTS } from './network-faults.ts';
import { PROCESS_FAULTS } from './process-faults.ts';
import type { Fault } from './fault.ts';

export const FAULTS: readonly Fault[] = [...NETWORK_FAULTS, ...PROCESS_FAULTS];
