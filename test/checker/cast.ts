import { readFile } from 'node:fs/promises';
import type { LocalSystem } from '@yiwang/cli/local-system';
import { addDays, dayOf } from '@yiwang/codes/working-days';
import { type Client, formatPurpose, readPrivateKey, signClientToken } from '@yiwang/identity';
import { makeMatterCast, type MatterCast, type MatterCastSize } from './matters/matter-cast.ts';
import type { ReadingRight } from './history.ts';
import { openDatabase } from './system/open-database.ts';
import { ask } from './users/ask.ts';
import type { Reader } from './users/diary.ts';
import type { Matter } from './users/users.ts';

/** Seconds; longer than any run. */
const TOKEN_S = 3600;
const PURPOSE = { basis: '行政许可法 第三十四条', caseNumber: 'C-1', requester: 'checker' };
const FIELDS = ['Case.number', 'Case.source', 'Case.state', 'Case.version'];
/** The same departments and regions have items of many kinds: so few of them make the officials meet. */
const OFFICES = 3;
const ITEMS = 3;

/** A person or application of the run, with its token. */
export interface Member extends Reader {
  matters: readonly Matter[];
}

/** Who takes part in a run. */
export interface Cast {
  applicants: (Member & { user: string })[];
  /** Applicants who do nothing but send files for a draft. */
  uploaders: (Member & { user: string })[];
  officials: (Member & { user: string })[];
  readers: Member[];
  matters: MatterCast;
}

export interface CastSize extends MatterCastSize {
  applicants: number;
  /** None when left out. */
  uploaders?: number;
  officials: number;
  readers: number;
}

/**
 * Makes the persons of a run: applicants for themselves and, by mandates, for enterprises; officials of a few offices; readers with
 * a grant and without one.
 *
 * @param run tells the persons of several runs apart
 */
