import { GraphQLError } from 'graphql';
import { Topic } from './topic.ts';
import { type SmallDepartment, startDepartment } from './start-department.ts';

const ENTERPRISES = new Map([
  ['E1', { uscc: 'E1', name: '大余县京桥混凝土有限公司' }],
  ['E2', { uscc: 'E2', name: '南京云锦研究所' }],
]);
const PERMITS = new Map([
  ['E1', [{ number: 'P1' }, { number: 'P2' }]],
  ['E2', [{ number: 'P3' }]],
]);

interface Reference {
  uscc: string;
}

/** Two departments that share one entity: enough graph for the tests of engine and gateway. */
export interface SmallGraph extends AsyncDisposable {
  enterprises: SmallDepartment;
  permits: SmallDepartment;
  /** Both, as composition takes them. */
  departments: SmallDepartment[];
  /** Subscribers of `renamed`, at the department. */
  renamed: Topic<{ renamed: object }>;
  close(): Promise<void>;
}

export async function startSmallGraph(): Promise<SmallGraph> {
  const renamed = new Topic<{ renamed: object }>();
  const enterprises = await startDepartment(
    'enterprises',
    `
      scalar JSON
      type Query {
        enterprise(uscc: ID!): Enterprise
        enterprises(first: Int! = 10): [Enterprise!]
        "Fails with the code that it is given, as a department does."
        refuse(code: String): String
        "The JSON that it is given."
        echo(value: JSON, names: [String!], count: Int): JSON
        "Answers after this many milliseconds."
        slow(ms: Int!): String
      }
      type Mutation { rename(uscc: ID!, name: String!): Enterprise }
      type Subscription { "An enterprise that got another name." renamed: Enterprise }
      type Enterprise @key(fields: "uscc") {
        uscc: ID!
        name: String!
        parent: Enterprise
        branches: [Enterprise!]
      }
    `,
    {
      Query: {
        enterprise: (_: unknown, { uscc }: Reference) => ENTERPRISES.get(uscc),
        enterprises: () => [...ENTERPRISES.values()],
        refuse: (_: unknown, { code }: { code?: string }) => {
          throw new GraphQLError('Refused, as asked.', {
            extensions: {
              ...(code ? { code } : {}),
              rule: 'R1',
              stacktrace: ['at secret.ts:1'],
              http: { status: 418 },
            },
          });
        },
        echo: (_: unknown, { value }: { value: unknown }) => value,
        slow: async (_: unknown, { ms }: { ms: number }) => {
          await new Promise((resolve) => setTimeout(resolve, ms));
          return 'done';
        },
      },
      Mutation: {
        rename: (_: unknown, { uscc, name }: Reference & { name: string }) => {
          const enterprise = { ...ENTERPRISES.get(uscc), name };
          renamed.publish({ renamed: enterprise });
          return enterprise;
        },
      },
      Subscription: { renamed: { subscribe: () => renamed.subscribe() } },
      Enterprise: {
        __resolveReference: ({ uscc }: Reference) => ENTERPRISES.get(uscc),
        parent: () => null,
        branches: () => [],
      },
    },
  );

  const permits = await startDepartment(
    'permits',
    `
      type Query { permit(number: ID!): Permit }
      type Permit { number: ID! holder: Enterprise }
      type Enterprise @key(fields: "uscc") { uscc: ID! permits: [Permit!] permitCount: Int }
    `,
    {
      Query: { permit: (_: unknown, { number }: { number: string }) => ({ number, holder: { uscc: 'E1' } }) },
      Enterprise: {
        __resolveReference: ({ uscc }: Reference) => ({ uscc }),
        permits: ({ uscc }: Reference) => PERMITS.get(uscc) ?? [],
        permitCount: ({ uscc }: Reference) => PERMITS.get(uscc)?.length ?? 0,
      },
    },
  );

  const departments = [enterprises, permits];
  const close = async () => {
    await Promise.all(departments.map((department) => department.close()));
  };
  return { enterprises, permits, departments, renamed, close, [Symbol.asyncDispose]: close };
}
