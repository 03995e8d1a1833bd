/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How an operation ended that has read. */
export type AccessOutcome =
  | 'COMPLETE'
  /** Nothing was answered; departments had been asked. */
  | 'FAILED'
  | 'WITH_ERRORS';

/** What was decided about a case 审批结果. */
export type CaseDecision =
  /** 不予许可 */
  | 'DENIED'
  /** 准予 */
  | 'GRANTED';

/** Why a step was not taken. */
export type CaseErrorCode =
  /** It was rated before, which is possible once. */
  | 'ALREADY_RATED'
  /** It was returned before, which is possible once. */
  | 'ALREADY_RETURNED'
  /** A case is accepted with materials that follow or on a commitment, not both. */
  | 'CONTRADICTORY_INPUT'
  /** The day is over, or is no day. */
  | 'DAY_PASSED'
  /** The day is too far away. */
  | 'DAY_TOO_LATE'
  /** Materials were to follow, and have not come. */
  | 'FOLLOW_UP_MISSING'
  /** The key was used for another command, or for other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** An answer in the form is missing or wrong. */
  | 'MALFORMED_FORM'
  /** The key has blanks, characters that are not printable, or too many. */
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** The rating is not from 1 to 5. */
  | 'MALFORMED_RATING'
  /** A text is empty, too long, or has a character that cannot be kept. */
  | 'MALFORMED_TEXT'
  /** The file is empty. */
  | 'MATERIAL_EMPTY'
  /** The file is larger than the department takes. */
  | 'MATERIAL_TOO_LARGE'
  /** The case was filed where the official does not decide. */
  | 'NOT_YOUR_REGION'
  /** Nothing is named that is missing. */
  | 'NO_DEFECTS'
  /** The time cannot be extended any more, or not by so many days. */
  | 'NO_EXTENSION'
  /** The person does not act for the applicant in this matter, or not any longer. */
  | 'NO_MANDATE'
  /** No material is named. */
  | 'NO_MATERIALS'
  /** The form takes nothing from other departments, or they cannot be asked. */
  | 'NO_PREFILL'
  /** The department has nowhere to keep files. */
  | 'NO_STORAGE'
  /** The case has changed since the caller saw it. */
  | 'STALE_VERSION'
  /** A list has more than 100 entries. */
  | 'TOO_MANY_ENTRIES'
  /** The case has 50 files. */
  | 'TOO_MANY_MATERIALS'
  /** The form took no value for this field. */
  | 'UNKNOWN_FIELD'
  /** There is no such item, or it cannot be applied for in the graph. */
  | 'UNKNOWN_ITEM'
  /** The case does not wait for this material. */
  | 'UNKNOWN_MATERIAL'
  /** There is no such case, or the caller may not see it. */
  | 'UNKNOWN_NUMBER'
  /** There is no such offer, or the person does not act for whom it was made to. */
  | 'UNKNOWN_OFFER'
  /** There is no such file of this case, or its bytes have not all come. */
  | 'UNKNOWN_UPLOAD'
  /** The region is not that of the item, nor beneath it. */
  | 'WRONG_REGION'
  /** The step is not possible in the state of the case. */
  | 'WRONG_STATE';

/** What somebody applies for. */
export type CaseInput = {
  /** The enterprise that applies. Null when the person applies who is signed in. */
  applicant?: string | null | undefined;
  /** The answers in the form, as far as they have come. */
  form?: unknown;
  /** The item, as ServiceItem.code. */
  item: string | number;
  /** Where it is filed: the region of the item or one beneath it. Null for the region of the item. */
  region?: string | null | undefined;
};

/** Who takes a step of a case. */
export type CaseSide =
  /** 申请人, or whoever acts for it */
  | 'APPLICANT'
  /** 工作人员 */
  | 'OFFICIAL';

/** Where a case or a permit comes from. */
export type CaseSource =
  /** The generator: made up, for trying things out. */
  | 'GENERATED'
  /** Somebody filed it in the graph, or decided on what was. */
  | 'GRAPH'
  /** A real register that was imported. */
  | 'REGISTER';

/** Where a case stands 办件状态. */
export type CaseState =
  /** 受理: accepted, not looked into yet. */
  | 'ACCEPTED'
  /** 办结: decided; its decision says how. A denial of a case that was not filed in the graph ends here. */
  | 'DECIDED'
  /** 送达: the applicant has the result. Final. */
  | 'DELIVERED'
  /** 草稿: the applicant is still filling it in. */
  | 'DRAFT'
  /** 不予受理: not accepted. Final. */
  | 'NOT_ACCEPTED'
  /** 补正: the applicant must complete it. */
  | 'RETURNED'
  /** 收件: received, not looked at yet. */
  | 'SUBMITTED'
  /** 中止: the clock is stopped, for a reason that the timeline names. */
  | 'SUSPENDED'
  /** 审查: an official looks into it. */
  | 'UNDER_REVIEW'
  /** 撤回: withdrawn by the applicant. Final. */
  | 'WITHDRAWN';

/** What was done to a case 办理环节. */
export type CaseStep =
  /** 受理 */
  | 'ACCEPTED'
  /** 告知承诺: on a signed commitment */
  | 'ACCEPTED_ON_COMMITMENT'
  /** 容缺受理: materials are to follow */
  | 'ACCEPTED_WITH_FOLLOW_UP'
  /** 送达 */
  | 'DELIVERED'
  /** 不予许可 */
  | 'DENIED'
  /** 延长期限 */
  | 'EXTENDED'
  /** 准予许可 */
  | 'GRANTED'
  /** 现场核查 */
  | 'INSPECTED'
  /** 不予受理 */
  | 'NOT_ACCEPTED'
  /** 好差评 */
  | 'RATED'
  /** 补正 */
  | 'RESUBMITTED'
  /** 恢复审查: the clock goes on */
  | 'RESUMED'
  /** 一次性告知补正 */
  | 'RETURNED'
  /** 审查 */
  | 'REVIEWED'
  /** 开始审查 */
  | 'REVIEW_STARTED'
  /** 暂存 */
  | 'SAVED'
  /** 新建: begun as a draft */
  | 'STARTED'
  /** 收件 */
  | 'SUBMITTED'
  /** 补交: materials came that were to follow */
  | 'SUPPLIED'
  /** 中止: the clock was stopped */
  | 'SUSPENDED'
  /** 撤回 */
  | 'WITHDRAWN';

/** How a certificate stands 证照状态. */
export type CertificateState =
  /** 失效: the record was revoked or cancelled, or certified again */
  | 'REVOKED'
  /** 暂停 */
  | 'SUSPENDED'
  /** 有效, within the time that it states */
  | 'VALID';

/** Tax credit grade 纳税信用级别. Only the list of A is public. */
export type CreditLevel =
  /** 90 points and more. */
  | 'A'
  /** 70 to 89 points. */
  | 'B'
  /** 40 to 69 points. */
  | 'C'
  /** Below 40 points, or graded so at once for a grave offence. */
  | 'D'
  /** New, or without income, and 70 points and more. */
  | 'M';

/** Where a row comes from. */
export type DataSource =
  /** The generator: made up, for trying things out. */
  | 'GENERATED'
  /** Somebody decided on it in the graph. */
  | 'GRAPH'
  /** A real register that was imported. */
  | 'REGISTER';

