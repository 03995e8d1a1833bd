import type { AnyRegister } from '@yiwang/subgraph-kit';
import { divisionRegister } from './division-register.ts';

/** The registers that the platform itself keeps. */
export const registers: readonly AnyRegister[] = [divisionRegister];
