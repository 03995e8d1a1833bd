import { buildSchema, runDepartment, serviceSettings } from '@yiwang/subgraph-kit';
import type { Sql } from 'postgres';
import { MIGRATIONS, SCHEMA } from './notes.ts';

interface Note {
  id: string;
  text: string;
}

/** A department that one can read and write, of which several processes may serve the same database. */
await runDepartment({
  name: 'notes',
  migrations: MIGRATIONS,
  settings: serviceSettings(0),
  schema: buildSchema(SCHEMA, {
    Query: { note: (_root: unknown, { id }: Note, { sql }: { sql: Sql }) => find(sql, id) },
    Mutation: {
      async writeNote(_root: unknown, { id, text }: Note, { sql }: { sql: Sql }) {
        await sql`insert into note (id, text) values (${id}, ${text})`;
        return { id, text };
      },
    },
    Note: { __resolveReference: ({ id }: Note, { sql }: { sql: Sql }) => find(sql, id) },
  }),
  createContextFactory: (_db, sql) => () => ({ sql }),
});

async function find(sql: Sql, id: string): Promise<Note | null> {
  const [note] = await sql<Note[]>`select id, text from note where id = ${id}`;
  return note ?? null;
}
