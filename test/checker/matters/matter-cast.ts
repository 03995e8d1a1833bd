import type { LocalSystem } from '@yiwang/cli/local-system';
import { openDatabase, inSnapshot } from '../system/open-database.ts';
import type { Client } from '@yiwang/identity';
import type { Reader } from '../users/diary.ts';
import { type Desk, DESKS } from '../users/steps.ts';
import { findMatterPlans, MATTER_ITEMS, REGION } from './matter-plans.ts';
import type { MatterPlan } from './matter-users.ts';

type Member = Reader & { user: string };

/** Who takes part in matters. */
export interface MatterCast {
  applicants: (Member & { plans: readonly MatterPlan[] })[];
  officials: (Member & { desk: Desk; regions: readonly string[] })[];
  operators: Member[];
}

export interface MatterCastSize {
  matterApplicants: number;
  /** At each of three departments. */
  matterOfficials: number;
}

/**
 * Makes applicants for matters, officials who decide the cases of their steps, and an operator of services.
 *
 * @param run tells the persons of several runs apart
 */
export async function makeMatterCast(
  system: LocalSystem,
  run: string,
  { matterApplicants, matterOfficials }: MatterCastSize,
  memberOf: (client: Client, right: Reader['right']) => Promise<Reader>,
): Promise<MatterCast> {
  if (matterApplicants === 0) return { applicants: [], officials: [], operators: [] };
  const choice = await findMatterPlans(system);
  const applicants: MatterCast['applicants'] = [];
  for (let i = 0; i < matterApplicants; i++) {
    const { user, plans } = choice.plansOf(`founder-${run}-${i}`, i);
    const client = { id: 'portal', user, department: null, scopes: [] };
    applicants.push({ ...(await memberOf(client, 'OWN')), user, plans });
  }
  // Where the run's applications are: the inboxes of the province hold many more that were made up.
  const regions = [...new Set(applicants.flatMap(({ plans }) => plans.map(({ region }) => region)))];
  const officials: MatterCast['officials'] = [];
  for (const desk of Object.values(DESKS)) {
    const { department } = desk;
    const users = Array.from({ length: matterOfficials }, (_, i) => `${department}-${run}-${i}`);
    await appoint(system, department, users);
    for (const user of users) {
      const client = { id: `${department}-desk`, user, department, scopes: ['cases:decide'] };
      officials.push({ ...(await memberOf(client, 'DEPARTMENT')), user, desk, regions });
    }
  }
  const user = `operator-${run}`;
  const operator = { id: 'services-desk', user, department: 'services', scopes: ['matters:operate'] };
  return { applicants, officials, operators: [{ ...(await memberOf(operator, 'DEPARTMENT')), user }] };
}

/** As the administrators of the departments do: for the whole province, and at permits for the offices of the items. */
async function appoint(system: LocalSystem, department: string, users: readonly string[]): Promise<void> {
  const offices =
    department === 'permits' ? await officesOfItems(system) : [{ region_code: REGION.slice(0, 2) }];
  const rows = users.flatMap((user) => offices.map((office) => ({ user, since: '2020-01-01', ...office })));
  const sql = await openDatabase(system, department);
  try {
    await sql`insert into officials ${sql(rows)}`;
  } finally {
    await sql.end();
  }
}

function officesOfItems(system: LocalSystem): Promise<{ department_code: string; region_code: string }[]> {
  return inSnapshot(
    system,
    'permits',
    (tx) => tx`
    select distinct department_code, region_code from service_items
    where basic_code = any(${MATTER_ITEMS}) and ${REGION} like region_code || '%' and department_code is not null`,
  );
}
