import type { AnyRegister } from '@yiwang/subgraph-kit';
import { recordRegister } from './record-register.ts';

/** The registers that the department keeps. */
export const registers: readonly AnyRegister[] = [recordRegister];
