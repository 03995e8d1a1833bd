import { InvalidArgumentError, Option } from 'commander';
import type { ActionOption } from '../action.ts';

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

export function option(flags: string, description: string): Option {
  return new Option(flags, description);
}

export function list(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

/** A day begins at midnight here. */
export function moment(text: string): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
  if (Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('Write it as 2027-06-30 or 2027-06-30T17:00:00+08:00.');
  return date.toISOString();
}
