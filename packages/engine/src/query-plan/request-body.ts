import type { FetchNode } from '@apollo/query-planner';
import { stripIgnoredCharacters } from 'graphql';
import type { Run } from '../core/run.ts';

/** Returns the JSON of a fetch's request up to its variables. */
export function requestHead({ operation, operationName }: FetchNode): string {
  const name = operationName ? `,"operationName":${JSON.stringify(operationName)}` : '';
  return `{"query":${JSON.stringify(stripIgnoredCharacters(operation))}${name}`;
}

/** Writes the client's variables that a fetch uses: `"first":10,"after":null`. */
export type WriteVariables = (run: Pick<Run, 'variables'>, rename?: (name: string) => string) => string;

export function compileVariables({ variableUsages = [] }: FetchNode): WriteVariables {
  const labels = variableUsages.map((name) => [name, JSON.stringify(name)] as const);
  return ({ variables }, rename) => {
    let text = '';
    for (const [name, label] of labels) {
      if (!Object.hasOwn(variables, name)) continue;
      const value = JSON.stringify(variables[name]);
      if (value === undefined) continue;
      text += `${text === '' ? '' : ','}${rename ? JSON.stringify(rename(name)) : label}:${value}`;
    }
    return text;
  };
}

/**
 * Returns the JSON of a request.
 *
 * @param head see {@link requestHead}
 * @param variables members of the object of variables; empty strings for none
 */
export function requestBody(head: string, ...variables: readonly string[]): string {
  let given = '';
  for (const text of variables) if (text !== '') given += given === '' ? text : `,${text}`;
  return given === '' ? `${head}}` : `${head},"variables":{${given}}}`;
}
