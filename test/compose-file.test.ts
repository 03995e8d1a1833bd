import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
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

test('all departments are up when they are published: the registry sees whether they verify their callers', () => {
  expect(Object.keys(services['publish']!.depends_on!)).toEqual(expect.arrayContaining(departmentNames()));
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
    for (const mount of mounted) {
      const [from] = mount.split(':') as [string];
      if (from.startsWith('./'))
        expect([mount, existsSync(join(ROOT, from))]).toEqual([expect.stringMatching(/:ro$/), true]);
      else expect(volumes, name).toHaveProperty(from);
    }
    // Those that run to their end have their exit code for it, and an image may have no program that could ask.
    if (!['prepare', 'publish', 'collector'].includes(name))
      expect(healthcheck?.test.length, name).toBeGreaterThan(1);
  }
});

test('every container has no right that it does not need, and bounds for memory, processes and what it prints', () => {
  for (const [name, service] of Object.entries(services)) {
    expect(service, name).toMatchObject({
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: expect.any(String),
      pids_limit: expect.any(Number),
      logging: { driver: 'json-file', options: { 'max-size': '10m', 'max-file': '5' } },
    });
    // PostgreSQL writes beside its volume, too.
    if (name !== 'postgres') expect(service, name).toMatchObject({ read_only: true });
    expect(service.cap_add ?? [], name).toEqual(
      name === 'postgres' ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'] : [],
    );
  }
});

test('only gateway, portal and the dashboards are published, and on this machine only', () => {
  const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
    ports.map((port) => [name, port]),
  );
  expect(published).toEqual([
    ['gateway', '127.0.0.1:4000:4000'],
    ['portal', '127.0.0.1:4080:4080'],
    ['grafana', '127.0.0.1:3000:3000'],
  ]);
});

test('who watches starts only when asked, and asks every service for its metrics at one port', () => {
  const watching = Object.keys(services).filter((name) => services[name]!.profiles);
  expect(watching).toEqual(['prometheus', 'grafana', 'collector']);
  for (const name of watching) expect(services[name]!.profiles).toEqual(['observability']);
  const text = readFileSync(join(ROOT, 'deploy/observability/containers/prometheus.yml'), 'utf8');
  const { scrape_configs: jobs } = parse(text) as {
    scrape_configs: { static_configs: { targets: string[] }[] }[];
  };
  const watched = [...departmentNames(), 'gateway', 'portal'];
  expect(jobs.flatMap((job) => job.static_configs.flatMap(({ targets }) => targets)).sort()).toEqual(
    watched.map((name) => `${name}:9464`).sort(),
  );
  for (const name of watched) {
    // Off unless .env says otherwise.
    expect(services[name]!.environment, name).toMatchObject({ METRICS_PORT: '${METRICS_PORT:-0}' });
  }
  for (const name of watching)
    expect(services[name]!.image, name).toMatch(/:v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/);
});

test('every service of ours is built from here, so that none is looked for in a registry', () => {
  for (const [name, { build, image, command }] of Object.entries(services)) {
    if (command) expect([name, build, image]).toEqual([name, '.', undefined]);
    else expect([name, build, typeof image]).toEqual([name, undefined, 'string']);
  }
});

test('only who writes the tokens of departments has the key that signs them, talks to nobody, and a department has its own token only', () => {
  const having = (volume: string) =>
    Object.entries(services).flatMap(([name, { volumes: mounted = [] }]) =>
      mounted.filter((mount) => mount.startsWith(`${volume}:`)).map((mount) => [name, mount.endsWith(':ro')]),
    );
  // The operator has all keys: prepare makes them, and publish registers them.
  expect(having('keys').map(([name]) => name)).toEqual(['prepare', 'publish']);
  expect(having('issuer-keys')).toEqual([
    ['prepare', false],
    ['tokens', true],
  ]);
  expect(services['tokens']).toMatchObject({ network_mode: 'none', read_only: true });
  for (const name of departmentNames()) {
    expect(having(`${name}-token`).toSorted()).toEqual(
      [
        [name, true],
        ['tokens', false],
      ].toSorted(),
    );
    const { environment, depends_on } = services[name]!;
    expect(environment).toMatchObject({
      GATEWAY_URL: `http://gateway:${services['gateway']!.environment!['PORT']}/graphql`,
      GATEWAY_TOKEN: `/keys/tokens/${name}/token`,
    });
    expect(depends_on).toMatchObject({ tokens: { condition: 'service_healthy' } });
  }
});

test('only prepare and PostgreSQL know the password of the administrator, and departments and portal only their own', () => {
  const knowing = Object.entries(services).filter(([, service]) =>
    JSON.stringify(service).includes('POSTGRES_PASSWORD'),
  );
  expect(knowing.map(([name]) => name).sort()).toEqual(['postgres', 'prepare']);
  for (const [name, { volumes: mounted = [], environment, command = [] }] of Object.entries(services)) {
    const secrets = mounted.filter((mount) => /-database:/.test(mount));
    const main = name === 'portal' ? 'packages/portal/server/main.ts' : `subgraphs/${name}/src/main.ts`;
    if (name === 'prepare') expect(secrets.length).toBe(departmentNames().length + 1);
    else if (!command.includes(main)) expect(secrets, name).toEqual([]);
    else {
      expect(secrets).toEqual([`${name}-database:/keys/databases/${name}:ro`]);
      expect(environment!['DATABASE_PASSWORD_FILE']).toBe(`/keys/databases/${name}/password`);
      expect(environment!['DATABASE_URL']).toMatch(/^postgres:\/\/(yiwang_\w+)_service@postgres:5432\/\1$/);
    }
  }
});

test('the gateway believes the portal alone about the addresses of clients, over a network of these two', () => {
  const { networks } = readComposeFile();
  const members = Object.entries(services).filter(([, service]) =>
    (Array.isArray(service.networks) ? service.networks : Object.keys(service.networks ?? {})).includes(
      'front',
    ),
  );
  expect(members.map(([name]) => name)).toEqual(['gateway', 'portal']);
  const { front } = services['portal']!.networks as Record<string, { ipv4_address: string }>;
  expect(services['gateway']!.environment!['TRUSTED_PROXIES']).toBe(front!.ipv4_address);
  expect(networks['front']).toMatchObject({ ipam: { config: [{ subnet: '10.231.17.0/29' }] } });
});
