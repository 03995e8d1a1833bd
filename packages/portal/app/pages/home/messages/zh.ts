/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"1C_ph5":["办事，一网就够"],"6BFvjH":["不见面即可办理"],"9agROv":["搜索"],"CqLVE1":[["departments"]," 个部门一次办好，承诺 ",["days"]," 个工作日"],"OhX-v4":["江苏省"],"Pepfku":["高效办成一件事"],"S0I9WQ":["全部不见面事项（",["count"],"）"],"YaE7rv":["例如：食品经营许可"],"_SyoHY":["切换地区"],"bq-gkV":["当前地区：",["name"]],"fPryw-":["一网通办"],"kABUpI":[["days"]," 个工作日"],"m_Tx1t":["查企业、统一社会信用代码、办事事项、办件编号"]}',
) as Messages;
