import { matchRoutes, type ServerBuild } from 'react-router';

interface Node {
  path?: string;
  index?: boolean;
  children?: Node[];
}

/** The template of addresses that no page has. */
const NONE = '/*';

/**
 * Makes the function that returns the template of the page at an address, such as `/:language/enterprises/:uscc`: what addresses hold of
 * people and enterprises is left out.
 *
 * @param routes as `react-router build` has written them
 */
export function createTemplateOf(routes: ServerBuild['routes']): (url: string) => string {
  const roots = childrenOf(routes, undefined);
  return (url) => {
    const matches = matchRoutes(roots as Parameters<typeof matchRoutes>[0], pagePathOf(url));
    if (!matches) return NONE;
    const parts = matches.flatMap(({ route: { path } }) => (path ? [path.replace(/^\/|\/$/g, '')] : []));
    return `/${parts.filter(Boolean).join('/')}`;
  };
}

function childrenOf(routes: ServerBuild['routes'], parent: string | undefined): Node[] {
  return Object.values(routes).flatMap((route) => {
    if (!route || route.parentId !== parent) return [];
    const { path, index, id } = route;
    return [
      {
        ...(path !== undefined && { path }),
        ...(index ? { index } : { children: childrenOf(routes, id) }),
      },
    ];
  });
}

/** Path of the page whose data is asked for, when an address is that of its data (`/zh/items.data`). */
function pagePathOf(url: string): string {
  const [path = '/'] = url.split('?');
  return path.replace(/\/(_root|_)\.data$/, '/').replace(/\.data$/, '');
}
