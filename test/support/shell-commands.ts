import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './compose-file.ts';

/** One simple command of a document: no pipe, list or substitution in it. */
export interface DocumentedCommand {
  /** Path of the document. */
  document: string;
  /** What stands before the command, such as `GATEWAY_KEY=…`. */
  settings: string[];
  words: string[];
}

const DOCUMENTS = [
  '*.md',
  'docs/*.md',
  'gateway/README.md',
  'bench/README.md',
  '{packages,subgraphs}/*/README.md',
  'packages/subgraph-kit/template/README.md',
];

/** What separates one command from the next. */
const SEPARATORS = new Set(['\n', '&&', '||', ';', '|', '&', '(', ')']);

/** Every command of the shell blocks of the documents, and every one that stands in a line of text as code. */
export function documentedCommands(): DocumentedCommand[] {
  return globSync(DOCUMENTS, { cwd: ROOT, exclude: ['**/node_modules/**'] })
    .sort()
    .flatMap((document) => {
      const text = readFileSync(join(ROOT, document), 'utf8');
      const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block!);
      const withoutBlocks = text.replaceAll(/^```.*?^```/gms, '');
      const inLine = [...withoutBlocks.matchAll(/`((?:npm|npx|yiwang) [^`]*)`/g)].map(([, code]) => code!);
      return [...blocks, ...inLine].flatMap((script) =>
        readScript(script).map((words) => {
          const first = words.findIndex((word) => !/^\w+=/.test(word));
          return first === -1
            ? { document, settings: words, words: [] }
            : { document, settings: words.slice(0, first), words: words.slice(first) };
        }),
      );
    });
}

/** The simple commands of a script, those of `$(…)` among them, which leave the word `$()` behind. */
export function readScript(script: string): string[][] {
  const commands: string[][] = [];
  let text = script.replaceAll('\\\n', ' ');
  for (let inner = /\$\(([^()]*)\)/.exec(text); inner; inner = /\$\(([^()]*)\)/.exec(text)) {
    commands.push(...readScript(inner[1]!));
    text = text.replace(inner[0], '$[]');
  }
  let words: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('#')) continue;
    if (!SEPARATORS.has(token)) words.push(unquote(token));
    else if (words.length > 0) {
      commands.push(words);
      words = [];
    }
  }
  return words.length > 0 ? [...commands, words] : commands;
}

/** A comment, a separator, or a word with its quoted parts. */
const TOKEN = /#[^\n]*|\n|&&|\|\||[;|&()]|(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\;|&()#]|(?<=\S)#)+/g;

function unquote(word: string): string {
  return word.replaceAll(
    /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g,
    (_, single, double, escaped) =>
      single ?? (double !== undefined ? double.replaceAll(/\\(["\\$`])/g, '$1') : escaped),
  );
}
