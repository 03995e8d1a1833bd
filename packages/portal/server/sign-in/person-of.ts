import type { Person } from '../../app/context.ts';
import type { PortalConfig } from '../config.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Who an ID token is about. */
export function personOf(
  claims: Claims & { sub: string },
  {
    OIDC_DEPARTMENT_CLAIM,
    OIDC_SCOPES_CLAIM,
  }: Pick<PortalConfig, 'OIDC_DEPARTMENT_CLAIM' | 'OIDC_SCOPES_CLAIM'>,
): Person {
  const name = [claims['name'], claims['preferred_username'], claims.sub].find(isText)!;
  const department = claimAt(claims, OIDC_DEPARTMENT_CLAIM);
  return {
    id: claims.sub,
    name,
    department: isText(department) ? department : null,
    scopes: scopesOf(claimAt(claims, OIDC_SCOPES_CLAIM)),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function scopesOf(value: unknown): readonly string[] {
  const list: readonly unknown[] =
    typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : [];
  return [...new Set(list.filter(isText))].sort();
}

/** Names hold dots themselves (`https://provider.example/department`): a claim of the whole name comes first. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let value: unknown = claims;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Claims)[part];
  }
  return value;
}
