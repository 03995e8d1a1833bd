/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"D-JDEQ":["Back to the first page"],"NWH_yv":["required"],"VOx7om":["You are here"],"ko94AS":["Home"],"lkqdrV":["Next page"],"mCZWCo":["Pages"]}',
) as Messages;
