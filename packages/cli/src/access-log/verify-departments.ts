import {
  beginningOf,
  type ComparedLog,
  compareLogs,
  logOfSubgraph,
  type SealKey,
  verifyRecords,
} from '@yiwang/access-log';
import { CommandError } from '../shared/command-error.ts';
import { readKeyFile } from '../shared/files.ts';
import type { Registry } from '../registry/registry.ts';
import { anchorsFor, type RememberedAnchor } from './anchors.ts';
import { askDepartment, type DepartmentLog } from './department-log.ts';
import type { VerifiedLog } from './verified-log.ts';
import { createNotebook, type Knowledge } from './verify-gateways.ts';
import type { VerifyLogOptions } from './verify-options.ts';

export interface AskedDepartments {
  logs: DepartmentLog[];
  /** Why one could not be read. */
  failures: string[];
}

/** Asks the departments at their own addresses; none without a key of an auditor. */
export async function askDepartments(
  registry: Registry,
  { auditorKey, department: named }: VerifyLogOptions,
): Promise<AskedDepartments> {
  if (!auditorKey) return { logs: [], failures: [] };
  const key = await readKeyFile(auditorKey);
  const addresses = named ?? (await publishedAddresses(registry));
  const asked = await Promise.all(
    Object.entries(addresses).map(([name, url]) =>
      askDepartment(name, url, key).catch((error: unknown) => {
        if (error instanceof CommandError) return error.message;
        throw error;
      }),
    ),
  );
  return {
    logs: asked.filter((one) => typeof one !== 'string'),
    failures: asked.filter((one) => typeof one === 'string'),
  };
}

async function publishedAddresses(registry: Registry): Promise<Record<string, string>> {
  const { departments } = await registry
    .ask<{ departments: { name: string; subgraph: { url: string } | null }[] }>(
      '{ departments { name subgraph { url } } }',
    )
    .catch((error: Error) => {
      throw new CommandError(
        `The addresses of the departments cannot be read (${error.message}) Name them: --department tax=http://tax:4003/graphql.`,
      );
    });
  return Object.fromEntries(
    departments.flatMap(({ name, subgraph }) => (subgraph ? [[name, subgraph.url] as const] : [])),
  );
}

/** Verifies the departments' own logs, and compares them with those of the gateways. */
export async function verifyDepartments(
  { gateway, to, settle }: VerifyLogOptions,
  knowledge: Knowledge,
  gateways: ReadonlyMap<string, ComparedLog>,
): Promise<{ logs: VerifiedLog[]; anchors: RememberedAnchor[] }> {
  const logs: VerifiedLog[] = [];
  const anchors: RememberedAnchor[] = [];
  const compared = new Map<string, ComparedLog & { fields: readonly string[] }>();
  for (const { department, kept } of knowledge.departments) {
    if (!kept) continue;
    const log = logOfSubgraph(department);
    const pinned = knowledge.anchors.flatMap((one) => (one.log === log ? (one.keys ?? []) : []));
    const isWhole = kept.before.sequence === 0;
    const notebook = createNotebook(true);
    const verdict = await verifyRecords(notebook.note(kept.records()), {
      gateway: log,
      keys: [...pinned, ...kept.keys],
      start: isWhole ? beginningOf(log) : kept.before,
      anchors: anchorsFor(knowledge.anchors, log, 'the file of anchors'),
      onRecord: knowledge.progressOf(log, null),
    });
    const notes = [...notesOnStart(kept.before.sequence), ...notesOnKeys(pinned, kept.keys)];
    logs.push({ gateway: log, source: 'the log of the department', ...verdict, notes });
    if (verdict.finding === null) {
      anchors.push(...notebook.anchorsOf(log, verdict).map((one) => ({ ...one, keys: kept.keys })));
      const records = notebook.records.filter((record) => (gateway ?? record.gateway) === record.gateway);
      compared.set(department, { isWhole, records, fields: kept.fields });
    }
  }

  const until = Math.min(Date.now() - settle * 1000, to === undefined ? Infinity : Date.parse(to));
  const { findings } = compareLogs(gateways, compared, until);
  for (const [department, finding] of findings) {
    const log = logs.find((one) => one.gateway === logOfSubgraph(department))!;
    if (finding) log.finding = finding;
    else log.notes = [...(log.notes ?? []), 'It agrees with the logs of the gateways.'];
  }
  return { logs, anchors };
}

function notesOnStart(before: number): string[] {
  return before === 0 ? [] : [`It begins behind record ${before}: older ones are not kept any longer.`];
}

function notesOnKeys(pinned: readonly SealKey[], keys: readonly SealKey[]): string[] {
  const isNew = pinned.length > 0 && keys.some(({ kid }) => !pinned.some((one) => one.kid === kid));
  return isNew ? ['It is sealed with another key than the last time: ask the department why.'] : [];
}
