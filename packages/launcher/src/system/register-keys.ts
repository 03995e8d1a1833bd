import { contents, publicKeyOf, signCredential } from '@yiwang/identity';
import { GATEWAY_NAME } from './gateway-names.ts';
import type { KeyFile, Keys } from './keys.ts';
import { LaunchError } from './launch-error.ts';
import { callRegistry } from './registry-call.ts';

interface KeyPayload {
  userErrors: { message: string }[];
}

/**
 * Makes the keys of the gateways and the departments known to the registry, in one request. Those that it knows stay.
 *
 * @throws LaunchError
 */
export async function registerKeys(url: string, keys: Keys): Promise<void> {
  const holders: [role: string, holder: string, key: KeyFile][] = [
    ['GATEWAY', GATEWAY_NAME, keys.gateway],
    ...[...keys.furtherGateways].map(([name, key]) => ['GATEWAY', name, key] as [string, string, KeyFile]),
    ...[...keys.departments].map(([name, key]) => ['DEPARTMENT', name, key] as [string, string, KeyFile]),
  ];
  const fields = holders.map(
    ([role], index) =>
      `k${index}: registerKey(role: ${role}, holder: $holder${index}, publicKey: $key${index}, credential: $credential${index}) { userErrors { message } }`,
  );
  const declared = holders.map(
    (_, index) => `$holder${index}: ID!, $key${index}: String!, $credential${index}: String!`,
  );
  const variables = await Promise.all(
    holders.map(async ([role, holder, { key }], index) => ({
      [`holder${index}`]: holder,
      [`key${index}`]: JSON.stringify(publicKeyOf(key)),
      [`credential${index}`]: await signCredential(keys.operator.key, {
        action: 'registerKey',
        digest: contents.registerKey(role, holder, key.kid),
      }),
    })),
  );
  const answers = await callRegistry<Record<string, KeyPayload>>(
    url,
    `mutation RegisterKeys(${declared.join(', ')}) { ${fields.join(' ')} }`,
    Object.assign({}, ...variables) as Record<string, unknown>,
  );
  const refusals = Object.values(answers).flatMap(({ userErrors }) => userErrors);
  if (refusals.length > 0) {
    throw new LaunchError(`The registry refused a key: ${refusals.map(({ message }) => message).join(' ')}`);
  }
}
