import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './compose-file.ts';
import type { KubernetesObject } from './helm-chart.ts';

/** Where the package kubernetes-types has the type of each object, made from the API description of Kubernetes. */
const MODULES: Readonly<Record<string, string>> = {
  v1: 'core/v1',
  'apps/v1': 'apps/v1',
  'batch/v1': 'batch/v1',
  'autoscaling/v2': 'autoscaling/v2',
  'policy/v1': 'policy/v1',
  'networking.k8s.io/v1': 'networking/v1',
};
/** Objects of others, which Kubernetes has no types of. */
const CUSTOM = new Set(['monitoring.coreos.com/v1']);

/** What Kubernetes would not understand: fields that it does not know, that are missing, or of another type. Empty when all is well. */
export function findTypeFaults(objects: readonly KubernetesObject[]): string[] {
  const known = objects.filter(({ apiVersion }) => !CUSTOM.has(apiVersion));
  const lines = known.map((object, index) => {
    const module = MODULES[object.apiVersion];
    if (module === undefined) throw new Error(`There are no types of ${object.apiVersion}.`);
    return `export const o${index}: import('kubernetes-types/${module}').${object.kind} = ${JSON.stringify(object)};`;
  });
  const file = join(ROOT, 'test/objects-of-the-chart.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, lines.join('\n'), target) : getSourceFile(name, target);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, start, file: found }) => {
    const line = found && start !== undefined ? found.getLineAndCharacterOfPosition(start).line : null;
    const object = line === null ? '' : `${known[line]?.kind} ${known[line]?.metadata.name}: `;
    return `${object}${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
