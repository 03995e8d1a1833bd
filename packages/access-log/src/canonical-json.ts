export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** JSON in the one form that is hashed: no blanks, members by code unit of their names (RFC 8785 for what we write). */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join()}]`;
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name]!)}`);
  return `{${members.join()}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
