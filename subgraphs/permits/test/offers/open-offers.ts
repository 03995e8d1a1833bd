import type { GatewayAnswer, GatewayClient, GatewayError } from '@yiwang/subgraph-kit/prefill';
import { RESTAURANT_FORM } from '@yiwang/subgraph-kit/testing';
import { createEntitlements } from '../../src/offers/compile-entitlement.ts';
import type { Entitlement } from '../../src/offers/entitlement.ts';
import { takePage } from '../../src/offers/run-offers.ts';
import { BUILDER, FOOD, openCases, RESTAURANT, type Who } from '../cases/open-cases.ts';
import { IDLE } from '../fixture.ts';
import { AUTHOR, PUBLISHER } from '../items/open-items.ts';

export { BUILDER, FOOD, IDLE, RESTAURANT };

export const DOCUMENT = `query Entitled($region: RegionCode, $usccs: [USCC!], $after: String) {
  enterprises(filter: { region: $region, usccs: $usccs }, first: 2, after: $after) {
    edges { node { uscc status taxpayer { aListYears } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const ENTITLEMENT: Entitlement = {
  document: DOCUMENT,
  subject: 'uscc',
  conditions: [
    {
      title: 'A级纳税人',
      'x-title-en': 'Taxpayer of grade A',
      when: { status: { const: 'ACTIVE' }, 'taxpayer.aListYears': { contains: 2025 } },
    },
  ],
  validDays: 30,
  form: { kind: 'RESTAURANT' },
};

const PREFILL = 'query Form($uscc: USCC!) { enterprise(uscc: $uscc) { name } }';
/** The restaurant's form, of which the name is filled in. */
const FORM = {
  ...RESTAURANT_FORM,
  required: ['kind', 'contact'],
  properties: {
    ...RESTAURANT_FORM.properties,
    contact: {
      ...(RESTAURANT_FORM.properties as Record<string, object>)['contact'],
      'x-from': 'enterprise.name',
    },
  },
};

const selected = (path: string, coordinate: string, name: string | null, sharing: string | null) => ({
  ...{ path, coordinate, sharing },
  departments: name === null ? [] : [{ name }],
});
const SELECTED = [
  selected('enterprises.edges.node.uscc', 'Enterprise.uscc', 'enterprises', 'UNCONDITIONAL'),
  selected('enterprises.edges.node.status', 'Enterprise.status', 'enterprises', 'UNCONDITIONAL'),
  selected('enterprises.edges.node.taxpayer.aListYears', 'Taxpayer.aListYears', 'tax', 'UNCONDITIONAL'),
  selected('enterprises.pageInfo.hasNextPage', 'PageInfo.hasNextPage', null, null),
  selected('enterprise.name', 'Enterprise.name', 'enterprises', 'UNCONDITIONAL'),
];

/** What the graph holds of an enterprise. */
export interface Known {
  uscc: string | null;
  status?: string;
  aListYears?: number[];
  /** Code of the error in the place of its tax data. */
  error?: string;
}

/** What the gateway answers. The real gateway answers in the tests of the command. */
export interface World {
  enterprises: Known[];
  selected: typeof SELECTED;
  /** In the place of an answer. */
  fault: ((cursor: string | null) => GatewayAnswer | Error | null) | null;
  asked: { query: string; variables: Record<string, unknown>; purpose: unknown }[];
}

export const denial = (code: string, ...path: (string | number)[]): GatewayError => ({
  ...{ message: `${code} at ${path.join('.')}`, path, extensions: { code } },
});

function openGateway(world: World): GatewayClient {
  return {
    async ask(query, variables, { purpose }) {
      if (query.includes('sharingNeeds')) {
        return { data: { sharingNeeds: { selected: world.selected } }, errors: [] };
      }
      world.asked.push({ query, variables, purpose });
      if (query.includes('enterprise(')) return { data: { enterprise: { name: '金陵饭店' } }, errors: [] };
      const after = variables['after'] as string | null;
      const fault = world.fault?.(after) ?? null;
      if (fault instanceof Error) throw fault;
      if (fault) return fault;
      const from = Number(after ?? 0);
      const usccs = variables['usccs'] as string[] | null;
      const all = world.enterprises.filter(({ uscc }) => usccs === null || usccs.includes(uscc!));
      const page = all.slice(from, from + 2);
      const edges = page.map(({ uscc, status = 'ACTIVE', aListYears = [], error }) => ({
        node: { uscc, status, taxpayer: error ? null : { aListYears } },
      }));
      const errors = page.flatMap(({ error }, i) =>
        error ? [denial(error, 'enterprises', 'edges', i, 'node', 'taxpayer')] : [],
      );
      const pageInfo = { hasNextPage: from + 2 < all.length, endCursor: String(from + page.length) };
      return { data: { enterprises: { edges, pageInfo } }, errors };
    },
  };
}

export interface OfferModel {
  id: string;
  state: string;
  version: number;
  validUntil: string;
  enterprise: { uscc: string };
}

const OFFER = `id state version madeAt validUntil itemVersion reason reasonEn enterprise { uscc } serviceItem { code }
  evidence { coordinate department sharing readAt } case { number state }`;

export async function openOffers() {
  const world: World = { enterprises: [], selected: SELECTED, fault: null, asked: [] };
  const client = openGateway(world);
  const open = await openCases(client);
  const { service, sql } = open.served.database;
  const entitlements = createEntitlements(client);
  let keys = 0;
  const ask = (who: Who, query: string, variables?: object) =>
    open.served.ask(query, who, variables as Record<string, unknown>) as Promise<{
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
      data?: any;
      errors?: { message: string; extensions: { code: string } }[];
    }>;

  /** Publishes a version whose form asks for a name, which is filled in. */
  async function publish(entitlement: Entitlement | null = ENTITLEMENT): Promise<void> {
    await sql`update item_versions set state = 'SUPERSEDED', superseded_at = now() where item_code = ${FOOD} and state = 'PUBLISHED'`;
    await sql`
      insert into item_versions (item_code, version, state, revision, guide, form, rules, prefill, entitlement, editors, changed_at, published_at)
      select item_code, (select max(version) + 1 from item_versions where item_code = ${FOOD}), 'PUBLISHED', 1, guide,
        ${JSON.stringify(FORM)}::text::json, rules, ${PREFILL}, ${entitlement && JSON.stringify(entitlement)}::text::json, editors, now(), now()
      from item_versions where item_code = ${FOOD} and version = 1`;
  }

  const page = () => takePage({ db: service.db, client, entitlements, now: () => open.clock.now });

  return {
    ...open,
    world,
    ask,
    publish,
    page,
    /** Starts a run as an official, and takes it to its end. */
    async run(enterprise: string | null = null, who: Who = PUBLISHER) {
      const { data, errors } = await ask(
        who,
        `mutation ($item: ID!, $enterprise: USCC, $key: ID!) { payload: runOffers(item: $item, enterprise: $enterprise, idempotencyKey: $key) {
          run { id } userErrors { code } } }`,
        { item: FOOD, enterprise, key: `run-${(keys += 1)}` },
      );
      if (errors) throw new Error(errors[0]!.extensions.code);
      if (!data.payload.run) throw new Error(data.payload.userErrors[0].code);
      for (let pages = 0; (await page()) && pages < 50; pages++);
      return this.runs(1).then(([run]) => run!);
    },
    async runs(first = 10) {
      const { data } = await ask(
        AUTHOR,
        `{ offerRuns(first: ${first}) { edges { node { id state error read entitled offered denied withdrawn denials night itemVersion enterprise { uscc } } } } }`,
      );
      return (data.offerRuns.edges as { node: Record<string, unknown> }[]).map(({ node }) => node);
    },
    async mine(who: Who, args = '') {
      const { data, errors } = await ask(
        who,
        `{ myOffers${args} { totalCount edges { node { ${OFFER} } } } }`,
      );
      if (errors) throw new Error(errors[0]!.extensions.code);
      return (data.myOffers.edges as { node: OfferModel & Record<string, unknown> }[]).map(
        ({ node }) => node,
      );
    },
    /** acceptOffer or declineOffer. */
    async answer(
      who: Who,
      mutation: string,
      id: string,
      args: { version?: number; key?: string; form?: object } = {},
    ) {
      const { version = 1, key = `answer-${(keys += 1)}`, form } = args;
      const { data, errors } = await ask(
        who,
        `mutation ($id: ID!, $version: Int!, $key: ID!${form ? ', $form: JSON' : ''}) {
          payload: ${mutation}(id: $id, expectedVersion: $version, idempotencyKey: $key${form ? ', form: $form' : ''}) {
            offer { ${OFFER} } case { number state version form offer { id } prefill { field state value } } userErrors { code field } } }`,
        { id, version, key, form },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data.payload as {
        offer: (OfferModel & { case: object | null }) | null;
        case: {
          number: string;
          state: string;
          form: object;
          offer: { id: string };
          prefill: object[];
        } | null;
        userErrors: { code: string; field: string[] | null }[];
      };
    },
    /** All offers, as the table has them. */
    stored: () => sql<{ uscc: string; state: string; version: number; revision: number }[]>`
      select uscc, state, version, revision from offers order by id`,
    /** Forgets what came before. */
    async forget() {
      await sql`delete from offers`;
      await sql`delete from offer_runs`;
      Object.assign(world, { enterprises: [], selected: SELECTED, fault: null, asked: [] });
      open.clock.now = new Date('2026-03-02T02:00:00Z');
    },
  };
}

export type OpenOffers = Awaited<ReturnType<typeof openOffers>>;
