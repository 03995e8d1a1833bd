import type { Random } from '../random-graph/index.ts';

const TOKEN = /"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|\.{3}|[A-Za-z_]\w*|-?\d+(?:\.\d+)?|\S/g;
const TOKENS: readonly string[] = [
  ...['{', '}', '(', ')', '[', ']', ':', '!', '=', '$', '@', '&', '|', '...', '#', ','],
  ...[
    'query',
    'mutation',
    'subscription',
    'fragment',
    'on',
    'type',
    'schema',
    'extend',
    'true',
    'null',
    'input',
  ],
  ...[
    'enterprise',
    'enterprises',
    'Enterprise',
    'name',
    'uscc',
    '__typename',
    '_entities',
    '_service',
    '__schema',
  ],
  ...[
    '@include(if: true)',
    '@skip(if: $x)',
    '@defer',
    '@stream',
    '$x',
    '-0',
    '9999999999',
    '1e400',
    '"E1"',
    '"""x"""',
  ],
];

/**
 * A GraphQL document, or nearly one: tokens of real ones are dropped, doubled, swapped, nested and mixed.
 *
 * @param documents valid ones, at least one
 */
export function makeDocument(random: Random, documents: readonly string[]): string {
  const tokens = random.pick(documents).match(TOKEN)!;
  for (let left = random.below(5); left > 0; left--) {
    const at = random.below(tokens.length + 1);
    switch (random.below(6)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, random.pick(TOKENS));
        break;
      case 2:
        tokens.splice(at, 1, random.pick(TOKENS));
        break;
      case 3:
        tokens.push(...random.pick(documents).match(TOKEN)!);
        break;
      case 4: {
        const piece = tokens.slice(at, at + 1 + random.below(12));
        tokens.splice(at, 0, ...random.times(1 + random.below(40), () => piece).flat());
        break;
      }
      default: {
        const depth = 1 + random.below(300);
        tokens.splice(at, 0, ...random.times(depth, () => random.pick(['{', '[', '{ a', '(x: '])));
      }
    }
  }
  return tokens.join(' ');
}
