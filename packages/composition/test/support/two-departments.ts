import fc from 'fast-check';

const HEAD = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@composeDirective", "@authenticated", "@requiresScopes"])
  @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
  @composeDirective(name: "@sharing")
directive @sharing(class: SharingClass!, basis: String, cycle: UpdateCycle) on OBJECT | INTERFACE | FIELD_DEFINITION
enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
enum UpdateCycle { DAILY }
`;

const FIELDS = ['name', 'length', 'catch'] as const;
type Field = (typeof FIELDS)[number];

const access = fc.constantFrom(
  '',
  '',
  '',
  '@sharing(class: UNCONDITIONAL)',
  '@sharing(class: CONDITIONAL, basis: "law")',
  '@sharing(class: NOT_SHARED, basis: "law")',
  '@authenticated',
  '@requiresScopes(scopes: [["a"]])',
);
const byField = <Value>(value: fc.Arbitrary<Value>) =>
  fc.record(Object.fromEntries(FIELDS.map((name) => [name, value])) as Record<Field, fc.Arbitrary<Value>>);

/** A department that owns vessels: which fields are shareable, and who may read them. */
export interface Owned {
  keys: readonly string[];
  typeAccess: string;
  placeAccess: string;
  shareable: Record<Field, boolean>;
  access: Record<Field, string>;
}
export const owner: fc.Arbitrary<Owned> = fc.record({
  keys: fc.constantFrom(['id'], ['id', 'code']),
  typeAccess: access,
  placeAccess: access,
  shareable: byField(fc.boolean()),
  access: byField(access),
});

/** What another department does to each field, type and key of it. */
export interface Intruder {
  keys: readonly string[];
  isResolvable: boolean;
  typeAccess: string;
  /** Null where it has no such type. */
  place: { access: string } | null;
  uses: Record<Field, 'none' | 'copy' | 'override' | 'part' | 'most' | 'requires' | 'provides'>;
  access: Record<Field, string>;
}
export const intruder: fc.Arbitrary<Intruder> = fc.record({
  keys: fc.constantFrom(['id'], ['id'], ['id'], ['code'], ['id', 'code']),
  isResolvable: fc.constantFrom(true, true, true, false),
  typeAccess: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, access),
  place: fc.option(fc.record({ access })),
  uses: byField(
    fc.constantFrom('none', 'none', 'none', 'copy', 'override', 'part', 'most', 'requires', 'provides'),
  ),
  access: byField(fc.oneof({ weight: 3, arbitrary: fc.constant('') }, access)),
});

export function ownerSdl({ keys, typeAccess, placeAccess, shareable, access: own }: Owned): string {
  const fields = FIELDS.map((name) => `${name}: String ${shareable[name] ? '@shareable' : ''} ${own[name]}`);
  return `${HEAD}
    type Query { vessel: Vessel place: Place }
    type Vessel ${keysOf(keys)} ${typeAccess} { id: ID! code: ID! ${fields.join(' ')} }
    type Place @shareable ${placeAccess} { a: String }`;
}

export function intruderSdl(
  { keys: known }: Owned,
  { keys, isResolvable, typeAccess, place, uses, access: own }: Intruder,
): string {
  const fields = FIELDS.map((name) => {
    switch (uses[name]) {
      case 'none':
        return '';
      case 'copy':
        return `${name}: String @shareable ${own[name]}`;
      case 'override':
        return `${name}: String @override(from: "owner") ${own[name]}`;
      case 'part':
      case 'most':
        return `${name}: String @override(from: "owner", label: "percent(${uses[name] === 'part' ? 1 : 99})") ${own[name]}`;
      case 'requires':
        return `${name}: String @external ${name}Too: String @requires(fields: "${name}")`;
      case 'provides':
        return `${name}: String @external`;
    }
  });
  const provided = FIELDS.filter((name) => uses[name] === 'provides').join(' ');
  const seen = `seen: Vessel ${provided ? `@provides(fields: "${provided}")` : ''}`;
  const ids = keys.map((key) => `${key}: ID! ${known.includes(key) ? '' : '@shareable'}`);
  return `${HEAD}
    type Query { ${seen} ${place ? 'seenAt: Place' : ''} }
    type Vessel ${keysOf(keys, isResolvable)} ${typeAccess} { ${ids.join(' ')} own: Int ${fields.join(' ')} }
    ${place ? `type Place @shareable ${place.access} { a: String }` : ''}`;
}

function keysOf(keys: readonly string[], isResolvable = true): string {
  return keys.map((key) => `@key(fields: "${key}"${isResolvable ? '' : ', resolvable: false'})`).join(' ');
}
