import type { Caller } from '../../src/trust/caller.ts';
import { buildSchema } from '../../src/serve/build-schema.ts';

const ENGINE = { power: 90, maker: { name: '潍柴' } };

export const BOATS = [
  {
    number: 'B1',
    region: '320583',
    name: '苏渔1号',
    catch: 7,
    engine: ENGINE,
    secret: 's1',
    captain: '张三',
    phones: ['13812345678'],
    account: '6222020200112233445',
    captainId: '320583197001011234',
  },
  {
    number: 'B2',
    region: '350200',
    name: '闽渔2号',
    catch: 9,
    engine: ENGINE,
    secret: 's2',
    captain: '厦门远洋渔业有限公司',
    phones: [],
    account: null,
    captainId: null,
  },
  {
    number: 'B3',
    region: null,
    name: '无籍3号',
    catch: 1,
    engine: ENGINE,
    secret: 's3',
    captain: null,
    phones: null,
    account: null,
    captainId: null,
  },
];

type Boat = (typeof BOATS)[number];

const boatOf = ({ number }: { number: string }) => BOATS.find((boat) => boat.number === number) ?? null;

/** A small department with something of every class. `renamed` counts what its mutation did. */
export const renamed: string[] = [];

export const boatSchema = buildSchema(
  new URL('../fixtures/trust.graphql', import.meta.url),
  {
    Query: {
      boat: (_root: unknown, args: { number: string }) => boatOf(args),
      boats: () => BOATS,
      craft: () => BOATS[0],
      anything: () => BOATS[0],
      loose: () => ENGINE,
      publicly: () => 'for everyone',
      signedIn: () => 'for clients',
      scoped: () => 'for some',
    },
    Mutation: {
      rename(_root: unknown, args: { number: string; name: string }) {
        renamed.push(args.name);
        return boatOf(args);
      },
      publish: (_root: unknown, { text }: { text: string }) => text,
    },
    Craft: { __resolveType: () => 'Boat' },
    Anything: { __resolveType: () => 'Boat' },
    Boat: { __resolveReference: boatOf },
    Case: { __resolveReference: ({ id }: { id: string }) => ({ id, text: 'the case' }) },
    Owner: {
      __resolveReference: (owner: object) => owner,
      boats(_owner: object, _args: object, { caller }: { caller: Caller }) {
        const regions = caller.regionsOf('Owner.boats');
        return BOATS.filter(
          ({ region }) => regions === null || regions.some((one) => region?.startsWith(one)),
        );
      },
    },
  },
  { regionOf: { Boat: ({ region }: Boat) => region }, narrowed: ['Owner.boats'] },
);
