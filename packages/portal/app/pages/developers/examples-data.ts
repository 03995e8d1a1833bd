/** Where a system answers that `npm start` runs. */
export const LOCAL_GATEWAY = 'http://127.0.0.1:4000/graphql';

export interface Example {
  /** Of its title and explanation: developers.example.NAME. */
  name: string;
  query: string;
  variables: Readonly<Record<string, unknown>>;
  /** True for what is shared with condition: it needs a token, a grant and a purpose. */
  isConditional?: true;
}

/** One operation for each use, as a program sends it. A test holds all of them against the one schema. */
export const EXAMPLES: readonly Example[] = [
  {
    name: 'search',
    query: `query Search($name: String!) {
  enterprises(filter: { name: $name }, first: 5) {
    totalCount
    edges { node { uscc name status } }
  }
}`,
    variables: { name: '贸易' },
  },
  {
    name: 'enterprise',
    query: `query Enterprise($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    name
    registeredOn
    region { fullName }
    industry { code name }
  }
}`,
    variables: { uscc: '91320412YWKGUCXJ73' },
  },
  {
    name: 'permits',
    query: `query Permits($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    name
    permits(first: 10) {
      totalCount
      edges { node { number name status validUntil } }
    }
  }
}`,
    variables: { uscc: '91320412YWKGUCXJ73' },
  },
  {
    name: 'items',
    query: `query Items($region: RegionCode!) {
  serviceItems(filter: { region: $region, noVisit: true }, first: 10) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { code name guide { promisedDays feeCny } } }
  }
}`,
    variables: { region: '3201' },
  },
  {
    name: 'guide',
    query: `query Guide($text: String!) {
  serviceItems(filter: { text: $text }, first: 1) {
    edges {
      node {
        name
        guide {
          conditions
          materials { name need heldBy { department resource } }
          steps { name }
        }
      }
    }
  }
}`,
    variables: { text: '食品经营' },
  },
  {
    name: 'matters',
    query: `query Matters {
  matters { code name nameEn promisedDays steps { name department } }
}`,
    variables: {},
  },
  {
    name: 'regions',
    query: `query Cities($parent: RegionCode!) {
  regions(filter: { parent: $parent }, first: 20) {
    edges { node { code name enterpriseCount } }
  }
}`,
    variables: { parent: '32' },
  },
  {
    name: 'catalogue',
    query: `query Catalogue($text: String!) {
  dataResources(filter: { text: $text, sharing: CONDITIONAL }, first: 5) {
    edges { node { code name department { name } fields { coordinate sharing basis } } }
  }
}`,
    variables: { text: '信用' },
  },
  {
    name: 'indices',
    query: `query Indices($region: RegionCode!, $month: String!) {
  serviceIndices(region: $region, month: $month) {
    guides { value parts { name value } }
    children(by: CITY) { region { name } guides { value } }
  }
}`,
    variables: { region: '32', month: '2025-11' },
  },
  {
    name: 'credit',
    query: `query Credit($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    name
    taxpayer { creditGrades { year grade } }
  }
}`,
    variables: { uscc: '91320412YWKGUCXJ73' },
    isConditional: true,
  },
];

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
