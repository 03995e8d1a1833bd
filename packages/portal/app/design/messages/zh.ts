/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"D-JDEQ":["回到第一页"],"NWH_yv":["必填"],"VOx7om":["当前位置"],"ko94AS":["首页"],"lkqdrV":["下一页"],"mCZWCo":["分页"]}',
) as Messages;
