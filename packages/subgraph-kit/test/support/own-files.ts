import { PublicError } from '@yiwang/errors';
import {
  buildSchema,
  type Caller,
  connectionResolvers,
  defineKeyset,
  enterpriseSubject,
  matterSubject,
  personSubject,
} from '../../src/index.ts';

export interface File {
  number: string;
  region: string;
  state: string;
  /** Enterprise that it is about; null for a person. */
  uscc: string | null;
  item: string;
  person: string;
}

/** The rows that the resolvers find. */
export const store: { files: readonly File[] } = { files: [] };

const find = (number: string) => store.files.find((one) => one.number === number) ?? null;
const cursor = defineKeyset('files', ['text']);
const pageOf = (rows: readonly File[]) => ({
  rows: [...rows],
  hasNextPage: rows.length > 2,
  countAll: async () => rows.length,
});

export const fileSchema = buildSchema(
  new URL('../fixtures/own-data.graphql', import.meta.url),
  {
    Query: {
      file(_root: unknown, { number }: File) {
        const file = find(number);
        if (!file) throw new PublicError('NOT_FOUND', 'There is no such file.');
        return file;
      },
      files: () => pageOf(store.files),
      enterprise: (_root: unknown, { uscc }: { uscc: string }) => ({ uscc }),
      note: (_root: unknown, { number }: File) => find(number),
      countedBy: (_root: unknown, { state }: File) => store.files.filter((one) => one.state === state).length,
    },
    Mutation: { openFile: (_root: unknown, { number }: File) => ({ file: find(number) }) },
    File: {
      __resolveReference: ({ number }: File) => find(number),
      parts: ({ number }: File) => [{ note: `part of ${number}` }],
      opinion: () => 'doubtful',
      secret: () => 'a secret',
    },
    Note: {
      __resolveReference: ({ number }: File) => find(number),
      text: () => 'a note',
      remark: () => 'a remark',
    },
    Enterprise: {
      __resolveReference: (enterprise: object) => enterprise,
      files({ uscc }: { uscc: string }, _args: object, { caller }: { caller: Caller }) {
        const regions = caller.regionsOf('Enterprise.files', [enterpriseSubject(uscc)]);
        const own = store.files.filter((one) => one.uscc === uscc);
        return pageOf(
          own.filter(({ region }) => regions === null || regions.some((one) => region.startsWith(one))),
        );
      },
    },
    FileConnection: connectionResolvers<File>(({ number }) => cursor.encode([number])),
  },
  {
    regionOf: { File: ({ region }: File) => region },
    subjectsOf: {
      Note: ({ person }: File) => [personSubject(person)],
      Enterprise: ({ uscc }: { uscc: string }) => [enterpriseSubject(uscc)],
      File: ({ uscc, item, person }: File) => [
        ...(uscc === null ? [] : [enterpriseSubject(uscc), matterSubject(uscc, item)]),
        personSubject(person),
      ],
    },
    narrowed: ['Enterprise.files'],
  },
);
