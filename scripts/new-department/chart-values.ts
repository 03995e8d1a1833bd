import type { Names } from './names.ts';

/** Stands behind the departments in the values of the chart. */
const NEXT = '\n\n# For all departments.\n';

/**
 * The values of the chart with one more department behind the others. Text, not YAML, is worked on: comments stay as people wrote them.
 *
 * @throws Error when the file has not the form that it is known in
 */
export function addToChart(text: string, { kebab }: Names, port: number): string {
  const parts = text.split(NEXT);
  if (parts.length !== 2) throw new Error('The values of the chart have no departments.');
  return `${parts[0]}\n  ${kebab}:\n    port: ${port}\n    replicas: 1${NEXT}${parts[1]}`;
}
