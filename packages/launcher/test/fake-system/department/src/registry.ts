// What the launcher and the fake gateway need of a registry. It checks the operator's credentials as the real one does.
import { readFileSync } from 'node:fs';
import { contents, type PublicKey, readPublicKey, verifyCredential } from '@yiwang/identity';

interface Subgraph {
  department: string;
  url: string;
  sdl: string;
}

interface Publication {
  subgraphs: Subgraph[];
  credential: string;
}

let operator: PublicKey | undefined;
const holders: string[] = [];
let published: readonly Subgraph[] = [];
let running: number | null = null;

/** Answers one request of GraphQL, told from others by its text. */
export async function answerAsRegistry(body: string): Promise<object> {
  const { query, variables } = JSON.parse(body) as { query: string; variables: object };
  if (query.includes('RegisterKeys')) return register(query, variables as Record<string, string>);
  if (query.includes('publishSubgraphs')) return publish(variables as Publication);
  if (query.includes('reportGateway')) {
    running = (variables as { running: number | null }).running;
    return { data: { version: published.length > 0 ? 1 : null } };
  }
  return {
    data: { gateways: [{ name: 'gateway', running: [{ variant: 'internal', version: running }] }] },
    holders,
    published,
  };
}

async function register(query: string, variables: Record<string, string>): Promise<object> {
  for (const [, name, role] of query.matchAll(/k(\d+): registerKey\(role: (\w+)/g)) {
    const holder = variables[`holder${name}`]!;
    const { kid } = await readPublicKey(variables[`key${name}`]!);
    await check(variables[`credential${name}`]!, 'registerKey', contents.registerKey(role!, holder, kid));
    holders.push(`${role} ${holder}`);
  }
  return { data: { k0: { userErrors: [] } } };
}

async function publish({ subgraphs, credential }: Publication): Promise<object> {
  await check(credential, 'publish', contents.publish(subgraphs, { acceptBreaking: true }));
  if (process.env['FAKE_REFUSAL']) {
    const location = { department: 'beta', line: 3, column: 1 };
    const faults = [{ message: 'They do not fit.', help: 'Make them fit.', locations: [location] }];
    return {
      data: {
        publishSubgraphs: { outcome: 'REFUSED', version: null, userErrors: [], check: { faults, lint: [] } },
      },
    };
  }
  published = subgraphs;
  return { data: { publishSubgraphs: { outcome: 'PUBLISHED', version: 1, userErrors: [], check: null } } };
}

async function check(credential: string, action: string, digest: string): Promise<void> {
  operator ??= await readPublicKey(readFileSync(process.env['REGISTRY_OPERATOR_KEY']!, 'utf8'));
  await verifyCredential(credential, { action, digest }, async () => operator!);
}
