import examples from './generated/examples.json' with { type: 'json' };

/** Where a system answers that `npm start` runs. */
export const LOCAL_GATEWAY = 'http://127.0.0.1:4000/graphql';

export interface Example {
  /** Of its title and explanation: developers.example.NAME. */
  name: string;
  query: string;
  variables: Readonly<Record<string, unknown>>;
  /** True for what is shared with condition: it needs a token, a grant and a purpose. */
  isConditional: boolean;
}

/** One operation for each use, as a program sends it: those that the playground begins with, in the order of its tabs. */
export const EXAMPLES: readonly Example[] = examples;

const PURPOSE = { basis: '税收征收管理法 第六条', caseNumber: 'W-17', requester: 'desk' };

/** For a terminal. */
export function curlOf({ query, variables, isConditional }: Example): string {
  // A quote ends the text for the shell, stands for itself, and begins the text again.
  const body = JSON.stringify({ query, variables }).replaceAll("'", String.raw`'\''`);
  const headers = [
    "-H 'content-type: application/json'",
    ...(isConditional
      ? [
          '-H "authorization: Bearer $TOKEN"',
          `-H 'purpose-basis: ${encodeURIComponent(PURPOSE.basis)}'`,
          `-H 'purpose-case: ${PURPOSE.caseNumber}'`,
          `-H 'purpose-requester: ${PURPOSE.requester}'`,
        ]
      : []),
  ];
  return [`curl -s ${LOCAL_GATEWAY}`, ...headers, `-d '${body}'`].join(' \\\n  ');
}

/** With the client of this project, which tells what is missing from an answer and why. */
export function typescriptOf({ query, variables, isConditional }: Example): string {
  const options = isConditional
    ? `{\n  url: '${LOCAL_GATEWAY}',\n  headers: () => ({ authorization: \`Bearer \${process.env.TOKEN}\` }),\n}`
    : `{ url: '${LOCAL_GATEWAY}' }`;
  const purpose = isConditional ? `,\n  { purpose: ${JSON.stringify(PURPOSE)} }` : '';
  return `import { createClient } from '@yiwang/client';

const graph = createClient(${options});
const { data, problems } = await graph.query(
  \`${query.replaceAll('\n', '\n  ')}\`,
  ${JSON.stringify(variables)}${purpose},
);
for (const { code, message } of problems) console.warn(code, message);
console.dir(data, { depth: null });
`;
}

/** With nothing but Python's own library. */
export function pythonOf({ query, variables, isConditional }: Example): string {
  const headers = isConditional
    ? `{
    "content-type": "application/json",
    "authorization": "Bearer " + os.environ["TOKEN"],
    "purpose-basis": urllib.parse.quote("${PURPOSE.basis}"),
    "purpose-case": "${PURPOSE.caseNumber}",
    "purpose-requester": "${PURPOSE.requester}",
}`
    : `{"content-type": "application/json"}`;
  return `import json${isConditional ? ', os, urllib.parse' : ''}, urllib.request

QUERY = """
${query}
"""
body = json.dumps({"query": QUERY, "variables": json.loads('${JSON.stringify(variables)}')}).encode()
request = urllib.request.Request("${LOCAL_GATEWAY}", body, ${headers})
answer = json.load(urllib.request.urlopen(request))
for error in answer.get("errors", []):
    print(error["extensions"]["code"], error["message"])
print(answer.get("data"))
`;
}
