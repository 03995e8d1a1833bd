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

/** What was signed instead of a proof 告知承诺. */
export type CaseCommitmentInput = {
  /** The person who signed. */
  signedBy: string;
  /** What the applicant was told and promises. */
  text: string;
};

/** What was decided about a case 审批结果. */
export type CaseDecision =
  /** 不予许可 */
  | 'DENIED'
  /** 准予 */
  | 'GRANTED';

/** One thing that is missing or wrong 补正内容. */
export type CaseDefectInput = {
  /** The material or field of the form. Null when it is about neither. */
  about?: string | null | undefined;
  /** What is wrong with it, and what to do. */
  problem: string;
};

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

/** Materials that may follow 容缺. */
export type CaseFollowUpInput = {
  /** The last day on which they may come, after today. */
  by: string;
  /** Their names, at least one. */
  materials: Array<string>;
};

/** Conditions on a case at an office; all that are given must hold. */
export type CaseInboxFilter = {
  /** The item, as ServiceItem.code. */
  item?: string | number | null | undefined;
  /** True: only those on which the office should have acted, and whose clock is not stopped. */
  overdue?: boolean;
  /** Filed in this region or any region beneath it. */
  region?: string | null | undefined;
  /** Some of SUBMITTED, ACCEPTED, UNDER_REVIEW, SUSPENDED and DECIDED. Null for all of them. */
  states?: Array<CaseState> | null | undefined;
};

/** What is asked of cases. */
export type CaseIndexPartName =
  | 'FILED_ONLINE'
  | 'IN_TIME'
  | 'SATISFIED';

/** Who takes a step of a case. */
export type CaseSide =
  /** 申请人, or whoever acts for it */
  | 'APPLICANT'
  /** 工作人员 */
  | 'OFFICIAL';

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

/** How much a change matters to clients. */
export type ChangeSeverity =
  /** An operation that was answered may be refused, or answered in another form. */
  | 'BREAKING'
  /** May surprise a client, such as a new enum value. */
  | 'DANGEROUS'
  | 'SAFE';

/** Levels of government that indices are compared by. */
export type ComparedLevel =
  | 'CITY'
  | 'COUNTY';

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

/** The permit that a decision makes. */
export type GrantedPermitInput = {
  /** Null for the name of the item with 证 behind it. */
  name?: string | null | undefined;
  /** The last day on which it is valid. Null when it has no end. */
  validUntil?: string | null | undefined;
};

/** What is asked of items. */
export type ItemIndexPartName =
  | 'COMPLETE'
  | 'COUNTER'
  | 'HANDLED_ONLINE'
  | 'IN_GRAPH'
  | 'NO_VISIT'
  | 'OFFERED'
  | 'ONLINE'
  | 'SAME_AS_CATALOGUE'
  | 'UNDISPUTED';

/** Why a command of this department was not carried out. These codes are stable; more may come. */
export type LandCaseErrorCode =
  /** The applicant holds the unit already. */
  | 'ALREADY_HOLDER'
  /** It was returned before, which is possible once. */
  | 'ALREADY_RETURNED'
  /** Two arguments exclude each other. */
  | 'CONTRADICTORY_INPUT'
  /** The day is over. */
  | 'DAY_PASSED'
  /** The key was used for another command, or for other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A price or an area is not above 0, or has too many digits. */
  | 'MALFORMED_AMOUNT'
  /** A holder looks like a code, and is no valid USCC. */
  | 'MALFORMED_HOLDER'
  /** The key has blanks, characters that are not printable, or too many. */
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** A text is empty, too long, or has a character that cannot be kept. */
  | 'MALFORMED_TEXT'
  /** The one who is said to hold the unit does not, by the register. */
  | 'NOT_HOLDER'
  /** The case was filed where the official does not decide. */
  | 'NOT_YOUR_REGION'
  /** Nothing is named that is missing. */
  | 'NO_DEFECTS'
  /** The time cannot be extended: it is over, was extended before, or by too much. */
  | 'NO_EXTENSION'
  /** The person does not act for the applicant in this matter, or not any longer. */
  | 'NO_MANDATE'
  /** The unit was registered again since: that must be voided first. */
  | 'REGISTERED_SINCE'
  /** The client released the unit for the reference: it cannot be held any more. */
  | 'RELEASED'
  /** The case has changed since the caller saw it. */
  | 'STALE_VERSION'
  /** A list has more than 100 entries. */
  | 'TOO_MANY_ENTRIES'
  /** Another application holds the unit, or registers it, or this one does already. */
  | 'UNIT_HELD'
  /** GB/T 21010-2017 has no such land use. */
  | 'UNKNOWN_LAND_USE'
  /** There is no such case, or the caller may not see it. */
  | 'UNKNOWN_NUMBER'
  /** The register holds no such parcel. */
  | 'UNKNOWN_PARCEL'
  /** The register holds no such real-estate unit. */
  | 'UNKNOWN_UNIT'
  /** The unit lies in another region. */
  | 'WRONG_REGION'
  /** The step is not possible in the state of the case. */
  | 'WRONG_STATE';

/** Conditions on a case at an office; all that are given must hold. */
export type LandCaseInboxFilter = {
  kind?: LandCaseKind | null | undefined;
  /** True: only those on which the office should have acted, and whose clock is not stopped. */
  overdue?: boolean;
  /** Filed in this region or any region beneath it. */
  region?: string | null | undefined;
  /** Some of SUBMITTED, ACCEPTED, UNDER_REVIEW, SUSPENDED and DECIDED. Null for all of them. */
  states?: Array<CaseState> | null | undefined;
};

/** What a case of this department is for. */
export type LandCaseKind =
  /** 建设用地规划许可: land may be used for a project. */
  | 'LAND_USE_PLANNING'
  /** 不动产登记: the applicant becomes the holder of a real-estate unit. */
  | 'REAL_ESTATE_REGISTRATION';

