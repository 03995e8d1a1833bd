import { isDay } from '@yiwang/codes/working-days';
import { InvalidArgumentError, type Option } from 'commander';
import { option } from '../sharing/action-options.ts';

/** A whole day of China. */
export function day(flags: string, description: string): Option {
  return option(flags, `${description}: 2027-06-30`).argParser((text) => {
    if (isDay(text)) return text;
    throw new InvalidArgumentError('Write it as 2027-06-30.');
  });
}

/** An option that may be given more than once. */
export function several<Value>(flags: string, description: string, read: (text: string) => Value): Option {
  return option(flags, `${description}; may be given more than once`).argParser(
    (text: string, before: Value[] | undefined) => [...(before ?? []), read(text)],
  );
}
