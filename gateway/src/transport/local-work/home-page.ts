import type { LocalSystem } from './local-system.ts';

/** Styles of the page. They are a file of their own because of the content security policy. */
export const HOME_STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 16%, transparent); --quiet: color-mix(in srgb, currentColor 64%, transparent); }
body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: 2.25rem 0 .5rem; }
p { margin: .25rem 0; color: var(--quiet); }
dl { display: grid; grid-template-columns: 10rem 1fr; margin: 0; }
dt, dd { border-top: 1px solid var(--line); margin: 0; padding: .6rem 0; }
dt { padding-right: 1.5rem; font-weight: 600; }
dd span { color: var(--quiet); display: block; font-size: .875rem; }
a { color: light-dark(#0b57d0, #8ab4f8); overflow-wrap: anywhere; }
code { background: color-mix(in srgb, currentColor 8%, transparent); border-radius: .375rem; display: block; font: .875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; padding: .5rem .75rem; margin: .25rem 0; }
@media (max-width: 32rem) { dl { grid-template-columns: 1fr; } dd { border: 0; padding-top: 0; } dt { padding-bottom: 0; } }
`;

interface Link {
  name: string;
  href: string;
  about: string;
}

/** Returns the page at `/`: what runs here, and where. Links are relative, so that any name of this machine works. */
export function homePage(system: LocalSystem | null, paths: readonly string[]): string {
  const [first, ...variants] = paths;
  const schema: Link[] = [
    { name: 'One schema 一网', href: first!, about: 'Playground in a browser, GraphQL for programs' },
    ...variants.map((path) => ({
      name: variantOf(path),
      href: path,
      about: 'The same, as this variant shows it',
    })),
    { name: 'Readiness', href: '/ready', about: 'Whether gateway and departments can answer' },
  ];
  const departments = (system?.departments ?? []).map(({ name, url }) => ({
    name,
    href: `/departments/${name}/graphql`,
    about: `Its own subgraph, without conditional data; it listens at ${url}`,
  }));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Yiwang 一网 · local work</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/local-work.css">
<h1>Yiwang 一网</h1>
<p>One network, all services 一网通办. This page is for work on this machine 本机开发.</p>
<h2>GraphQL</h2>
${list(schema)}
${system?.portal ? `<h2>Portal 门户</h2>\n${list(portalLinks(system.portal))}\n` : ''}<h2>Departments 部门</h2>
${departments.length > 0 ? list(departments) : '<p>They are still starting. Reload in a moment. 正在启动，请稍后刷新。</p>'}
<h2>From a terminal 命令行</h2>
${commands(system)}
</html>
`;
}

function portalLinks(portal: string): Link[] {
  return [
    { name: 'Pages 网站', href: '/', about: 'For citizens, enterprises and officials' },
    {
      name: 'Developers 开发者',
      href: '/developers',
      about: 'Reference, examples, errors, changes and grants',
    },
  ].map((link) => ({ ...link, href: new URL(link.href, portal).href }));
}

function commands(system: LocalSystem | null): string {
  const data = system ? ` --data ${quote(system.data)}` : '';
  return [
    [
      'A token with every scope, for the header <em>authorization</em>',
      `npm run --silent yiwang -- token --all${data}`,
    ],
    ['Bring registers: a .csv file or a folder of them', `npm run import -- PATH${data}`],
    ['Apply for what a page reads', 'npm run yiwang -- application apply --query page.graphql --help'],
  ]
    .map(([about, command]) => `<p>${about}</p><code>${escape(command!)}</code>`)
    .join('\n');
}

function list(links: readonly Link[]): string {
  const rows = links.map(
    ({ name, href, about }) =>
      `<dt>${escape(name)}</dt><dd><a href="${escape(href)}">${escape(href)}</a><span>${escape(about)}</span></dd>`,
  );
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

/** Returns the name of a variant by its path, such as `/public/graphql`. */
function variantOf(path: string): string {
  return `Variant ${path.split('/')[1]}`;
}

/** Quotes a text for a shell, where it needs quotes. */
function quote(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
