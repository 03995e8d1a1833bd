import { definePrefills } from '@yiwang/subgraph-kit/prefill/tables';
import { cases } from '../tables.ts';

/** What the form of a case took from other departments. */
export const casePrefills = definePrefills('case_prefills', () => cases.number);
