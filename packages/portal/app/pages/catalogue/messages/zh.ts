/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"catalogue.days":[["days","plural",{"0":["当场办结"],"other":["#"," 个工作日"]}]],"catalogue.noVisit":["不见面"],"catalogue.sharing.CONDITIONAL":["有条件共享"],"catalogue.sharing.NOT_SHARED":["不予共享"],"catalogue.sharing.UNCONDITIONAL":["无条件共享"],"catalogue.type.COERCION":["行政强制"],"catalogue.type.CONFIRMATION":["行政确认"],"catalogue.type.INSPECTION":["行政检查"],"catalogue.type.LEVY":["行政征收"],"catalogue.type.LICENCE":["行政许可"],"catalogue.type.OTHER":["其他行政权力"],"catalogue.type.PAYMENT":["行政给付"],"catalogue.type.PENALTY":["行政处罚"],"catalogue.type.PUBLIC_SERVICE":["公共服务"],"catalogue.type.REWARD":["行政奖励"],"catalogue.type.RULING":["行政裁决"]}',
) as Messages;
