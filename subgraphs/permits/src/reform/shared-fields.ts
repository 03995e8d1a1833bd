import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { z } from 'zod';
import { NAME } from '../department.ts';

/** A field that a department of the graph provides. */
export interface SharedField {
  department: string;
  sharing: 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED';
  basis: string | null;
}

/** What the graph shares with this department, as it is now. */
export interface SharedFields {
  /** By coordinate; null when the catalogue cannot be read. Of several departments that provide a field, the strictest. */
  fields: ReadonlyMap<string, SharedField> | null;
  /**
   * The regions, with all beneath them, in which grants of this department cover a coordinate; null for everywhere. Null as a whole when
   * grants cannot be read: then nothing counts as granted.
   */
  granted: ReadonlyMap<string, readonly string[] | null> | null;
}

export type ReadSharedFields = () => Promise<SharedFields>;

const TIMEOUT_MS = 10_000;
/** The catalogue and grants change seldom; whoever applied for a grant sees it after this time. */
const KEPT_MS = 15_000;
const MAX_PAGES = 100;

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
const CATALOGUE = `query Catalogue($after: String) { dataResources(first: 50, after: $after) {
  edges { node { department { name } fields { coordinate sharing basis } } } ${PAGE_INFO} } }`;
const GRANTS = `query Grants($after: String) { grants(filter: { states: [ACTIVE] }, first: 100, after: $after) {
  edges { node { department { name } fields regions { code } } } ${PAGE_INFO} } }`;

const pageOf = <Node extends z.ZodType>(node: Node) =>
  z.object({
    edges: z.array(z.object({ node })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  });
const resources = z.object({
  dataResources: pageOf(
    z.object({
      department: z.object({ name: z.string() }).nullable(),
      fields: z.array(
        z.object({
          coordinate: z.string(),
          sharing: z.enum(['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED']),
          basis: z.string().nullable(),
        }),
      ),
    }),
  ),
});
const grants = z.object({
  grants: pageOf(
    z.object({
      department: z.object({ name: z.string() }),
      fields: z.array(z.string()),
      regions: z.array(z.object({ code: z.string() })).nullable(),
    }),
  ),
});

const STRICTNESS = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED'];

/**
 * Reads the data catalogue and this department's own grants, through the gateway as the department's client.
 *
 * @param client null where no gateway is set
 */
export function createReadSharedFields(client: GatewayClient | null): ReadSharedFields {
  let kept: { at: number; found: Promise<SharedFields> } | null = null;
  return () => {
    if (client === null) return Promise.resolve({ fields: null, granted: null });
    if (kept === null || performance.now() - kept.at > KEPT_MS) {
      const found = readBoth(client);
      const entry = { at: performance.now(), found };
      kept = entry;
      // What could not be read is asked for again.
      void found.then(({ fields, granted }) => {
        if ((fields === null || granted === null) && kept === entry) kept = null;
      });
    }
    return kept.found;
  };
}

async function readBoth(client: GatewayClient): Promise<SharedFields> {
  const [fields, granted] = await Promise.allSettled([readFields(client), readGrants(client)]);
  return {
    fields: fields.status === 'fulfilled' ? fields.value : null,
    granted: granted.status === 'fulfilled' ? granted.value : null,
  };
}

async function readFields(client: GatewayClient): Promise<Map<string, SharedField>> {
  const found = new Map<string, SharedField>();
  for await (const { department, fields } of allOf(
    client,
    CATALOGUE,
    (data) => resources.parse(data).dataResources,
  )) {
    if (department === null) continue;
    for (const { coordinate, sharing, basis } of fields) {
      const before = found.get(coordinate);
      if (before && STRICTNESS.indexOf(before.sharing) >= STRICTNESS.indexOf(sharing)) continue;
      found.set(coordinate, { department: department.name, sharing, basis });
    }
  }
  return found;
}

async function readGrants(client: GatewayClient): Promise<Map<string, readonly string[] | null>> {
  const found = new Map<string, readonly string[] | null>();
  for await (const { department, fields, regions } of allOf(
    client,
    GRANTS,
    (data) => grants.parse(data).grants,
  )) {
    // Those that this department gives to others.
    if (department.name === NAME) continue;
    for (const coordinate of fields) {
      const before = found.get(coordinate);
      const here = regions && regions.map(({ code }) => code);
      found.set(coordinate, before === null || here === null ? null : [...(before ?? []), ...here]);
    }
  }
  return found;
}

interface ReadPage<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** @throws Error when a page cannot be read */
async function* allOf<Node>(
  client: GatewayClient,
  query: string,
  read: (data: unknown) => ReadPage<Node>,
): AsyncGenerator<Node> {
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { data, errors } = await client.ask(query, { after }, { timeoutMs: TIMEOUT_MS });
    // A part of an answer would look like fields and grants that are not there.
    if (errors.length > 0) throw new Error(errors[0]!.message);
    const { edges, pageInfo } = read(data);
    for (const { node } of edges) yield node;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
  throw new Error(`There are more than ${MAX_PAGES} pages.`);
}
