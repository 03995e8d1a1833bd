import { Kind, parse, print } from 'graphql';
import { expect, test } from 'vitest';
import type { OpenGraph } from '../open-graph.ts';

type Ask = (
  client: string | null,
  query: string,
  variables?: object,
  claims?: object,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
) => Promise<{ data: any; errors?: { extensions: { code: string } }[] }>;

const CONTENT = `version { version form rules guide {
  conditions materials { code name nameEn originals copies heldBy { department resource } } steps { code name nameEn }
  statutoryDays promisedDays visits feeCny onlineDepth } }`;
const CHANGED = 'itemVersion { version revision state } warnings { code } userErrors { code message field }';
const DRAFT = `mutation ($item: ID!, $content: ItemVersionInput!) {
  draftItemVersion(item: $item, content: $content, idempotencyKey: "d") { ${CHANGED} } }`;
const SUBMIT = `mutation ($item: ID!, $version: Int!) {
  submitItemVersion(item: $item, version: $version, revision: 1, idempotencyKey: "s") { ${CHANGED} } }`;
const PUBLISH = `mutation ($item: ID!, $version: Int!) {
  publishItemVersion(item: $item, version: $version, revision: 2, idempotencyKey: "p") { ${CHANGED} } }`;

/**
 * Items through the real gateway, over those of the seed.
 *
 * @param ask in the name of a client, with the claims of its token
 */
