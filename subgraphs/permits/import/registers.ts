import type { AnyRegister } from '@yiwang/subgraph-kit';
import { catalogueRegister } from './catalogue-register.ts';
import { serviceItemRegister } from './service-item-register.ts';

/** The registers that administrative approval keeps. */
export const registers: readonly AnyRegister[] = [serviceItemRegister, catalogueRegister];
