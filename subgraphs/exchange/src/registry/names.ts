import { PublicError } from '@yiwang/errors';

/** A department's or a gateway's name: also the name of a subgraph, and a part of addresses. */
const NAME = /^[a-z][a-z0-9-]{0,39}$/;

export const NAME_RULE =
  'lower-case letters, digits and hyphens; begins with a letter; at most 40 characters';

export function isName(text: string): boolean {
  return NAME.test(text);
}

/** What an eye may take for something else, and for what. */
const LOOK_ALIKES: readonly (readonly [seen: RegExp, as: string])[] = [
  [/-/g, ''],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/0/g, 'o'],
  [/1/g, 'l'],
  [/5/g, 's'],
];

/** The name as an eye sees it: two names with the same one must not stand beside each other. */
export function lookAlikeOf(name: string): string {
  return LOOK_ALIKES.reduce((text, [seen, as]) => text.replace(seen, as), name);
}

/** @throws PublicError INVALID_ARGUMENT */
export function checkGatewayName(name: string): void {
  if (!isName(name)) throw new PublicError('INVALID_ARGUMENT', `The name of a gateway has ${NAME_RULE}.`);
}
