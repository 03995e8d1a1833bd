import { foldWidth } from '@yiwang/codes';
import type { LandSupplyWay } from '../src/generated/types.ts';

/** 供应方式: the texts of the notices that we have met or know of. */
const WAYS: ReadonlyMap<string, LandSupplyWay> = new Map([
  ['划拨', 'ALLOCATION'],
  ['协议出让', 'AGREEMENT'],
  ['招标出让', 'TENDER'],
  ['拍卖出让', 'AUCTION'],
  ['挂牌出让', 'LISTING'],
  ['租赁', 'LEASE'],
]);

/** The way that a register's text names; null when it is none of these. */
export function supplyWay(text: string): LandSupplyWay | null {
  return WAYS.get(foldWidth(text)) ?? null;
}
