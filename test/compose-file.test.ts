import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { departmentNames, readComposeFile, ROOT } from './support/compose-file.ts';

const { services, volumes } = readComposeFile();

test('every department is a service, published at the address that it listens on', () => {
  for (const name of departmentNames()) {
    const service = services[name]!;
    expect(service.command).toContain(`subgraphs/${name}/src/main.ts`);
    expect(service.environment!['DATABASE_URL']).toMatch(new RegExp(`/yiwang_${name.replaceAll('-', '_')}$`));
    expect(services['publish']!.command).toContain(
      `--url=${name}=http://${name}:${service.environment!['PORT']}/graphql`,
    );
  }
});

test('every file that a command names is there', () => {
  for (const { command = [] } of Object.values(services)) {
    const files = command
      .map((word) => word.replace(/^--import=/, ''))
      .filter((word) => /\.m?[jt]s$/.test(word));
    for (const file of files) expect(existsSync(join(ROOT, file)), file).toBe(true);
  }
});

test('services wait for services that exist, use volumes that exist, and tell their health', () => {
  for (const [name, { depends_on = {}, volumes: mounted = [], healthcheck }] of Object.entries(services)) {
    for (const other of Object.keys(depends_on))
      expect(services, `${name} waits for ${other}`).toHaveProperty(other);
    for (const mount of mounted) expect(volumes, name).toHaveProperty(mount.split(':')[0]!);
    // Those that run to their end have their exit code for it.
    if (!['prepare', 'publish'].includes(name)) expect(healthcheck?.test.length, name).toBeGreaterThan(1);
  }
});

test('only the gateway is published, and on this machine only', () => {
  const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
    ports.map((port) => [name, port]),
  );
  expect(published).toEqual([['gateway', '127.0.0.1:4000:4000']]);
});
