import type { MatterDefinition } from '../../src/definition/definition.ts';
import { OPEN_ENTERPRISE } from './open-enterprise.ts';
import { PERMIT_CONSTRUCTION } from './permit-construction.ts';
import { REGISTER_REAL_ESTATE } from './register-real-estate.ts';

/** The matters of 3550, as they come with the department. */
export const MATTERS: readonly { code: string; definition: MatterDefinition }[] = [
  { code: 'YJS320000001', definition: OPEN_ENTERPRISE },
  { code: 'YJS320000002', definition: REGISTER_REAL_ESTATE },
  { code: 'YJS320000003', definition: PERMIT_CONSTRUCTION },
];
