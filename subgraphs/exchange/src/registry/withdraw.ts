import { contents, type PrivateKey } from '@yiwang/identity';
import { checkDays } from '../usage/check-days.ts';
import { addSupergraphVersion } from './add-version.ts';
import { admitGraph } from './admit-graph.ts';
import { checkReason } from './check-reason.ts';
import { readCurrentGraph } from './current-graph.ts';
import type { Db } from './database.ts';
import { checkWithout, graphWithout, hasPublished, unknownDepartment } from './graph-without.ts';
import type { PublishModel } from './models.ts';
import { requireDepartments } from './permissions.ts';
import type { Registry } from './registry.ts';
import { requireSigningKey } from './signing-key.ts';
import { withRefusals } from './with-refusals.ts';

export interface Withdrawal {
  department: string;
  reason: string;
  credential: string;
  acceptBreaking: boolean;
  days: number;
}

/** Takes what a department has published out of the graph; what it published is kept, and may be published again. */
export function createWithdraw(registry: Registry) {
  return function withdraw(asked: Withdrawal): Promise<PublishModel> {
    const { department, reason, credential, days } = asked;
    checkDays(days);
    const attempt = {
      action: 'withdraw',
      digest: contents.withdraw(department, reason),
      subject: department,
      credentials: [credential],
      reason,
    } as const;

    return withRefusals(registry.db, () =>
      registry.attempt(attempt, async (signers) => {
        requireDepartments(signers, [department]);
        const signingKey = requireSigningKey(registry);
        checkReason(reason);
        return (tx) => withdrawSubgraph(tx, { ...registry, signingKey }, asked, signers[0]!.kid);
      }),
    );
  };
}

async function withdrawSubgraph(
  tx: Db,
  { composer, signingKey }: Pick<Registry, 'composer'> & { signingKey: PrivateKey },
  { department, reason, acceptBreaking, days }: Withdrawal,
  kid: string,
): Promise<PublishModel> {
  const current = await readCurrentGraph(tx);
  const rest = graphWithout(current, department);
  if (current === null || rest === null) {
    if (!(await hasPublished(tx, department))) throw unknownDepartment(department);
    return { outcome: 'UNCHANGED', version: current?.version ?? null, check: null, userErrors: [] };
  }
  const found = await checkWithout(composer, current, rest);
  const { check, sdls } = await admitGraph(tx, composer, found, {
    acceptBreaking,
    days,
    field: ['department'],
  });
  const version = current.version + 1;
  await addSupergraphVersion(tx, signingKey, {
    version,
    createdBy: kid,
    reason: 'WITHDRAWN',
    note: reason,
    changes: check.changes,
    parts: rest,
    sdls,
  });
  return { outcome: 'WITHDRAWN', version, check, userErrors: [] };
}