/** What was done to a case 办理环节. */
export type LandCaseStep =
  /** 受理 */
  | 'ACCEPTED'
  /** 告知承诺: on a signed commitment */
  | 'ACCEPTED_ON_COMMITMENT'
  /** 容缺受理: materials are to follow */
  | 'ACCEPTED_WITH_FOLLOW_UP'
  /** 送达 */
  | 'DELIVERED'
  /** 不予 */
  | 'DENIED'
  /** 延长期限 */
  | 'EXTENDED'
  /** 准予 */
  | 'GRANTED'
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
  /** 开始审查 */
  | 'REVIEW_STARTED'
  /** 暂存 */
  | 'SAVED'
  /** 新建: begun */
  | 'STARTED'
  /** 收件 */
  | 'SUBMITTED'
  /** 补交: materials came that were to follow */
  | 'SUPPLIED'
  /** 中止: the clock was stopped */
  | 'SUSPENDED'
  /** 撤回 */
  | 'WITHDRAWN';

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

/** Whether a material has to be handed in. */
export type MaterialNeed =
  /** 必要: for all answers. */
  | 'ALWAYS'
  /** 视情况: for some answers. */
  | 'DEPENDS'
  /** 无需提交: the graph holds it. */
  | 'NEVER';

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

/** Why a command on names or registrations was not carried out. These codes are stable; more may come. */
export type RegistrationErrorCode =
  /** It was returned before, which is possible once. */
  | 'ALREADY_RETURNED'
  /** The enterprise has branches, or another one keeps it from being removed. */
  | 'ENTERPRISE_IN_USE'
  /** The key was used for another command, or for other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The capital is not more than 0, too much, or has too many decimal places. */
  | 'MALFORMED_CAPITAL'
  /** The key has blanks, characters that are not printable, or too many. */
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** The name has characters that names do not have, or too few or many. */
  | 'MALFORMED_NAME'
  /** The person is not a line of 1 to 200 characters. */
  | 'MALFORMED_PERSON'
  /** A text is empty, too long, or has a character that cannot be kept. */
  | 'MALFORMED_TEXT'
  /** A case is open that uses the name: withdraw it first. */
  | 'NAME_IN_USE'
  /** An enterprise has the name, or it is reserved. */
  | 'NAME_TAKEN'
  /** The case was filed where the official does not decide. */
  | 'NOT_YOUR_REGION'
  /** Nothing is named that is missing. */
  | 'NO_DEFECTS'
  /** The time cannot be extended any more, or not by so many days. */
  | 'NO_EXTENSION'
  /** The person does not act for the applicant. */
  | 'NO_MANDATE'
  /** The case has changed since the caller saw it. */
  | 'STALE_VERSION'
  /** A list has more than 100 entries. */
  | 'TOO_MANY_ENTRIES'
  /** The person has as many mandates in force as one may have. */
  | 'TOO_MANY_MANDATES'
  /** There is no such case, or the caller may not see it. */
  | 'UNKNOWN_NUMBER'
  /** There is no such city or county. */
  | 'UNKNOWN_REGION'
  /** The client has no such reservation in force for this reference, or a case uses it. */
  | 'UNKNOWN_RESERVATION'
  /** There is no such kind of enterprise, or it is not registered in the graph. */
  | 'UNKNOWN_TYPE'
  /** The name was reserved for another region. */
  | 'WRONG_REGION'
  /** The step is not possible in the state of the case. */
  | 'WRONG_STATE';

/** Conditions on the cases of an inbox; all that are given must hold. */
export type RegistrationInboxFilter = {
  /** True: only those on which the office should have acted, and whose clock is not stopped. */
  overdue?: boolean;
  /** Filed in this region or any region beneath it. */
  region?: string | null | undefined;
  /** Some of SUBMITTED, ACCEPTED, UNDER_REVIEW, SUSPENDED and DECIDED. Null for all of them. */
  states?: Array<CaseState> | null | undefined;
};

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

/** What was done to a case of registration 办理环节. */
export type RegistrationStep =
  /** 受理 */
  | 'ACCEPTED'
  /** 送达 */
  | 'DELIVERED'
  /** 不予登记 */
  | 'DENIED'
  /** 延长期限 */
  | 'EXTENDED'
  /** 准予登记 */
  | 'GRANTED'
  /** 不予受理 */
  | 'NOT_ACCEPTED'
  /** 补正 */
  | 'RESUBMITTED'
  /** 恢复审查: the clock goes on */
  | 'RESUMED'
  /** 一次性告知补正 */
  | 'RETURNED'
  /** 开始审查 */
  | 'REVIEW_STARTED'
  /** 新建 */
  | 'STARTED'
  /** 收件 */
  | 'SUBMITTED'
  /** 中止: the clock was stopped */
  | 'SUSPENDED'
  /** 撤回 */
  | 'WITHDRAWN';

/** Who may read 共享类型. */
export type SharingClass =
  /** 有条件共享: on application, which the owner answers. */
  | 'CONDITIONAL'
  /** 不予共享: nobody else, by law. */
  | 'NOT_SHARED'
  /** 无条件共享: every department, at once. */
  | 'UNCONDITIONAL';

/** How a version came to be. */
export type SupergraphReason =
  | 'PUBLISHED'
  | 'ROLLED_BACK'
  | 'WITHDRAWN';

/** How often data is brought up to date 更新周期. */
export type UpdateCycle =
  /** 每日 */
  | 'DAILY'
  /** 每月 */
  | 'MONTHLY'
  /** 每季度 */
  | 'QUARTERLY'
  /** 实时 */
  | 'REAL_TIME'
  /** 每周 */
  | 'WEEKLY'
  /** 每年 */
  | 'YEARLY';

