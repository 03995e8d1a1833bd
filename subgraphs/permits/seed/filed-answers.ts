import type { MadeUpEnterprise } from '@yiwang/population';
import type { Offer } from './offers.ts';

/** Sound answers in the form of an offer. */
export function answersOf({ action }: Offer, { name, uscc, businessScope }: MadeUpEnterprise) {
  const common = {
    enterpriseName: name,
    uscc,
    contact: '王小明',
    phone: '025-83000000',
    filedBy: 'SELF',
  };
  switch (action) {
    case 'NEW':
      return {
        ...common,
        businessScope,
        premises: { address: '中山路1号', areaM2: 120 },
        opensOn: '2026-02-02',
      };
    case 'CHANGE':
      return { ...common, changed: 'ADDRESS', before: '中山路1号', after: '中山路2号' };
    case 'RENEW':
      return { ...common, hasChanged: false };
    case 'CANCEL':
      return { ...common, reason: 'CLOSED' };
  }
}
