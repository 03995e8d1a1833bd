import { Option } from 'commander';
import { MOMENT_FORMS, readEnd } from '../shared/moments.ts';
import type { ActionOption } from './action.ts';

export function reason(isNeeded: boolean): ActionOption {
  return {
    argument: 'reason',
    type: isNeeded ? 'String!' : 'String',
    option: option('--reason <text>', 'why; it is kept').makeOptionMandatory(isNeeded),
  };
}

export function needed(argument: string, made: Option): ActionOption {
  return { argument, option: made.makeOptionMandatory() };
}

export function regions(description: string): Option {
  return option('--regions <codes>', `${description}, with commas between them: 3201,3205`).argParser(list);
}

/** When something ends. */
export function until(description: string): Option {
  return option('--until <time>', `${description}: ${MOMENT_FORMS}`).argParser(readEnd);
}

export function option(flags: string, description: string): Option {
  return new Option(flags, description);
}

export function list(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