export type DashboardBehindIndexQueryVariables = Exact<{
  region: string;
  month: string;
  after?: string | null | undefined;
  channels: boolean;
  coverage: boolean;
  guides: boolean;
  maturity: boolean;
}>;


export type DashboardBehindIndexQuery = { serviceIndices: { region: { code: string, name: string | null } | null, channels?: { parts: Array<{ name: ItemIndexPartName, entries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { region: { code: string, fullName: string | null } | null, serviceItem: { code: string, name: string } | null, catalogueItem: { basicCode: string, name: string } | null } }> } | null }> }, coverage?: { parts: Array<{ name: ItemIndexPartName, entries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { region: { code: string, fullName: string | null } | null, serviceItem: { code: string, name: string } | null, catalogueItem: { basicCode: string, name: string } | null } }> } | null }> }, guides?: { parts: Array<{ name: ItemIndexPartName, entries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { region: { code: string, fullName: string | null } | null, serviceItem: { code: string, name: string } | null, catalogueItem: { basicCode: string, name: string } | null } }> } | null }> }, maturity?: { parts: Array<{ name: ItemIndexPartName, entries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { region: { code: string, fullName: string | null } | null, serviceItem: { code: string, name: string } | null, catalogueItem: { basicCode: string, name: string } | null } }> } | null }> } } | null };

export type BehindPartsFragment = { parts: Array<{ name: ItemIndexPartName, entries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { region: { code: string, fullName: string | null } | null, serviceItem: { code: string, name: string } | null, catalogueItem: { basicCode: string, name: string } | null } }> } | null }> };

export type DashboardIndicesQueryVariables = Exact<{
  region: string;
  month: string;
  by: ComparedLevel;
}>;


export type DashboardIndicesQuery = { serviceIndices: { region: { code: string, name: string | null } | null, channels: { value: number | null, parts: Array<{ name: ItemIndexPartName, value: number | null, numerator: number, denominator: number }> }, coverage: { value: number | null, parts: Array<{ name: ItemIndexPartName, value: number | null, numerator: number, denominator: number }> }, guides: { value: number | null, parts: Array<{ name: ItemIndexPartName, value: number | null, numerator: number, denominator: number }> }, maturity: { value: number | null, parts: Array<{ name: ItemIndexPartName, value: number | null, numerator: number, denominator: number }> }, effect: { value: number | null, parts: Array<{ name: CaseIndexPartName, value: number | null, numerator: number | null, denominator: number | null }> }, children: Array<{ isOwnOnly: boolean, region: { code: string, name: string | null } | null, channels: { value: number | null }, coverage: { value: number | null }, guides: { value: number | null }, maturity: { value: number | null }, effect: { value: number | null } }> } | null };

export type DashboardMattersQueryVariables = Exact<{
  from: string;
  until: string;
}>;


export type DashboardMattersQuery = { matterTimeStatistics: Array<{ month: string, completed: number, undone: number, overdue: number, workingDays: number | null, officialHours: number | null, applicantHours: number | null, machineHours: number | null, region: { code: string, name: string | null } | null, matter: { code: string, name: string, nameEn: string, promisedDays: number } | null }> | null };

export type DashboardSharingQueryVariables = Exact<{
  from: string;
  until: string;
}>;


export type DashboardSharingQuery = { sharingStatistics: { total: { grantsInForce: number, shares: { fields: number, unconditional: number, conditional: number, granted: number, unconditionalShare: number | null, sharedShare: number | null }, applications: { answered: number, inTimeShare: number | null, medianWorkingDays: number | null, open: number, overdue: number } }, departments: Array<{ department: { name: string }, figures: { shares: { fields: number, unconditionalShare: number | null, sharedShare: number | null }, applications: { answered: number, inTimeShare: number | null, medianWorkingDays: number | null, open: number, overdue: number } } }>, overTime: Array<{ at: string, shares: { unconditionalShare: number | null, sharedShare: number | null } }> } | null };

export type DashboardRegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardRegionsQuery = { regions: { edges: Array<{ node: { code: string, name: string | null } }> } | null };

export type DeskRegistrationAcceptMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskRegistrationAcceptMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskRegistrationReturnMutationVariables = Exact<{
  number: string | number;
  defects: Array<CaseDefectInput> | CaseDefectInput;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskRegistrationReturnMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskRegistrationDeclineMutationVariables = Exact<{
  number: string | number;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskRegistrationDeclineMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskRegistrationReviewMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskRegistrationReviewMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskRegistrationSuspendMutationVariables = Exact<{
  number: string | number;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskRegistrationSuspendMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskRegistrationResumeMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskRegistrationResumeMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskRegistrationExtendMutationVariables = Exact<{
  number: string | number;
  days: number;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskRegistrationExtendMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskRegistrationDecideMutationVariables = Exact<{
  number: string | number;
  decision: CaseDecision;
  reason?: string | null | undefined;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskRegistrationDecideMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskRegistrationDeliverMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskRegistrationDeliverMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskRegistrationInboxQueryVariables = Exact<{
  filter?: RegistrationInboxFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DeskRegistrationInboxQuery = { inbox: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { number: string, state: CaseState, receivedOn: string, actBy: string | null, isOverdue: boolean, name: string, region: { code: string, fullName: string | null } | null } }> } | null };

export type DeskRegistrationCaseQueryVariables = Exact<{
  number: string | number;
}>;


export type DeskRegistrationCaseQuery = { registrationCase: { number: string, state: CaseState, version: number, decision: CaseDecision | null, receivedOn: string, dueOn: string | null, actBy: string | null, isOverdue: boolean, decidedOn: string | null, name: string, person: string, capitalCny: string, businessScope: string, address: string, type: { code: string | null, name: string }, industry: { code: string, name: string } | null, defects: Array<{ about: string | null, problem: string }> | null, enterprise: { uscc: string, name: string } | null, times: { officialHours: number, applicantHours: number, suspendedHours: number }, timeline: Array<{ on: string, at: string, step: RegistrationStep, side: CaseSide, note: string | null }>, region: { code: string, fullName: string | null } | null } | null };

export type DeskLandAcceptMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskLandAcceptMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskLandReturnMutationVariables = Exact<{
  number: string | number;
  defects: Array<CaseDefectInput> | CaseDefectInput;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskLandReturnMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskLandDeclineMutationVariables = Exact<{
  number: string | number;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskLandDeclineMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskLandReviewMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskLandReviewMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskLandSuspendMutationVariables = Exact<{
  number: string | number;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskLandSuspendMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskLandResumeMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskLandResumeMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskLandExtendMutationVariables = Exact<{
  number: string | number;
  days: number;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskLandExtendMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskLandDecideMutationVariables = Exact<{
  number: string | number;
  decision: CaseDecision;
  reason?: string | null | undefined;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskLandDecideMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskLandDeliverMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskLandDeliverMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskLandInboxQueryVariables = Exact<{
  filter?: LandCaseInboxFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DeskLandInboxQuery = { inbox: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { number: string, state: CaseState, receivedOn: string, actBy: string | null, isOverdue: boolean, kind: LandCaseKind, applicant: { uscc: string, name: string } | null, region: { code: string, fullName: string | null } | null } }> } | null };

export type DeskLandCaseQueryVariables = Exact<{
  number: string | number;
}>;


export type DeskLandCaseQuery = { landCase: { number: string, state: CaseState, version: number, decision: CaseDecision | null, receivedOn: string, dueOn: string | null, statutoryDueOn: string | null, actBy: string | null, isOverdue: boolean, decidedOn: string | null, extensionDays: number | null, kind: LandCaseKind, registration: { holderName: string, holderBefore: string | null, priceCny: string | null, deedTax: string | null, unit: { code: string } | null } | null, planning: { projectName: string, location: string, areaM2: string, permit: string | null, landUse: { code: string, name: string } | null, parcel: { code: string } | null } | null, certificate: { identifier: string } | null, times: { officialHours: number, applicantHours: number, suspendedHours: number } | null, timeline: Array<{ on: string, at: string, step: LandCaseStep, side: CaseSide, note: string | null, defects: Array<{ about: string | null, problem: string }> | null }>, applicant: { uscc: string, name: string } | null, region: { code: string, fullName: string | null } | null } | null };

export type DeskPermitsAcceptMutationVariables = Exact<{
  number: string | number;
  followUp?: CaseFollowUpInput | null | undefined;
  commitment?: CaseCommitmentInput | null | undefined;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskPermitsAcceptMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskPermitsReturnMutationVariables = Exact<{
  number: string | number;
  defects: Array<CaseDefectInput> | CaseDefectInput;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskPermitsReturnMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskPermitsDeclineMutationVariables = Exact<{
  number: string | number;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskPermitsDeclineMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskPermitsReviewMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskPermitsReviewMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskPermitsSuspendMutationVariables = Exact<{
  number: string | number;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskPermitsSuspendMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskPermitsResumeMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskPermitsResumeMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskPermitsExtendMutationVariables = Exact<{
  number: string | number;
  days: number;
  reason: string;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskPermitsExtendMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskPermitsDecideMutationVariables = Exact<{
  number: string | number;
  decision: CaseDecision;
  reason?: string | null | undefined;
  permit?: GrantedPermitInput | null | undefined;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskPermitsDecideMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskPermitsDeliverMutationVariables = Exact<{
  number: string | number;
  expectedVersion: number;
  idempotencyKey: string | number;
}>;


export type DeskPermitsDeliverMutation = { step: { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeskPermitsInboxQueryVariables = Exact<{
  filter?: CaseInboxFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DeskPermitsInboxQuery = { inbox: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { number: string, state: CaseState, receivedOn: string, actBy: string | null, isOverdue: boolean, serviceItem: { code: string, name: string } | null, applicant: { uscc: string, name: string } | null, region: { code: string, fullName: string | null } | null } }> } | null };

export type DeskPermitsCaseQueryVariables = Exact<{
  number: string | number;
}>;


export type DeskPermitsCaseQuery = { case: { number: string, state: CaseState, version: number, decision: CaseDecision | null, receivedOn: string, dueOn: string | null, statutoryDueOn: string | null, actBy: string | null, isOverdue: boolean, decidedOn: string | null, extensionDays: number | null, form: unknown, formSchema: unknown, prefill: Array<{ field: string, state: PrefillState, department: string, coordinate: string, readAt: string, verdict: PrefillVerdict | null }> | null, materials: Array<{ id: string, material: string, name: string, bytes: number, mediaType: string, at: string, path: string }> | null, followUp: { materials: Array<string>, by: string } | null, times: { officialHours: number, applicantHours: number, suspendedHours: number } | null, timeline: Array<{ on: string, at: string | null, step: CaseStep, side: CaseSide | null, note: string | null, defects: Array<{ about: string | null, problem: string }> | null }>, serviceItem: { code: string, name: string, guide: { materials: Array<{ name: string, need: MaterialNeed | null }> | null } | null } | null, applicant: { uscc: string, name: string } | null, region: { code: string, fullName: string | null } | null, permit: { number: string, name: string } | null } | null };

export type DeskRegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type DeskRegionsQuery = { regions: { edges: Array<{ node: { code: string, name: string | null } }> } | null };

export type DeskNewsSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DeskNewsSubscription = { inbox: { id: string, case: { number: string } | null } | null };

export type DevelopersVersionQueryVariables = Exact<{ [key: string]: never; }>;


export type DevelopersVersionQuery = { dataResources: { edges: Array<{ node: { version: number } }> } | null, departments: Array<{ name: string }> | null };

export type DevelopersCatalogueQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DevelopersCatalogueQuery = { dataResources: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { coordinate: string, summary: string | null, sharing: SharingClass, basis: string | null, cycle: UpdateCycle | null, department: { name: string } | null, fields: Array<{ coordinate: string, type: string, summary: string | null, sharing: SharingClass, basis: string | null, cycle: UpdateCycle | null }> } }> } | null };

export type DevelopersChangesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DevelopersChangesQuery = { supergraphVersions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { version: number, createdAt: string, reason: SupergraphReason, note: string | null, changes: Array<{ kind: string, severity: ChangeSeverity, coordinate: string | null, message: string }> } }> } | null };

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
export const BehindPartsFragmentDoc = new TypedDocumentString(`
    fragment BehindParts on ItemIndex {
  parts {
    name
    entries(counts: false, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          region {
            code
            fullName
          }
          serviceItem {
            code
            name
          }
          catalogueItem {
            basicCode
            name
          }
        }
      }
    }
  }
}
    `, {"fragmentName":"BehindParts"}) as unknown as TypedDocumentString<BehindPartsFragment, unknown>;
export const DashboardBehindIndexDocument = new TypedDocumentString(`
    query DashboardBehindIndex($region: RegionCode!, $month: String!, $after: String, $channels: Boolean!, $coverage: Boolean!, $guides: Boolean!, $maturity: Boolean!) {
  serviceIndices(region: $region, month: $month) {
    region {
      code
      name
    }
    channels @include(if: $channels) {
      ...BehindParts
    }
    coverage @include(if: $coverage) {
      ...BehindParts
    }
    guides @include(if: $guides) {
      ...BehindParts
    }
    maturity @include(if: $maturity) {
      ...BehindParts
    }
  }
}
    fragment BehindParts on ItemIndex {
  parts {
    name
    entries(counts: false, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          region {
            code
            fullName
          }
          serviceItem {
            code
            name
          }
          catalogueItem {
            basicCode
            name
          }
        }
      }
    }
  }
}`, {"hash":"sha256:c4aad9f80a82cc263d2175199d21ebe47dbd3e08b34831f5e8226349c21c98ae"}) as unknown as TypedDocumentString<DashboardBehindIndexQuery, DashboardBehindIndexQueryVariables>;
export const DashboardIndicesDocument = new TypedDocumentString(`
    query DashboardIndices($region: RegionCode!, $month: String!, $by: ComparedLevel!) {
  serviceIndices(region: $region, month: $month) {
    region {
      code
      name
    }
    channels {
      value
      parts {
        name
        value
        numerator
        denominator
      }
    }
    coverage {
      value
      parts {
        name
        value
        numerator
        denominator
      }
    }
    guides {
      value
      parts {
        name
        value
        numerator
        denominator
      }
    }
    maturity {
      value
      parts {
        name
        value
        numerator
        denominator
      }
    }
    effect {
      value
      parts {
        name
        value
        numerator
        denominator
      }
    }
    children(by: $by) {
      isOwnOnly
      region {
        code
        name
      }
      channels {
        value
      }
      coverage {
        value
      }
      guides {
        value
      }
      maturity {
        value
      }
      effect {
        value
      }
    }
  }
}
    `, {"hash":"sha256:30e73e5a48e7fc4e657b570c9214cf627f5575c91e8cac95c6474081643ce53b"}) as unknown as TypedDocumentString<DashboardIndicesQuery, DashboardIndicesQueryVariables>;
export const DashboardMattersDocument = new TypedDocumentString(`
    query DashboardMatters($from: Date!, $until: Date!) {
  matterTimeStatistics(from: $from, until: $until) {
    month
    region {
      code
      name
    }
    matter {
      code
      name
      nameEn
      promisedDays
    }
    completed
    undone
    overdue
    workingDays
    officialHours
    applicantHours
    machineHours
  }
}
    `, {"hash":"sha256:6234629756fa4139b68d27f0acd90d891829a4f209ae2203bbcd2941f20ae1b5"}) as unknown as TypedDocumentString<DashboardMattersQuery, DashboardMattersQueryVariables>;
export const DashboardSharingDocument = new TypedDocumentString(`
    query DashboardSharing($from: Date!, $until: Date!) {
  sharingStatistics(from: $from, until: $until) {
    total {
      shares {
        fields
        unconditional
        conditional
        granted
        unconditionalShare
        sharedShare
      }
      grantsInForce
      applications {
        answered
        inTimeShare
        medianWorkingDays
        open
        overdue
      }
    }
    departments {
      department {
        name
      }
      figures {
        shares {
          fields
          unconditionalShare
          sharedShare
        }
        applications {
          answered
          inTimeShare
          medianWorkingDays
          open
          overdue
        }
      }
    }
    overTime(every: MONTH) {
      at
      shares {
        unconditionalShare
        sharedShare
      }
    }
  }
}
    `, {"hash":"sha256:ffe6041216a992fcea2f35e0bef46f7a7ffd6d34a015a0f9660c54127ea7a82d"}) as unknown as TypedDocumentString<DashboardSharingQuery, DashboardSharingQueryVariables>;
export const DashboardRegionsDocument = new TypedDocumentString(`
    query DashboardRegions {
  regions(filter: {parent: "32"}, first: 20) {
    edges {
      node {
        code
        name
      }
    }
  }
}
    `, {"hash":"sha256:ad3ba94935e765335b6c9ad12dfaf88d93c58fb5e9f8b2e5854a10852cdcfc7a"}) as unknown as TypedDocumentString<DashboardRegionsQuery, DashboardRegionsQueryVariables>;
export const DeskRegistrationAcceptDocument = new TypedDocumentString(`
    mutation DeskRegistrationAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: acceptRegistration(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:0bc43f6f1ec5ccd2a4561cecba364f4e6c6a51aa394fa56658c63bda0227a148"}) as unknown as TypedDocumentString<DeskRegistrationAcceptMutation, DeskRegistrationAcceptMutationVariables>;
export const DeskRegistrationReturnDocument = new TypedDocumentString(`
    mutation DeskRegistrationReturn($number: ID!, $defects: [CaseDefectInput!]!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: returnRegistration(
    number: $number
    defects: $defects
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ef954ab7b103142e0ee9e40ae38ae662f5a06fd9af714a216a72788da2a05a74"}) as unknown as TypedDocumentString<DeskRegistrationReturnMutation, DeskRegistrationReturnMutationVariables>;
export const DeskRegistrationDeclineDocument = new TypedDocumentString(`
    mutation DeskRegistrationDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: declineRegistration(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:594a966ebb054dc9fa9805c71cb55d189d5e09cc75fea340128f4c540b912565"}) as unknown as TypedDocumentString<DeskRegistrationDeclineMutation, DeskRegistrationDeclineMutationVariables>;
export const DeskRegistrationReviewDocument = new TypedDocumentString(`
    mutation DeskRegistrationReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: startRegistrationReview(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:2c160b58198e9f0b9c6a9d1d76b4a4e5efe4a9c1e9cad8582ad5a5b94bd27b70"}) as unknown as TypedDocumentString<DeskRegistrationReviewMutation, DeskRegistrationReviewMutationVariables>;
export const DeskRegistrationSuspendDocument = new TypedDocumentString(`
    mutation DeskRegistrationSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: suspendRegistration(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:ab1c18c91c58ce4b24124df172906299113a196eab6fe81a6184371450e6e2fc"}) as unknown as TypedDocumentString<DeskRegistrationSuspendMutation, DeskRegistrationSuspendMutationVariables>;
export const DeskRegistrationResumeDocument = new TypedDocumentString(`
    mutation DeskRegistrationResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: resumeRegistration(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:4b87d19ae4e2363a443435641309ac3176453b157f56c68fd5b7b92415786bf6"}) as unknown as TypedDocumentString<DeskRegistrationResumeMutation, DeskRegistrationResumeMutationVariables>;
export const DeskRegistrationExtendDocument = new TypedDocumentString(`
    mutation DeskRegistrationExtend($number: ID!, $days: Int!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: extendRegistration(
    number: $number
    days: $days
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:4d8b7c464a3a7381ffd3a9558a2252fa9a41300847f1a0ed09d7caaa99fb5631"}) as unknown as TypedDocumentString<DeskRegistrationExtendMutation, DeskRegistrationExtendMutationVariables>;
export const DeskRegistrationDecideDocument = new TypedDocumentString(`
    mutation DeskRegistrationDecide($number: ID!, $decision: CaseDecision!, $reason: String, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: decideRegistration(
    number: $number
    decision: $decision
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:4a9f5b0f74ab50222ea343bedb4317c95753fe5e6f76c59d778121053bb580dc"}) as unknown as TypedDocumentString<DeskRegistrationDecideMutation, DeskRegistrationDecideMutationVariables>;
export const DeskRegistrationDeliverDocument = new TypedDocumentString(`
    mutation DeskRegistrationDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: deliverRegistration(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:9e5adad233e41890037cf2aa894b122c090f583dd0e68e8938d660974a73c188"}) as unknown as TypedDocumentString<DeskRegistrationDeliverMutation, DeskRegistrationDeliverMutationVariables>;
export const DeskRegistrationInboxDocument = new TypedDocumentString(`
    query DeskRegistrationInbox($filter: RegistrationInboxFilter, $first: Int!, $after: String) {
  inbox: registrationInbox(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        number
        state
        receivedOn
        actBy
        isOverdue
        name
        region {
          code
          fullName
        }
      }
    }
  }
}
    `, {"hash":"sha256:aa47f8e1f8b5f0f3637778d119610f2ad2a4fcf73b96e57cefa50e80f58f06bd"}) as unknown as TypedDocumentString<DeskRegistrationInboxQuery, DeskRegistrationInboxQueryVariables>;
export const DeskRegistrationCaseDocument = new TypedDocumentString(`
    query DeskRegistrationCase($number: ID!) {
  registrationCase(number: $number) {
    number
    state
    version
    decision
    receivedOn
    dueOn
    actBy
    isOverdue
    decidedOn
    name
    person
    type {
      code
      name
    }
    industry {
      code
      name
    }
    capitalCny
    businessScope
    address
    defects {
      about
      problem
    }
    enterprise {
      uscc
      name
    }
    times {
      officialHours
      applicantHours
      suspendedHours
    }
    timeline {
      on
      at
      step
      side
      note
    }
    region {
      code
      fullName
    }
  }
}
    `, {"hash":"sha256:1d2316c312c88f979369d5328cf6bd931f2bd44b855a06cb59a5463f660c42e3"}) as unknown as TypedDocumentString<DeskRegistrationCaseQuery, DeskRegistrationCaseQueryVariables>;
export const DeskLandAcceptDocument = new TypedDocumentString(`
    mutation DeskLandAccept($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: acceptLandCase(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f048c649e092092be799b30dc9830161a00ec8d6637238a77abf35c6c5f3b8db"}) as unknown as TypedDocumentString<DeskLandAcceptMutation, DeskLandAcceptMutationVariables>;
export const DeskLandReturnDocument = new TypedDocumentString(`
    mutation DeskLandReturn($number: ID!, $defects: [CaseDefectInput!]!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: returnLandCase(
    number: $number
    defects: $defects
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:16f275752410257dc90e6faae56005964035af8199a7b38a528add7df50dbd44"}) as unknown as TypedDocumentString<DeskLandReturnMutation, DeskLandReturnMutationVariables>;
export const DeskLandDeclineDocument = new TypedDocumentString(`
    mutation DeskLandDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: declineLandCase(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:d41633138aa16fec4c741e06c1bf32bb39ed39e780572981360592c69e9b3a43"}) as unknown as TypedDocumentString<DeskLandDeclineMutation, DeskLandDeclineMutationVariables>;
export const DeskLandReviewDocument = new TypedDocumentString(`
    mutation DeskLandReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: startLandCaseReview(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:a39731615246904ec0de571fa47217a6a6efed1e5e3205dbc81420d941cd224b"}) as unknown as TypedDocumentString<DeskLandReviewMutation, DeskLandReviewMutationVariables>;
export const DeskLandSuspendDocument = new TypedDocumentString(`
    mutation DeskLandSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: suspendLandCase(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:2842f856baaaad8b727c9f18afc3cf1ba68a98791d2f4cb33c872214802efdd4"}) as unknown as TypedDocumentString<DeskLandSuspendMutation, DeskLandSuspendMutationVariables>;
export const DeskLandResumeDocument = new TypedDocumentString(`
    mutation DeskLandResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: resumeLandCase(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:131bb8255d3dc4612d216af7d888e03e44d751fd23a6952761d089aba2f04f02"}) as unknown as TypedDocumentString<DeskLandResumeMutation, DeskLandResumeMutationVariables>;
export const DeskLandExtendDocument = new TypedDocumentString(`
    mutation DeskLandExtend($number: ID!, $days: Int!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: extendLandCase(
    number: $number
    days: $days
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:29317bd2bb151f1a986ebf283e98892280b6555a0ef4c95103f9159959a95f42"}) as unknown as TypedDocumentString<DeskLandExtendMutation, DeskLandExtendMutationVariables>;
export const DeskLandDecideDocument = new TypedDocumentString(`
    mutation DeskLandDecide($number: ID!, $decision: CaseDecision!, $reason: String, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: decideLandCase(
    number: $number
    decision: $decision
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:2b1e57719c5b3de5448e001d321c6a62ae99521be12eab159af37b42e514753b"}) as unknown as TypedDocumentString<DeskLandDecideMutation, DeskLandDecideMutationVariables>;
export const DeskLandDeliverDocument = new TypedDocumentString(`
    mutation DeskLandDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: deliverLandCase(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:2bce3289081fae840086e745dc489251ee97d1977fe5e84211e00c0a7752ed58"}) as unknown as TypedDocumentString<DeskLandDeliverMutation, DeskLandDeliverMutationVariables>;
export const DeskLandInboxDocument = new TypedDocumentString(`
    query DeskLandInbox($filter: LandCaseInboxFilter, $first: Int!, $after: String) {
  inbox: landCaseInbox(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        number
        state
        receivedOn
        actBy
        isOverdue
        kind
        applicant {
          uscc
          name
        }
        region {
          code
          fullName
        }
      }
    }
  }
}
    `, {"hash":"sha256:e5e2b1b1caf984d1155ce803dbc7b8f84f9da7a1cf26602c44241ee08e9422fd"}) as unknown as TypedDocumentString<DeskLandInboxQuery, DeskLandInboxQueryVariables>;
export const DeskLandCaseDocument = new TypedDocumentString(`
    query DeskLandCase($number: ID!) {
  landCase(number: $number) {
    number
    state
    version
    decision
    receivedOn
    dueOn
    statutoryDueOn
    actBy
    isOverdue
    decidedOn
    extensionDays
    kind
    registration {
      unit {
        code
      }
      holderName
      holderBefore
      priceCny
      deedTax
    }
    planning {
      projectName
      location
      areaM2
      landUse {
        code
        name
      }
      parcel {
        code
      }
      permit
    }
    certificate {
      identifier
    }
    times {
      officialHours
      applicantHours
      suspendedHours
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
    applicant {
      uscc
      name
    }
    region {
      code
      fullName
    }
  }
}
    `, {"hash":"sha256:181d2007830df4f47f2f2b32ba49b1f813b6008dc8768835705f23ac22280da5"}) as unknown as TypedDocumentString<DeskLandCaseQuery, DeskLandCaseQueryVariables>;
export const DeskPermitsAcceptDocument = new TypedDocumentString(`
    mutation DeskPermitsAccept($number: ID!, $followUp: CaseFollowUpInput, $commitment: CaseCommitmentInput, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: acceptCase(
    number: $number
    followUp: $followUp
    commitment: $commitment
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:a4af761d3d25a8ea191a855878be6ecf73cc49871c881f54fc961b7d9daf57ef"}) as unknown as TypedDocumentString<DeskPermitsAcceptMutation, DeskPermitsAcceptMutationVariables>;
export const DeskPermitsReturnDocument = new TypedDocumentString(`
    mutation DeskPermitsReturn($number: ID!, $defects: [CaseDefectInput!]!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: returnCase(
    number: $number
    defects: $defects
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:c2926ad3fb8434ee2432671acc9765ead49a1f247649c2cd8bd4e5327e5fc667"}) as unknown as TypedDocumentString<DeskPermitsReturnMutation, DeskPermitsReturnMutationVariables>;
export const DeskPermitsDeclineDocument = new TypedDocumentString(`
    mutation DeskPermitsDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: declineCase(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f8b95892fbd70295705b2af2254a403452a9f0abf5424d059125288b83e47557"}) as unknown as TypedDocumentString<DeskPermitsDeclineMutation, DeskPermitsDeclineMutationVariables>;
export const DeskPermitsReviewDocument = new TypedDocumentString(`
    mutation DeskPermitsReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: startCaseReview(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:d0c13d0465b66ab6c7b15c17ae64f219b00664357b48e64bd6fda054385a6f9b"}) as unknown as TypedDocumentString<DeskPermitsReviewMutation, DeskPermitsReviewMutationVariables>;
export const DeskPermitsSuspendDocument = new TypedDocumentString(`
    mutation DeskPermitsSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: suspendCase(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:58d598de6932bcc714c241e07ea81d0e7dd2c2b4f5d5bf8f3b0bfc2531623b12"}) as unknown as TypedDocumentString<DeskPermitsSuspendMutation, DeskPermitsSuspendMutationVariables>;
export const DeskPermitsResumeDocument = new TypedDocumentString(`
    mutation DeskPermitsResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: resumeCase(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:1de7284523c08c2357cb554d83f9284a12b37fb2b403f9580e9d00b075ee7383"}) as unknown as TypedDocumentString<DeskPermitsResumeMutation, DeskPermitsResumeMutationVariables>;
export const DeskPermitsExtendDocument = new TypedDocumentString(`
    mutation DeskPermitsExtend($number: ID!, $days: Int!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: extendCase(
    number: $number
    days: $days
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:af74f82f3110b446c019af8728bb76752e3aa089ea34a980e705f554d4af471f"}) as unknown as TypedDocumentString<DeskPermitsExtendMutation, DeskPermitsExtendMutationVariables>;
export const DeskPermitsDecideDocument = new TypedDocumentString(`
    mutation DeskPermitsDecide($number: ID!, $decision: CaseDecision!, $reason: String, $permit: GrantedPermitInput, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: decideCase(
    number: $number
    decision: $decision
    reason: $reason
    permit: $permit
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:f695612ae8f098854084223960c8c7f02d181d9d156de86c5da56bddcd9d0606"}) as unknown as TypedDocumentString<DeskPermitsDecideMutation, DeskPermitsDecideMutationVariables>;
export const DeskPermitsDeliverDocument = new TypedDocumentString(`
    mutation DeskPermitsDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: deliverCase(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    case {
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `, {"hash":"sha256:449762d9eb0fbf364fd7616d3d4cab916bdbd0b0e68f45e272ae62c19996da13"}) as unknown as TypedDocumentString<DeskPermitsDeliverMutation, DeskPermitsDeliverMutationVariables>;
export const DeskPermitsInboxDocument = new TypedDocumentString(`
    query DeskPermitsInbox($filter: CaseInboxFilter, $first: Int!, $after: String) {
  inbox: caseInbox(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        number
        state
        receivedOn
        actBy
        isOverdue
        serviceItem {
          code
          name
        }
        applicant {
          uscc
          name
        }
        region {
          code
          fullName
        }
      }
    }
  }
}
    `, {"hash":"sha256:d7e18e3409820e1a4a68c9a2d1cbd59b9625204654799298fa0657542c953ee5"}) as unknown as TypedDocumentString<DeskPermitsInboxQuery, DeskPermitsInboxQueryVariables>;
export const DeskPermitsCaseDocument = new TypedDocumentString(`
    query DeskPermitsCase($number: ID!) {
  case(number: $number) {
    number
    state
    version
    decision
    receivedOn
    dueOn
    statutoryDueOn
    actBy
    isOverdue
    decidedOn
    extensionDays
    form
    formSchema
    prefill {
      field
      state
      department
      coordinate
      readAt
      verdict
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
    times {
      officialHours
      applicantHours
      suspendedHours
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
    serviceItem {
      code
      name
      guide {
        materials {
          name
          need
        }
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
    permit {
      number
      name
    }
  }
}
    `, {"hash":"sha256:a5a2c45a1107ae7a56089f7c067858d6f9381e30f65dbf58df02208947e0f79f"}) as unknown as TypedDocumentString<DeskPermitsCaseQuery, DeskPermitsCaseQueryVariables>;
export const DeskRegionsDocument = new TypedDocumentString(`
    query DeskRegions {
  regions(filter: {parent: "32"}, first: 20) {
    edges {
      node {
        code
        name
      }
    }
  }
}
    `, {"hash":"sha256:b76935b8e1f76ff87436a4f53bd789bfd43e2a1a0abe83eb5a3e6ebc7e820f10"}) as unknown as TypedDocumentString<DeskRegionsQuery, DeskRegionsQueryVariables>;
export const DeskNewsDocument = new TypedDocumentString(`
    subscription DeskNews {
  inbox {
    id
    case {
      number
    }
  }
}
    `, {"hash":"sha256:f86e8061198001038ff1cca25d1464ebc8baebd3612d655f5370fd462a26c294"}) as unknown as TypedDocumentString<DeskNewsSubscription, DeskNewsSubscriptionVariables>;
export const DevelopersVersionDocument = new TypedDocumentString(`
    query DevelopersVersion {
  dataResources(first: 1) {
    edges {
      node {
        version
      }
    }
  }
  departments {
    name
  }
}
    `, {"hash":"sha256:c68dc48fad102ba628dfebd598233560d654cba6e7072eac80192dcf8c86ae4b"}) as unknown as TypedDocumentString<DevelopersVersionQuery, DevelopersVersionQueryVariables>;
export const DevelopersCatalogueDocument = new TypedDocumentString(`
    query DevelopersCatalogue($after: String) {
  dataResources(first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        coordinate
        summary
        sharing
        basis
        cycle
        department {
          name
        }
        fields {
          coordinate
          type
          summary
          sharing
          basis
          cycle
        }
      }
    }
  }
}
    `, {"hash":"sha256:dbcb169b9d42f291aa8ab7b9a0640a8c8b684dc13f9fa8161a49aefee4e70891"}) as unknown as TypedDocumentString<DevelopersCatalogueQuery, DevelopersCatalogueQueryVariables>;
export const DevelopersChangesDocument = new TypedDocumentString(`
    query DevelopersChanges($after: String) {
  supergraphVersions(first: 20, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        version
        createdAt
        reason
        note
        changes {
          kind
          severity
          coordinate
          message
        }
      }
    }
  }
}
    `, {"hash":"sha256:25494a18d03967bdc5290971b5ee507dd7262a573352b52f4c96d20d2788b9a1"}) as unknown as TypedDocumentString<DevelopersChangesQuery, DevelopersChangesQueryVariables>;
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