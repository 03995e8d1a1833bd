import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { departmentNames, readComposeFile, ROOT } from './support/compose-file.ts';

const { services, volumes } = readComposeFile();
/** With the profile scale there are two processes of these. */
const SCALED = ['enterprises'];

test('every department is a service, published at the address that it listens on', () => {
  for (const name of departmentNames()) {
    const service = services[name]!;
    expect(service.command).toContain(`subgraphs/${name}/src/main.ts`);
    expect(service.environment!['DATABASE_URL']).toMatch(new RegExp(`/yiwang_${name.replaceAll('-', '_')}$`));
    const url = `http://${name}:${service.environment!['PORT']}/graphql`;
    expect(services['publish']!.command).toContain(
      `--url=${name}=${SCALED.includes(name) ? `\${${name.toUpperCase()}_URL:-${url}}` : url}`,
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
    if (!['prepare', 'publish', 'restore', 'collector'].includes(name))
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
    if (!service.image?.startsWith('postgres:')) expect(service, name).toMatchObject({ read_only: true });
    const added = service.image?.startsWith('postgres:')
      ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID']
      : service.image?.startsWith('caddy:')
        ? ['NET_BIND_SERVICE']
        : [];
    expect(service.cap_add ?? [], name).toEqual(added);
  }
});

test('only gateway, portal, balancer and the dashboards are published, and on this machine only', () => {
  const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
    ports.map((port) => [name, port]),
  );
  expect(published).toEqual([
    ['gateway', '127.0.0.1:${GATEWAY_PORT:-4000}:4000'],
    ['portal', '127.0.0.1:4080:4080'],
    ['balancer', '127.0.0.1:4000:4000'],
    ['grafana', '127.0.0.1:3000:3000'],
  ]);
});

test('who watches starts only when asked, and asks every service for its metrics at one port', () => {
  const watching = Object.keys(services).filter((name) =>
    services[name]!.profiles?.includes('observability'),
  );
  expect(watching).toEqual(['prometheus', 'grafana', 'collector']);
  for (const name of watching) expect(services[name]!.profiles).toEqual(['observability']);
  const text = readFileSync(join(ROOT, 'deploy/observability/containers/prometheus.yml'), 'utf8');
  const { scrape_configs: jobs } = parse(text) as {
    scrape_configs: {
      static_configs: { targets: string[] }[];
      dns_sd_configs: { names: string[]; port: number }[];
    }[];
  };
  const watched = [...departmentNames(), 'gateway', 'portal'];
  expect(jobs.flatMap((job) => job.static_configs.flatMap(({ targets }) => targets)).sort()).toEqual(
    watched.map((name) => `${name}:9464`).sort(),
  );
  // Of the profile scale those that are there.
  expect(jobs.flatMap((job) => job.dns_sd_configs)).toEqual([
    { names: ['gateway-2', 'enterprises-2'], type: 'A', port: 9464 },
  ]);
  for (const name of [...watched, 'gateway-2', 'enterprises-2']) {
    // Off unless .env says otherwise.
    expect(services[name]!.environment, name).toMatchObject({ METRICS_PORT: '${METRICS_PORT:-0}' });
  }
  for (const name of watching)
    expect(services[name]!.image, name).toMatch(/:v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/);
});

