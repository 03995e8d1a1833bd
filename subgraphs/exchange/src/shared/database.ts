export type { Db } from '@yiwang/subgraph-kit';
