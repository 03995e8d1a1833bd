/** What everyone may read of an enterprise. */
const OPEN_FIELDS = `
  uscc name status registeredOn businessScope
  registeredCapital { amount currency text }
  type { code name }
  industry { code name parent { name } }
  region { code fullName }
  formerNames { name until }
  permits(first: 5) { totalCount edges { node { number name validUntil serviceItem { name } } } }
  taxpayer { authority aListYears }
  landSupplies(first: 5) { totalCount edges { node { id priceCny holderName } } }
`;

/** What an enterprise's page shows: all departments in one query. */
const PAGE_FIELDS = `
  ${OPEN_FIELDS}
  cases(first: 5) { totalCount edges { node { number state decision timeline { step } } } }
  taxpayer {
    creditGrades { year grade }
    taxKinds { kind filingPeriod }
    declarations(first: 5) { totalCount edges { node { kind taxCny period { label } } } }
    arrears { totalCny }
  }
  parcels(first: 5) { totalCount edges { node { code areaM2 landUse { name } region { name } } } }
`;

export const ENTERPRISE_PAGE = `query Page($uscc: USCC!) { enterprise(uscc: $uscc) { ${PAGE_FIELDS} } }`;

export const ENTERPRISE_LIST = listOf(PAGE_FIELDS);

export const OPEN_ENTERPRISE_PAGE = `query Page($uscc: USCC!) { enterprise(uscc: $uscc) { ${OPEN_FIELDS} } }`;

export const OPEN_ENTERPRISE_LIST = listOf(OPEN_FIELDS);

function listOf(fields: string): string {
  return `query List($first: Int!, $after: String) {
  enterprises(first: $first, after: $after) {
    totalCount
    edges { cursor node { ${fields} } }
    pageInfo { hasNextPage endCursor }
  }
}`;
}
