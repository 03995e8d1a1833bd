import type { AnyRegister } from '@yiwang/subgraph-kit';
import { enterpriseRegister } from './enterprise-register.ts';
import { industryRegister } from './industry-register.ts';

/** The registers that market regulation keeps. */
export const registers: readonly AnyRegister[] = [enterpriseRegister, industryRegister];
