import { readFileSync } from 'node:fs';
import { firstActive, GENERATED_SOURCE, type Population } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { parse } from 'csv-parse/sync';

/** A line of mandates.csv. An empty text stands for what there is none of. */
interface Line {
  /** Id of one of PERSONS. */
  person: string;
  kind: 'LEGAL_REPRESENTATIVE' | 'AGENT';
  /** 1 is the first enterprise of the population that is active and no branch. */
  enterprise: string;
  /** Basic codes as the permits department makes them up, with blanks between. */
  items: string;
  /** Empty for the day on which the enterprise was registered. */
  from: string;
  until: string;
  /** Day on which it was revoked. */
  ended: string;
  reason: string;
}

interface Mandate extends Line {
  uscc: string;
}

export const mandateColumns = [
  'sequence',
  'kind',
  'uscc',
  'person',
  'items',
  'from',
  'until',
  'given_at',
  'given_by',
  'revoked_at',
  'revoked_as',
  'revoked_by',
  'reason',
  'version',
  'source',
] as const;

export const mandateEventColumns = ['mandate', 'at', 'action', 'as', 'user', 'reason'] as const;

/** The mandates of mandates.csv, by their first day; those for enterprises that a small population lacks are left out. */
export function* mandateRows(population: Population): Generator<CopyValue[]> {
  const mandates = readMandates(population);
  for (const [i, mandate] of mandates.entries()) {
    const { kind, uscc, person, items, from, until, ended, reason } = mandate;
    yield [
      i + 1,
      kind,
      uscc,
      person,
      items ? items.split(' ') : null,
      from,
      until || null,
      morningOf(from),
      giverOf(mandate, mandates),
      ended ? morningOf(ended) : null,
      ended ? enderOf(mandate) : null,
      ended ? giverOf(mandate, mandates) : null,
      ended ? reason : null,
      ended ? 2 : 1,
      GENERATED_SOURCE,
    ];
  }
}

/** What happened to the mandates of {@link mandateRows}. */
export function* mandateEventRows(population: Population): Generator<CopyValue[]> {
  const mandates = readMandates(population);
  for (const [i, mandate] of mandates.entries()) {
    const { kind, from, ended, reason } = mandate;
    const isAgent = kind === 'AGENT';
    const giver = giverOf(mandate, mandates);
    const given = isAgent ? ['GIVE', 'LEGAL_REPRESENTATIVE'] : ['REGISTER', 'OFFICIAL'];
    yield [i + 1, morningOf(from), ...given, giver, ended ? null : reason || null];
    if (ended)
      yield [i + 1, morningOf(ended), isAgent ? 'REVOKE' : 'REPLACE', enderOf(mandate), giver, reason];
  }
}

function readMandates(population: Population): Mandate[] {
  const lines: Line[] = parse(readFileSync(new URL('./mandates.csv', import.meta.url)), { columns: true });
  const enterprises = firstActive(population, Math.max(...lines.map(({ enterprise }) => Number(enterprise))));
  return lines
    .flatMap((line) => {
      const enterprise = enterprises[Number(line.enterprise) - 1];
      return enterprise
        ? [{ ...line, uscc: enterprise.uscc, from: line.from || enterprise.registeredOn }]
        : [];
    })
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}

/** An agent's mandate is given, and ended, by who represents the enterprise; null for officials, who are not made up. */
function giverOf({ kind, uscc }: Mandate, mandates: readonly Mandate[]): string | null {
  if (kind === 'LEGAL_REPRESENTATIVE') return null;
  const representative = mandates.find(
    (other) => other.uscc === uscc && other.kind === 'LEGAL_REPRESENTATIVE' && !other.ended,
  );
  return representative!.person;
}

function enderOf({ kind }: Mandate): string {
  return kind === 'AGENT' ? 'LEGAL_REPRESENTATIVE' : 'OFFICIAL';
}

/** Nine o'clock in China. */
function morningOf(day: string): string {
  return `${day}T09:00:00+08:00`;
}