/** How an enterprise stands in the register 登记状态. */
export type EnterpriseStatus =
  /** 存续/在业 */
  | 'ACTIVE'
  /** 注销 */
  | 'DEREGISTERED'
  /** 迁出 */
  | 'MOVED_OUT'
  /** 吊销 */
  | 'REVOKED'
  /** 歇业 */
  | 'SUSPENDED';

/** Why something was not done. */
export type ItemErrorCode =
  /** The prefill selects what no department may be granted. */
  | 'FIELD_IS_NOT_SHARED'
  /** The form has a keyword that forms may not have. */
  | 'FORBIDDEN_KEYWORD'
  /** The form has too much text, or too many levels or fields. */
  | 'FORM_TOO_LARGE'
  /** The prefill cannot be checked against the one schema at the moment. */
  | 'GATEWAY_UNAVAILABLE'
  /** The rules ask for a material that the graph holds. */
  | 'HELD_MATERIAL'
  /** The key was used for something else. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The answer is not written as this field is. */
  | 'MALFORMED'
  /** What says who is entitled cannot be read, or does not fit the one schema. */
  | 'MALFORMED_ENTITLEMENT'
  /** The form is not written as a form is. */
  | 'MALFORMED_FORM'
  /** A part of the guide cannot be. */
  | 'MALFORMED_GUIDE'
  /** The key has blanks or is too long. */
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** The document of the prefill cannot be read, is none that only reads, or does not fit the one schema. */
  | 'MALFORMED_PREFILL'
  /** The rules are not written as rules are. */
  | 'MALFORMED_RULES'
  /** A text is empty or too long. */
  | 'MALFORMED_TEXT'
  /** A field of the form must be filled in. */
  | 'MISSING'
  /** A title in Chinese or English is missing. */
  | 'MISSING_TITLE'
  /** The answer is none of the options. */
  | 'NOT_AN_OPTION'
  /** There are answers for which no row of the rules decides. It may be published nevertheless. */
  | 'NOT_COMPLETE'
  /** The published version does not say who is entitled, or it cannot look at one enterprise alone. */
  | 'NO_ENTITLEMENT'
  /** No row of the rules decides for these answers. */
  | 'NO_RULE_APPLIES'
  /** The number is out of its range. */
  | 'OUT_OF_RANGE'
  /** Who wrote a version may not publish it. */
  | 'OWN_VERSION'
  /** The list has the same twice. */
  | 'REPEATED'
  /** The rules have too much text. */
  | 'RULES_TOO_LARGE'
  /** The version was changed since the official saw it. */
  | 'STALE_REVISION'
  /** The answer is too long. */
  | 'TOO_LONG'
  /** The answer is too short. */
  | 'TOO_SHORT'
  /** The form takes a text or a list of any length. */
  | 'UNBOUNDED'
  /** The rules read a field that the form does not have. */
  | 'UNKNOWN_COLUMN'
  /** The one schema has no such field. */
  | 'UNKNOWN_COORDINATE'
  /** The form does not ask for this. */
  | 'UNKNOWN_FIELD'
  /** There is no such service item. */
  | 'UNKNOWN_ITEM'
  /** The rules name a material that the guide does not have. */
  | 'UNKNOWN_MATERIAL'
  /** The prefill selects no value of a department at the path of a field. */
  | 'UNKNOWN_PATH'
  /** The rules name a step that the guide does not have. */
  | 'UNKNOWN_STEP'
  /** There is no such version, or the caller may not see it. */
  | 'UNKNOWN_VERSION'
  /** A row of the rules can never decide. */
  | 'UNREACHABLE_ROW'
  /** A pattern cannot be checked in linear time. */
  | 'UNSAFE_PATTERN'
  /** No row of the rules needs the material. It may be published nevertheless. */
  | 'UNUSED_MATERIAL'
  /** No row of the rules has the step. It may be published nevertheless. */
  | 'UNUSED_STEP'
  /** There is a draft already, or a version in review. */
  | 'VERSION_OPEN'
  /** A condition does not fit its field. */
  | 'WRONG_CELL'
  /** The version is in another state. */
  | 'WRONG_STATE'
  /** The answer is of another type. */
  | 'WRONG_TYPE';

/** Way of supplying land 供应方式. */
export type LandSupplyWay =
  /** 协议出让: granted by agreement */
  | 'AGREEMENT'
  /** 划拨: without a price, for public ends */
  | 'ALLOCATION'
  /** 拍卖出让: granted at an auction */
  | 'AUCTION'
  /** 租赁: let */
  | 'LEASE'
  /** 挂牌出让: granted after public listing */
  | 'LISTING'
  /** 招标出让: granted by tender */
  | 'TENDER';

/** Why a command on mandates was not carried out. These codes are stable; more may come. */
export type MandateErrorCode =
  /** The person is the legal representative already. */
  | 'ALREADY_REPRESENTATIVE'
  /** The enterprise is deregistered or revoked: nobody is given a mandate for it. */
  | 'ENTERPRISE_CLOSED'
  /** The idempotency key was used for another command or other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The idempotency key is not 1 to 100 printable ASCII characters without blanks. */
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** An item is no basic code of 12 characters. */
  | 'MALFORMED_ITEM'
  /** The person is not a line of 1 to 200 characters. */
  | 'MALFORMED_PERSON'
  /** A text is empty or too long. */
  | 'MALFORMED_TEXT'
  /** The caller is not the legal representative of the enterprise. */
  | 'NOT_LEGAL_REPRESENTATIVE'
  /** The list of items is empty. Leave it out for all matters. */
  | 'NO_ITEMS'
  /** The legal representative needs no mandate of an agent. */
  | 'OWN_MANDATE'
  /** A legal representative is changed by registration, which an official does. */
  | 'REGISTRATION_REQUIRED'
  /** The mandate has changed since the version that was expected. */
  | 'STALE_VERSION'
  | 'TOO_MANY_ITEMS'
  /** The person has as many mandates in force as one may have, for this enterprise (10) or in all (200). */
  | 'TOO_MANY_MANDATES'
  /** The register does not hold the enterprise. */
  | 'UNKNOWN_ENTERPRISE'
  /** There is no such mandate that the caller may see. */
  | 'UNKNOWN_MANDATE'
  /** The last day is over. */
  | 'UNTIL_PASSED'
  /** The last day is more than three years ahead. */
  | 'UNTIL_TOO_LATE'
  /** The mandate is not in force any more. */
  | 'WRONG_STATE';

/** A mandate that a legal representative gives to an agent. */
export type MandateInput = {
  /** Basic codes of service items, 1 to 100 of 12 characters each. Left out or null for all matters. */
  items?: Array<string | number> | null | undefined;
  /** The `sub` of the agent's tokens, 1 to 200 characters. */
  person: string | number;
  /** Last day: today or later, and at most three years ahead. */
  until: string;
  uscc: string;
};

/** How a person acts for an enterprise. */
export type MandateKind =
  /** 代办人: acts in some matters or all, until a day. */
  | 'AGENT'
  /** 法定代表人: acts in all matters. */
  | 'LEGAL_REPRESENTATIVE';

/** Where a mandate stands. */
export type MandateState =
  /** 已到期 */
  | 'EXPIRED'
  /** 有效 */
  | 'IN_FORCE'
  /** 已撤销: somebody ended it, or another legal representative was registered. */
  | 'REVOKED'
  /** 已终止: the enterprise is deregistered. */
  | 'TERMINATED';

/** Whether a material has to be handed in. */
export type MaterialNeed =
  /** 必要: for all answers. */
  | 'ALWAYS'
  /** 视情况: for some answers. */
  | 'DEPENDS'
  /** 无需提交: the graph holds it. */
  | 'NEVER';

