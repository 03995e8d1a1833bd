import { PublicError } from '@yiwang/errors';

/** A department's or gateway's name. It is also a subgraph's name and a part of URLs. */
const NAME_PATTERN = /^[a-z][a-z0-9-]{0,39}$/;

/** Follows `must` in a message. */
export const NAME_RULE =
  'contain only lower-case letters, digits and hyphens, begin with a letter, and have at most 40 characters';

export function isName(text: string): boolean {
  return NAME_PATTERN.test(text);
}

/** Characters that a reader may take for others. */
const LOOK_ALIKES: readonly (readonly [seen: RegExp, as: string])[] = [
  [/-/g, ''],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/0/g, 'o'],
  [/1/g, 'l'],
  [/5/g, 's'],
];

/** The name with look-alike characters replaced. Two departments must not have the same look-alike name. */
export function lookAlikeOf(name: string): string {
  return LOOK_ALIKES.reduce((text, [seen, as]) => text.replace(seen, as), name);
}

/** @throws PublicError INVALID_ARGUMENT */
export function checkGatewayName(name: string): void {
  if (!isName(name)) throw new PublicError('INVALID_ARGUMENT', `The name of a gateway must ${NAME_RULE}.`);
}
