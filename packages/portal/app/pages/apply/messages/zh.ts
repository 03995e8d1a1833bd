/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"apply.applicant":["申请人"],"apply.choose":["请选择申请人。"],"apply.kind.AGENT":["您是代办人"],"apply.kind.LEGAL_REPRESENTATIVE":["您是法定代表人"],"apply.noForm":["该事项暂不能在网上申请"],"apply.noFormRemedy":["部门尚未发布网上申请表。请查看办事指南中的窗口地址，或拨打 12345 咨询。"],"apply.pageTitle":["申请",["name"]],"apply.self":["以您本人的名义申请"],"apply.start":["开始填写"],"apply.title":["申请“",["name"],"”"],"apply.whatNext":["下一步填写申请表。部门已有的信息会自动填好，您只需核对。随时可以离开，已填写的内容会保存。"],"apply.who":["谁来申请？"]}',
) as Messages;