/** Why a command on an application was not carried out. These codes are stable; more may come. */
export type MatterCaseErrorCode =
  /** An answer was changed that a department has used already. */
  | 'ANSWER_IN_USE'
  /** The key was used for another command, or for other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** An answer in the form is missing or wrong. */
  | 'MALFORMED_FORM'
  /** The key has blanks, characters that are not printable, or too many. */
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** A text is empty, too long, or has a character that cannot be kept. */
  | 'MALFORMED_TEXT'
  /** Nothing was returned that could be corrected. */
  | 'NOTHING_RETURNED'
  /** The step does not wait for a department or the applicant. */
  | 'NOT_STUCK'
  /** The person does not act for the applicant, or not any longer. */
  | 'NO_MANDATE'
  /** It has changed since the caller saw it. */
  | 'STALE_VERSION'
  /** No matter of this code is published. */
  | 'UNKNOWN_MATTER'
  /** There is no such application, or the caller may not see it. */
  | 'UNKNOWN_NUMBER'
  /** It is not possible in the state of the application. */
  | 'WRONG_STATE';

/** What somebody applies for. */
export type MatterCaseInput = {
  /** The enterprise that applies. Null when the person applies who is signed in. */
  applicant?: string | null | undefined;
  /** The answers in the form, as far as they have come. */
  form?: unknown;
  /** As Matter.code. */
  matter: string | number;
  /** Where it is to be done. */
  region: string;
};

/** Where an application stands. */
export type MatterCaseState =
  /** 办结. Final. A step that is optional may have been denied. */
  | 'COMPLETED'
  /** 草稿: the applicant is still filling it in. */
  | 'DRAFT'
  /** 未办成: a step was denied, and all that was done is undone. Final. */
  | 'FAILED'
  /** 办理中: departments are at it, or the applicant must correct something: see the steps. */
  | 'IN_PROGRESS'
  /** 撤销中: what was done is being undone. */
  | 'UNDOING'
  /** 撤回: withdrawn by the applicant, and all that was done is undone. Final. */
  | 'WITHDRAWN';

/** Where a step of an application stands. */
export type MatterCaseStepState =
  /** People of the department have it. */
  | 'AT_OFFICE'
  /** The department denied it. */
  | 'DENIED'
  /** The department is being asked. */
  | 'DOING'
  | 'DONE'
  /** It was never begun, or nothing came of it. */
  | 'LEFT_OUT'
  /** The correction is being sent to the department. */
  | 'REFILING'
  /** The applicant must correct something 补正. */
  | 'RETURNED'
  /** It is not wanted, or an operator left it out, with a reason. */
  | 'SKIPPED'
  /** What was done is being undone. */
  | 'UNDOING'
  | 'UNDONE'
  /** Others must be done first. */
  | 'WAITING'
  /** Its case at the department is being withdrawn. */
  | 'WITHDRAWING';

/** Who makes something happen. */
export type MatterSide =
  /** 申请人, or whoever acts for it */
  | 'APPLICANT'
  /** A department that was asked */
  | 'DEPARTMENT'
  /** The program, because of what happened before */
  | 'MACHINE'
  /** Operators of this department */
  | 'OPERATOR';

/** Who takes a step. */
export type MatterStepKind =
  /** People of the department: it is a case there. */
  | 'CASE'
  /** A program of the department, within seconds. */
  | 'MACHINE';

/** Where an offer stands. */
export type OfferState =
  /** 已接受: a case was submitted. */
  | 'ACCEPTED'
  /** 已放弃 */
  | 'DECLINED'
  /** 已过期: its last day is over. */
  | 'EXPIRED'
  /** 可享受: it can be accepted. */
  | 'OFFERED'
  /** 已撤回: the enterprise is not entitled any more, or the item has a new version. */
  | 'WITHDRAWN';

/** How a permit stands on a day 证照状态. */
export type PermitStatus =
  /** 注销: given up or ended by law. */
  | 'CANCELLED'
  /** 过期: its last day is over. */
  | 'EXPIRED'
  /** 未生效: its first day is still to come. */
  | 'NOT_YET_VALID'
  /** 吊销/撤销: taken away. */
  | 'REVOKED'
  /** 暂停: suspended for now. */
  | 'SUSPENDED'
  /** 有效 */
  | 'VALID';

/** What came of asking for a value. */
export type PrefillState =
  /** This department has no grant for it yet. */
  | 'DENIED'
  /** The department has none. */
  | 'EMPTY'
  /** The department has it. */
  | 'FOUND'
  /** The department did not answer in time. */
  | 'SILENT'
  /** The department has one that the form does not take. */
  | 'UNFIT';

/** What an applicant says of a value that was filled in. */
export type PrefillVerdict =
  /** 属实 */
  | 'CONFIRMED'
  /** 有异议: reported to the department that owns it */
  | 'DISPUTED';

/** What a change of registration changed 变更事项. */
export type RegistrationItem =
  /** 经营范围 */
  | 'BUSINESS_SCOPE'
  /** 名称 */
  | 'NAME'
  /** 登记机关/住所 */
  | 'REGION'
  /** 注册资本 */
  | 'REGISTERED_CAPITAL'
  /** 状态 */
  | 'STATUS'
  /** 企业类型 */
  | 'TYPE';

/** Who may read 共享类型. */
export type SharingClass =
  /** 有条件共享: on application, which the owner answers. */
  | 'CONDITIONAL'
  /** 不予共享: nobody else, by law. */
  | 'NOT_SHARED'
  /** 无条件共享: every department, at once. */
  | 'UNCONDITIONAL';

export type ApplyItemQueryVariables = Exact<{
  item: string | number;
}>;


export type ApplyItemQuery = { serviceItem: { code: string, basicCode: string | null, name: string, form: unknown, department: { name: string }, region: { code: string, name: string | null, fullName: string | null } | null } | null, myMandates: { edges: Array<{ node: { id: string, kind: MandateKind, state: MandateState, items: Array<string> | null, enterprise: { uscc: string, name: string, status: EnterpriseStatus } } }> } | null };

export type StartCaseMutationVariables = Exact<{
  input: CaseInput;
  key: string | number;
}>;


