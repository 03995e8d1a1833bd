/** A value that a service shows to Prometheus, with its labels. */
interface Figure {
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** What a service shows to Prometheus, by name. */
export class Figures {
  readonly #byName = new Map<string, Figure[]>();

  /** @param text in the format of Prometheus */
  constructor(text: string) {
    for (const line of text.split('\n')) {
      const [, name, labels = '', value] = /^([a-z]\w*)(?:\{(.*)\})? (\S+)$/i.exec(line) ?? [];
      if (!name) continue;
      const figure = { labels: readLabels(labels), value: Number(value) };
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), figure]);
    }
  }

  all(name: string): readonly Figure[] {
    return this.#byName.get(name) ?? [];
  }

  /** Sum over all labels, or those that are given; null when there is nothing. */
  sum(name: string, labels: Readonly<Record<string, string>> = {}): number | null {
    return this.#reduce(name, labels, (total, value) => total + value);
  }

  max(name: string, labels: Readonly<Record<string, string>> = {}): number | null {
    return this.#reduce(name, labels, Math.max);
  }

  #reduce(
    name: string,
    labels: Readonly<Record<string, string>>,
    join: (one: number, other: number) => number,
  ): number | null {
    const found = this.all(name).filter((figure) =>
      Object.entries(labels).every(([label, value]) => figure.labels[label] === value),
    );
    return found.length === 0
      ? null
      : found.map(({ value }) => value).reduce((one, other) => join(one, other));
  }
}

function readLabels(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => [name, value]),
  );
}
