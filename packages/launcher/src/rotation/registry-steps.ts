import { readFile } from 'node:fs/promises';
import { contents, type PrivateKey, publicKeyOf, readPrivateKey, signCredential } from '@yiwang/identity';
import { LaunchError } from '../system/launch-error.ts';
import { callRegistry, signRead } from '../system/registry-call.ts';
import type { RotatedKey } from './rotated-keys.ts';

const REASON = 'The key of the registry was replaced: the same schema, signed by the new one.';

/** What a rotation asks of the registry, in the name of the operator. Each throws a LaunchError when it is refused. */
export interface RegistrySteps {
  register(holder: NonNullable<RotatedKey['holder']>, key: PrivateKey): Promise<void>;
  revoke(kid: string): Promise<void>;
  /** Brings the version in force back as the next one, which the registry signs with its key of now. Nothing when it has signed it. */
  signAnew(): Promise<void>;
}

/** @param operatorFile of the operator's private key, which may change meanwhile */
export function registrySteps(url: string, operatorFile: string): RegistrySteps {
  const operator = async () => readPrivateKey(await readFile(operatorFile, 'utf8'));
  const sign = async (action: string, digest: string) => signCredential(await operator(), { action, digest });

  async function change(query: string, variables: Record<string, unknown>): Promise<void> {
    const answer = await callRegistry<Record<string, { userErrors: { message: string }[] }>>(
      url,
      query,
      variables,
    );
    const refusals = Object.values(answer).flatMap(({ userErrors }) => userErrors);
    if (refusals.length === 0) return;
    throw new LaunchError(`The registry refused: ${refusals.map(({ message }) => message).join(' ')}`);
  }

  return {
    async register({ role, name }, key) {
      await change(
        `mutation Register($role: KeyRole!, $holder: ID!, $key: String!, $credential: String!) {
          registerKey(role: $role, holder: $holder, publicKey: $key, credential: $credential) { userErrors { message } }
        }`,
        {
          role,
          holder: name,
          key: JSON.stringify(publicKeyOf(key)),
          credential: await sign('registerKey', contents.registerKey(role, name, key.kid)),
        },
      );
    },
    async revoke(kid) {
      await change(
        'mutation Revoke($kid: ID!, $credential: String!) { revokeKey(kid: $kid, credential: $credential) { userErrors { message } } }',
        { kid, credential: await sign('revokeKey', contents.revokeKey(kid)) },
      );
    },
    async signAnew() {
      const { supergraph } = await callRegistry<{ supergraph: { version: number } | null }>(
        url,
        'query Current($credential: String) { supergraph(variant: "internal", credential: $credential) { version } }',
        { credential: await signRead({ key: await operator() }, 'supergraph', { variant: 'internal' }) },
      );
      if (supergraph === null) return;
      const { version } = supergraph;
      await change(
        `mutation SignAnew($version: Int!, $reason: String!, $credential: String!) {
          rollbackSupergraph(version: $version, reason: $reason, credential: $credential) { userErrors { message } }
        }`,
        { version, reason: REASON, credential: await sign('rollback', contents.rollback(version, REASON)) },
      );
    },
  };
}
