import type { Names } from './names.ts';

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
  if (last === -1 || urls.length === 0) throw new Error('docker-compose.yml has no department to follow.');
  paragraphs.splice(last + 1, 0, service(kebab, snake, port));
  const lastUrl = urls.at(-1)![0];
  return paragraphs
    .join('\n\n')
    .replace(lastUrl, `${lastUrl}\n      - --url=${kebab}=http://${kebab}:${port}/graphql`);
}

function service(kebab: string, snake: string, port: number): string {
  return `  ${kebab}:
    <<: *department
    command: [node, --import=./packages/launcher/src/drizzle-as-commonjs.ts, subgraphs/${kebab}/src/main.ts]
    environment:
      <<: *trust
      DATABASE_URL: postgres://yiwang:\${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD in .env}@postgres:5432/yiwang_${snake}
      HOST: 0.0.0.0
      PORT: "${port}"`;
}
