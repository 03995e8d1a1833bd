import { uscc } from '../synthetic/data.ts';
import type { Workload } from './workload.ts';

const PAGES = 64;
const MANY_PAGES = 1000;
const KEYS = 1000;
const NOTHING_KEPT = { 'yiwang-cached': 'the synthetic departments say nothing of caching' };
const NOT_ONE_FETCH = {
  ...NOTHING_KEPT,
  proxy: 'it sends each request to one department',
};

const FRAGMENTS = `
  fragment E on Enterprise { uscc name status creditGrade }
  fragment P on Permit { number kind validUntil }
  fragment L on Parcel { code use areaM2 landTaxCny inArrears }`;

const NESTED = `query Nested($page: Int!) {
  enterprises(page: $page, first: 4) {
    ...E
    permits { ...P parcel { ...L permits { ...P holder { ...E permits { ...P parcel { code use } } } } } }
  }
  parcels(page: $page, first: 5) {
    ...L
    permits { ...P holder { ...E permits { ...P parcel { code use } } } }
  }
} ${FRAGMENTS}`;

const ENTITY = `query Entity($uscc: ID!) {
  enterprise(uscc: $uscc) { uscc name creditGrade permits { number kind } parcels { code use } }
}`;

const ONE_FETCH = `query OneFetch($uscc: ID!) {
  enterprise(uscc: $uscc) { uscc name status regionCode registeredOn capitalCny }
}`;

const LIST = `query List($page: Int!) {
  enterprises(page: $page, first: 500) { uscc name status creditGrade paidCny permitCount landAreaM2 }
}`;

const ofPages = (query: string, pages: number) =>
  Array.from({ length: pages }, (_, page) => ({ query, variables: { page } }));
const ofKeys = (query: string) =>
  Array.from({ length: KEYS }, (_, index) => ({ query, variables: { uscc: uscc(index) } }));

/** One enterprise from its own department alone. */
export const ONE_DEPARTMENT = ofKeys(ONE_FETCH);
/** One enterprise with fields of all departments. */
export const ALL_DEPARTMENTS = ofKeys(ENTITY);
/** A list that takes a gateway a hundred times as long as one enterprise. */
export const COSTLY = ofPages(LIST, PAGES);

/** The workloads over the synthetic departments. */
export const SYNTHETIC_WORKLOADS: readonly Workload[] = [
  {
    name: 'nested',
    what: `a large nested query over 4 departments with @requires, one of ${PAGES} pages at random`,
    operations: ofPages(NESTED, PAGES),
    without: NOT_ONE_FETCH,
  },
  {
    name: 'nested-wide',
    what: `the same query, one of ${MANY_PAGES} pages at random: gateways seldom have two alike in flight`,
    operations: ofPages(NESTED, MANY_PAGES),
    without: NOT_ONE_FETCH,
  },
  {
    name: 'nested-same',
    what: 'the same query, always the same page: gateways may share what is in flight',
    operations: ofPages(NESTED, 1),
    without: NOT_ONE_FETCH,
  },
  {
    name: 'entity',
    what: `one enterprise with fields of 4 departments, one of ${KEYS} keys at random`,
    operations: ALL_DEPARTMENTS,
    without: NOT_ONE_FETCH,
  },
  {
    name: 'one-fetch',
    what: `one enterprise from its own department alone, one of ${KEYS} keys at random`,
    operations: ONE_DEPARTMENT,
    without: NOTHING_KEPT,
  },
  {
    name: 'list',
    what: `a list of 500 rows with joins to three departments, one of ${PAGES} pages at random`,
    operations: COSTLY,
    without: NOT_ONE_FETCH,
  },
];
