import type { FetchNode } from '@apollo/query-planner';
import { stripIgnoredCharacters } from 'graphql';
import type { Run } from '../run.ts';

/** The JSON body of a fetch's request, of which all but variables and references is written beforehand. */
export type WriteBody = (run: Run, references?: string) => string;

export function compileBody({ operation, operationName, variableUsages = [] }: FetchNode): WriteBody {
  const head = `{"query":${JSON.stringify(stripIgnoredCharacters(operation))}${
    operationName ? `,"operationName":${JSON.stringify(operationName)}` : ''
  }`;
  const names = variableUsages.map((name) => ({ name, label: `${JSON.stringify(name)}:` }));

  return (run, references) => {
    let variables = references === undefined ? '' : `"representations":[${references}]`;
    for (const { name, label } of names) {
      if (!Object.hasOwn(run.variables, name)) continue;
      const text = JSON.stringify(run.variables[name]);
      if (text !== undefined) variables += `${variables === '' ? '' : ','}${label}${text}`;
    }
    return variables === '' ? `${head}}` : `${head},"variables":{${variables}}}`;
  };
}
