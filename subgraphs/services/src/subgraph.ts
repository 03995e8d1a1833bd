import { buildSchema } from '@yiwang/subgraph-kit';
import { resolvers } from './resolvers.ts';

export const schema = buildSchema(new URL('../schema.graphql', import.meta.url), resolvers);
