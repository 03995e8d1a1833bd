import type { Assertion } from '@yiwang/identity';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import type { OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { openServed } from '../ask.ts';
import { FOOD, fillRegister } from '../fixture.ts';
import { RESTAURANT_FORM } from '@yiwang/subgraph-kit/testing';
import { RESTAURANT_GUIDE, RESTAURANT_RULES } from './guides.ts';

/** Who asks, as the gateway asserts. */
export type Who = Partial<Pick<Assertion, 'client' | 'user' | 'department' | 'scopes'>>;

export const ANYONE: Who = {};
export const AUTHOR: Who = {
  client: 'permits-desk',
  user: 'wang',
  department: 'permits',
  scopes: ['items:edit'],
};
export const COLLEAGUE: Who = { ...AUTHOR, user: 'zhao' };
export const PUBLISHER: Who = { ...AUTHOR, user: 'li', scopes: ['items:publish'] };
/** May do both, but not with one version. */
export const HEAD: Who = { ...AUTHOR, user: 'chen', scopes: ['items:edit', 'items:publish'] };

/** As officials send it. */
export const CONTENT = {
  guide: RESTAURANT_GUIDE,
  form: RESTAURANT_FORM as unknown,
  rules: RESTAURANT_RULES as unknown,
};

interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
  data?: any;
  errors?: { message: string; path?: unknown[]; extensions: { code: string } }[];
}

interface Payload {
  itemVersion: { version: number; revision: number; state: string } | null;
  warnings: { code: string; field: string[] | null }[];
  userErrors: { code: string; message: string; field: string[] | null }[];
}

const FIELDS = `itemVersion { version revision state } warnings { code field } userErrors { code message field }`;

const DOCUMENTS = {
  draft: `mutation ($item: ID!, $content: ItemVersionInput!, $revision: Int, $key: ID!) {
    payload: draftItemVersion(item: $item, content: $content, revision: $revision, idempotencyKey: $key) { ${FIELDS} } }`,
  submit: `mutation ($item: ID!, $version: Int!, $revision: Int!, $key: ID!) {
    payload: submitItemVersion(item: $item, version: $version, revision: $revision, idempotencyKey: $key) { ${FIELDS} } }`,
  sendBack: `mutation ($item: ID!, $version: Int!, $revision: Int!, $reason: String!, $key: ID!) {
    payload: returnItemVersion(item: $item, version: $version, revision: $revision, reason: $reason, idempotencyKey: $key) { ${FIELDS} } }`,
  publish: `mutation ($item: ID!, $version: Int!, $revision: Int!, $key: ID!) {
    payload: publishItemVersion(item: $item, version: $version, revision: $revision, idempotencyKey: $key) { ${FIELDS} } }`,
} as const;

/** The department over HTTP with a small register, and officials who write versions of its items. */
export interface OpenItems extends AsyncDisposable {
  served: OpenServedDepartment;
  ask(who: Who, query: string, variables?: object): Promise<Answer>;
  /** Sends a mutation as an official does, with a key of its own. */
  send(who: Who, command: keyof typeof DOCUMENTS, variables: object): Promise<Answer>;
  /** Like send. Throws when the answer has errors. */
  act(who: Who, command: keyof typeof DOCUMENTS, variables: object): Promise<Payload>;
  /** Writes, submits and publishes a version. @returns its number */
  publish(item?: string, content?: object): Promise<number>;
}

/** @param client what the department asks of others by it; it asks nobody without one */
export async function openItems(client?: GatewayClient): Promise<OpenItems> {
  const served = await openServed(undefined, client);
  await fillRegister(served.database);
  let keys = 0;

  const ask: OpenItems['ask'] = (who, query, variables) =>
    served.ask(query, who, variables) as Promise<Answer>;

  const send: OpenItems['send'] = (who, command, variables) =>
    ask(who, DOCUMENTS[command], { item: FOOD, key: `key-${(keys += 1)}`, ...variables });

  const act: OpenItems['act'] = async (who, command, variables) => {
    const { data, errors } = await send(who, command, variables);
    if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
    return data.payload;
  };

  return {
    served,
    ask,
    send,
    act,
    async publish(item = FOOD, content = CONTENT) {
      const draft = await act(AUTHOR, 'draft', { item, content });
      if (!draft.itemVersion) throw new Error(JSON.stringify(draft.userErrors));
      const { version } = draft.itemVersion;
      await act(AUTHOR, 'submit', { item, version, revision: 1 });
      const { itemVersion, userErrors } = await act(PUBLISHER, 'publish', { item, version, revision: 2 });
      if (itemVersion?.state !== 'PUBLISHED') throw new Error(JSON.stringify(userErrors));
      return version;
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
}
