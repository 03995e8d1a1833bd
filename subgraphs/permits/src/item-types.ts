import type { ServiceItemType } from './generated/types.ts';

/** 事项类型 of GB/T 39554: number, our name, the standard's name. */
export const ITEM_TYPES: readonly (readonly [number: number, type: ServiceItemType, name: string])[] = [
  [1, 'LICENCE', '行政许可'],
  [2, 'PENALTY', '行政处罚'],
  [3, 'COERCION', '行政强制'],
  [4, 'LEVY', '行政征收'],
  [5, 'PAYMENT', '行政给付'],
  [6, 'INSPECTION', '行政检查'],
  [7, 'CONFIRMATION', '行政确认'],
  [8, 'REWARD', '行政奖励'],
  [9, 'RULING', '行政裁决'],
  [10, 'OTHER', '其他行政权力'],
  [20, 'PUBLIC_SERVICE', '公共服务'],
];
