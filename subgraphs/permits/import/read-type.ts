import { foldWidth } from '@yiwang/codes';
import { Rejection } from '@yiwang/subgraph-kit';
import type { ServiceItemType } from '../src/generated/types.ts';
import { ITEM_TYPES } from '../src/item-types.ts';

/** The number and the name of the type must agree; one of them may be missing. */
export function readType(numberText: string, nameText: string): ServiceItemType {
  const number = foldWidth(numberText);
  const name = foldWidth(nameText);
  const type = ITEM_TYPES.find(([known, , standard]) =>
    number ? Number(number) === known : name === standard,
  );
  if (!type) throw new Rejection(`task_type: ${number || name || 'blank'} is no type of GB/T 39554`);
  if (name && name !== type[2]) throw new Rejection(`task_type ${number} is ${type[2]}, not ${name}`);
  return type[1];
}
