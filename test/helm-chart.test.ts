import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempDisposableSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { describe, expect, test } from 'vitest';
import { departmentNames, readComposeFile, ROOT } from './support/compose-file.ts';
import {
  CHART,
  componentOf,
  ENV,
  envOf,
  EVERYTHING,
  HAS_HELM,
  helm,
  type KubernetesObject,
  podOf,
  render,
  VARIANTS,
  workloads,
} from './support/helm-chart.ts';
import { findTypeFaults } from './support/kubernetes-types.ts';

describe.skipIf(!HAS_HELM)('the chart', () => {
  test.each(Object.entries(VARIANTS))(
    'with %s passes helm lint, and every object is one that Kubernetes knows, field by field',
    (_name, values) => {
      const linted = helm('lint', values);
      expect(linted.code, linted.output + linted.errors).toBe(0);
      expect(findTypeFaults(render(values))).toEqual([]);
    },
  );

  test('a field that Kubernetes does not know, or of another type, is found', () => {
    const [service] = render().filter(({ kind }) => kind === 'Service');
    const faultsOf = (spec: object) => findTypeFaults([{ ...service!, spec }]).join();
    expect(faultsOf({ ...service!.spec, selektor: {} })).toMatch(/selektor/);
    expect(faultsOf({ ports: [{ port: '4000' }] })).toMatch(/'string' is not assignable to type 'number'/);
    expect(faultsOf({ ports: [{}] })).toMatch(/port/);
    expect(faultsOf(service!.spec)).toBe('');
  });

  test('no pod has a right that it does not need, and each has bounds for its memory', () => {
    for (const object of workloads(render(EVERYTHING))) {
      const pod = podOf(object);
      expect(pod, object.metadata.name).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      });
      for (const container of pod.containers) {
        expect(container, object.metadata.name).toMatchObject({
          image: EVERYTHING.image.digest.replace(/^/, 'registry.example/yiwang@'),
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          resources: { requests: expect.anything(), limits: { memory: expect.any(String) } },
        });
      }
    }
  });

  test('pods are found by their services, policies and budgets, and mount volumes that are there', () => {
    const objects = render(EVERYTHING);
    const pods = workloads(objects).map(
      ({ spec }) => spec.template.metadata.labels as Record<string, string>,
    );
    const isFound = (selector: Record<string, string>) =>
      pods.some((labels) => Object.entries(selector).every(([key, value]) => labels[key] === value));
    for (const { kind, spec, metadata } of objects) {
      const name = `${kind} ${metadata.name}`;
      if (kind === 'Service') expect([name, isFound(spec.selector)]).toEqual([name, true]);
      if (kind === 'NetworkPolicy')
        expect([name, isFound(spec.podSelector.matchLabels)]).toEqual([name, true]);
      if (kind === 'PodDisruptionBudget')
        expect([name, isFound(spec.selector.matchLabels)]).toEqual([name, true]);
      expect(metadata.name.length).toBeLessThan(54);
    }
    const claims = objects
      .filter(({ kind }) => kind === 'PersistentVolumeClaim')
      .map(({ metadata }) => metadata.name);
    for (const object of workloads(objects)) {
      const { containers, volumes = [] } = podOf(object);
      const own = (object.spec.volumeClaimTemplates ?? []).map((one: KubernetesObject) => one.metadata.name);
      const known = [...volumes.map(({ name }: { name: string }) => name), ...own];
      for (const { volumeMounts, ports = [] } of containers) {
        for (const { name } of volumeMounts) expect(known, object.metadata.name).toContain(name);
        for (const { name } of ports) expect(name.length).toBeLessThan(16);
      }
      for (const { persistentVolumeClaim } of volumes)
        if (persistentVolumeClaim) expect(claims).toContain(persistentVolumeClaim.claimName);
    }
  });

  test('what is asked has probes, and is stopped only when it has answered', () => {
    const asked = workloads(render({ drainMs: 9000, terminationGracePeriodSeconds: 60 })).filter(
      (object) => podOf(object).containers[0].ports,
    );
    expect(asked.map(componentOf).sort()).toEqual([...departmentNames(), 'gateway', 'portal'].sort());
    for (const object of asked) {
      const { containers, terminationGracePeriodSeconds } = podOf(object);
      expect(containers[0]).toMatchObject({
        startupProbe: { httpGet: { path: '/health', port: 'http' } },
        livenessProbe: { httpGet: { path: '/health', port: 'http' } },
        readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
      });
      expect([envOf(object)['DRAIN_MS'], terminationGracePeriodSeconds]).toEqual(['9000', 60]);
    }
  });

  test('each department of the project is there, as docker-compose.yml runs it', () => {
    const { services } = readComposeFile();
    const values = parse(readFileSync(join(CHART, 'values.yaml'), 'utf8')) as { departments: object };
    expect(Object.keys(values.departments)).toEqual(expect.arrayContaining(departmentNames()));
    const objects = workloads(render());
    // Differs by where the keys are, and by what only one of the two has.
    const elsewhere =
      /^(GATEWAY_URL|GATEWAY_TOKEN|OTEL_.*|CERTIFICATE_BASE_URL|TRUSTED_PROXIES|DATABASE_REPLICA_URL)$/;
    for (const name of [...departmentNames(), 'gateway', 'portal']) {
      const env = envOf(objects.find((object) => componentOf(object) === name)!);
      const composed = services[name]!.environment!;
      for (const setting of Object.keys(composed)) {
        if (elsewhere.test(setting) || setting.startsWith('OIDC_CLIENT_SECRET') || setting === 'GATEWAY_KEY')
          continue;
        expect(Object.keys(env), `${name}: ${setting}`).toContain(setting);
      }
      expect(env['PORT']).toBe(composed['PORT']);
    }
  });

  test('only prepare has the login of the administrator, and only prepare and publish have all keys', () => {
    const having = (secret: string) =>
      workloads(render())
        .filter((object) => JSON.stringify(object).includes(`"${secret}"`))
        .map(componentOf)
        .sort();
    expect(having('yiwang-postgres-admin')).toEqual(['prepare']);
    expect(having('yiwang-keys')).toEqual(['prepare', 'publish']);
    expect(having('yiwang-issuer-keys')).toEqual(['tokens']);
    expect(having('yiwang-registry-keys')).toEqual(['exchange']);
    expect(having('yiwang-gateway-keys')).toEqual(['gateway']);
    for (const name of [...departmentNames(), 'portal'])
      expect(having(`yiwang-database-${name}`)).toEqual([name]);
  });

  test('who may speak with whom is what the networks of docker-compose.yml allow, and no more', () => {
    const policies = render().filter(({ kind }) => kind === 'NetworkPolicy');
    const pods = workloads(render());
    const departments = departmentNames();
    const matches = (selector: Record<string, string>) =>
      pods
        .filter(({ spec }) =>
          Object.entries(selector).every(([key, value]) => spec.template.metadata.labels[key] === value),
        )
        .map(componentOf);
    /** By component: whom it may send to, and who may send to it, at the port of requests. */
    const open = (direction: 'ingress' | 'egress', peer: 'from' | 'to', component: string) =>
      policies
        .filter(({ spec }) => matches(spec.podSelector.matchLabels).includes(component))
        .flatMap(({ spec }) => spec[direction] ?? [])
        .filter((rule) => rule.ports.some(({ port }: { port: unknown }) => port === 'http'))
        .flatMap((rule) =>
          rule[peer].flatMap((one: { podSelector: { matchLabels: Record<string, string> } }) =>
            matches(one.podSelector.matchLabels),
          ),
        );
    const sorted = (names: string[]) => [...new Set(names)].sort();
    const others = departments.filter((name) => name !== 'exchange');
    expect(sorted(open('ingress', 'from', 'gateway'))).toEqual(sorted([...departments, 'portal']));
    for (const name of others) {
      expect(sorted(open('ingress', 'from', name))).toEqual(['exchange', 'gateway']);
      expect(sorted(open('egress', 'to', name))).toEqual(['gateway']);
    }
    expect(sorted(open('ingress', 'from', 'exchange'))).toEqual(['exchange', 'gateway', 'publish']);
    expect(sorted(open('egress', 'to', 'portal'))).toEqual(['gateway']);
    for (const name of ['tokens', 'prepare', 'portal']) expect(open('ingress', 'from', name)).toEqual([]);
    // What is sent has to be let in, and the other way round.
    for (const from of pods.map(componentOf))
      for (const to of open('egress', 'to', from))
        expect(open('ingress', 'from', to), `${from} to ${to}`).toContain(from);
    const [denied] = policies.filter(({ spec }) => !spec.ingress && !spec.egress);
    expect(sorted(matches(denied!.spec.podSelector.matchLabels))).toEqual(sorted(pods.map(componentOf)));
    const names = policies.find(({ metadata }) => metadata.name === 'y-names')!.spec.podSelector;
    expect(names.matchExpressions).toEqual([
      { key: 'app.kubernetes.io/component', operator: 'NotIn', values: ['tokens'] },
    ]);
  });

  test.each([
    ['a wrong type', { gateway: { replicas: 'two' } }, /replicas/],
    ['an unknown value', { gatway: {} }, /gatway/],
    ['more gateways than keys', { gateway: { replicas: 5 } }, /5 gateways need 5 keys/],
    [
      'two processes of a department that share no memory',
      { departments: { tax: { replicas: 2 } } },
      /sharedMemory.url/,
    ],
    [
      'processes that share files on a disk of one',
      { departments: { permits: { replicas: 2 } }, sharedMemory: { url: 'redis://m:6379' } },
      /ReadWriteMany/,
    ],
    ['less time to stop than is drained', { drainMs: 30000 }, /terminationGracePeriodSeconds is 45/],
    ['a digest that is none', { image: { digest: 'sha256:1' } }, /digest/],
  ])('%s is refused with a message', (_what, values, message) => {
    const { code, errors } = helm('template', values);
    expect(code).not.toBe(0);
    expect(errors).toMatch(message);
  });

  test('a gateway takes the name and the key of its number', () => {
    const gateway = workloads(render()).find((object) => componentOf(object) === 'gateway')!;
    const [shell, flag, script, name, ...args] = podOf(gateway).containers[0].command as string[];
    const own = script!.replace('exec node "$@"', 'echo "$GATEWAY_NAME $GATEWAY_KEY $*"');
    const said = ['y-gateway-0', 'y-gateway-3'].map((pod) =>
      execFileSync(shell!, [flag!, own, name!, ...args], {
        env: { ...process.env, POD_NAME: pod },
        encoding: 'utf8',
      }),
    );
    expect(said[0]).toMatch(
      /^gateway \/keys\/gateway\/gateway\.key --max.*gateway\/src\/main.ts --registry=http:\/\/y-exchange:4005\/graphql\n$/,
    );
    expect(said[1]).toMatch(/^gateway-4 \/keys\/gateway\/gateway-4\.key /);
    for (const word of args) if (word.endsWith('.ts')) expect(existsSync(join(ROOT, word))).toBe(true);
  });

  test('the Secrets that make-secrets.sh prints have every file that a setting names', () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'yiwang-secrets-'));
    const made = spawnSync('sh', [join(ROOT, 'deploy/helm/make-secrets.sh'), join(folder.path, 'keys')], {
      env: { ...ENV, GATEWAYS: '2' },
      encoding: 'utf8',
    });
    expect(made.status, made.stderr).toBe(0);
    const secrets = new Map(
      parseAllDocuments(made.stdout).map((document) => {
        const { metadata, data } = document.toJS() as {
          metadata: { name: string };
          data: Record<string, string>;
        };
        return [metadata.name, Object.keys(data)];
      }),
    );
    expect(secrets.get('yiwang-gateway-keys')).toEqual([
      'gateway-2.key',
      'gateway.key',
      'issuers.json',
      'registry.key.pub',
    ]);
    for (const object of workloads(render())) {
      const { volumes = [], containers } = podOf(object);
      for (const { name, secret } of volumes) {
        if (!secret) continue;
        const files = secrets.get(secret.secretName);
        expect(files, secret.secretName).toBeDefined();
        const { mountPath } = containers[0].volumeMounts.find(
          (mount: { name: string }) => mount.name === name,
        );
        const named = [...Object.values(envOf(object)), ...(containers[0].command as string[])]
          .map((word) => word?.replace(/^--[\w-]+=/, ''))
          .filter((word) => word?.startsWith(`${mountPath}/`));
        for (const file of named) expect(files).toContain(file!.slice(mountPath.length + 1));
      }
    }
  });
});
