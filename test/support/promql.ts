import { parser } from '@prometheus-io/lezer-promql';

/** What an expression of Prometheus reads. */
export interface ReadByExpression {
  metrics: string[];
  /** Of all that it reads. */
  labels: string[];
}

/**
 * Reads an expression with the grammar of Prometheus itself.
 *
 * @throws Error when it is none
 */
export function readExpression(expression: string): ReadByExpression {
  // Grafana's own variable for a duration.
  const plain = expression.replaceAll('$__rate_interval', '5m');
  const metrics: string[] = [];
  const labels: string[] = [];
  parser.parse(plain).iterate({
    enter({ name, type, from, to, node }) {
      if (type.isError) throw new Error(`No expression of Prometheus, at ${from}: ${expression}`);
      const text = plain.slice(from, to);
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector') metrics.push(text);
      if (name === 'LabelName') labels.push(text);
    },
  });
  return { metrics, labels };
}

/** Metrics of a text for Prometheus, by name: their type, and the labels that their series have. */
export function readMetrics(text: string): Map<string, { type: string; labels: Set<string> }> {
  const metrics = new Map<string, { type: string; labels: Set<string> }>();
  for (const line of text.split('\n')) {
    const [, name, type] = /^# TYPE (\S+) (\S+)$/.exec(line) ?? [];
    if (name && type) metrics.set(name, { type, labels: new Set() });
    const [, series, labels = ''] = /^([a-z]\w*)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    const metric = series && (metrics.get(series) ?? metrics.get(series.replace(/_(bucket|sum|count)$/, '')));
    if (metric) for (const [, label] of labels.matchAll(/(\w+)="/g)) metric.labels.add(label!);
  }
  return metrics;
}
