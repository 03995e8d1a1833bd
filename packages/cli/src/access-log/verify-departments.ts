import {
  beginningOf,
  type ComparedLog,
  compareLogs,
  logOfSubgraph,
  type SealKey,
  subgraphOfLog,
  verifyRecords,
} from '@yiwang/access-log';
import { CommandError } from '../shared/command-error.ts';
import { readKeyFile } from '../shared/files.ts';
import type { Registry } from '../registry/registry.ts';
import { anchorsFor, type RememberedAnchor } from './anchors.ts';
import { askDepartment, type DepartmentLog } from './department-log.ts';
import type { VerifiedLog } from './verified-log.ts';
import { createNotebook, type Knowledge } from './verify-gateways.ts';
import type { DepartmentAddress, VerifyLogOptions } from './verify-options.ts';

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
    addresses.map(({ name, url }) =>
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

async function publishedAddresses(registry: Registry): Promise<DepartmentAddress[]> {
  const { departments } = await registry
    .ask<{ departments: { name: string; subgraph: { url: string } | null }[] }>(
      '{ departments { name subgraph { url } } }',
    )
    .catch((error: Error) => {
      throw new CommandError(
        `The addresses of the departments cannot be read (${error.message}) Name them: --department tax=http://tax:4003/graphql.`,
      );
    });
  return departments.flatMap(({ name, subgraph }) => (subgraph ? [{ name, url: subgraph.url }] : []));
}

/**
 * Verifies the departments' own logs, and compares them with those of the gateways. Each process of a department has a log of its own: what a
 * gateway has read is in one of them.
 */
export async function verifyDepartments(
  { gateway, to, settle }: VerifyLogOptions,
  knowledge: Knowledge,
  gateways: ReadonlyMap<string, ComparedLog>,
): Promise<{ logs: VerifiedLog[]; anchors: RememberedAnchor[] }> {
  const logs: VerifiedLog[] = [];
  const anchors: RememberedAnchor[] = [];
  const compared = new Map<string, ComparedLog & { fields: readonly string[] }>();
  for (const asked of knowledge.departments) {
    const { department, url, kept } = asked;
    if (!kept) continue;
    const log = logOfSubgraph(department);
    const siblings = knowledge.departments.filter((one) => one.department === department);
    const remembered = rememberedOf(asked, siblings, knowledge.anchors);
    const pinned = remembered.flatMap(({ keys = [] }) => keys);
    const isWhole = kept.before.sequence === 0;
    const notebook = createNotebook(true);
    const verdict = await verifyRecords(notebook.note(kept.records()), {
      gateway: log,
      keys: [...pinned, ...kept.keys],
      start: isWhole ? beginningOf(log) : kept.before,
      anchors: anchorsFor(remembered, log, 'the file of anchors'),
      onRecord: knowledge.progressOf(log, null),
    });
    const notes = [...notesOnStart(kept.before.sequence), ...notesOnKeys(pinned, kept.keys)];
    const source = siblings.length > 1 ? `the log of the department at ${url}` : 'the log of the department';
    logs.push({ gateway: log, source, ...verdict, notes });
    if (verdict.finding === null) {
      anchors.push(...notebook.anchorsOf(log, verdict).map((one) => ({ ...one, keys: kept.keys })));
      const records = notebook.records.filter((record) => (gateway ?? record.gateway) === record.gateway);
      const other = compared.get(department);
      compared.set(department, {
        isWhole: isWhole && (other?.isWhole ?? true),
        records: [...(other?.records ?? []), ...records],
        fields: kept.fields,
      });
    }
  }

  // What is missing in a broken log of a department says nothing against its others.
  for (const { gateway: log, finding } of logs) if (finding) compared.delete(subgraphOfLog(log)!);
  const until = Math.min(Date.now() - settle * 1000, to === undefined ? Infinity : Date.parse(to));
  const { findings } = compareLogs(gateways, compared, until);
  for (const [department, finding] of findings) {
    const log = logs.find((one) => one.gateway === logOfSubgraph(department))!;
    if (finding) log.finding = finding;
    else log.notes = [...(log.notes ?? []), 'It agrees with the logs of the gateways.'];
  }
  return { logs, anchors };
}

/** What an earlier verification found of this log. What no log of the department is sealed with any more must be found missing by one of them. */
function rememberedOf(
  asked: DepartmentLog,
  siblings: readonly DepartmentLog[],
  anchors: readonly RememberedAnchor[],
): RememberedAnchor[] {
  const kids = new Map(siblings.map((one) => [one, new Set(one.kept?.keys.map(({ kid }) => kid))]));
  const first = siblings.find(({ kept }) => kept !== null);
  return anchors.filter(({ log, keys = [] }) => {
    if (log !== logOfSubgraph(asked.department)) return false;
    const holder = siblings.find((one) => keys.some(({ kid }) => kids.get(one)!.has(kid)));
    return (holder ?? first) === asked;
  });
}

function notesOnStart(before: number): string[] {
  return before === 0 ? [] : [`It begins behind record ${before}: older ones are not kept any longer.`];
}

function notesOnKeys(pinned: readonly SealKey[], keys: readonly SealKey[]): string[] {
  const isNew = pinned.length > 0 && keys.some(({ kid }) => !pinned.some((one) => one.kid === kid));
  return isNew ? ['It is sealed with another key than the last time: ask the department why.'] : [];
}
