/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"design.firstPage":["回到第一页"],"design.home":["首页"],"design.nextPage":["下一页"],"design.pages":["分页"],"design.required":["必填"],"design.way":["当前位置"]}',
) as Messages;
