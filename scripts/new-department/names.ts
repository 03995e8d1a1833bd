import { UsageError } from './usage-error.ts';

const MAX_CHARACTERS = 40;

/** The name of a department in each form that a file needs. */
export interface Names {
  /** water-rights: folder, subgraph, workspace. */
  kebab: string;
  /** waterRights: fields. */
  camel: string;
  /** WaterRights: types. */
  pascal: string;
  /** water_rights: database. */
  snake: string;
}

/** @throws UsageError when the registry would not take it as the name of a department */
export function readName(text: string): Names {
  if (text.length > MAX_CHARACTERS || !/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(text)) {
    throw new UsageError(
      `${JSON.stringify(text)} is no name for a department. Write it with lower-case letters, digits and single hyphens, at most ${MAX_CHARACTERS} characters, each word beginning with a letter: fisheries, water-rights.`,
    );
  }
  const pascal = text
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
  return {
    kebab: text,
    camel: pascal[0]!.toLowerCase() + pascal.slice(1),
    pascal,
    snake: text.replaceAll('-', '_'),
  };
}
