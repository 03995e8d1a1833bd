/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"my.accept":["接受"],"my.apply":["办理新事项"],"my.count":[["count","plural",{"other":["#"," 件"]}]],"my.decline":["不接受"],"my.ended":["已结束"],"my.hello":["您好，",["name"]],"my.left":[["count","plural",{"0":["今天截止"],"other":["还剩 ","#"," 个工作日"]}]],"my.manage":["管理授权"],"my.mandates":["我可以代办的企业"],"my.noMandates":["您目前不代表任何企业。"],"my.noneEnded":["没有已结束的事项。"],"my.noneOpen":["没有正在办理的事项。"],"my.nothingYours":["目前没有需要您办的事。"],"my.offerReason":["符合条件：",["reason"]],"my.offerUntil":["请在 ",["day"]," 前决定"],"my.offers":["免申即享"],"my.offersAside":["符合条件，无需申请"],"my.open":["部门正在办理"],"my.pageTitle":["我的办事"],"my.self":["个人"],"my.title":["我的办事"],"my.until":["至 ",["day"]],"my.yours":["需要您办的"]}',
) as Messages;
