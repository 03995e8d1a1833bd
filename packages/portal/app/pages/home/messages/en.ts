/*eslint-disable*/ import type { Messages } from '@lingui/core';
export const messages = JSON.parse(
  '{"1C_ph5":["One place for every service"],"6BFvjH":["Done without a visit"],"9agROv":["Search"],"CqLVE1":[["departments","plural",{"one":["#"," department"],"other":["#"," departments"]}]," at once, within ",["days","plural",{"one":["#"," working day"],"other":["#"," working days"]}]],"OhX-v4":["Jiangsu"],"Pepfku":["Life events: one application"],"S0I9WQ":["All that need no visit (",["count"],")"],"YaE7rv":["Such as 食品经营许可"],"_SyoHY":["Change"],"bq-gkV":["Region: ",["name"]],"fPryw-":["One Network"],"kABUpI":[["days","plural",{"0":["at once"],"one":["#"," working day"],"other":["#"," working days"]}]],"m_Tx1t":["Enterprises, credit codes, services, case numbers"]}',
) as Messages;
