/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"home.allNoVisit":["全部不见面事项（",["count"],"）"],"home.changeRegion":["切换地区"],"home.days":[["days"]," 个工作日"],"home.headline":["办事，一网就够"],"home.matterFacts":[["departments"]," 个部门一次办好，承诺 ",["days"]," 个工作日"],"home.matters":["高效办成一件事"],"home.noVisit":["不见面即可办理"],"home.region":["当前地区：",["name"]],"home.searchButton":["搜索"],"home.searchHint":["例如：食品经营许可"],"home.searchLabel":["查企业、统一社会信用代码、办事事项、办件编号"],"home.suggestions":["# 条建议"],"home.title":["一网通办"],"home.unknownRegion":["江苏省"]}',
) as Messages;
