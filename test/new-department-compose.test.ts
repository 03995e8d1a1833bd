import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { addToChart } from '../scripts/new-department/chart-values.ts';
import { addToCompose } from '../scripts/new-department/compose-file.ts';
import { readName } from '../scripts/new-department/names.ts';
import { type ComposeFile, ROOT } from './support/compose-file.ts';

const before = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const NAMES = readName('sea-fisheries');
const after = addToCompose(before, NAMES, 4007);

function serviceOf(text: string, name: string): string {
  const paragraph = text.split('\n\n').find((one) => one.startsWith(`  ${name}:\n`));
  expect(paragraph, name).toBeDefined();
  return paragraph!;
}

/** The lines outside its service that name a department. */
function mentionsOf(text: string, name: string): string[] {
  const rest = text.replace(serviceOf(text, name), '').split('\n');
  return rest.filter((line) => new RegExp(`\\b${name}\\b`).test(line));
}

/** The same for the new department. */
function renamed(text: string): string {
  return text
    .replaceAll('yiwang_tax', `yiwang_${NAMES.snake}`)
    .replaceAll(/\btax\b/g, NAMES.kebab)
    .replaceAll('4003', '4007');
}

test('the service of a new department is that of any other but for its name and port', () => {
  expect(serviceOf(after, NAMES.kebab)).toBe(renamed(serviceOf(before, 'tax')));
});

test('a new department is named wherever any other is', () => {
  expect(mentionsOf(after, NAMES.kebab)).toEqual(mentionsOf(before, 'tax').map(renamed));
});

test('a new department is up when it is published', () => {
  const { depends_on } = (parse(after) as ComposeFile).services['publish']!;
  expect(depends_on![NAMES.kebab]).toEqual(depends_on!['tax']);
  expect(depends_on![NAMES.kebab]).toEqual({ condition: 'service_healthy' });
});

test('the chart has a new department behind the others, and nothing else is changed', () => {
  const values = readFileSync(join(ROOT, 'deploy/helm/yiwang/values.yaml'), 'utf8');
  const { departments, ...others } = parse(addToChart(values, NAMES, 4007));
  const { departments: known, ...same } = parse(values);
  expect(departments).toEqual({ ...known, [NAMES.kebab]: { port: 4007, replicas: 1 } });
  expect(others).toEqual(same);
  expect(() => addToChart('departments: {}', NAMES, 4007)).toThrow('no departments');
});

test.each([
  ['service publish', /^ {2}publish:$/m, '  publication:'],
  ['departments that publish depends on', / {8}condition: service_healthy/g, '        condition: started'],
  ['volumes with passwords of databases', /-database:/g, '-secret:'],
  ['volumes with tokens of departments', /-token:/g, '-secret:'],
])('a file without %s is refused', (what, pattern, replacement) => {
  expect(() => addToCompose(before.replace(pattern, replacement), NAMES, 4007)).toThrow(
    `docker-compose.yml has no ${what}.`,
  );
});
