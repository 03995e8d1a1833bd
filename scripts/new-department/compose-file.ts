import type { Names } from './names.ts';

/** What a department alone has: a volume that a service of the launcher writes and the department reads. */
const SECRETS = [
  { name: 'database', folder: 'databases', what: 'volumes with passwords of databases' },
  { name: 'token', folder: 'tokens', what: 'volumes with tokens of departments' },
];

/**
 * docker-compose.yml with one more department behind the others. Text, not YAML, is worked on: comments and
 * line breaks stay as people wrote them.
 *
 * @throws Error when the file has not the form that it is known in
 */
export function addToCompose(text: string, { kebab, snake }: Names, port: number): string {
  const paragraphs = text.split('\n\n');
  const last = paragraphs.findLastIndex((paragraph) =>
    /^ {2}[\w-]+:\n {4}<<: \*department\n/.test(paragraph),
  );
  const urls = [...text.matchAll(/^ *- --url=[\w-]+=.*$/gm)];
  const hasVolumes = paragraphs.at(-1)!.startsWith('volumes:\n');
  if (last === -1 || urls.length === 0 || !hasVolumes)
    throw new Error('docker-compose.yml has no department to follow.');
  paragraphs.push(`${paragraphs.pop()!.trimEnd()}\n  ${kebab}-access-log:\n`);
  paragraphs.splice(last + 1, 0, service(kebab, snake, port));
  const lastUrl = urls.at(-1)![0];
  const publish = paragraphs.findIndex((paragraph) => /^ {2}publish:$/m.test(paragraph));
  if (publish === -1) throw new Error('docker-compose.yml has no service publish.');
  paragraphs[publish] = behindLast(
    paragraphs[publish]!,
    /^ {6}[\w-]+:\n {8}condition: service_healthy$/gm,
    `      ${kebab}:\n        condition: service_healthy`,
    'departments that publish depends on',
  );
  const added = paragraphs
    .join('\n\n')
    .replace(lastUrl, `${lastUrl}\n      - --url=${kebab}=http://${kebab}:${port}/graphql`);
  return SECRETS.reduce((before, { name, folder, what }) => {
    const mounted = behindLast(
      before,
      new RegExp(`^ *- [\\w-]+-${name}:/keys/${folder}/[\\w-]+$`, 'gm'),
      `      - ${kebab}-${name}:/keys/${folder}/${kebab}`,
      what,
    );
    return behindLast(mounted, new RegExp(`^ {2}[\\w-]+-${name}:$`, 'gm'), `  ${kebab}-${name}:`, what);
  }, added);
}

/** @param what the pattern finds, for the message when it finds nothing */
function behindLast(text: string, pattern: RegExp, added: string, what: string): string {
  const last = [...text.matchAll(pattern)].at(-1);
  if (!last) throw new Error(`docker-compose.yml has no ${what}.`);
  const end = last.index + last[0].length;
  return `${text.slice(0, end)}\n${added}${text.slice(end)}`;
}

function service(kebab: string, snake: string, port: number): string {
  return `  ${kebab}:
    <<: *department
    command: [node, --import=./packages/subgraph-kit/src/drizzle-as-commonjs.ts, subgraphs/${kebab}/src/main.ts]
    environment:
      <<: *trust
      SCHEMA_READERS: /keys/departments/${kebab}.key.pub
      DATABASE_URL: postgres://yiwang_${snake}_service@postgres:5432/yiwang_${snake}
      DATABASE_PASSWORD_FILE: /keys/databases/${kebab}/password
      GATEWAY_TOKEN: /keys/tokens/${kebab}/token
      HOST: 0.0.0.0
      PORT: "${port}"
    volumes:
      - department-keys:/keys/departments:ro
      - ${kebab}-database:/keys/databases/${kebab}:ro
      - ${kebab}-token:/keys/tokens/${kebab}:ro
      - ${kebab}-access-log:/access-log`;
}
