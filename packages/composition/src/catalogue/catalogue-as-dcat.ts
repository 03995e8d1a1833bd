import type { DataResource } from './data-resource.ts';

export interface DcatOptions {
  /** Absolute address under which catalogue, departments and resources get their names, such as https://data.example/. */
  base: string;
  /** Where the data can be asked for: the gateway's address. */
  accessUrl: string;
  /** Of the catalogue. */
  title?: string;
  /** Who publishes the catalogue. */
  publisher?: string;
}

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: { '@id': 'dct:title' },
  description: { '@id': 'dct:description' },
  identifier: { '@id': 'dct:identifier' },
  version: { '@id': 'dcat:version' },
  keyword: { '@id': 'dcat:keyword', '@container': '@set' },
  name: { '@id': 'foaf:name' },
  label: { '@id': 'rdfs:label' },
  publisher: { '@id': 'dct:publisher', '@type': '@id' },
  language: { '@id': 'dct:language', '@type': '@id' },
  theme: { '@id': 'dcat:theme', '@type': '@id' },
  accessRights: { '@id': 'dct:accessRights', '@type': '@id' },
  accrualPeriodicity: { '@id': 'dct:accrualPeriodicity', '@type': '@id' },
  relation: { '@id': 'dct:relation', '@type': '@id', '@container': '@set' },
  rights: { '@id': 'dct:rights' },
  dataset: { '@id': 'dcat:dataset', '@type': '@id', '@container': '@set' },
  distribution: { '@id': 'dcat:distribution', '@type': '@id', '@container': '@set' },
  accessURL: { '@id': 'dcat:accessURL', '@type': '@id' },
  mediaType: { '@id': 'dcat:mediaType', '@type': '@id' },
} as const;

// The vocabularies that DCAT-AP asks for.
const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const FREQUENCIES = {
  REAL_TIME: 'UPDATE_CONT',
  DAILY: 'DAILY',
  WEEKLY: 'WEEKLY',
  MONTHLY: 'MONTHLY',
  QUARTERLY: 'QUARTERLY',
  YEARLY: 'ANNUAL',
} as const;
const ACCESS = { UNCONDITIONAL: 'PUBLIC', CONDITIONAL: 'RESTRICTED', NOT_SHARED: 'NON_PUBLIC' } as const;

/** The catalogue as DCAT-AP in JSON-LD, for catalogues of other platforms to harvest. */
export function catalogueAsDcat(resources: readonly DataResource[], options: DcatOptions): string {
  const { base, title = 'Data catalogue 政务信息资源目录', publisher = 'Yiwang 一网' } = options;
  const named = (path: string) => new URL(path, base).href;
  const idOf = (code: string) => named(`resources/${encodeURIComponent(code)}`);
  const catalogue = {
    '@id': named('catalogue'),
    '@type': 'dcat:Catalog',
    title: { '@value': title },
    description: { '@value': 'Derived from the schemas that the departments have published.' },
    publisher: named('publisher'),
    language: [`${AUTHORITY}/language/ZHO`, `${AUTHORITY}/language/ENG`],
    dataset: resources.map(({ code }) => idOf(code)),
  };
  const agents = [...new Set(resources.map(({ department }) => department))].map((department) => ({
    '@id': named(`departments/${department}`),
    '@type': 'foaf:Agent',
    name: department,
  }));
  const graph = [
    catalogue,
    { '@id': named('publisher'), '@type': 'foaf:Agent', name: publisher },
    ...agents,
    ...resources.flatMap((resource) => describe(resource, idOf, named, options.accessUrl)),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

function describe(
  resource: DataResource,
  idOf: (code: string) => string,
  named: (path: string) => string,
  accessUrl: string,
): object[] {
  const { code, name, coordinate, department, summary, sharing, basis, cycle, version } = resource;
  const id = idOf(code);
  const distribution = `${id}#graphql`;
  return [
    {
      '@id': id,
      '@type': 'dcat:Dataset',
      identifier: code,
      title: name === coordinate ? name : `${name} ${coordinate}`,
      description: summary ?? `${coordinate} of ${department}`,
      publisher: named(`departments/${department}`),
      theme: `${AUTHORITY}/data-theme/GOVE`,
      accessRights: `${AUTHORITY}/access-right/${ACCESS[sharing]}`,
      ...(cycle && { accrualPeriodicity: `${AUTHORITY}/frequency/${FREQUENCIES[cycle]}` }),
      version: String(version),
      keyword: resource.fields.map((field) => field.name),
      relation: resource.related.map(idOf),
      distribution: [distribution],
    },
    {
      '@id': distribution,
      '@type': 'dcat:Distribution',
      title: `${coordinate} by GraphQL`,
      accessURL: accessUrl,
      mediaType: 'https://www.iana.org/assignments/media-types/application/json',
      ...(basis && { rights: { '@type': 'dct:RightsStatement', label: basis } }),
    },
  ];
}
