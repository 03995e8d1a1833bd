import { createKey, publicKeyOf, signSupergraph, verifySupergraph } from '@yiwang/identity';
import { expect, onTestFinished, test } from 'vitest';
import { openRegistry } from './support/open-registry.ts';
import { fisheries } from './support/subgraphs.ts';

test('where the registry has got a new key, publishing the same again signs what is in force with it, and changes nothing else', async () => {
  const registry = await openRegistry();
  onTestFinished(async () => void (await registry.close()));
  const { sql } = registry.department.database;
  await registry.publish([fisheries()]);
  const read = () => sql<{ variant: string; sdl: string; signature: string }[]>`
    select variant, sdl, signature from supergraphs order by variant`;
  const before = await read();
  const formerKey = await createKey();
  for (const { variant, sdl } of before) {
    const signature = await signSupergraph(formerKey, { version: 1, variant }, sdl);
    await sql`update supergraphs set signature = ${signature} where variant = ${variant}`.execute();
  }

  expect(await registry.publish([fisheries()])).toMatchObject({ outcome: 'UNCHANGED', version: 1 });
  const after = await read();
  expect(after.map(({ sdl }) => sdl)).toEqual(before.map(({ sdl }) => sdl));
  for (const { variant, sdl, signature } of after) {
    expect(await verifySupergraph(publicKeyOf(registry.signing), signature, sdl)).toEqual({
      version: 1,
      variant,
    });
  }
  expect(await registry.publish([fisheries()])).toMatchObject({ outcome: 'UNCHANGED' });
  expect(await read()).toEqual(after);
});

test('where the registry has got a new key, the version in force can be brought back as the next one, and then once more to no effect', async () => {
  const registry = await openRegistry();
  onTestFinished(async () => void (await registry.close()));
  const { sql } = registry.department.database;
  await registry.publish([fisheries()]);
  expect(await rollback(registry, 1)).toMatchObject({ outcome: 'UNCHANGED', version: 1 });
  const formerKey = await createKey();
  for (const { variant, sdl } of await sql<
    { variant: string; sdl: string }[]
  >`select variant, sdl from supergraphs`) {
    const signature = await signSupergraph(formerKey, { version: 1, variant }, sdl);
    await sql`update supergraphs set signature = ${signature} where variant = ${variant}`.execute();
  }

  expect(await rollback(registry, 1)).toMatchObject({ outcome: 'ROLLED_BACK', version: 2 });
  const signed = await sql<{ variant: string; sdl: string; signature: string }[]>`
    select variant, sdl, signature from supergraphs where version = 2`;
  expect(signed.length).toBeGreaterThan(1);
  for (const { variant, sdl, signature } of signed) {
    expect(await verifySupergraph(publicKeyOf(registry.signing), signature, sdl)).toEqual({
      version: 2,
      variant,
    });
  }
  expect(await rollback(registry, 2)).toMatchObject({ outcome: 'UNCHANGED', version: 2 });
});

async function rollback(
  registry: Awaited<ReturnType<typeof openRegistry>>,
  version: number,
): Promise<unknown> {
  return (await registry.rollback(version, 'another key')).data?.['answer'];
}