test('every service of ours is built from here, so that none is looked for in a registry', () => {
  for (const [name, { build, image, command }] of Object.entries(services)) {
    if (command?.[0] === 'node') expect([name, build, image]).toEqual([name, '.', undefined]);
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
    const processes = SCALED.includes(name) ? [name, `${name}-2`] : [name];
    expect(having(`${name}-token`).toSorted()).toEqual(
      [...processes.map((process) => [process, true]), ['tokens', false]].toSorted(),
    );
    const { environment, depends_on } = services[name]!;
    expect(environment).toMatchObject({
      GATEWAY_URL: `\${GATEWAY_URL:-http://gateway:${services['gateway']!.environment!['PORT']}/graphql}`,
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
    const own = name.replace(/-2$/, '');
    const main = name === 'portal' ? 'packages/portal/server/main.ts' : `subgraphs/${own}/src/main.ts`;
    if (name === 'prepare') expect(secrets.length).toBe(departmentNames().length + 1);
    else if (!command.includes(main)) expect(secrets, name).toEqual([]);
    else {
      expect(secrets).toEqual([`${own}-database:/keys/databases/${own}:ro`]);
      expect(environment!['DATABASE_PASSWORD_FILE']).toBe(`/keys/databases/${own}/password`);
      expect(environment!['DATABASE_URL']).toMatch(/^postgres:\/\/(yiwang_\w+)_service@postgres:5432\/\1$/);
    }
  }
});

test('gateways believe the portal and the balancer alone about the addresses of clients, over a network of these', () => {
  const { networks } = readComposeFile();
  expect(membersOf('front')).toEqual(['gateway', 'portal', 'gateway-2', 'balancer']);
  const addresses = ['portal', 'balancer'].map(
    (name) => (services[name]!.networks as Record<string, { ipv4_address: string }>)['front']!.ipv4_address,
  );
  for (const name of ['gateway', 'gateway-2']) {
    expect(services[name]!.environment!['TRUSTED_PROXIES']).toBe(addresses.join());
    // The balancer passes on what its clients send.
    expect(services[name]!.environment!['TRACEPARENT_FROM']).toBe(addresses[0]);
  }
  expect(services['balancer']!.environment!['TRUSTED_PROXIES']).toBe(addresses[0]);
  expect(networks['front']).toMatchObject({
    ipam: { config: [{ subnet: '10.231.17.0/28', ip_range: '10.231.17.8/29' }] },
  });
  // The range from which others get their addresses begins behind them.
  for (const address of addresses) expect(Number(address.split('.')[3])).toBeLessThan(8);
});

test('with the profile scale, a second process differs from the first by its name, its key and its folders alone', () => {
  const settings = parseEnv(readFileSync(join(ROOT, 'deploy/scale/scale.env'), 'utf8'));
  const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
  for (const name of Object.keys(settings)) expect(text).toContain(`\${${name}:-`);
  expect(Number(settings['GATEWAYS'])).toBe(2);

  const { volumes: mounted, environment, ports: _published, ...gateway } = services['gateway']!;
  const { profiles, volumes: mounted2, environment: environment2, ...second } = services['gateway-2']!;
  expect([profiles, second]).toEqual([['scale'], gateway]);
  expect(environment2).toEqual({
    ...environment,
    GATEWAY_NAME: 'gateway-2',
    GATEWAY_KEY: '/keys/gateway/gateway-2.key',
  });
  expect(mounted2).toEqual(mounted!.map((mount) => `gateway-2-${mount.replace(/^gateway-/, '')}`));

  for (const name of SCALED) {
    const { volumes: first, ...one } = services[name]!;
    const { profiles: _scale, volumes: of2, ...other } = services[`${name}-2`]!;
    expect(other).toEqual(one);
    expect(of2).toEqual(first!.map((mount) => mount.replace(`${name}-access-log:`, `${name}-2-access-log:`)));
    expect(services[`${name}-balancer`]!.environment).toEqual({
      PORT: one.environment!['PORT'],
      UPSTREAMS: `${name}:${one.environment!['PORT']} ${name}-2:${one.environment!['PORT']}`,
    });
  }
  expect(membersOf('memory')).toEqual(['enterprises', 'gateway', 'gateway-2', 'enterprises-2', 'memory']);
});

function membersOf(network: string): string[] {
  return Object.keys(services).filter((name) => {
    const { networks = [] } = services[name]!;
    return (Array.isArray(networks) ? networks : Object.keys(networks)).includes(network);
  });
}
