import { setImmediate as letOthersRun } from 'node:timers/promises';
import { digestOf, PUBLIC_CLIENT } from '@yiwang/identity';
import type { GraphQLSchema } from 'graphql';
import type { OperationContent } from '@yiwang/identity';
import { createDocumentUses } from './document-use.ts';
import type { Counted, Tally } from './execution-counts.ts';

/** Time of one slice of work; requests are answered between two slices. */
const SLICE_MS = 5;

export interface Period {
  from: Date;
  until: Date;
}

/**
 * Makes the function that turns counts into reports, in small slices: reading a document takes as long as answering it.
 *
 * @param schemaOf returns the schema of a variant; null when it has none
 */
export function createReportWriter(
  schemaOf: (variant: string) => GraphQLSchema | null,
  { sliceMs = SLICE_MS } = {},
) {
  const useOf = createDocumentUses();

  return async function writeReports({ documents }: Counted, period: Period): Promise<OperationContent[]> {
    const reports = new Map<string, OperationContent>();
    let sliceFrom = performance.now();
    for (const [source, tallies] of documents) {
      const digest = digestOf(source);
      for (const tally of tallies.values()) {
        const schema = schemaOf(tally.variant);
        if (schema) add(reports, reportOf(tally, digest, useOf(schema, digest, source), period));
      }
      if (performance.now() - sliceFrom < sliceMs) continue;
      await letOthersRun();
      sliceFrom = performance.now();
    }
    return [...reports.values()];
  };
}

/** Adds a report, or its counts to an equal one: a document of one operation is the same whether or not the request names it. */
function add(reports: Map<string, OperationContent>, report: OperationContent): void {
  const { variant, client, clientVersion, name, digest } = report;
  const key = JSON.stringify([variant, client, clientVersion, name, digest]);
  const same = reports.get(key);
  const { count, errors } = report;
  reports.set(key, same ? { ...same, count: same.count + count, errors: same.errors + errors } : report);
}

function reportOf(
  { variant, isSignedIn, client, clientVersion, operationName, executions, failed }: Tally,
  digest: string,
  { coordinates, onlyName }: ReturnType<ReturnType<typeof createDocumentUses>>,
  { from, until }: Period,
): OperationContent {
  return {
    variant,
    client: isSignedIn ? client! : labelOf(readHeader(client)),
    clientVersion: readHeader(clientVersion),
    name: operationName ?? onlyName,
    digest,
    coordinates,
    count: Math.round(executions),
    errors: Math.round(failed),
    from: from.toISOString(),
    until: until.toISOString(),
  };
}

/** Returns the label of an anonymous client, whose name is unverified; no signed-in client can have such a label. */
function labelOf(name: string | null): string | null {
  return name === null ? null : `${PUBLIC_CLIENT.id}:${name}`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Returns a header as text: Node reads headers as Latin-1, clients send UTF-8. */
function readHeader(value: string | undefined): string | null {
  if (!value) return null;
  try {
    return utf8.decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
