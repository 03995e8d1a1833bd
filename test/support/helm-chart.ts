import { spawnSync } from 'node:child_process';
import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { expect } from 'vitest';
import { ROOT } from './compose-file.ts';

export const CHART = join(ROOT, 'deploy/helm/yiwang');
const TOOLS = join(ROOT, 'node_modules/.cache/helm');
export const ENV = { ...process.env, PATH: `${TOOLS}:${process.env['PATH']}`, HELM_CACHE_HOME: tmpdir() };
export const HAS_HELM = spawnSync('helm', ['version'], { env: ENV }).status === 0;
if (!HAS_HELM)
  process.stderr.write('Tests of the chart are skipped: node scripts/get-helm.ts brings Helm.\n');

/** As the cluster gets it. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels: Record<string, string>; annotations?: Record<string, string> };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Kubernetes' own types check it: see findTypeFaults.
  spec: any;
}

/** Runs `helm lint`, or another command with the chart. */
export function helm(
  command: string,
  values: object,
): { code: number | null; output: string; errors: string } {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'yiwang-helm-'));
  const file = join(folder.path, 'values.json');
  writeFileSync(file, JSON.stringify(values));
  const words = command === 'lint' ? ['lint', '--strict', CHART] : [command, 'y', CHART];
  const { status, stdout, stderr } = spawnSync('helm', [...words, '--values', file], {
    env: ENV,
    encoding: 'utf8',
  });
  return { code: status, output: stdout, errors: stderr };
}

/** What the cluster gets. */
export function render(values: object = {}): KubernetesObject[] {
  const { code, output, errors } = helm('template', values);
  expect(code, errors).toBe(0);
  return parseAllDocuments(output).flatMap((document) => (document.toJS() ?? []) as KubernetesObject);
}

/** All that can be switched on. */
export const EVERYTHING = {
  image: { digest: `sha256:${'0'.repeat(64)}`, pullSecrets: ['registry'] },
  sharedMemory: { url: 'redis://memory.example:6379', to: [{ ipBlock: { cidr: '10.1.0.0/16' } }] },
  postgres: { to: [{ ipBlock: { cidr: '10.2.0.0/16' } }] },
  gateway: {
    autoscaling: { enabled: true },
    ingressFrom: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress' } } }],
    env: { COST_LIMIT: 9000 },
    egress: [{ to: [{ ipBlock: { cidr: '10.3.0.1/32' } }] }],
    storage: { className: 'fast' },
  },
  departments: { enterprises: { replicas: 2, replicaUrl: 'postgres://replica.example/yiwang_enterprises' } },
  portal: { replicas: 2, ingressFrom: [{ podSelector: {} }] },
  ingress: { enabled: true, className: 'nginx', tlsSecret: 'tls', annotations: { 'a.example/b': 'c' } },
  metrics: { enabled: true, podMonitor: true, from: [{ podSelector: {} }] },
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  tolerations: [{ key: 'data', operator: 'Exists' }],
  affinity: { nodeAffinity: {} },
};

export const VARIANTS = {
  defaults: {},
  everything: EVERYTHING,
  least: { portal: { enabled: false }, tokens: { enabled: false } },
};

export const workloads = (objects: readonly KubernetesObject[]) =>
  objects.filter(({ spec }) => spec.template);
export const podOf = ({ spec }: KubernetesObject) => spec.template.spec;
export const componentOf = ({ metadata }: KubernetesObject) =>
  metadata.labels['app.kubernetes.io/component']!;
export const envOf = (object: KubernetesObject): Record<string, string> =>
  Object.fromEntries(
    (podOf(object).containers[0].env ?? []).map(({ name, value }: { name: string; value: string }) => [
      name,
      value,
    ]),
  );
