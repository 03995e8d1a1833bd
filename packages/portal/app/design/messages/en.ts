/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"design.firstPage":["Back to the first page"],"design.home":["Home"],"design.nextPage":["Next page"],"design.pages":["Pages"],"design.required":["required"],"design.way":["You are here"]}',
) as Messages;
