import type { AnyRegister } from '@yiwang/subgraph-kit';
import { creditRegister } from './credit-register.ts';

/** The registers that tax keeps. */
export const registers: readonly AnyRegister[] = [creditRegister];