export async function makeCast(system: LocalSystem, run: string, size: CastSize): Promise<Cast> {
  const issuer = await readPrivateKey(await readFile(system.keys.issuer, 'utf8'));
  const url = `${system.gateway}/graphql`;

  async function memberOf(
    client: Client,
    right: ReadingRight,
    matters: readonly Matter[] = [],
  ): Promise<Member> {
    const token = await signClientToken(issuer, client, TOKEN_S);
    const headers = { authorization: `Bearer ${token}`, ...formatPurpose(PURPOSE) };
    return { client: client.id, user: client.user, right, headers, matters };
  }

  async function done(
    client: Client,
    query: string,
    variables: object,
  ): Promise<Readonly<Record<string, never>>> {
    const { headers } = await memberOf(client, 'NONE');
    const answer = await ask({ url, headers, query, variables, patienceMs: 60_000 });
    const [payload] = Object.values(answer?.data ?? {}) as ({ userErrors: unknown[] } | null)[];
    if (!payload || payload.userErrors.length > 0)
      throw new Error(`${query} was answered ${JSON.stringify(answer)}`);
    return payload as never;
  }

  const offices = await findOffices(system);
  const given = await findRepresentatives(system);
  const person = (user: string): Client => ({ id: 'portal', user, department: null, scopes: [] });

  const applicants = await each(size.applicants, async (i) => {
    const user = `applicant-${run}-${i}`;
    const items = offices[i % offices.length]!.items;
    const own = items.map((one): Matter => ({ ...one, applicant: null }));
    const representative = given[i % given.length];
    // Every third one is an agent.
    if (i % 3 !== 0 || !representative) return { ...(await memberOf(person(user), 'OWN', own)), user };
    const { uscc } = representative;
    await done(
      person(representative.person),
      `mutation ($input: MandateInput!, $key: ID!) { giveMandate(input: $input, idempotencyKey: $key) { userErrors { code } } }`,
      { input: { uscc, person: user, until: addDays(dayOf(new Date()), 30) }, key: user },
    );
    const matters = [...own, ...items.map((one): Matter => ({ ...one, applicant: uscc }))];
    return { ...(await memberOf(person(user), 'OWN', matters)), user };
  });

  const uploaders = await each(size.uploaders ?? 0, async (i) => {
    const user = `uploader-${run}-${i}`;
    const [item] = offices[i % offices.length]!.items;
    return { ...(await memberOf(person(user), 'OWN', [{ ...item!, applicant: null }])), user };
  });

  const officials = await each(size.officials, async (i) => {
    const user = `official-${run}-${i}`;
    const desk = { id: 'permits-desk', user, department: 'permits', scopes: ['cases:decide'] };
    return { ...(await memberOf(desk, 'DEPARTMENT')), user };
  });
  await appoint(
    system,
    officials.map(({ user }, i) => ({ user, ...offices[i % offices.length]! })),
  );

  const granted: Client = {
    id: `statistics-${run}`,
    user: null,
    department: null,
    scopes: ['sharing:apply'],
  };
  const { application } = (await done(
    { ...granted, user: 'applying' },
    `mutation ($input: SharingApplicationInput!) { applyForSharing(input: $input) { application { number } userErrors { message } } }`,
    {
      input: {
        fields: FIELDS,
        basis: PURPOSE.basis,
        purpose: 'Counts how cases go.',
        until: new Date(Date.now() + 86_400_000).toISOString(),
      },
    },
  )) as unknown as { application: { number: string } };
  await done(
    { id: 'permits-desk', user: 'deciding', department: 'permits', scopes: ['sharing:decide'] },
    `mutation ($number: ID!) { approveSharingApplication(number: $number) { userErrors { message } } }`,
    { number: application.number },
  );
  const readers = await each(size.readers, (i) =>
    [
      () => memberOf(granted, 'GRANT'),
      () => memberOf({ ...granted, id: `curious-${run}` }, 'NONE'),
      // A person whose cases they are not.
      () => memberOf(person(`stranger-${run}-${i}`), 'NONE'),
    ][i % 3]!(),
  );
  const matters = await makeMatterCast(system, run, size, memberOf);
  return { applicants, uploaders, officials, readers, matters };
}

interface Office {
  department: string;
  region: string;
  /** Of the items that it decides on, some. */
  items: readonly Pick<Matter, 'item' | 'form'>[];
}

async function findOffices(system: LocalSystem): Promise<Office[]> {
  const sql = await openDatabase(system, 'permits');
  try {
    return await sql<Office[]>`
      select department_code as department, region_code as region,
        to_json((array_agg(json_build_object('item', code, 'form', form) order by code))[1:${ITEMS}::int]) as items
      from service_items join item_versions on item_code = code and state = 'PUBLISHED'
      where department_code is not null and region_code is not null
      group by 1, 2 order by count(*) desc, 1, 2 limit ${OFFICES}`;
  } finally {
    await sql.end();
  }
}

/** Legal representatives of made-up enterprises. */
async function findRepresentatives(system: LocalSystem): Promise<{ person: string; uscc: string }[]> {
  const sql = await openDatabase(system, 'enterprises');
  try {
    return await sql<{ person: string; uscc: string }[]>`
      select person, uscc from mandates where kind = 'LEGAL_REPRESENTATIVE' and revoked_at is null order by uscc`;
  } finally {
    await sql.end();
  }
}

/** As the department's administrator does. */
async function appoint(
  system: LocalSystem,
  officials: readonly ({ user: string } & Office)[],
): Promise<void> {
  const sql = await openDatabase(system, 'permits');
  try {
    const rows = officials.map(({ user, department, region }) => ({
      user,
      department_code: department,
      region_code: region,
      since: '2020-01-01',
    }));
    await sql`insert into officials ${sql(rows)}`;
  } finally {
    await sql.end();
  }
}

async function each<Made>(count: number, make: (index: number) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let i = 0; i < count; i++) made.push(await make(i));
  return made;
}
