/** Address of the portal's server that signs somebody in and then returns to a page of the portal. */
export function signInPath({ pathname, search = '' }: { pathname: string; search?: string }): string {
  return `/sign-in?return=${encodeURIComponent(`${pathname}${search}`)}`;
}
