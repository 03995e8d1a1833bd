/** Reads coordinates such as `Taxpayer.arrears` from an address, with commas between them; what is none is left out. */
export function readFields(text: string | null): string[] {
  const given = (text ?? '')
    .split(/[\s,]+/)
    .filter((one) => /^[A-Za-z]\w{0,99}\.[A-Za-z]\w{0,99}$/.test(one));
  return [...new Set(given)].slice(0, 200);
}

/** The mutation that applies for a grant. `basis`, `purpose` and `until` are left to be filled in. */
export function mutationOf(fields: readonly string[]): string {
  return `mutation {
  applyForSharing(
    input: {
      fields: ${JSON.stringify(fields)}
      basis: "…"
      purpose: "…"
      until: "2027-12-31T16:00:00Z"
    }
  ) {
    application { number dueAt }
    userErrors { field message code }
  }
}`;
}

export function commandOf(fields: readonly string[]): string {
  return `npm run --silent yiwang -- application apply --token $TOKEN --fields ${fields.join(',')} \\
  --basis "…" --purpose "…" --until 2027-12-31`;
}
