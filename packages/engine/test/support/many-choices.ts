const DEPARTMENTS = 8;

/** Departments that could each answer almost everything: the plans of one operation multiply. */
export const MANY_CHOICES = Object.fromEntries(
  Array.from({ length: DEPARTMENTS }, (_, number) => [
    `d${number}`,
    {
      types: `
        type Query { thing: Thing @shareable }
        type Thing @key(fields: "id") {
          id: ID!
          own${number}: Int
          ${number === 0 ? '' : 'next: Thing @shareable'}
        }`,
      resolvers: {
        Query: { thing: () => ({ id: '1' }) },
        Thing: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          [`own${number}`]: () => number,
          ...(number === 0 ? {} : { next: ({ id }: { id: string }) => ({ id: `${id}n` }) }),
        },
      },
    },
  ]),
);

/** About 20 bytes for each of `width`; planning it takes longer than linear. */
export function costlyQuery(width: number): string {
  const fields = Array.from({ length: width }, (_, number) => `n${number}: next { own0 own1 }`);
  return `{ thing { own0 ${fields.join(' ')} } }`;
}
