import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { CONSULTING, FOOD } from '../fixture.ts';
import { formWith, RESTAURANT_FORM, textField } from '@yiwang/subgraph-kit/testing';
import { RESTAURANT_GUIDE, RESTAURANT_RULES } from './guides.ts';
import {
  ANYONE,
  AUTHOR,
  COLLEAGUE,
  CONTENT,
  HEAD,
  type OpenItems,
  openItems,
  PUBLISHER,
} from './open-items.ts';

const items: OpenItems = await openItems();
afterAll(() => items[Symbol.asyncDispose]());
const { act, ask, send, publish } = items;
const { sql } = items.served.database;

beforeEach(async () => {
  // The trigger keeps rows, and not the table.
  await sql`truncate item_versions, item_version_events, idempotency_keys`;
});

const codesOf = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);
const versions = () =>
  sql`select item_code as item, version, state, revision, editors from item_versions order by 1, 2`;
const draftOf = async (who = AUTHOR, more: object = {}) =>
  (await act(who, 'draft', { content: CONTENT, ...more })).itemVersion!;

describe('the way of a version', () => {
  test('one official writes and submits it, another publishes it, and the item shows its guide and form', async () => {
    expect(await draftOf()).toEqual({ version: 1, revision: 1, state: 'DRAFT' });
    expect((await act(AUTHOR, 'submit', { version: 1, revision: 1 })).itemVersion).toEqual({
      version: 1,
      revision: 2,
      state: 'IN_REVIEW',
    });
    const published = await act(PUBLISHER, 'publish', { version: 1, revision: 2 });
    expect(published).toEqual({
      itemVersion: { version: 1, revision: 3, state: 'PUBLISHED' },
      warnings: [],
      userErrors: [],
    });

    const { data, errors } = await ask(
      ANYONE,
      `{ serviceItem(code: "${FOOD}") {
        noVisit form version { version state publishedAt prefill rules guide { basis levels } }
        guide { basis conditions statutoryDays promisedDays visits feeCny onlineDepth levels
          materials { code name nameEn originals copies fromSharedData need neededWhen heldBy { department resource } }
          steps { code name nameEn } } } }`,
    );
    expect(errors).toBeUndefined();
    const { materials, ...guide } = RESTAURANT_GUIDE;
    expect(data.serviceItem).toEqual({
      noVisit: true,
      form: RESTAURANT_FORM,
      version: {
        version: 1,
        state: 'PUBLISHED',
        publishedAt: expect.any(String),
        prefill: null,
        rules: RESTAURANT_RULES,
        guide: { basis: '《中华人民共和国食品安全法》第三十五条', levels: ['COUNTY'] },
      },
      guide: {
        ...guide,
        basis: '《中华人民共和国食品安全法》第三十五条',
        levels: ['COUNTY'],
        materials: [
          { ...materials[0], fromSharedData: false, need: 'ALWAYS', neededWhen: null },
          {
            ...materials[1],
            fromSharedData: false,
            need: 'DEPENDS',
            neededWhen: [RESTAURANT_RULES.rows[0]!.when],
          },
          { ...materials[2], fromSharedData: true, need: 'NEVER', neededWhen: null },
        ],
      },
    });
    const found = await ask(
      ANYONE,
      '{ serviceItems(filter: { text: "场所 现场核查 floor" }) { edges { node { code } } } }',
    );
    expect(found.data.serviceItems.edges).toEqual([{ node: { code: FOOD } }]);
    // The order of fields is that in which a person fills them in.
    expect(Object.keys(data.serviceItem.form.properties)).toEqual(Object.keys(RESTAURANT_FORM.properties));
  });

  test('the next version takes its place, and the one before stays readable as it was', async () => {
    await publish();
    await publish(FOOD, { ...CONTENT, guide: { ...RESTAURANT_GUIDE, visits: 2 } });
    expect(await versions()).toEqual([
      { item: FOOD, version: 1, state: 'SUPERSEDED', revision: 3, editors: ['wang'] },
      { item: FOOD, version: 2, state: 'PUBLISHED', revision: 3, editors: ['wang'] },
    ]);
    const { data } = await ask(
      ANYONE,
      `{ serviceItem(code: "${FOOD}") { noVisit guide { visits } version { version } }
         before: itemVersion(item: "${FOOD}", version: 1) { state supersededAt guide { visits } form serviceItem { name } } }`,
    );
    expect(data).toMatchObject({
      serviceItem: { noVisit: false, guide: { visits: 2 }, version: { version: 2 } },
      before: {
        state: 'SUPERSEDED',
        supersededAt: expect.any(String),
        guide: { visits: 0 },
        form: RESTAURANT_FORM,
      },
    });
  });

  test('a version that is returned can be changed and submitted again, and its history says who did what', async () => {
    await draftOf();
    await act(COLLEAGUE, 'draft', { content: CONTENT, revision: 1 });
    await act(AUTHOR, 'submit', { version: 1, revision: 2 });
    await act(PUBLISHER, 'sendBack', { version: 1, revision: 3, reason: ' 补充条件 ' });
    await act(AUTHOR, 'submit', { version: 1, revision: 4 });
    await act(PUBLISHER, 'publish', { version: 1, revision: 5 });

    const history = `{ itemVersion(item: "${FOOD}", version: 1) { history { action from to user reason } } }`;
    const { data } = await ask({ ...PUBLISHER, scopes: ['items:publish', 'sensitive:read'] }, history);
    const event = (
      action: string,
      from: string | null,
      to: string,
      user: string,
      reason: string | null = null,
    ) => ({ action, from, to, user, reason });
    expect(data.itemVersion.history).toEqual([
      event('CREATE', null, 'DRAFT', 'wang'),
      event('REVISE', 'DRAFT', 'DRAFT', 'zhao'),
      event('SUBMIT', 'DRAFT', 'IN_REVIEW', 'wang'),
      event('RETURN', 'IN_REVIEW', 'DRAFT', 'li', '补充条件'),
      event('SUBMIT', 'DRAFT', 'IN_REVIEW', 'wang'),
      event('PUBLISH', 'IN_REVIEW', 'PUBLISHED', 'li'),
    ]);
    const masked = await ask(PUBLISHER, history);
    expect(masked.data.itemVersion.history[0].user).not.toBe('wang');
    const denied = await ask(ANYONE, history);
    expect(denied.errors![0]!.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
  });

  test('who wrote any of it may not publish it, whatever else he may do', async () => {
    await draftOf(AUTHOR);
    await act(HEAD, 'draft', { content: CONTENT, revision: 1 });
    await act(AUTHOR, 'submit', { version: 1, revision: 2 });
    expect(codesOf(await act(HEAD, 'publish', { version: 1, revision: 3 }))).toEqual(['OWN_VERSION']);
    expect(codesOf(await act(PUBLISHER, 'publish', { version: 1, revision: 3 }))).toEqual([]);
  });
});

describe('who may do it', () => {
  test.each([
    ['nobody in particular', ANYONE],
    ['an official who may only publish', PUBLISHER],
    ['a client of another department', { ...AUTHOR, department: 'tax' }],
    ['a client of no department', { ...AUTHOR, department: null }],
    ['a client without a person', { ...AUTHOR, user: null }],
  ])('%s writes nothing', async (_who, who) => {
    const { data, errors } = await send(who, 'draft', { content: CONTENT });
    expect(data ?? null).toBeNull();
    expect(errors![0]!.extensions.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    expect(await versions()).toEqual([]);
  });

  test('an official who may only write does not publish', async () => {
    await draftOf();
    await act(AUTHOR, 'submit', { version: 1, revision: 1 });
    for (const command of ['publish', 'sendBack'] as const) {
      const { errors } = await send(COLLEAGUE, command, { version: 1, revision: 2, reason: '不' });
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
    expect(await versions()).toMatchObject([{ state: 'IN_REVIEW', revision: 2 }]);
  });

  test('a draft and a version that does not exist look the same to all but officials of the department', async () => {
    await draftOf();
    const query = (version: number) => `{ itemVersion(item: "${FOOD}", version: ${version}) { state form } }`;
    for (const who of [ANYONE, { ...AUTHOR, department: 'tax' }, { ...AUTHOR, scopes: ['sharing:decide'] }]) {
      const [draft, none] = await Promise.all([ask(who, query(1)), ask(who, query(2))]);
      expect(draft.errors![0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
      expect(draft).toEqual(none);
    }
    expect((await ask(PUBLISHER, query(1))).data.itemVersion).toMatchObject({ state: 'DRAFT' });
    const { data } = await ask(
      ANYONE,
      `{ serviceItem(code: "${FOOD}") { version { version } form requirements(answers: {}) { rule } } }`,
    );
    expect(data.serviceItem).toEqual({ version: null, form: null, requirements: null });
  });

  test('officials list versions by state and item, page by page, and nobody else does', async () => {
    await publish(FOOD);
    await publish(CONSULTING);
    await draftOf();
    const list = (args: string) =>
      `{ itemVersions(${args}) { totalCount edges { node { version state serviceItem { code } } } pageInfo { hasNextPage endCursor } } }`;
    const { data } = await ask(PUBLISHER, list('first: 2'));
    expect(data.itemVersions).toMatchObject({
      totalCount: 3,
      edges: [
        { node: { version: 1, serviceItem: { code: FOOD } } },
        { node: { version: 2, state: 'DRAFT' } },
      ],
      pageInfo: { hasNextPage: true },
    });
    const { data: next } = await ask(
      PUBLISHER,
      list(`first: 2, after: "${data.itemVersions.pageInfo.endCursor}"`),
    );
    expect(next.itemVersions.edges).toEqual([
      { node: { version: 1, state: 'PUBLISHED', serviceItem: { code: CONSULTING } } },
    ]);
    const { data: drafts } = await ask(PUBLISHER, list(`item: "${FOOD}", state: DRAFT`));
    expect(drafts.itemVersions.totalCount).toBe(1);
    for (const who of [ANYONE, { ...AUTHOR, department: 'tax' }]) {
      expect((await ask(who, list('first: 2'))).errors![0]!.extensions.code).toMatch(
        /FORBIDDEN|UNAUTHENTICATED/,
      );
    }
  });
});

describe('steps out of order', () => {
  test.each([
    ['a draft is not published', [], 'publish', PUBLISHER, 1, 'WRONG_STATE'],
    ['a draft is not returned', [], 'sendBack', PUBLISHER, 1, 'WRONG_STATE'],
    ['what is in review is not submitted again', ['submit'], 'submit', AUTHOR, 2, 'WRONG_STATE'],
    ['what is in review is not changed', ['submit'], 'draft', AUTHOR, 2, 'WRONG_STATE'],
    ['what is published is not submitted', ['submit', 'publish'], 'submit', AUTHOR, 3, 'WRONG_STATE'],
    [
      'what is published is not published again',
      ['submit', 'publish'],
      'publish',
      PUBLISHER,
      3,
      'WRONG_STATE',
    ],
    ['what is published is not returned', ['submit', 'publish'], 'sendBack', PUBLISHER, 3, 'WRONG_STATE'],
    ['what is published is not changed', ['submit', 'publish'], 'draft', AUTHOR, 3, 'WRONG_STATE'],
    ['what was changed meanwhile is not submitted', [], 'submit', AUTHOR, 7, 'STALE_REVISION'],
    ['what was changed meanwhile is not published', ['submit'], 'publish', PUBLISHER, 1, 'STALE_REVISION'],
    ['what was changed meanwhile is not changed', [], 'draft', AUTHOR, 7, 'STALE_REVISION'],
  ] as const)('%s', async (_what, before, command, who, revision, code) => {
    await draftOf();
    for (const [i, step] of before.entries()) {
      await act(step === 'submit' ? AUTHOR : PUBLISHER, step, { version: 1, revision: i + 1 });
    }
    const stored = await versions();
    const outcome = await act(who, command, { version: 1, revision, reason: '缘由', content: CONTENT });
    expect(codesOf(outcome)).toEqual([code]);
    expect(outcome.itemVersion).toBeNull();
    expect(await versions()).toEqual(stored);
  });

  test('a second draft is not made beside the first', async () => {
    await draftOf();
    expect(codesOf(await act(COLLEAGUE, 'draft', { content: CONTENT }))).toEqual(['VERSION_OPEN']);
    expect(codesOf(await act(AUTHOR, 'draft', { content: CONTENT, item: CONSULTING, revision: 1 }))).toEqual([
      'WRONG_STATE',
    ]);
  });

  test('an item or a version that does not exist is named', async () => {
    for (const item of ['511Z07001006-511602000000-000-11511301008778183N-1-00', '!', '\0']) {
      expect(codesOf(await act(AUTHOR, 'draft', { item, content: CONTENT }))).toEqual(['UNKNOWN_ITEM']);
    }
    for (const version of [9, 0, -1]) {
      expect(codesOf(await act(AUTHOR, 'submit', { version, revision: 1 }))).toEqual(['UNKNOWN_VERSION']);
    }
    expect(
      (await ask(AUTHOR, `{ itemVersion(item: "${FOOD}", version: -1) { state } }`)).errors![0]!.extensions
        .code,
    ).toBe('NOT_FOUND');
  });

  test('of ten officials who make a draft at once, one does, and of ten who change it, one', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 10 }, () => act(AUTHOR, 'draft', { content: CONTENT })),
    );
    expect(drafts.filter(({ itemVersion }) => itemVersion)).toHaveLength(1);
    expect(drafts.flatMap(codesOf)).toEqual(Array(9).fill('VERSION_OPEN'));
    const changes = await Promise.all(
      Array.from({ length: 10 }, () => act(COLLEAGUE, 'draft', { content: CONTENT, revision: 1 })),
    );
    expect(changes.filter(({ itemVersion }) => itemVersion)).toHaveLength(1);
    expect(changes.flatMap(codesOf)).toEqual(Array(9).fill('STALE_REVISION'));
    expect(await versions()).toMatchObject([{ version: 1, revision: 2 }]);
  });
});

describe('idempotency keys', () => {
  test('a command that is sent twice with one key is done once and answered twice', async () => {
    const key = randomUUID();
    const first = await act(AUTHOR, 'draft', { content: CONTENT, key });
    const again = await act(AUTHOR, 'draft', { content: CONTENT, key });
    expect(again).toEqual(first);
    const [submitted, twice] = await Promise.all(
      [1, 2].map(() => act(AUTHOR, 'submit', { version: 1, revision: 1, key: 'submit' })),
    );
    expect(twice).toEqual(submitted);
    expect(await versions()).toMatchObject([{ version: 1, state: 'IN_REVIEW', revision: 2 }]);
  });

  test('a key that was used for something else, or that is none, is refused', async () => {
    await act(AUTHOR, 'draft', { content: CONTENT, key: 'k' });
    expect(codesOf(await act(AUTHOR, 'submit', { version: 1, revision: 1, key: 'k' }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(codesOf(await act(AUTHOR, 'submit', { version: 1, revision: 1, key: 'a b' }))).toEqual([
      'MALFORMED_IDEMPOTENCY_KEY',
    ]);
    expect(codesOf(await act(COLLEAGUE, 'submit', { version: 1, revision: 1, key: 'k' }))).toEqual([]);
  });
});

describe('what is written', () => {
  test('a draft may be unfinished: what would keep it from being published is said at once, and when it is submitted', async () => {
    const content = { ...CONTENT, form: formWith({ a: textField({ maxLength: undefined }) }), rules: {} };
    const draft = await act(AUTHOR, 'draft', { content });
    expect(draft).toMatchObject({
      itemVersion: { state: 'DRAFT' },
      warnings: [{ code: 'UNBOUNDED', field: ['content', 'form', 'properties', 'a', 'maxLength'] }],
      userErrors: [],
    });
    expect(codesOf(await act(AUTHOR, 'submit', { version: 1, revision: 1 }))).toEqual(['UNBOUNDED']);
    const rules = await act(AUTHOR, 'draft', { content: { ...CONTENT, rules: {} }, revision: 1 });
    expect(rules.warnings).toMatchObject([{ code: 'MALFORMED_RULES' }]);
    expect(codesOf(await act(AUTHOR, 'submit', { version: 1, revision: 2 }))).toEqual(['MALFORMED_RULES']);
  });

  test.each<[what: string, content: object, code: string, field: string]>([
    [
      'a guide without conditions',
      { guide: { ...RESTAURANT_GUIDE, conditions: [] } },
      'MALFORMED_GUIDE',
      'content.guide.conditions',
    ],
    [
      'a blank condition',
      { guide: { ...RESTAURANT_GUIDE, conditions: [' '] } },
      'MALFORMED_GUIDE',
      'content.guide.conditions.0',
    ],
    [
      'half a character',
      { guide: { ...RESTAURANT_GUIDE, conditions: ['\ud800'] } },
      'MALFORMED_GUIDE',
      'content.guide.conditions.0',
    ],
    [
      'a zero character',
      { guide: { ...RESTAURANT_GUIDE, conditions: ['a\0'] } },
      'MALFORMED_GUIDE',
      'content.guide.conditions.0',
    ],
    [
      'a promise longer than the law',
      { guide: { ...RESTAURANT_GUIDE, promisedDays: 21 } },
      'MALFORMED_GUIDE',
      'content.guide.promisedDays',
    ],
    [
      'days that are none',
      { guide: { ...RESTAURANT_GUIDE, statutoryDays: -1, promisedDays: -2 } },
      'MALFORMED_GUIDE',
      'content.guide.statutoryDays',
    ],
    [
      'a fee below 0',
      { guide: { ...RESTAURANT_GUIDE, feeCny: '-1' } },
      'MALFORMED_GUIDE',
      'content.guide.feeCny',
    ],
    [
      'an online depth that is none',
      { guide: { ...RESTAURANT_GUIDE, onlineDepth: 9 } },
      'MALFORMED_GUIDE',
      'content.guide.onlineDepth',
    ],
    [
      'the code of a step twice',
      { guide: { ...RESTAURANT_GUIDE, steps: [RESTAURANT_GUIDE.steps[0], RESTAURANT_GUIDE.steps[0]] } },
      'MALFORMED_GUIDE',
      'content.guide.steps.1.code',
    ],
    [
      'a code in lower case',
      { guide: { ...RESTAURANT_GUIDE, steps: [{ ...RESTAURANT_GUIDE.steps[0], code: 'look' }] } },
      'MALFORMED_GUIDE',
      'content.guide.steps.0.code',
    ],
    [
      'a holder that is no field',
      {
        guide: {
          ...RESTAURANT_GUIDE,
          materials: [
            { ...RESTAURANT_GUIDE.materials[2], heldBy: { department: 'enterprises', resource: 'name' } },
          ],
        },
      },
      'MALFORMED_GUIDE',
      'content.guide.materials.0.heldBy.resource',
    ],
    ['a prefill that is no document', { prefill: 'query {' }, 'MALFORMED_PREFILL', 'content.prefill'],
    [
      'a prefill that changes something',
      { prefill: 'mutation { revokeGrant }' },
      'MALFORMED_PREFILL',
      'content.prefill',
    ],
    [
      'a prefill of two operations',
      { prefill: 'query A { a } query B { b }' },
      'MALFORMED_PREFILL',
      'content.prefill',
    ],
    [
      'a prefill that is too deep',
      { prefill: `query { a ${'{ a '.repeat(20)} ${'}'.repeat(20)} }` },
      'MALFORMED_PREFILL',
      'content.prefill',
    ],
    [
      'a prefill that is too long',
      { prefill: `query { ${'a '.repeat(6_000)} }` },
      'MALFORMED_PREFILL',
      'content.prefill',
    ],
    ['a form that is too large', { form: { title: '长'.repeat(70_000) } }, 'FORM_TOO_LARGE', 'content.form'],
    [
      'rules that are too large',
      { rules: { rows: ['长'.repeat(70_000)] } },
      'RULES_TOO_LARGE',
      'content.rules',
    ],
  ])('%s is not even stored', async (_what, content, code, field) => {
    const { itemVersion, userErrors } = await act(AUTHOR, 'draft', { content: { ...CONTENT, ...content } });
    expect(itemVersion).toBeNull();
    expect(userErrors[0]).toMatchObject({ code, field: field.split('.') });
    expect(await versions()).toEqual([]);
  });

  test('a reason is needed to return a version', async () => {
    await draftOf();
    await act(AUTHOR, 'submit', { version: 1, revision: 1 });
    for (const reason of [' ', '长'.repeat(2_001)]) {
      expect(codesOf(await act(PUBLISHER, 'sendBack', { version: 1, revision: 2, reason }))).toEqual([
        'MALFORMED_TEXT',
      ]);
    }
  });

  test('a version whose rules leave answers open is published with a warning', async () => {
    const rules = { rows: RESTAURANT_RULES.rows.slice(0, 1) };
    const { warnings } = await act(AUTHOR, 'draft', { content: { ...CONTENT, rules } });
    expect(warnings).toMatchObject([{ code: 'NOT_COMPLETE' }]);
    await act(AUTHOR, 'submit', { version: 1, revision: 1 });
    expect(await act(PUBLISHER, 'publish', { version: 1, revision: 2 })).toMatchObject({
      itemVersion: { state: 'PUBLISHED' },
      warnings: [{ code: 'NOT_COMPLETE' }],
    });
  });

  test('what was published is not changed or removed, whoever writes to the database', async () => {
    await publish();
    await publish();
    for (const version of [1, 2]) {
      for (const change of [
        sql`update item_versions set guide = '{}' where version = ${version}`,
        sql`update item_versions set form = '{}' where version = ${version}`,
        sql`update item_versions set state = 'DRAFT' where version = ${version}`,
        sql`update item_versions set prefill = 'x' where version = ${version}`,
        sql`update item_versions set editors = '{}' where version = ${version}`,
        sql`delete from item_versions where version = ${version}`,
      ]) {
        await expect(change).rejects.toThrow('was published and cannot be changed');
      }
    }
    await expect(items.served.database.service.sql`delete from item_version_events`).rejects.toThrow(
      'permission denied',
    );
  });
});
