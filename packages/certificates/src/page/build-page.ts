import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Builds the page that verifies certificates offline: one file, which can run nothing but its own script, and load and send nothing. */
export async function buildPage(): Promise<string> {
  const [html, style, script] = await Promise.all([
    readFile(here('page.html'), 'utf8'),
    readFile(here('page.css'), 'utf8'),
    bundle(),
  ]);
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html
    .replace('"POLICY"', () => `"${policy}"`)
    .replace('<!-- STYLE -->', () => `<style>${style}</style>`)
    .replace('<!-- SCRIPT -->', () => `<script>${script}</script>`);
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('page.js')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  const { text } = outputFiles[0]!;
  // The end of an element ends a script wherever it stands.
  return `\n${text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
