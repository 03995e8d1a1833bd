import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contents, signCredential } from '@yiwang/identity';
import { completeSchema } from '@yiwang/schema-directives';
import type { KeyFile } from './keys.ts';
import { LaunchError } from './launch-error.ts';
import { callRegistry } from './registry-call.ts';
import type { DepartmentAddress } from './department-address.ts';

const PUBLISH = `mutation Publish($subgraphs: [SubgraphInput!]!, $credential: String!, $waiver: WaiverInput) {
  publishSubgraphs(subgraphs: $subgraphs, credentials: [$credential], acceptBreaking: true, waiver: $waiver) {
    outcome
    version
    userErrors { message }
    check {
      faults { message help locations { department line column } }
      lint { severity message location { department line column } }
    }
  }
}`;

interface Place {
  department: string;
  line: number;
  column: number;
}

interface PublishPayload {
  outcome: 'PUBLISHED' | 'UNCHANGED' | 'REFUSED';
  version: number | null;
  userErrors: { message: string }[];
  check: {
    faults: { message: string; help: string | null; locations: Place[] }[];
    lint: { severity: 'ERROR' | 'WARNING'; message: string; location: Place | null }[];
  } | null;
}

/**
 * Publishes the schemas of all departments at once. What is published already stays as it is. Here the files are what
 * holds: what they break is accepted, and the operator consents in place of the departments.
 *
 * @returns the version that holds them
 * @throws LaunchError with every reason why they do not fit together
 */
export async function publishDepartments(
  url: string,
  operator: KeyFile,
  departments: readonly DepartmentAddress[],
): Promise<number> {
  const subgraphs = await Promise.all(
    departments.map(async ({ name, directory, url: address }) => ({
      department: name,
      url: address,
      sdl: completeSchema(await readFile(join(directory, 'schema.graphql'), 'utf8')),
    })),
  );
  const digest = contents.publish(subgraphs, { acceptBreaking: true });
  const credential = await signCredential(operator.key, { action: 'publish', digest });
  const of = waivedHere();
  const waiver = {
    of,
    credential: await signCredential(operator.key, { action: 'waive', digest: contents.waive(digest, of) }),
  };
  const { publishSubgraphs: published } = await callRegistry<{ publishSubgraphs: PublishPayload }>(
    url,
    PUBLISH,
    { subgraphs, credential, waiver },
  );
  if (published.version !== null && published.outcome !== 'REFUSED') return published.version;
  throw new LaunchError(
    ['The registry does not take the schemas of the departments:', ...reasons(published)].join('\n  '),
  );
}

/** With `UNSIGNED=allow` departments answer any caller, and fail the check that they verify their callers. */
function waivedHere(): string[] {
  return process.env['UNSIGNED'] === 'allow' ? ['OWNER_CONSENT', 'CALLER_VERIFICATION'] : ['OWNER_CONSENT'];
}

function reasons({ userErrors, check }: PublishPayload): string[] {
  const found = [
    ...(check?.faults ?? []).map(({ message, help, locations }) =>
      [locations.map(at).join(', '), message, help].filter(Boolean).join(' '),
    ),
    ...(check?.lint ?? [])
      .filter(({ severity }) => severity === 'ERROR')
      .map(({ message, location }) => [location && at(location), message].filter(Boolean).join(' ')),
  ];
  return found.length > 0 ? found : userErrors.map(({ message }) => message);
}

function at({ department, line, column }: Place): string {
  return `subgraphs/${department}/schema.graphql:${line}:${column}`;
}
