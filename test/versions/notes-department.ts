import { fileURLToPath } from 'node:url';
import { buildSchema, runDepartment, serviceSettings } from '@yiwang/subgraph-kit';
import type { Sql } from 'postgres';

interface Note {
  id: string;
  text: string;
}

/** A department with notes, each with a remark that is shared with condition. It runs on the kit of the release that it stands in. */
await runDepartment({
  name: 'notes',
  migrations: fileURLToPath(new URL('../scale-out/migrations', import.meta.url)),
  settings: serviceSettings(0),
  schema: buildSchema(
    new URL('schema.graphql', import.meta.url),
    {
      Query: { note: (_root: unknown, { id }: Note, { sql }: { sql: Sql }) => find(sql, id) },
      Mutation: {
        async writeNote(_root: unknown, { id, text }: Note, { sql }: { sql: Sql }) {
          await sql`insert into note (id, text) values (${id}, ${text})`;
          return { id, text };
        },
      },
      Note: {
        __resolveReference: ({ id }: Note, { sql }: { sql: Sql }) => find(sql, id),
        remark: ({ text }: Note) => `remark on ${text}`,
      },
    },
    { regionOf: { Note: () => '320583' } },
  ),
  createContextFactory: (_db, sql) => () => ({ sql }),
});

async function find(sql: Sql, id: string): Promise<Note | null> {
  const [note] = await sql<Note[]>`select id, text from note where id = ${id}`;
  return note ?? null;
}