export function testItems(graph: () => OpenGraph, ask: Ask): void {
  const official = (user: string, scope: string, query: string, variables: object) =>
    ask('permits-desk', query, variables, { sub: user, azp: 'permits-desk', department: 'permits', scope });

  test('an item is rewritten by one official and published by another through the gateway, and everyone reads the new guide', async () => {
    const [row] = await graph().databases.get('permits')!.sql<{ code: string }[]>`
      select item_code as code from item_versions group by 1 having count(*) = 1 order by 1 limit 1`;
    const item = row!.code;
    const read = `query ($item: ID!) { serviceItem(code: $item) { guide { visits } ${CONTENT} } }`;
    const { data: before, errors } = await ask(null, read, { item });
    expect(errors).toBeUndefined();
    const { version, rules, guide } = before.serviceItem.version;
    // Nothing is filled in from elsewhere: this department has no gateway that would check that.
    const form = JSON.parse(JSON.stringify(before.serviceItem.version.form), (name, value: unknown) =>
      name === 'x-from' ? undefined : value,
    ) as { properties: object };
    // As a form is filled in, from its first field to its last.
    expect(Object.keys(form.properties).slice(0, 3)).toEqual(['enterpriseName', 'uscc', 'contact']);

    const content = { form, rules, guide: { ...guide, visits: 3 } };
    const drafted = await official('wang', 'items:edit', DRAFT, { item, content });
    expect(drafted).toEqual({
      data: {
        draftItemVersion: {
          itemVersion: { version: version + 1, revision: 1, state: 'DRAFT' },
          warnings: [],
          userErrors: [],
        },
      },
    });
    const next = { item, version: version + 1 };
    const look = `query ($item: ID!, $version: Int!) { itemVersion(item: $item, version: $version) { state } }`;
    const [hidden, none] = await Promise.all([
      ask('desk', look, next),
      ask('desk', look, { ...next, version: 99 }),
    ]);
    expect(hidden).toMatchObject({
      data: { itemVersion: null },
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
    expect(none.data).toEqual(hidden.data);

    await official('wang', 'items:edit', SUBMIT, next);
    const own = await official('wang', 'items:edit items:publish', PUBLISH, next);
    expect(own.data.publishItemVersion.userErrors).toMatchObject([{ code: 'OWN_VERSION' }]);
    const denied = await official('li', 'items:edit', PUBLISH, next);
    expect(denied.errors).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD' } }]);
    const published = await official('li', 'items:publish', PUBLISH, next);
    expect(published.data.publishItemVersion.itemVersion.state).toBe('PUBLISHED');
    const { data: after } = await ask(null, read, { item });
    expect(after.serviceItem).toMatchObject({
      guide: { visits: 3 },
      version: { version: version + 1, form },
    });
  });

  test('answers are sent as a variable, in the query, and with variables inside, and need the same', async () => {
    const fields = 'ruleEn materials { code need neededWhen } steps { code } userErrors { code field }';
    const requirements = (declared: string, answers: string) => `query ${declared} {
      serviceItems(filter: { name: "食品生产许可（新办）", region: "3205" }) { edges { node {
        requirements(answers: ${answers}) { ${fields} } } } } }`;
    const answers = { premises: { areaM2: 2_000 }, filedBy: 'AGENT' };
    const [asVariable, inQuery, both] = await Promise.all([
      ask(null, requirements('($answers: JSON!)', '$answers'), { answers }),
      ask(null, requirements('', '{ premises: { areaM2: 2000 }, filedBy: "AGENT" }')),
      ask(null, requirements('($area: JSON)', '{ premises: { areaM2: $area }, filedBy: "AGENT" }'), {
        area: 2_000,
      }),
    ]);
    expect(asVariable.errors).toBeUndefined();
    expect(asVariable.data.serviceItems.edges[0].node.requirements).toMatchObject({
      ruleEn: 'Large premises, by an agent',
      userErrors: [],
    });
    expect(inQuery).toEqual(asVariable);
    expect(both).toEqual(asVariable);
  });

  test('deviations from the catalogue are counted and listed with the names of their regions, which another department has', async () => {
    const { data, errors } = await ask(
      null,
      `{ itemDeviations(first: 5) { totalCount counts { aspect count }
          edges { node { aspect catalogueSays itemSays serviceItem { name region { name } } } } } }`,
    );
    expect(errors).toBeUndefined();
    const { totalCount, counts, edges } = data.itemDeviations;
    expect(counts.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(totalCount);
    expect(edges).toHaveLength(5);
    for (const { node } of edges) expect(node.serviceItem.region.name).toMatch(/市$/);
  });

  test('what made-up items take from the graph exists: who holds a material has its field, and prefills are answered', async () => {
    const { databases, supergraphSdl } = graph();
    const permits = databases.get('permits')!.sql;
    const types = new Map(
      parse(supergraphSdl).definitions.flatMap((definition) =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
    const held = await permits<{ department: string; resource: string }[]>`
      select distinct material -> 'heldBy' ->> 'department' as department, material -> 'heldBy' ->> 'resource' as resource
      from item_versions, jsonb_array_elements(guide -> 'materials') as material where material ->> 'heldBy' is not null`;
    expect(held.length).toBeGreaterThan(3);
    for (const { department, resource } of held) {
      const [type, name] = resource.split('.');
      const field = types.get(type!)?.fields?.find((known) => known.name.value === name);
      expect({ resource, found: field !== undefined }).toEqual({ resource, found: true });
      expect(print(types.get(type!)!)).toContain(department.toUpperCase());
    }

    const [enterprise] = await permits<{ uscc: string }[]>`
      select holder_uscc as uscc from permits where holder_uscc is not null limit 1`;
    const prefills = await permits<{ prefill: string; sources: string[] }[]>`
      select distinct prefill, array(
        select field.value ->> 'x-from' from json_each(form -> 'properties') as field where field.value ->> 'x-from' is not null
      ) as sources from item_versions where prefill is not null`;
    expect(prefills.length).toBeGreaterThan(1);
    for (const { prefill, sources } of prefills) {
      const { data, errors } = await ask('province', prefill, { uscc: enterprise!.uscc });
      expect(errors).toBeUndefined();
      for (const source of sources) {
        const value = source.split('.').reduce((found, name) => found?.[name], data);
        expect({ source, isThere: value !== undefined }).toEqual({ source, isThere: true });
      }
    }
  });
}
