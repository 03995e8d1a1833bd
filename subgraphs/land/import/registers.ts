import type { AnyRegister } from '@yiwang/subgraph-kit';
import { beijingSupplyRegister } from './beijing-supply-register.ts';
import { landUseRegister } from './land-use-register.ts';
import { nationalSupplyRegister } from './national-supply-register.ts';
import { transferRegister } from './transfer-register.ts';

/** The registers that natural resources keep. */
export const registers: readonly AnyRegister[] = [
  nationalSupplyRegister,
  beijingSupplyRegister,
  transferRegister,
  landUseRegister,
];