export type StartCaseMutation = { startCase: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type CaseQueryVariables = Exact<{
  number: string | number;
}>;


export type CaseQuery = { case: { number: string, state: CaseState, version: number, decision: CaseDecision | null, receivedOn: string, dueOn: string | null, isOverdue: boolean, actBy: string | null, suspendedOn: string | null, extensionDays: number | null, decidedOn: string | null, rating: number | null, voidedOn: string | null, form: unknown, formSchema: unknown, source: CaseSource, applicant: { uscc: string, name: string } | null, region: { code: string, fullName: string | null } | null, serviceItem: { code: string, name: string, department: { name: string } } | null, followUp: { materials: Array<string>, by: string } | null, materials: Array<{ id: string, material: string, name: string, bytes: number, path: string }> | null, timeline: Array<{ on: string, at: string | null, step: CaseStep, side: CaseSide | null, note: string | null, defects: Array<{ about: string | null, problem: string }> | null }>, times: { applicantHours: number, officialHours: number, suspendedHours: number, machineHours: number } | null, permit: { number: string, name: string, issuingAuthority: string, validFrom: string, validUntil: string | null, status: PermitStatus, certificate: { identifier: string, state: CertificateState, path: string, credentialPath: string } | null } | null } | null };

export type WithdrawCaseMutationVariables = Exact<{
  number: string | number;
  reason?: string | null | undefined;
  version: number;
  key: string | number;
}>;


export type WithdrawCaseMutation = { withdrawCase: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type RateCaseMutationVariables = Exact<{
  number: string | number;
  stars: number;
  comment?: string | null | undefined;
  version: number;
  key: string | number;
}>;


export type RateCaseMutation = { rateCase: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type CaseChangedSubscriptionVariables = Exact<{
  number: string | number;
}>;


export type CaseChangedSubscription = { caseChanged: { number: string, version: number } | null };

export type CaseFormQueryVariables = Exact<{
  number: string | number;
}>;


export type CaseFormQuery = { case: { number: string, state: CaseState, version: number, form: unknown, formSchema: unknown, applicant: { uscc: string, name: string } | null, serviceItem: { code: string, name: string } | null, prefill: Array<{ field: string, state: PrefillState, value: unknown, department: string, coordinate: string, sharing: SharingClass, readAt: string, reason: string | null, verdict: PrefillVerdict | null, correction: string | null }> | null, materials: Array<{ id: string, material: string, name: string, bytes: number, mediaType: string, at: string, path: string }> | null, followUp: { materials: Array<string>, by: string } | null, timeline: Array<{ step: CaseStep, defects: Array<{ about: string | null, problem: string }> | null }> } | null };

export type CaseAnswersQueryVariables = Exact<{
  number: string | number;
}>;


export type CaseAnswersQuery = { case: { version: number, form: unknown, formSchema: unknown } | null };

export type CaseRequirementsQueryVariables = Exact<{
  item: string | number;
  answers: unknown;
}>;


export type CaseRequirementsQuery = { serviceItem: { code: string, guide: { materials: Array<{ code: string | null, name: string, nameEn: string | null, need: MaterialNeed | null, heldBy: { department: string, resource: string } | null }> | null } | null, requirements: { rule: string | null, ruleEn: string | null, materials: Array<{ code: string | null, name: string, nameEn: string | null, originals: number, copies: number, need: MaterialNeed | null, heldBy: { department: string, resource: string } | null }>, userErrors: Array<{ code: ItemErrorCode, message: string, field: Array<string> | null }> } | null } | null };

export type SaveCaseMutationVariables = Exact<{
  number: string | number;
  form: unknown;
  version: number;
  key: string | number;
}>;


export type SaveCaseMutation = { saveCase: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type PrefillCaseMutationVariables = Exact<{
  number: string | number;
  version: number;
  key: string | number;
}>;


export type PrefillCaseMutation = { prefillCase: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type AnswerPrefillMutationVariables = Exact<{
  number: string | number;
  field: string;
  isRight: boolean;
  problem?: string | null | undefined;
  proposal?: string | null | undefined;
  version: number;
  key: string | number;
}>;


export type AnswerPrefillMutation = { answerPrefill: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type BeginUploadMutationVariables = Exact<{
  number: string | number;
  name: string;
  bytes: number;
  key: string | number;
}>;


export type BeginUploadMutation = { uploadCaseMaterial: { upload: { id: string, path: string, expiresAt: string } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type AttachMaterialMutationVariables = Exact<{
  number: string | number;
  upload: string | number;
  material: string;
  version: number;
  key: string | number;
}>;


export type AttachMaterialMutation = { attachCaseMaterial: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type RemoveMaterialMutationVariables = Exact<{
  number: string | number;
  upload: string | number;
  version: number;
  key: string | number;
}>;


export type RemoveMaterialMutation = { removeCaseMaterial: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type SubmitCaseMutationVariables = Exact<{
  number: string | number;
  version: number;
  key: string | number;
}>;


export type SubmitCaseMutation = { submitCase: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type SupplyCaseMutationVariables = Exact<{
  number: string | number;
  materials: Array<string> | string;
  version: number;
  key: string | number;
}>;


export type SupplyCaseMutation = { supplyCaseMaterials: { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type MandatesQueryVariables = Exact<{ [key: string]: never; }>;


export type MandatesQuery = { myMandates: { totalCount: number, edges: Array<{ node: { id: string, kind: MandateKind, state: MandateState, items: Array<string> | null, from: string, until: string | null, reason: string | null, person: string, version: number, enterprise: { uscc: string, name: string, status: EnterpriseStatus } } }> } | null };

export type AgentsQueryVariables = Exact<{
  uscc: string;
}>;


export type AgentsQuery = { enterprise: { uscc: string, name: string, mandates: { edges: Array<{ node: { id: string, kind: MandateKind, state: MandateState, items: Array<string> | null, from: string, until: string | null, reason: string | null, person: string, version: number } }> } | null } | null };

export type ItemNameQueryVariables = Exact<{
  code: string | number;
}>;


export type ItemNameQuery = { catalogueItem: { basicCode: string, name: string } | null };

export type GiveMandateMutationVariables = Exact<{
  input: MandateInput;
  key: string | number;
}>;


export type GiveMandateMutation = { giveMandate: { mandate: { id: string } | null, userErrors: Array<{ code: MandateErrorCode, message: string, field: Array<string> | null }> } | null };

export type RevokeMandateMutationVariables = Exact<{
  id: string | number;
  version?: number | null | undefined;
  reason: string;
  key: string | number;
}>;


export type RevokeMandateMutation = { revokeMandate: { mandate: { id: string } | null, userErrors: Array<{ code: MandateErrorCode, message: string, field: Array<string> | null }> } | null };

export type FindItemsQueryVariables = Exact<{
  text: string;
}>;


export type FindItemsQuery = { catalogueItems: { totalCount: number, edges: Array<{ node: { basicCode: string, name: string } }> } | null };

export type ApplyMatterQueryVariables = Exact<{
  code: string | number;
}>;


export type ApplyMatterQuery = { matter: { code: string, name: string, nameEn: string, promisedDays: number, basis: string, steps: Array<{ name: string, title: string, titleEn: string, department: string, kind: MatterStepKind, needs: Array<string>, when: string | null, isOptional: boolean }> } | null, region: { code: string, children: { edges: Array<{ node: { code: string, name: string | null } }> } | null } | null, myMandates: { edges: Array<{ node: { id: string, kind: MandateKind, state: MandateState, items: Array<string> | null, enterprise: { uscc: string, name: string, status: EnterpriseStatus } } }> } | null };

export type StartMatterMutationVariables = Exact<{
  input: MatterCaseInput;
  key: string | number;
}>;


export type StartMatterMutation = { startMatterCase: { matterCase: { number: string, version: number } | null, userErrors: Array<{ code: MatterCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type ApplicationFormQueryVariables = Exact<{
  number: string | number;
}>;


export type ApplicationFormQuery = { matterCase: { number: string, state: MatterCaseState, version: number, form: unknown, formSchema: unknown, matter: { code: string, name: string, nameEn: string } | null, applicant: { uscc: string, name: string } | null, region: { code: string, fullName: string | null } | null, steps: Array<{ name: string, title: string, titleEn: string, department: string, state: MatterCaseStepState, problems: Array<{ code: string | null, message: string, about: string | null }> }> } | null };

export type SaveMatterMutationVariables = Exact<{
  number: string | number;
  form: unknown;
  version: number;
  key: string | number;
}>;


export type SaveMatterMutation = { saveMatterCase: { matterCase: { number: string, version: number } | null, userErrors: Array<{ code: MatterCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type SubmitMatterMutationVariables = Exact<{
  number: string | number;
  version: number;
  key: string | number;
}>;


export type SubmitMatterMutation = { submitMatterCase: { matterCase: { number: string, version: number } | null, userErrors: Array<{ code: MatterCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type CompleteMatterMutationVariables = Exact<{
  number: string | number;
  form: unknown;
  version: number;
  key: string | number;
}>;


export type CompleteMatterMutation = { completeMatterCase: { matterCase: { number: string, version: number } | null, userErrors: Array<{ code: MatterCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type WithdrawMatterMutationVariables = Exact<{
  number: string | number;
  reason?: string | null | undefined;
  version: number;
  key: string | number;
}>;


export type WithdrawMatterMutation = { withdrawMatterCase: { matterCase: { number: string, version: number } | null, userErrors: Array<{ code: MatterCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type ApplicationQueryVariables = Exact<{
  number: string | number;
}>;


export type ApplicationQuery = { matterCase: { number: string, state: MatterCaseState, version: number, form: unknown, formSchema: unknown, startedAt: string, submittedAt: string | null, endedAt: string | null, dueOn: string | null, isOverdue: boolean, reason: string | null, matter: { code: string, name: string, nameEn: string, promisedDays: number, steps: Array<{ name: string, needs: Array<string> }> } | null, applicant: { uscc: string, name: string } | null, region: { code: string, fullName: string | null } | null, steps: Array<{ name: string, title: string, titleEn: string, department: string, kind: MatterStepKind, state: MatterCaseStepState, departmentCase: string | null, result: unknown, problems: Array<{ code: string | null, message: string, about: string | null }> }>, times: { officialHours: number, applicantHours: number, machineHours: number } | null, timeline: Array<{ at: string, step: string | null, from: string | null, to: string, side: MatterSide, problems: Array<{ message: string, about: string | null }> }> } | null };

export type StepResultQueryVariables = Exact<{
  number: string | number;
}>;


export type StepResultQuery = { case: { number: string, permit: { number: string, name: string, issuingAuthority: string, validFrom: string, validUntil: string | null, status: PermitStatus, certificate: { identifier: string, state: CertificateState, path: string, credentialPath: string } | null } | null } | null };

export type ApplicationChangedSubscriptionVariables = Exact<{
  number: string | number;
}>;


export type ApplicationChangedSubscription = { matterCaseChanged: { number: string, version: number } | null };

export type LicenceQueryVariables = Exact<{
  uscc: string;
}>;


export type LicenceQuery = { enterprise: { uscc: string, name: string, licence: { identifier: string, state: CertificateState, path: string, credentialPath: string } | null } | null };

export type LandResultQueryVariables = Exact<{
  number: string | number;
}>;


export type LandResultQuery = { landCase: { number: string, certificate: { identifier: string, state: CertificateState, path: string, credentialPath: string } | null } | null };

export type MyQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyQuery = { myCases: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { number: string, state: CaseState, version: number, decision: CaseDecision | null, receivedOn: string, dueOn: string | null, actBy: string | null, rating: number | null, source: CaseSource, followUp: { materials: Array<string>, by: string } | null, applicant: { uscc: string, name: string } | null, serviceItem: { code: string, name: string } | null } }> } | null, myMatterCases: { totalCount: number, edges: Array<{ node: { number: string, state: MatterCaseState, startedAt: string, dueOn: string | null, matter: { code: string, name: string, nameEn: string } | null, applicant: { uscc: string, name: string } | null, steps: Array<{ name: string, title: string, titleEn: string, state: MatterCaseStepState }> } }> } | null, myOffers: { totalCount: number, edges: Array<{ node: { id: string, version: number, validUntil: string, reason: string | null, reasonEn: string | null, enterprise: { uscc: string, name: string } | null, serviceItem: { code: string, name: string } } }> } | null, myMandates: { totalCount: number, edges: Array<{ node: { id: string, kind: MandateKind, state: MandateState, until: string | null, enterprise: { uscc: string, name: string } } }> } | null };

export type AcceptOfferMutationVariables = Exact<{
  id: string | number;
  version: number;
  key: string | number;
}>;


export type AcceptOfferMutation = { acceptOffer: { case: { number: string } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeclineOfferMutationVariables = Exact<{
  id: string | number;
  version: number;
  key: string | number;
}>;


export type DeclineOfferMutation = { declineOffer: { offer: { id: string, state: OfferState } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type EnterpriseQueryVariables = Exact<{
  uscc: string;
}>;


export type EnterpriseQuery = { enterprise: { uscc: string, name: string, status: EnterpriseStatus, registeredOn: string | null, businessScope: string | null, source: DataSource, type: { name: string } | null, industry: { code: string, name: string } | null, region: { code: string, fullName: string | null } | null, registeredCapital: { amount: string | null, currency: string | null, text: string } | null, formerNames: Array<{ name: string, until: string | null }>, parent: { uscc: string, name: string } | null, changes: { totalCount: number, edges: Array<{ node: { changedOn: string, item: RegistrationItem, before: string | null, after: string | null } }> } | null } & ({ permits: { totalCount: number, edges: Array<{ node: { number: string, name: string, status: PermitStatus, validFrom: string, validUntil: string | null, issuingAuthority: string, certificate: { path: string, state: CertificateState } | null } }> } | null } | { permits?: never }) & ({ taxpayer: { id: string, authority: string, aListYears: Array<number> } | null } | { taxpayer?: never }) & ({ landSupplies: { totalCount: number, edges: Array<{ node: { id: string, projectName: string | null, location: string | null, areaM2: string | null, way: LandSupplyWay | null, wayText: string | null, signedOn: string | null } }> } | null } | { landSupplies?: never }) | null };

export type EnterpriseConditionalQueryVariables = Exact<{
  uscc: string;
}>;


export type EnterpriseConditionalQuery = { enterprise: { uscc: string, taxpayer: { id: string, creditGrades: Array<{ year: number, grade: CreditLevel }> | null } | null, parcels: { totalCount: number | null, edges: Array<{ node: { code: string, location: string | null, areaM2: string, geometry: { coordinates: Array<Array<Array<number>>> } | null } }> } | null, cases: { totalCount: number, edges: Array<{ node: { number: string, state: CaseState, receivedOn: string, serviceItem: { name: string } | null } }> } | null, accesses: { totalCount: number | null, edges: Array<{ node: { at: string, client: string, department: string | null, basis: string | null, fields: Array<string>, outcome: AccessOutcome } }> } | null } | null };

export type HomeQueryVariables = Exact<{
  region: string;
}>;


export type HomeQuery = { region: { code: string, name: string | null, enterpriseCount: number | null } | null, matters: Array<{ code: string, name: string, nameEn: string, promisedDays: number, steps: Array<{ department: string }> }> | null, serviceItems: { totalCount: number, edges: Array<{ node: { code: string, name: string, guide: { promisedDays: number | null } | null } }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ApplyItemDocument = new TypedDocumentString(`
    query ApplyItem($item: ID!) {
  serviceItem(code: $item) {
    code
    basicCode
    name
    form
    department {
      name
    }
    region {
      code
      name
      fullName
    }
  }
  myMandates(first: 100) {
    edges {
      node {
        id
        kind
        state
        items
        enterprise {
          uscc
          name
          status
        }
      }
    }
  }
}
    `, {"hash":"sha256:b9be198f28677b9600012ea33f0892265b01ab379f5aba16ead543eafdba3ebb"}) as unknown as TypedDocumentString<ApplyItemQuery, ApplyItemQueryVariables>;
export const StartCaseDocument = new TypedDocumentString(`
    mutation StartCase($input: CaseInput!, $key: ID!) {
  startCase(input: $input, idempotencyKey: $key) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:881a7c89bffce2889481e464bfa7fd08e5741907a398992f24e0c48557d53a29"}) as unknown as TypedDocumentString<StartCaseMutation, StartCaseMutationVariables>;
export const CaseDocument = new TypedDocumentString(`
    query Case($number: ID!) {
  case(number: $number) {
    number
    state
    version
    decision
    receivedOn
    dueOn
    isOverdue
    actBy
    suspendedOn
    extensionDays
    decidedOn
    rating
    voidedOn
    form
    formSchema
    source
    applicant {
      uscc
      name
    }
    region {
      code
      fullName
    }
    serviceItem {
      code
      name
      department {
        name
      }
    }
    followUp {
      materials
      by
    }
    materials {
      id
      material
      name
      bytes
      path
    }
    timeline {
      on
      at
      step
      side
      note
      defects {
        about
        problem
      }
    }
    times {
      applicantHours
      officialHours
      suspendedHours
      machineHours
    }
    permit {
      number
      name
      issuingAuthority
      validFrom
      validUntil
      status
      certificate {
        identifier
        state
        path
        credentialPath
      }
    }
  }
}
    `, {"hash":"sha256:e1a9c4a605f9bcfd0a2ae93c934aceb18f17dcc5520273794c42082d03bb9494"}) as unknown as TypedDocumentString<CaseQuery, CaseQueryVariables>;
export const WithdrawCaseDocument = new TypedDocumentString(`
    mutation WithdrawCase($number: ID!, $reason: String, $version: Int!, $key: ID!) {
  withdrawCase(
    number: $number
    reason: $reason
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:7ea6b880edd25d25f58246f8bc36752e93a8925adf803892cc29b87c54bf49fa"}) as unknown as TypedDocumentString<WithdrawCaseMutation, WithdrawCaseMutationVariables>;
export const RateCaseDocument = new TypedDocumentString(`
    mutation RateCase($number: ID!, $stars: Int!, $comment: String, $version: Int!, $key: ID!) {
  rateCase(
    number: $number
    stars: $stars
    comment: $comment
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:8103a5fe78626a964a5ab86b89aa19d9ec96e0aa12042a01cda664c7af64b7a0"}) as unknown as TypedDocumentString<RateCaseMutation, RateCaseMutationVariables>;
export const CaseChangedDocument = new TypedDocumentString(`
    subscription CaseChanged($number: ID!) {
  caseChanged(number: $number) {
    number
    version
  }
}
    `, {"hash":"sha256:f0b2d897400ebb7c7f6744ecec66e8d35cec12788ccad1ebbceb3969454e7a2a"}) as unknown as TypedDocumentString<CaseChangedSubscription, CaseChangedSubscriptionVariables>;
export const CaseFormDocument = new TypedDocumentString(`
    query CaseForm($number: ID!) {
  case(number: $number) {
    number
    state
    version
    form
    formSchema
    applicant {
      uscc
      name
    }
    serviceItem {
      code
      name
    }
    prefill {
      field
      state
      value
      department
      coordinate
      sharing
      readAt
      reason
      verdict
      correction
    }
    materials {
      id
      material
      name
      bytes
      mediaType
      at
      path
    }
    followUp {
      materials
      by
    }
    timeline {
      step
      defects {
        about
        problem
      }
    }
  }
}
    `, {"hash":"sha256:bf20ddefc4f485faa4da43d5da2f5ba64eefdb38cd14b83c00663158e3d2c44f"}) as unknown as TypedDocumentString<CaseFormQuery, CaseFormQueryVariables>;
export const CaseAnswersDocument = new TypedDocumentString(`
    query CaseAnswers($number: ID!) {
  case(number: $number) {
    version
    form
    formSchema
  }
}
    `, {"hash":"sha256:e604b3c29f00263de6c7662181666e2a3c14ac60fb7a81302352d7f19f81ac8c"}) as unknown as TypedDocumentString<CaseAnswersQuery, CaseAnswersQueryVariables>;
export const CaseRequirementsDocument = new TypedDocumentString(`
    query CaseRequirements($item: ID!, $answers: JSON!) {
  serviceItem(code: $item) {
    code
    guide {
      materials {
        code
        name
        nameEn
        need
        heldBy {
          department
          resource
        }
      }
    }
    requirements(answers: $answers) {
      rule
      ruleEn
      materials {
        code
        name
        nameEn
        originals
        copies
        need
        heldBy {
          department
          resource
        }
      }
      userErrors {
        code
        message
        field
      }
    }
  }
}
    `, {"hash":"sha256:9bdd89063b25d4045c5064a73785e396e06b7a1386260e78b36807a80d8b706f"}) as unknown as TypedDocumentString<CaseRequirementsQuery, CaseRequirementsQueryVariables>;
export const SaveCaseDocument = new TypedDocumentString(`
    mutation SaveCase($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {
  saveCase(
    number: $number
    form: $form
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e56c5bc1b8a589a32dd2b6e9584d390948531327b030503cb51aa903cdedf2ed"}) as unknown as TypedDocumentString<SaveCaseMutation, SaveCaseMutationVariables>;
export const PrefillCaseDocument = new TypedDocumentString(`
    mutation PrefillCase($number: ID!, $version: Int!, $key: ID!) {
  prefillCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e69d3aef778d4fee2a2ed24ecc8bf84767887a152cef1810fb3aa71101203004"}) as unknown as TypedDocumentString<PrefillCaseMutation, PrefillCaseMutationVariables>;
export const AnswerPrefillDocument = new TypedDocumentString(`
    mutation AnswerPrefill($number: ID!, $field: String!, $isRight: Boolean!, $problem: String, $proposal: String, $version: Int!, $key: ID!) {
  answerPrefill(
    number: $number
    field: $field
    isRight: $isRight
    problem: $problem
    proposal: $proposal
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e795ac97b9365a9bc8a739aada5f182b5eb93311adc2fef6baa15f9d2bf73b31"}) as unknown as TypedDocumentString<AnswerPrefillMutation, AnswerPrefillMutationVariables>;
export const BeginUploadDocument = new TypedDocumentString(`
    mutation BeginUpload($number: ID!, $name: String!, $bytes: Int!, $key: ID!) {
  uploadCaseMaterial(
    number: $number
    name: $name
    bytes: $bytes
    idempotencyKey: $key
  ) {
    upload {
      id
      path
      expiresAt
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b28bf030869ca950fe748142efe6880bc5af609a4bdbf464c4ec58940937a3a2"}) as unknown as TypedDocumentString<BeginUploadMutation, BeginUploadMutationVariables>;
export const AttachMaterialDocument = new TypedDocumentString(`
    mutation AttachMaterial($number: ID!, $upload: ID!, $material: String!, $version: Int!, $key: ID!) {
  attachCaseMaterial(
    number: $number
    upload: $upload
    material: $material
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9f6217c733907ec5e6cfffebe91d16f94f66e042c8233383551f5125a77671b4"}) as unknown as TypedDocumentString<AttachMaterialMutation, AttachMaterialMutationVariables>;
export const RemoveMaterialDocument = new TypedDocumentString(`
    mutation RemoveMaterial($number: ID!, $upload: ID!, $version: Int!, $key: ID!) {
  removeCaseMaterial(
    number: $number
    upload: $upload
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:b9549b810070afab9195dbbf4c31668316cc16525036df1f042b2dbe2918de09"}) as unknown as TypedDocumentString<RemoveMaterialMutation, RemoveMaterialMutationVariables>;
export const SubmitCaseDocument = new TypedDocumentString(`
    mutation SubmitCase($number: ID!, $version: Int!, $key: ID!) {
  submitCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:02d2a963c81438bba0ad39668912a1e8639bf1b329ab908765617a350a8b8eda"}) as unknown as TypedDocumentString<SubmitCaseMutation, SubmitCaseMutationVariables>;
export const SupplyCaseDocument = new TypedDocumentString(`
    mutation SupplyCase($number: ID!, $materials: [String!]!, $version: Int!, $key: ID!) {
  supplyCaseMaterials(
    number: $number
    materials: $materials
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    case {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:73590c0d20424e0b37f5d90ec199e3dda1b04606f789c4dfaceb118bf0a56e1f"}) as unknown as TypedDocumentString<SupplyCaseMutation, SupplyCaseMutationVariables>;
export const MandatesDocument = new TypedDocumentString(`
    query Mandates {
  myMandates(first: 100) {
    totalCount
    edges {
      node {
        id
        kind
        state
        items
        from
        until
        reason
        person
        version
        enterprise {
          uscc
          name
          status
        }
      }
    }
  }
}
    `, {"hash":"sha256:7ed00f622d8e27951cdf4ab91a570f19e0370e80ced076ec71ad73d741f8c279"}) as unknown as TypedDocumentString<MandatesQuery, MandatesQueryVariables>;
export const AgentsDocument = new TypedDocumentString(`
    query Agents($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc
    name
    mandates(first: 50) {
      edges {
        node {
          id
          kind
          state
          items
          from
          until
          reason
          person
          version
        }
      }
    }
  }
}
    `, {"hash":"sha256:1019bc3d67e91c278ff4d3d9731998980ae03f58c243909e75de5d54b19635ad"}) as unknown as TypedDocumentString<AgentsQuery, AgentsQueryVariables>;
export const ItemNameDocument = new TypedDocumentString(`
    query ItemName($code: ID!) {
  catalogueItem(basicCode: $code) {
    basicCode
    name
  }
}
    `, {"hash":"sha256:723b76a6dbc7cfb06fa485fd39443f88ae5490a00c030b11423dd9f7e83d4c90"}) as unknown as TypedDocumentString<ItemNameQuery, ItemNameQueryVariables>;
export const GiveMandateDocument = new TypedDocumentString(`
    mutation GiveMandate($input: MandateInput!, $key: ID!) {
  giveMandate(input: $input, idempotencyKey: $key) {
    mandate {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:33d7026d6640a0850a57e3d11760a1e1387e657871455b84bea50801653e85b4"}) as unknown as TypedDocumentString<GiveMandateMutation, GiveMandateMutationVariables>;
export const RevokeMandateDocument = new TypedDocumentString(`
    mutation RevokeMandate($id: ID!, $version: Int, $reason: String!, $key: ID!) {
  revokeMandate(
    id: $id
    expectedVersion: $version
    reason: $reason
    idempotencyKey: $key
  ) {
    mandate {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ae7e0fdcee3bf0f01c847b8d49a60ecd0e5ba3cf099c606baf97578b29fa800e"}) as unknown as TypedDocumentString<RevokeMandateMutation, RevokeMandateMutationVariables>;
export const FindItemsDocument = new TypedDocumentString(`
    query FindItems($text: String!) {
  catalogueItems(filter: {name: $text}, first: 20) {
    totalCount
    edges {
      node {
        basicCode
        name
      }
    }
  }
}
    `, {"hash":"sha256:bb9d0e3513d61a2a4c62cedc13157ced4c4d99b67c2cf5715053ef804f46d7e5"}) as unknown as TypedDocumentString<FindItemsQuery, FindItemsQueryVariables>;
export const ApplyMatterDocument = new TypedDocumentString(`
    query ApplyMatter($code: ID!) {
  matter(code: $code) {
    code
    name
    nameEn
    promisedDays
    basis
    steps {
      name
      title
      titleEn
      department
      kind
      needs
      when
      isOptional
    }
  }
  region(code: "32") {
    code
    children(first: 20) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
  myMandates(first: 100) {
    edges {
      node {
        id
        kind
        state
        items
        enterprise {
          uscc
          name
          status
        }
      }
    }
  }
}
    `, {"hash":"sha256:4ab2239ae35c3fe167e396f55c62113c832f3e10a799a0db7675f5a79fa23718"}) as unknown as TypedDocumentString<ApplyMatterQuery, ApplyMatterQueryVariables>;
export const StartMatterDocument = new TypedDocumentString(`
    mutation StartMatter($input: MatterCaseInput!, $key: ID!) {
  startMatterCase(input: $input, idempotencyKey: $key) {
    matterCase {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:43d36516e9afa5bca34ce93c99da420fa1a76f71b26214211101d4b7448650fe"}) as unknown as TypedDocumentString<StartMatterMutation, StartMatterMutationVariables>;
export const ApplicationFormDocument = new TypedDocumentString(`
    query ApplicationForm($number: ID!) {
  matterCase(number: $number) {
    number
    state
    version
    form
    formSchema
    matter {
      code
      name
      nameEn
    }
    applicant {
      uscc
      name
    }
    region {
      code
      fullName
    }
    steps {
      name
      title
      titleEn
      department
      state
      problems {
        code
        message
        about
      }
    }
  }
}
    `, {"hash":"sha256:11ca6f6e34cad2082477b95d4cc01cf6453518bb60e0994617f7133d9f9e0831"}) as unknown as TypedDocumentString<ApplicationFormQuery, ApplicationFormQueryVariables>;
export const SaveMatterDocument = new TypedDocumentString(`
    mutation SaveMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {
  saveMatterCase(
    number: $number
    form: $form
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    matterCase {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:e5b7a9c9e3dcf19591a17de342d89d18d1fa882d6c57baa83cbdfcd1e9a2e07f"}) as unknown as TypedDocumentString<SaveMatterMutation, SaveMatterMutationVariables>;
export const SubmitMatterDocument = new TypedDocumentString(`
    mutation SubmitMatter($number: ID!, $version: Int!, $key: ID!) {
  submitMatterCase(
    number: $number
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    matterCase {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ce9ee9880500b417402641a56639ef829f00b642bde3ddaaad3a4baaa343d73b"}) as unknown as TypedDocumentString<SubmitMatterMutation, SubmitMatterMutationVariables>;
export const CompleteMatterDocument = new TypedDocumentString(`
    mutation CompleteMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {
  completeMatterCase(
    number: $number
    form: $form
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    matterCase {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:310e0731dca08b8e292c99ea322472f7bf8be46a46f362357541383cbfc8394b"}) as unknown as TypedDocumentString<CompleteMatterMutation, CompleteMatterMutationVariables>;
export const WithdrawMatterDocument = new TypedDocumentString(`
    mutation WithdrawMatter($number: ID!, $reason: String, $version: Int!, $key: ID!) {
  withdrawMatterCase(
    number: $number
    reason: $reason
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    matterCase {
      number
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:07008de874f783f7019964249bc29cda4cf6747f8e05c3f8214186d5ced415b4"}) as unknown as TypedDocumentString<WithdrawMatterMutation, WithdrawMatterMutationVariables>;
export const ApplicationDocument = new TypedDocumentString(`
    query Application($number: ID!) {
  matterCase(number: $number) {
    number
    state
    version
    form
    formSchema
    startedAt
    submittedAt
    endedAt
    dueOn
    isOverdue
    reason
    matter {
      code
      name
      nameEn
      promisedDays
      steps {
        name
        needs
      }
    }
    applicant {
      uscc
      name
    }
    region {
      code
      fullName
    }
    steps {
      name
      title
      titleEn
      department
      kind
      state
      departmentCase
      result
      problems {
        code
        message
        about
      }
    }
    times {
      officialHours
      applicantHours
      machineHours
    }
    timeline {
      at
      step
      from
      to
      side
      problems {
        message
        about
      }
    }
  }
}
    `, {"hash":"sha256:918feb7a7e604c6349d278a3b71d134eb20ea3d7ca39dfd6f4f98dc25977d980"}) as unknown as TypedDocumentString<ApplicationQuery, ApplicationQueryVariables>;
export const StepResultDocument = new TypedDocumentString(`
    query StepResult($number: ID!) {
  case(number: $number) {
    number
    permit {
      number
      name
      issuingAuthority
      validFrom
      validUntil
      status
      certificate {
        identifier
        state
        path
        credentialPath
      }
    }
  }
}
    `, {"hash":"sha256:7a59e78d40bbd4e73038f4131854da7d76617a1d3e5e468759627cd0541805c4"}) as unknown as TypedDocumentString<StepResultQuery, StepResultQueryVariables>;
export const ApplicationChangedDocument = new TypedDocumentString(`
    subscription ApplicationChanged($number: ID!) {
  matterCaseChanged(number: $number) {
    number
    version
  }
}
    `, {"hash":"sha256:a4af36e81776d309ff05130de1fac0e251b0afe3416584e1384c30d04f4f6253"}) as unknown as TypedDocumentString<ApplicationChangedSubscription, ApplicationChangedSubscriptionVariables>;
export const LicenceDocument = new TypedDocumentString(`
    query Licence($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc
    name
    licence {
      identifier
      state
      path
      credentialPath
    }
  }
}
    `, {"hash":"sha256:b20c2f1e0fbf9b02ec566969e6520ca92af54fd81cc5e767f012193ecd912ea3"}) as unknown as TypedDocumentString<LicenceQuery, LicenceQueryVariables>;
export const LandResultDocument = new TypedDocumentString(`
    query LandResult($number: ID!) {
  landCase(number: $number) {
    number
    certificate {
      identifier
      state
      path
      credentialPath
    }
  }
}
    `, {"hash":"sha256:05d344b0bdfab97aabb37ca8a515306f9b28cdf74f1ecc56d1ae42bed7ee9539"}) as unknown as TypedDocumentString<LandResultQuery, LandResultQueryVariables>;
export const MyDocument = new TypedDocumentString(`
    query My($after: String) {
  myCases(first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        number
        state
        version
        decision
        receivedOn
        dueOn
        actBy
        rating
        source
        followUp {
          materials
          by
        }
        applicant {
          uscc
          name
        }
        serviceItem {
          code
          name
        }
      }
    }
  }
  myMatterCases(first: 20) {
    totalCount
    edges {
      node {
        number
        state
        startedAt
        dueOn
        matter {
          code
          name
          nameEn
        }
        applicant {
          uscc
          name
        }
        steps {
          name
          title
          titleEn
          state
        }
      }
    }
  }
  myOffers(filter: {states: [OFFERED]}, first: 20) {
    totalCount
    edges {
      node {
        id
        version
        validUntil
        reason
        reasonEn
        enterprise {
          uscc
          name
        }
        serviceItem {
          code
          name
        }
      }
    }
  }
  myMandates(first: 100) {
    totalCount
    edges {
      node {
        id
        kind
        state
        until
        enterprise {
          uscc
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:4502f3b06b7065c1817095e70efff8e79ded0cea5af28aa2598c81de72e5464a"}) as unknown as TypedDocumentString<MyQuery, MyQueryVariables>;
export const AcceptOfferDocument = new TypedDocumentString(`
    mutation AcceptOffer($id: ID!, $version: Int!, $key: ID!) {
  acceptOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {
    case {
      number
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:377dce837607efcfbfcfe1add97060360f451c5180922666c4cdf8e3bc1b971f"}) as unknown as TypedDocumentString<AcceptOfferMutation, AcceptOfferMutationVariables>;
export const DeclineOfferDocument = new TypedDocumentString(`
    mutation DeclineOffer($id: ID!, $version: Int!, $key: ID!) {
  declineOffer(id: $id, expectedVersion: $version, idempotencyKey: $key) {
    offer {
      id
      state
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ef974141efc057576c9f29a472259eb1d0230f4c55950ef3cacb81f7711583da"}) as unknown as TypedDocumentString<DeclineOfferMutation, DeclineOfferMutationVariables>;
export const EnterpriseDocument = new TypedDocumentString(`
    query Enterprise($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc
    name
    status
    type {
      name
    }
    industry {
      code
      name
    }
    region {
      code
      fullName
    }
    registeredCapital {
      amount
      currency
      text
    }
    registeredOn
    businessScope
    formerNames {
      name
      until
    }
    parent {
      uscc
      name
    }
    changes(first: 20) {
      totalCount
      edges {
        node {
          changedOn
          item
          before
          after
        }
      }
    }
    source
    ... @defer(label: "permits") {
      permits(first: 20) {
        totalCount
        edges {
          node {
            number
            name
            status
            validFrom
            validUntil
            issuingAuthority
            certificate {
              path
              state
            }
          }
        }
      }
    }
    ... @defer(label: "tax") {
      taxpayer {
        id
        authority
        aListYears
      }
    }
    ... @defer(label: "land") {
      landSupplies(first: 10) {
        totalCount
        edges {
          node {
            id
            projectName
            location
            areaM2
            way
            wayText
            signedOn
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:c9c2a576aeec370f49ac66696d1f05f9a6828f984f525417b6be1c5d471e08bb"}) as unknown as TypedDocumentString<EnterpriseQuery, EnterpriseQueryVariables>;
export const EnterpriseConditionalDocument = new TypedDocumentString(`
    query EnterpriseConditional($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc
    taxpayer {
      id
      creditGrades {
        year
        grade
      }
    }
    parcels(first: 20) {
      totalCount
      edges {
        node {
          code
          location
          areaM2
          geometry {
            coordinates
          }
        }
      }
    }
    cases(first: 10) {
      totalCount
      edges {
        node {
          number
          state
          receivedOn
          serviceItem {
            name
          }
        }
      }
    }
    accesses(first: 20) {
      totalCount
      edges {
        node {
          at
          client
          department
          basis
          fields
          outcome
        }
      }
    }
  }
}
    `, {"hash":"sha256:fd08ba8fe34f54d61f6a37789e05674292e29d5cecb41278d55d4677a64c479c"}) as unknown as TypedDocumentString<EnterpriseConditionalQuery, EnterpriseConditionalQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($region: RegionCode!) {
  region(code: $region) {
    code
    name
    enterpriseCount
  }
  matters {
    code
    name
    nameEn
    promisedDays
    steps {
      department
    }
  }
  serviceItems(filter: {region: $region, noVisit: true}, first: 8) {
    totalCount
    edges {
      node {
        code
        name
        guide {
          promisedDays
        }
      }
    }
  }
}
    `, {"hash":"sha256:a531134e2a4e69dc94d8a92321b202bd30a23ef38d634f55adc0ee650afbadf2"}) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;