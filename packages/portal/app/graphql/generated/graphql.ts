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

/** What came of verifying a certificate. */
export type CertificateVerdict =
  /** 证照已过有效期。 The certificate has expired. */
  | 'EXPIRED'
  /** 暂时无法取得颁发部门的公钥，无法核验。请稍后再试，或选择其公钥。 The keys of the department cannot be had for now, so that nothing can be said about the certificate. Try again later, or choose its keys. */
  | 'KEYS_UNAVAILABLE'
  /** 该文件不是电子证照，或已损坏。 This is no certificate of a department, or it is damaged. */
  | 'MALFORMED'
  /** 证照尚未生效。 The certificate is not valid yet. */
  | 'NOT_YET_VALID'
  /** 证照真实，但持证主体与所核验的主体不一致。 The certificate is genuine, but its holder is not the one that was expected. */
  | 'OTHER_HOLDER'
  /** 证照已被吊销、撤销或注销。 The certificate was revoked or cancelled. */
  | 'REVOKED'
  /** 签名有效，但暂时无法查询证照是否已被吊销或暂停。请稍后再试。 The signature is good, but whether the certificate was revoked cannot be found out for now. Try again later. */
  | 'STATUS_UNAVAILABLE'
  /** 证照已暂停使用。 The certificate is suspended. */
  | 'SUSPENDED'
  /** 版面内容与签名不符：请勿采信所显示的内容。 The page is not the one that was signed: do not rely on what it shows. */
  | 'TEXT_ALTERED'
  /** 文件过大，不是电子证照。 The file is larger than any certificate. */
  | 'TOO_LARGE'
  /** 签名密钥不属于所称的颁发部门：证照并非该部门签发，或密钥已作废。 The certificate names a key that its department does not have: it was not issued by the department, or the key was withdrawn. */
  | 'UNKNOWN_KEY'
  /** 证照使用了此处不支持的签名算法。 The certificate is signed by an algorithm that is not accepted here. */
  | 'UNSUPPORTED_ALGORITHM'
  /** 证照真实有效。 The certificate is genuine and valid. */
  | 'VALID'
  /** 签名无效：证照内容被改动，或并非所称部门签发。 The certificate was changed, or was not signed by the department that it names. */
  | 'WRONG_SIGNATURE';

/** How much a change matters to clients. */
export type ChangeSeverity =
  /** An operation that was answered may be refused, or answered in another form. */
  | 'BREAKING'
  /** May surprise a client, such as a new enum value. */
  | 'DANGEROUS'
  | 'SAFE';

/** How a department says that a certificate stands. */
export type CheckedCertificateState =
  /** 未查询: nobody could ask, or it was not necessary. */
  | 'NOT_CHECKED'
  /** 失效 */
  | 'REVOKED'
  /** 暂停 */
  | 'SUSPENDED'
  /** 有效 */
  | 'VALID';

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

/** Where a grant stands. */
export type GrantState =
  /** 有效 */
  | 'ACTIVE'
  /** 已到期, or replaced by a new one. */
  | 'EXPIRED'
  /** 已撤销 by the department. */
  | 'REVOKED';

/** The permit that a decision makes. */
export type GrantedPermitInput = {
  /** Null for the name of the item with 证 behind it. */
  name?: string | null | undefined;
  /** The last day on which it is valid. Null when it has no end. */
  validUntil?: string | null | undefined;
};

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

/** Where a version of a service item stands. */
export type ItemVersionState =
  /** 草稿: officials write it. */
  | 'DRAFT'
  /** 待审核: another official looks at it. */
  | 'IN_REVIEW'
  /** 已发布: it holds. */
  | 'PUBLISHED'
  /** 已被替代: a later one holds. Cases that were filed under it keep it. */
  | 'SUPERSEDED';

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
  /** An answer was changed that a department has used already: `field` is its path, such as form, enterprise, name. */
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
  /** The form takes nothing from other departments, or they cannot be asked. */
  | 'NO_PREFILL'
  /** It has changed since the caller saw it. */
  | 'STALE_VERSION'
  /** The form took no value for this field. */
  | 'UNKNOWN_FIELD'
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
  /** Nobody was asked: a person applies and it is held of enterprises, or an answer is missing by which it is found. */
  | 'NOT_ASKED'
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

/** Level of a region 行政级别, root first. */
export type RegionLevel =
  /** 地级. Of municipalities and counties governed by a province: a placeholder such as 市辖区 (1101). */
  | 'CITY'
  /** 县级 */
  | 'COUNTY'
  /** 省级: province, autonomous region, municipality, special administrative region. */
  | 'PROVINCE'
  /** 乡级: town, township, street. */
  | 'TOWN'
  /** 村级: village, residents' community. */
  | 'VILLAGE';

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

/** Conditions on a service item; all that are given must hold. */
export type ServiceItemFilter = {
  /** The item of the basic catalogue that it carries out, as CatalogueItem.basicCode. */
  basicCode?: string | null | undefined;
  /** Code of the department that runs it, as ServiceDepartment.code. */
  department?: string | null | undefined;
  /**
   * The pinyin initials 拼音首字母 with which the name begins, 2 to 20 letters or digits: `spjy` finds 食品经营许可. Case does not matter.
   * Blanks and punctuation of names are left out, and a character that can be read in several ways counts as it is read in the name.
   */
  initials?: string | null | undefined;
  /** Part of the name, one character or more; width, case and kind of brackets do not matter. */
  name?: string | null | undefined;
  /** True: items that need no visit to a counter 不见面. False: items that need at least one. Items whose visits are not known match neither. */
  noVisit?: boolean | null | undefined;
  /** Offered by this region or any region beneath it. */
  region?: string | null | undefined;
  /**
   * Words with blanks between, 1 to 10: each must be in the name, the item of which it is a part, the department, the legal basis, or the
   * conditions, materials or steps of the guide that is published. Words of one character are found too; width and case do not matter.
   */
  text?: string | null | undefined;
  types?: Array<ServiceItemType> | null | undefined;
};

/** Kind of a service item 事项类型 (GB/T 39554). */
export type ServiceItemType =
  /** 行政强制, 03 */
  | 'COERCION'
  /** 行政确认, 07 */
  | 'CONFIRMATION'
  /** 行政检查, 06 */
  | 'INSPECTION'
  /** 行政征收, 04 */
  | 'LEVY'
  /** 行政许可, 01 */
  | 'LICENCE'
  /** 其他行政权力, 10 */
  | 'OTHER'
  /** 行政给付, 05 */
  | 'PAYMENT'
  /** 行政处罚, 02 */
  | 'PENALTY'
  /** 公共服务, 20 */
  | 'PUBLIC_SERVICE'
  /** 行政奖励, 08 */
  | 'REWARD'
  /** 行政裁决, 09 */
  | 'RULING';

/** Level of government 行使层级. */
export type ServiceLevel =
  /** 市级 */
  | 'CITY'
  /** 县级 */
  | 'COUNTY'
  /** 国家级 */
  | 'NATION'
  /** 省级 */
  | 'PROVINCE'
  /** 乡级 */
  | 'TOWN'
  /** 村级 */
  | 'VILLAGE';

/** What a sharing application says. */
export type SharingApplicationInput = {
  /** Legal basis 依据, 1 to 500 characters. */
  basis: string;
  /** Who decides; needed only when several departments have all of the fields. */
  department?: string | number | null | undefined;
  /** Coordinates of fields that are shared on condition, all of one department: 1 to 200. */
  fields: Array<string>;
  /** What the data is needed for 用途, 1 to 2000 characters. */
  purpose: string;
  /** Regions, with all beneath them, of which rows shall be read: 1 to 200; all rows when left out. */
  regions?: Array<string> | null | undefined;
  /** Until when it shall be read. */
  until: string;
};

/** Where a sharing application stands. */
export type SharingApplicationState =
  /** 同意: there is a grant. */
  | 'APPROVED'
  /** 退回修改: the client may change and submit it again. */
  | 'CHANGES_REQUESTED'
  /** 草稿: only its client sees it. */
  | 'DRAFT'
  /** 不同意 */
  | 'REFUSED'
  /** 已提交: the department must answer. */
  | 'SUBMITTED'
  /** 已撤回 by its client. */
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

/** An enum describing what kind of type a given `__Type` is. */
export type __TypeKind =
  /** Indicates this type is a scalar. */
  | 'SCALAR'
  /** Indicates this type is an object. `fields` and `interfaces` are valid fields. */
  | 'OBJECT'
  /** Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields. */
  | 'INTERFACE'
  /** Indicates this type is a union. `possibleTypes` is a valid field. */
  | 'UNION'
  /** Indicates this type is an enum. `enumValues` is a valid field. */
  | 'ENUM'
  /** Indicates this type is an input object. `inputFields` is a valid field. */
  | 'INPUT_OBJECT'
  /** Indicates this type is a list. `ofType` is a valid field. */
  | 'LIST'
  /** Indicates this type is a non-null. `ofType` is a valid field. */
  | 'NON_NULL';

/** A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies. */
export type __DirectiveLocation =
  /** Location adjacent to a query operation. */
  | 'QUERY'
  /** Location adjacent to a mutation operation. */
  | 'MUTATION'
  /** Location adjacent to a subscription operation. */
  | 'SUBSCRIPTION'
  /** Location adjacent to a field. */
  | 'FIELD'
  /** Location adjacent to a fragment definition. */
  | 'FRAGMENT_DEFINITION'
  /** Location adjacent to a fragment spread. */
  | 'FRAGMENT_SPREAD'
  /** Location adjacent to an inline fragment. */
  | 'INLINE_FRAGMENT'
  /** Location adjacent to a variable definition. */
  | 'VARIABLE_DEFINITION'
  /** Location adjacent to a schema definition. */
  | 'SCHEMA'
  /** Location adjacent to a scalar definition. */
  | 'SCALAR'
  /** Location adjacent to an object type definition. */
  | 'OBJECT'
  /** Location adjacent to a field definition. */
  | 'FIELD_DEFINITION'
  /** Location adjacent to an argument definition. */
  | 'ARGUMENT_DEFINITION'
  /** Location adjacent to an interface definition. */
  | 'INTERFACE'
  /** Location adjacent to a union definition. */
  | 'UNION'
  /** Location adjacent to an enum definition. */
  | 'ENUM'
  /** Location adjacent to an enum value definition. */
  | 'ENUM_VALUE'
  /** Location adjacent to an input object type definition. */
  | 'INPUT_OBJECT'
  /** Location adjacent to an input object field definition. */
  | 'INPUT_FIELD_DEFINITION'
  /** Location adjacent to a directive definition. */
  | 'DIRECTIVE_DEFINITION';

export type CatalogueVersionQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueVersionQuery = { dataResources: { edges: Array<{ node: { version: number } }> } | null, departments: Array<{ name: string }> | null };

export type CatalogueQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CatalogueQuery = { dataResources: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { coordinate: string, summary: string | null, sharing: SharingClass, basis: string | null, cycle: UpdateCycle | null, department: { name: string } | null, fields: Array<{ coordinate: string, type: string, summary: string | null, sharing: SharingClass, basis: string | null, cycle: UpdateCycle | null }> } }> } | null };

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

export type CaseCommandFragment = { case: { number: string, version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> };

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

export type ApplicationFormQueryVariables = Exact<{
  number: string | number;
}>;


export type ApplicationFormQuery = { matterCase: { number: string, state: MatterCaseState, version: number, form: unknown, formSchema: unknown, prefill: Array<{ field: string, state: PrefillState, value: unknown, department: string, coordinate: string, sharing: SharingClass, readAt: string, verdict: PrefillVerdict | null, correction: string | null }>, matter: { code: string, name: string, nameEn: string } | null, applicant: { uscc: string, name: string } | null, region: { code: string, fullName: string | null } | null, steps: Array<{ name: string, title: string, titleEn: string, department: string, state: MatterCaseStepState, problems: Array<{ code: string | null, message: string, about: string | null, answer: string | null }> }> } | null };

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

export type PrefillMatterMutationVariables = Exact<{
  number: string | number;
  version: number;
  key: string | number;
}>;


export type PrefillMatterMutation = { prefillMatterCase: { matterCase: { number: string, version: number } | null, userErrors: Array<{ code: MatterCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type AnswerMatterPrefillMutationVariables = Exact<{
  number: string | number;
  field: string;
  isRight: boolean;
  problem?: string | null | undefined;
  proposal?: string | null | undefined;
  version: number;
  key: string | number;
}>;


export type AnswerMatterPrefillMutation = { answerMatterPrefill: { matterCase: { number: string, version: number } | null, userErrors: Array<{ code: MatterCaseErrorCode, message: string, field: Array<string> | null }> } | null };

export type MatterCommandFragment = { matterCase: { number: string, version: number } | null, userErrors: Array<{ code: MatterCaseErrorCode, message: string, field: Array<string> | null }> };

export type ApplyMatterQueryVariables = Exact<{
  code: string | number;
}>;


export type ApplyMatterQuery = { matter: { code: string, name: string, nameEn: string, promisedDays: number, basis: string, steps: Array<{ name: string, title: string, titleEn: string, department: string, kind: MatterStepKind, needs: Array<string>, when: string | null, isOptional: boolean }> } | null, region: { code: string, children: { edges: Array<{ node: { code: string, name: string | null } }> } | null } | null, myMandates: { edges: Array<{ node: { id: string, kind: MandateKind, state: MandateState, items: Array<string> | null, enterprise: { uscc: string, name: string, status: EnterpriseStatus } } }> } | null };

export type StartMatterMutationVariables = Exact<{
  input: MatterCaseInput;
  key: string | number;
}>;


export type StartMatterMutation = { startMatterCase: { matterCase: { number: string, version: number } | null, userErrors: Array<{ code: MatterCaseErrorCode, message: string, field: Array<string> | null }> } | null };

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


export type ApplicationQuery = { matterCase: { number: string, state: MatterCaseState, version: number, form: unknown, formSchema: unknown, startedAt: string, submittedAt: string | null, endedAt: string | null, dueOn: string | null, isOverdue: boolean, reason: string | null, matter: { code: string, name: string, nameEn: string, promisedDays: number, steps: Array<{ name: string, needs: Array<string> }> } | null, applicant: { uscc: string, name: string } | null, region: { code: string, fullName: string | null } | null, steps: Array<{ name: string, title: string, titleEn: string, department: string, kind: MatterStepKind, state: MatterCaseStepState, departmentCase: string | null, result: unknown, problems: Array<{ code: string | null, message: string, about: string | null, answer: string | null }> }>, times: { officialHours: number, applicantHours: number, machineHours: number } | null, timeline: Array<{ at: string, step: string | null, from: string | null, to: string, side: MatterSide, problems: Array<{ message: string, about: string | null, answer: string | null }> }> } | null };

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

export type VerifyQueryVariables = Exact<{
  content: string;
  holder?: string | null | undefined;
}>;


export type VerifyQuery = { verifyCertificate: { verdict: CertificateVerdict, message: string, messageZh: string, checkedAt: string, department: string | null, state: CheckedCertificateState, isDocument: boolean, certificate: { identifier: string, title: string, titleEn: string | null, number: string, holderName: string | null, holderUscc: string | null, authority: string, validFrom: string, validUntil: string | null, issuedAt: string, details: Array<{ label: string, labelEn: string | null, value: string }> } | null } | null };

export type GuidePartsFragment = { basis: string | null, conditions: Array<string> | null, statutoryDays: number | null, promisedDays: number | null, visits: number | null, feeCny: string | null, onlineDepth: number | null, levels: Array<ServiceLevel> | null, materials: Array<{ code: string | null, name: string, nameEn: string | null, originals: number, copies: number, fromSharedData: boolean, need: MaterialNeed | null, heldBy: { department: string } | null }> | null, steps: Array<{ code: string, name: string, nameEn: string }> | null };

export type ItemQueryVariables = Exact<{
  code: string | number;
}>;


export type ItemQuery = { serviceItem: { code: string, basicCode: string | null, name: string, mainItem: string | null, type: ServiceItemType, noVisit: boolean | null, source: DataSource, form: unknown, department: { code: string | null, name: string }, region: { code: string, fullName: string | null } | null, catalogueItem: { basis: string | null, levels: Array<ServiceLevel> | null } | null, version: { version: number, publishedAt: string | null, rules: unknown, guide: { basis: string | null, conditions: Array<string> | null, statutoryDays: number | null, promisedDays: number | null, visits: number | null, feeCny: string | null, onlineDepth: number | null, levels: Array<ServiceLevel> | null, materials: Array<{ code: string | null, name: string, nameEn: string | null, originals: number, copies: number, fromSharedData: boolean, need: MaterialNeed | null, heldBy: { department: string } | null }> | null, steps: Array<{ code: string, name: string, nameEn: string }> | null } } | null, guide: { basis: string | null, conditions: Array<string> | null, statutoryDays: number | null, promisedDays: number | null, visits: number | null, feeCny: string | null, onlineDepth: number | null, levels: Array<ServiceLevel> | null, materials: Array<{ code: string | null, name: string, nameEn: string | null, originals: number, copies: number, fromSharedData: boolean, need: MaterialNeed | null, heldBy: { department: string } | null }> | null, steps: Array<{ code: string, name: string, nameEn: string }> | null } | null } | null };

export type ItemMoreQueryVariables = Exact<{
  code: string | number;
  basicCode?: string | null | undefined;
  answers: unknown;
  version: number;
  isCompared: boolean;
  isAnswered: boolean;
  isEarlier: boolean;
}>;


export type ItemMoreQuery = { offers?: { totalCount: number, edges: Array<{ node: { code: string, region: { code: string, name: string | null, fullName: string | null } | null, guide: { promisedDays: number | null, visits: number | null, feeCny: string | null, onlineDepth: number | null } | null } }> } | null, serviceItem?: { code: string, requirements: { rule: string | null, ruleEn: string | null, materials: Array<{ code: string | null, name: string, nameEn: string | null, originals: number, copies: number, heldBy: { department: string } | null }>, steps: Array<{ code: string, name: string, nameEn: string }>, userErrors: Array<{ code: ItemErrorCode, message: string, field: Array<string> | null }> } | null } | null, itemVersion?: { version: number, state: ItemVersionState, publishedAt: string | null, supersededAt: string | null, guide: { basis: string | null, conditions: Array<string> | null, statutoryDays: number | null, promisedDays: number | null, visits: number | null, feeCny: string | null, onlineDepth: number | null, levels: Array<ServiceLevel> | null, materials: Array<{ code: string | null, name: string, nameEn: string | null, originals: number, copies: number, fromSharedData: boolean, need: MaterialNeed | null, heldBy: { department: string } | null }> | null, steps: Array<{ code: string, name: string, nameEn: string }> | null } } | null };

export type ItemsQueryVariables = Exact<{
  filter: ServiceItemFilter;
  region: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ItemsQuery = { region: { code: string, fullName: string | null, path: Array<{ code: string, name: string | null }>, children: { edges: Array<{ node: { code: string, name: string | null } }> } | null } | null, serviceItems: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { code: string, name: string, type: ServiceItemType, noVisit: boolean | null, region: { code: string, fullName: string | null } | null, department: { code: string | null, name: string }, guide: { promisedDays: number | null, feeCny: string | null } | null } }> } | null };

export type MatterQueryVariables = Exact<{
  code: string | number;
  from: string;
  until: string;
}>;


export type MatterQuery = { matter: { code: string, name: string, nameEn: string, version: number, basis: string, promisedDays: number, formSchema: unknown, steps: Array<{ name: string, title: string, titleEn: string, department: string, kind: MatterStepKind, needs: Array<string>, when: string | null, isOptional: boolean }> } | null, matterTimeStatistics: Array<{ completed: number, undone: number, overdue: number, workingDays: number | null, officialHours: number | null, applicantHours: number | null, machineHours: number | null }> | null };

export type MattersQueryVariables = Exact<{ [key: string]: never; }>;


export type MattersQuery = { matters: Array<{ code: string, name: string, nameEn: string, promisedDays: number, steps: Array<{ name: string, title: string, titleEn: string, department: string }> }> | null };

export type RegionQueryVariables = Exact<{
  code: string;
  after?: string | null | undefined;
}>;


export type RegionQuery = { region: { code: string, name: string | null, fullName: string | null, level: RegionLevel, enterpriseCount: number | null, path: Array<{ code: string, name: string | null }>, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { code: string, name: string | null, enterpriseCount: number | null } }> } | null } | null, serviceItems: { totalCount: number } | null };

export type RegionsQueryVariables = Exact<{
  chosen: string;
  province: string;
  name?: string | null | undefined;
  isSearch: boolean;
}>;


export type RegionsQuery = { region: { code: string, fullName: string | null } | null, province?: { code: string, name: string | null, children: { edges: Array<{ node: { code: string, name: string | null, enterpriseCount: number | null } }> } | null } | null, provinces?: { edges: Array<{ node: { code: string, name: string | null, enterpriseCount: number | null } }> } | null, found?: { totalCount: number, edges: Array<{ node: { code: string, fullName: string | null, enterpriseCount: number | null } }> } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  region: string;
  first: number;
  after?: string | null | undefined;
  enterprises: boolean;
  items: boolean;
  matters: boolean;
  data: boolean;
}>;


export type SearchQuery = { region?: { code: string, fullName: string | null } | null, enterprises?: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { uscc: string, name: string, status: EnterpriseStatus, region: { code: string, fullName: string | null } | null } }> } | null, serviceItems?: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { code: string, name: string, type: ServiceItemType, noVisit: boolean | null, department: { name: string }, guide: { promisedDays: number | null } | null } }> } | null, matters?: Array<{ code: string, name: string, nameEn: string, promisedDays: number, steps: Array<{ name: string, title: string, titleEn: string, department: string }> }> | null, dataResources?: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { code: string, name: string, coordinate: string, summary: string | null, sharing: SharingClass, department: { name: string } | null } }> } | null };

export type KnownEnterpriseQueryVariables = Exact<{
  uscc: string;
}>;


export type KnownEnterpriseQuery = { enterprise: { uscc: string } | null };

export type KnownItemQueryVariables = Exact<{
  code: string | number;
}>;


export type KnownItemQuery = { serviceItem: { code: string } | null };

export type SuggestionsQueryVariables = Exact<{
  text: string;
  initials: string;
  hasInitials: boolean;
  region: string;
}>;


export type SuggestionsQuery = { serviceItems: { edges: Array<{ node: { code: string, name: string } }> } | null, enterprises: { edges: Array<{ node: { uscc: string, name: string } }> } | null, itemsByInitials?: { edges: Array<{ node: { code: string, name: string } }> } | null, enterprisesByInitials?: { edges: Array<{ node: { uscc: string, name: string } }> } | null, matters: Array<{ code: string, name: string, nameEn: string }> | null };

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

export type DeskRegistrationStepFragment = { case: { version: number } | null, userErrors: Array<{ code: RegistrationErrorCode, message: string, field: Array<string> | null }> };

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

export type DeskLandStepFragment = { case: { version: number } | null, userErrors: Array<{ code: LandCaseErrorCode, message: string, field: Array<string> | null }> };

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

export type DeskPermitsStepFragment = { case: { version: number } | null, userErrors: Array<{ code: CaseErrorCode, message: string, field: Array<string> | null }> };

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

export type DevelopersChangesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DevelopersChangesQuery = { supergraphVersions: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { version: number, createdAt: string, reason: SupergraphReason, note: string | null, changes: Array<{ kind: string, severity: ChangeSeverity, coordinate: string | null, message: string }> } }> } | null };

export type ReadSchemaQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadSchemaQuery = { __schema: { queryType: { name: string | null, kind: __TypeKind }, mutationType: { name: string | null, kind: __TypeKind } | null, subscriptionType: { name: string | null, kind: __TypeKind } | null, types: Array<{ kind: __TypeKind, name: string | null, description: string | null, fields: Array<{ name: string, description: string | null, isDeprecated: boolean, deprecationReason: string | null, args: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null } }>, type: { kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null } }> | null, inputFields: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null } }> | null, interfaces: Array<{ kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null }> | null, enumValues: Array<{ name: string, description: string | null, isDeprecated: boolean, deprecationReason: string | null }> | null, possibleTypes: Array<{ kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null }> | null }>, directives: Array<{ name: string, description: string | null, locations: Array<__DirectiveLocation>, args: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null } }> }> } };

export type SchemaTypeFragment = { kind: __TypeKind, name: string | null, description: string | null, fields: Array<{ name: string, description: string | null, isDeprecated: boolean, deprecationReason: string | null, args: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null } }>, type: { kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null } }> | null, inputFields: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null } }> | null, interfaces: Array<{ kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null }> | null, enumValues: Array<{ name: string, description: string | null, isDeprecated: boolean, deprecationReason: string | null }> | null, possibleTypes: Array<{ kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null }> | null };

export type SchemaInputFragment = { name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null } };

export type SchemaTypeRefFragment = { kind: __TypeKind, name: string | null, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind, ofType: { name: string | null, kind: __TypeKind } | null } | null } | null } | null } | null } | null } | null } | null } | null };

export type EnterpriseQueryVariables = Exact<{
  uscc: string;
}>;


export type EnterpriseQuery = { enterprise: { uscc: string, name: string, status: EnterpriseStatus, registeredOn: string | null, businessScope: string | null, source: DataSource, type: { name: string } | null, industry: { code: string, name: string } | null, region: { code: string, fullName: string | null } | null, registeredCapital: { amount: string | null, currency: string | null, text: string } | null, formerNames: Array<{ name: string, until: string | null }>, parent: { uscc: string, name: string } | null, changes: { totalCount: number, edges: Array<{ node: { changedOn: string, item: RegistrationItem, before: string | null, after: string | null } }> } | null } & ({ permits: { totalCount: number, edges: Array<{ node: { number: string, name: string, status: PermitStatus, validFrom: string, validUntil: string | null, issuingAuthority: string, certificate: { path: string, state: CertificateState } | null } }> } | null } | { permits?: never }) & ({ taxpayer: { id: string, authority: string, aListYears: Array<number> } | null } | { taxpayer?: never }) & ({ landSupplies: { totalCount: number, edges: Array<{ node: { id: string, projectName: string | null, location: string | null, areaM2: string | null, way: LandSupplyWay | null, wayText: string | null, signedOn: string | null } }> } | null } | { landSupplies?: never }) | null };

export type EnterpriseConditionalQueryVariables = Exact<{
  uscc: string;
}>;


export type EnterpriseConditionalQuery = { myMandates: { edges: Array<{ node: { state: MandateState, enterprise: { uscc: string } } }> } | null, enterprise: { uscc: string, taxpayer: { id: string, creditGrades: Array<{ year: number, grade: CreditLevel }> | null } | null, parcels: { totalCount: number | null, edges: Array<{ node: { code: string, location: string | null, areaM2: string, geometry: { coordinates: Array<Array<Array<number>>> } | null } }> } | null, cases: { totalCount: number, edges: Array<{ node: { number: string, state: CaseState, receivedOn: string, serviceItem: { name: string } | null } }> } | null, accesses: { totalCount: number | null, edges: Array<{ node: { at: string, client: string, department: string | null, basis: string | null, fields: Array<string>, outcome: AccessOutcome } }> } | null } | null };

export type OwnApplicationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OwnApplicationsQuery = { sharingApplications: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { number: string, state: SharingApplicationState, client: string, fields: Array<string>, basis: string, purpose: string, until: string, submittedAt: string | null, dueAt: string | null, overdue: boolean, reason: string | null, department: { name: string }, regions: Array<{ code: string, name: string | null }> | null, neededBeside: Array<{ coordinate: string, fields: Array<string>, all: boolean }>, grant: { id: string, state: GrantState, until: string, reason: string | null } | null } }> } | null, region: { children: { edges: Array<{ node: { code: string, name: string | null } }> } | null } | null };

export type GrantCitiesFragment = { children: { edges: Array<{ node: { code: string, name: string | null } }> } | null };

export type GrantCommandFragment = { application: { number: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> };

export type OneApplicationQueryVariables = Exact<{
  number: string | number;
}>;


export type OneApplicationQuery = { sharingApplication: { number: string, state: SharingApplicationState, fields: Array<string>, basis: string, purpose: string, until: string, reason: string | null, department: { name: string }, regions: Array<{ code: string, name: string | null }> | null, neededBeside: Array<{ fields: Array<string> }> } | null, region: { children: { edges: Array<{ node: { code: string, name: string | null } }> } | null } | null };

export type ApplyForGrantMutationVariables = Exact<{
  input: SharingApplicationInput;
  key: string | number;
}>;


export type ApplyForGrantMutation = { applyForSharing: { application: { number: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } | null };

export type ReviseGrantApplicationMutationVariables = Exact<{
  number: string | number;
  input: SharingApplicationInput;
}>;


export type ReviseGrantApplicationMutation = { reviseSharingApplication: { application: { number: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } | null };

export type SubmitGrantApplicationMutationVariables = Exact<{
  number: string | number;
}>;


export type SubmitGrantApplicationMutation = { submitSharingApplication: { application: { number: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } | null };

export type WithdrawGrantApplicationMutationVariables = Exact<{
  number: string | number;
  reason?: string | null | undefined;
}>;


export type WithdrawGrantApplicationMutation = { withdrawSharingApplication: { application: { number: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } | null };

export type OpenApplicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenApplicationsQuery = { sharingApplications: { edges: Array<{ node: { number: string, fields: Array<string>, basis: string, purpose: string, until: string, regions: Array<{ code: string }> | null } }> } | null };

export type HomeItemsFragment = { totalCount: number, edges: Array<{ node: { code: string, name: string, guide: { promisedDays: number | null } | null } }> };

export type HomeOfficesFragment = { itemCount: number, department: { code: string | null, name: string } };

export type HomeQueryVariables = Exact<{
  region: string;
  above: string;
  hasAbove: boolean;
  province: string;
  isShort: boolean;
}>;


export type HomeQuery = { region: { code: string, name: string | null, fullName: string | null } | null, province?: { code: string, name: string | null, children: { edges: Array<{ node: { code: string, name: string | null } }> } | null } | null, above?: { code: string, fullName: string | null } | null, offices?: Array<{ itemCount: number, department: { code: string | null, name: string } }> | null, officesAbove?: Array<{ itemCount: number, department: { code: string | null, name: string } }> | null, matters?: Array<{ code: string, name: string, nameEn: string, promisedDays: number, steps: Array<{ department: string }> }> | null, serviceItems?: { totalCount: number, edges: Array<{ node: { code: string, name: string, guide: { promisedDays: number | null } | null } }> } | null, itemsAbove?: { totalCount: number, edges: Array<{ node: { code: string, name: string, guide: { promisedDays: number | null } | null } }> } | null };

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
export const CaseCommandFragmentDoc = new TypedDocumentString(`
    fragment CaseCommand on CasePayload {
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
    `, {"fragmentName":"CaseCommand"}) as unknown as TypedDocumentString<CaseCommandFragment, unknown>;
export const MatterCommandFragmentDoc = new TypedDocumentString(`
    fragment MatterCommand on MatterCasePayload {
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
    `, {"fragmentName":"MatterCommand"}) as unknown as TypedDocumentString<MatterCommandFragment, unknown>;
export const GuidePartsFragmentDoc = new TypedDocumentString(`
    fragment GuideParts on ServiceGuide {
  basis
  conditions
  statutoryDays
  promisedDays
  visits
  feeCny
  onlineDepth
  levels
  materials {
    code
    name
    nameEn
    originals
    copies
    fromSharedData
    need
    heldBy {
      department
    }
  }
  steps {
    code
    name
    nameEn
  }
}
    `, {"fragmentName":"GuideParts"}) as unknown as TypedDocumentString<GuidePartsFragment, unknown>;
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
export const DeskRegistrationStepFragmentDoc = new TypedDocumentString(`
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}
    `, {"fragmentName":"DeskRegistrationStep"}) as unknown as TypedDocumentString<DeskRegistrationStepFragment, unknown>;
export const DeskLandStepFragmentDoc = new TypedDocumentString(`
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}
    `, {"fragmentName":"DeskLandStep"}) as unknown as TypedDocumentString<DeskLandStepFragment, unknown>;
export const DeskPermitsStepFragmentDoc = new TypedDocumentString(`
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}
    `, {"fragmentName":"DeskPermitsStep"}) as unknown as TypedDocumentString<DeskPermitsStepFragment, unknown>;
export const SchemaTypeRefFragmentDoc = new TypedDocumentString(`
    fragment SchemaTypeRef on __Type {
  kind
  name
  ofType {
    name
    kind
    ofType {
      name
      kind
      ofType {
        name
        kind
        ofType {
          name
          kind
          ofType {
            name
            kind
            ofType {
              name
              kind
              ofType {
                name
                kind
                ofType {
                  name
                  kind
                  ofType {
                    name
                    kind
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
    `, {"fragmentName":"SchemaTypeRef"}) as unknown as TypedDocumentString<SchemaTypeRefFragment, unknown>;
export const SchemaInputFragmentDoc = new TypedDocumentString(`
    fragment SchemaInput on __InputValue {
  name
  description
  type {
    ...SchemaTypeRef
  }
  defaultValue
}
    fragment SchemaTypeRef on __Type {
  kind
  name
  ofType {
    name
    kind
    ofType {
      name
      kind
      ofType {
        name
        kind
        ofType {
          name
          kind
          ofType {
            name
            kind
            ofType {
              name
              kind
              ofType {
                name
                kind
                ofType {
                  name
                  kind
                  ofType {
                    name
                    kind
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}`, {"fragmentName":"SchemaInput"}) as unknown as TypedDocumentString<SchemaInputFragment, unknown>;
export const SchemaTypeFragmentDoc = new TypedDocumentString(`
    fragment SchemaType on __Type {
  kind
  name
  description
  fields(includeDeprecated: true) {
    name
    description
    args {
      ...SchemaInput
    }
    type {
      ...SchemaTypeRef
    }
    isDeprecated
    deprecationReason
  }
  inputFields {
    ...SchemaInput
  }
  interfaces {
    ...SchemaTypeRef
  }
  enumValues(includeDeprecated: true) {
    name
    description
    isDeprecated
    deprecationReason
  }
  possibleTypes {
    ...SchemaTypeRef
  }
}
    fragment SchemaInput on __InputValue {
  name
  description
  type {
    ...SchemaTypeRef
  }
  defaultValue
}
fragment SchemaTypeRef on __Type {
  kind
  name
  ofType {
    name
    kind
    ofType {
      name
      kind
      ofType {
        name
        kind
        ofType {
          name
          kind
          ofType {
            name
            kind
            ofType {
              name
              kind
              ofType {
                name
                kind
                ofType {
                  name
                  kind
                  ofType {
                    name
                    kind
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}`, {"fragmentName":"SchemaType"}) as unknown as TypedDocumentString<SchemaTypeFragment, unknown>;
export const GrantCitiesFragmentDoc = new TypedDocumentString(`
    fragment GrantCities on Region {
  children(first: 20) {
    edges {
      node {
        code
        name
      }
    }
  }
}
    `, {"fragmentName":"GrantCities"}) as unknown as TypedDocumentString<GrantCitiesFragment, unknown>;
export const GrantCommandFragmentDoc = new TypedDocumentString(`
    fragment GrantCommand on SharingApplicationPayload {
  application {
    number
  }
  userErrors {
    code
    message
    field
  }
}
    `, {"fragmentName":"GrantCommand"}) as unknown as TypedDocumentString<GrantCommandFragment, unknown>;
export const HomeItemsFragmentDoc = new TypedDocumentString(`
    fragment HomeItems on ServiceItemConnection {
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
    `, {"fragmentName":"HomeItems"}) as unknown as TypedDocumentString<HomeItemsFragment, unknown>;
export const HomeOfficesFragmentDoc = new TypedDocumentString(`
    fragment HomeOffices on ServiceDepartmentOffer {
  itemCount
  department {
    code
    name
  }
}
    `, {"fragmentName":"HomeOffices"}) as unknown as TypedDocumentString<HomeOfficesFragment, unknown>;
export const CatalogueVersionDocument = new TypedDocumentString(`
    query CatalogueVersion {
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
    `, {"hash":"sha256:058b112eb64596f548c8c7018f0443641a473136c3a83910f11f7a47cdef338f"}) as unknown as TypedDocumentString<CatalogueVersionQuery, CatalogueVersionQueryVariables>;
export const CatalogueDocument = new TypedDocumentString(`
    query Catalogue($after: String) {
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
    `, {"hash":"sha256:32fcaa8c6e7a5e1bbe74f25a9348213dee578eab92edc09c73ff3fa1640c07d7"}) as unknown as TypedDocumentString<CatalogueQuery, CatalogueQueryVariables>;
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
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:90bee538e9c3850f076051dd14fc9c9bab2172fd613bd738cfff1c3b936e4531"}) as unknown as TypedDocumentString<StartCaseMutation, StartCaseMutationVariables>;
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
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:5ce9b37709fee8b570b74c6fbfdaa09b5649ba2dcb2f5cf2b81ccf7c3eca2fd4"}) as unknown as TypedDocumentString<WithdrawCaseMutation, WithdrawCaseMutationVariables>;
export const RateCaseDocument = new TypedDocumentString(`
    mutation RateCase($number: ID!, $stars: Int!, $comment: String, $version: Int!, $key: ID!) {
  rateCase(
    number: $number
    stars: $stars
    comment: $comment
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:9a95bb80605cb996d63ae817b8adf6169d6ce6d345a2813e32f7ccef04c86f13"}) as unknown as TypedDocumentString<RateCaseMutation, RateCaseMutationVariables>;
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
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:a0223063188acccce0ce98ba34495bcb7ce8a84b0f59351f019f285499c88612"}) as unknown as TypedDocumentString<SaveCaseMutation, SaveCaseMutationVariables>;
export const PrefillCaseDocument = new TypedDocumentString(`
    mutation PrefillCase($number: ID!, $version: Int!, $key: ID!) {
  prefillCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:0836033ffe876cc7efc3d1b858c2d11c1e0a53149a5348336de3672dafcca7e8"}) as unknown as TypedDocumentString<PrefillCaseMutation, PrefillCaseMutationVariables>;
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
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:a44138d4d027a0334139598c6c57acd824a6e0f43fcba72dae2adb33c1825d80"}) as unknown as TypedDocumentString<AnswerPrefillMutation, AnswerPrefillMutationVariables>;
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
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:a2df4f68650174918e2b296994cf342cd75cc01a4000591fd83a71b655762d40"}) as unknown as TypedDocumentString<AttachMaterialMutation, AttachMaterialMutationVariables>;
export const RemoveMaterialDocument = new TypedDocumentString(`
    mutation RemoveMaterial($number: ID!, $upload: ID!, $version: Int!, $key: ID!) {
  removeCaseMaterial(
    number: $number
    upload: $upload
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:b98be3b0455cbd279102d453dbff6123a103e983badad3a2bf23aec1df0d5099"}) as unknown as TypedDocumentString<RemoveMaterialMutation, RemoveMaterialMutationVariables>;
export const SubmitCaseDocument = new TypedDocumentString(`
    mutation SubmitCase($number: ID!, $version: Int!, $key: ID!) {
  submitCase(number: $number, expectedVersion: $version, idempotencyKey: $key) {
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:717ce8cea5f94eb2ed81ae63a4fcad70ec4700bc5d32b442d84d95abc8a62b95"}) as unknown as TypedDocumentString<SubmitCaseMutation, SubmitCaseMutationVariables>;
export const SupplyCaseDocument = new TypedDocumentString(`
    mutation SupplyCase($number: ID!, $materials: [String!]!, $version: Int!, $key: ID!) {
  supplyCaseMaterials(
    number: $number
    materials: $materials
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    ...CaseCommand
  }
}
    fragment CaseCommand on CasePayload {
  case {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:1969944c3a628e7d897ac08d87e609464d42e21b4706e453cb07e8cc4ae1cc48"}) as unknown as TypedDocumentString<SupplyCaseMutation, SupplyCaseMutationVariables>;
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
export const ApplicationFormDocument = new TypedDocumentString(`
    query ApplicationForm($number: ID!) {
  matterCase(number: $number) {
    number
    state
    version
    form
    formSchema
    prefill {
      field
      state
      value
      department
      coordinate
      sharing
      readAt
      verdict
      correction
    }
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
        answer
      }
    }
  }
}
    `, {"hash":"sha256:33ea74f87c4bdf51db917a63badccf30e200613831ca0ddbed591b41a55b3485"}) as unknown as TypedDocumentString<ApplicationFormQuery, ApplicationFormQueryVariables>;
export const SaveMatterDocument = new TypedDocumentString(`
    mutation SaveMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {
  saveMatterCase(
    number: $number
    form: $form
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    ...MatterCommand
  }
}
    fragment MatterCommand on MatterCasePayload {
  matterCase {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:5378e0f159fc7893da163fe6155b112213b00c6eb5011a681b37b9fe7b611658"}) as unknown as TypedDocumentString<SaveMatterMutation, SaveMatterMutationVariables>;
export const SubmitMatterDocument = new TypedDocumentString(`
    mutation SubmitMatter($number: ID!, $version: Int!, $key: ID!) {
  submitMatterCase(
    number: $number
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    ...MatterCommand
  }
}
    fragment MatterCommand on MatterCasePayload {
  matterCase {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:445a1831018d9b57ac58bc1bdacabf62d34618a06b40e41c2f026c6dad0011f8"}) as unknown as TypedDocumentString<SubmitMatterMutation, SubmitMatterMutationVariables>;
export const CompleteMatterDocument = new TypedDocumentString(`
    mutation CompleteMatter($number: ID!, $form: JSON!, $version: Int!, $key: ID!) {
  completeMatterCase(
    number: $number
    form: $form
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    ...MatterCommand
  }
}
    fragment MatterCommand on MatterCasePayload {
  matterCase {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:607dee2b831aeb82db3d9b788bd962f10e0cea9f14008e797b9b039145c9b4ef"}) as unknown as TypedDocumentString<CompleteMatterMutation, CompleteMatterMutationVariables>;
export const PrefillMatterDocument = new TypedDocumentString(`
    mutation PrefillMatter($number: ID!, $version: Int!, $key: ID!) {
  prefillMatterCase(
    number: $number
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    ...MatterCommand
  }
}
    fragment MatterCommand on MatterCasePayload {
  matterCase {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:d5706d4d769b4fcad1d8066a513da985d66c6a09a70283236f72f8602288acb3"}) as unknown as TypedDocumentString<PrefillMatterMutation, PrefillMatterMutationVariables>;
export const AnswerMatterPrefillDocument = new TypedDocumentString(`
    mutation AnswerMatterPrefill($number: ID!, $field: String!, $isRight: Boolean!, $problem: String, $proposal: String, $version: Int!, $key: ID!) {
  answerMatterPrefill(
    number: $number
    field: $field
    isRight: $isRight
    problem: $problem
    proposal: $proposal
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    ...MatterCommand
  }
}
    fragment MatterCommand on MatterCasePayload {
  matterCase {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:2093b68ab23faf483b0eea4a05c9e914715049a36e5bba75288f5a8278f47380"}) as unknown as TypedDocumentString<AnswerMatterPrefillMutation, AnswerMatterPrefillMutationVariables>;
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
    ...MatterCommand
  }
}
    fragment MatterCommand on MatterCasePayload {
  matterCase {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:35b64e2f158f77a822cb320161718c93be5d65a280dec9e93b14d1c423251adc"}) as unknown as TypedDocumentString<StartMatterMutation, StartMatterMutationVariables>;
export const WithdrawMatterDocument = new TypedDocumentString(`
    mutation WithdrawMatter($number: ID!, $reason: String, $version: Int!, $key: ID!) {
  withdrawMatterCase(
    number: $number
    reason: $reason
    expectedVersion: $version
    idempotencyKey: $key
  ) {
    ...MatterCommand
  }
}
    fragment MatterCommand on MatterCasePayload {
  matterCase {
    number
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:41ecc2e4baad4ea05cc2a742487b936a05c86c369b3fa25c0c1926210787ca67"}) as unknown as TypedDocumentString<WithdrawMatterMutation, WithdrawMatterMutationVariables>;
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
        answer
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
        answer
      }
    }
  }
}
    `, {"hash":"sha256:92b6dbedcaa72e9d47a6409244c9acc1d7ec91276c5b4dde09f527f76c2bd40a"}) as unknown as TypedDocumentString<ApplicationQuery, ApplicationQueryVariables>;
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
export const VerifyDocument = new TypedDocumentString(`
    query Verify($content: String!, $holder: USCC) {
  verifyCertificate(content: $content, holder: $holder) {
    verdict
    message
    messageZh
    checkedAt
    department
    state
    isDocument
    certificate {
      identifier
      title
      titleEn
      number
      holderName
      holderUscc
      authority
      validFrom
      validUntil
      issuedAt
      details {
        label
        labelEn
        value
      }
    }
  }
}
    `, {"hash":"sha256:83b5ec3c7ccd362e9f11bcc0ec7e24980e062f8418b49cc589fddcb039213e44"}) as unknown as TypedDocumentString<VerifyQuery, VerifyQueryVariables>;
export const ItemDocument = new TypedDocumentString(`
    query Item($code: ID!) {
  serviceItem(code: $code) {
    code
    basicCode
    name
    mainItem
    type
    noVisit
    source
    department {
      code
      name
    }
    region {
      code
      fullName
    }
    catalogueItem {
      basis
      levels
    }
    form
    version {
      version
      publishedAt
      rules
      guide {
        ...GuideParts
      }
    }
    guide {
      ...GuideParts
    }
  }
}
    fragment GuideParts on ServiceGuide {
  basis
  conditions
  statutoryDays
  promisedDays
  visits
  feeCny
  onlineDepth
  levels
  materials {
    code
    name
    nameEn
    originals
    copies
    fromSharedData
    need
    heldBy {
      department
    }
  }
  steps {
    code
    name
    nameEn
  }
}`, {"hash":"sha256:90067bf3ba8bd7454dd800e25be14656ff2aa2088aae98310ad126df5e7031f7"}) as unknown as TypedDocumentString<ItemQuery, ItemQueryVariables>;
export const ItemMoreDocument = new TypedDocumentString(`
    query ItemMore($code: ID!, $basicCode: String, $answers: JSON!, $version: Int!, $isCompared: Boolean!, $isAnswered: Boolean!, $isEarlier: Boolean!) {
  offers: serviceItems(filter: {basicCode: $basicCode}, first: 100) @include(if: $isCompared) {
    totalCount
    edges {
      node {
        code
        region {
          code
          name
          fullName
        }
        guide {
          promisedDays
          visits
          feeCny
          onlineDepth
        }
      }
    }
  }
  serviceItem(code: $code) @include(if: $isAnswered) {
    code
    requirements(answers: $answers) {
      rule
      ruleEn
      materials {
        code
        name
        nameEn
        originals
        copies
        heldBy {
          department
        }
      }
      steps {
        code
        name
        nameEn
      }
      userErrors {
        code
        message
        field
      }
    }
  }
  itemVersion(item: $code, version: $version) @include(if: $isEarlier) {
    version
    state
    publishedAt
    supersededAt
    guide {
      ...GuideParts
    }
  }
}
    fragment GuideParts on ServiceGuide {
  basis
  conditions
  statutoryDays
  promisedDays
  visits
  feeCny
  onlineDepth
  levels
  materials {
    code
    name
    nameEn
    originals
    copies
    fromSharedData
    need
    heldBy {
      department
    }
  }
  steps {
    code
    name
    nameEn
  }
}`, {"hash":"sha256:cab9293a5a8622b0d9e23aa85838114315660f6ae5ac3820ef7561e54099b608"}) as unknown as TypedDocumentString<ItemMoreQuery, ItemMoreQueryVariables>;
export const ItemsDocument = new TypedDocumentString(`
    query Items($filter: ServiceItemFilter!, $region: RegionCode!, $first: Int!, $after: String) {
  region(code: $region) {
    code
    fullName
    path {
      code
      name
    }
    children(first: 100) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
  serviceItems(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        code
        name
        type
        noVisit
        region {
          code
          fullName
        }
        department {
          code
          name
        }
        guide {
          promisedDays
          feeCny
        }
      }
    }
  }
}
    `, {"hash":"sha256:374f7a7e1284f6a52c29184946472abd93e7cb057939ea7c6445c13cb28554a5"}) as unknown as TypedDocumentString<ItemsQuery, ItemsQueryVariables>;
export const MatterDocument = new TypedDocumentString(`
    query Matter($code: ID!, $from: Date!, $until: Date!) {
  matter(code: $code) {
    code
    name
    nameEn
    version
    basis
    promisedDays
    formSchema
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
  matterTimeStatistics(matter: $code, from: $from, until: $until) {
    completed
    undone
    overdue
    workingDays
    officialHours
    applicantHours
    machineHours
  }
}
    `, {"hash":"sha256:d03c7575741250c95311fe13c33ff00a6917728e39fba44d7fd65b844f4ebc19"}) as unknown as TypedDocumentString<MatterQuery, MatterQueryVariables>;
export const MattersDocument = new TypedDocumentString(`
    query Matters {
  matters {
    code
    name
    nameEn
    promisedDays
    steps {
      name
      title
      titleEn
      department
    }
  }
}
    `, {"hash":"sha256:34afe0d17b13c8623216634b2136d4c5e7e4ecad0a685e0215e6d2b37238cfb8"}) as unknown as TypedDocumentString<MattersQuery, MattersQueryVariables>;
export const RegionDocument = new TypedDocumentString(`
    query Region($code: RegionCode!, $after: String) {
  region(code: $code) {
    code
    name
    fullName
    level
    enterpriseCount
    path {
      code
      name
    }
    children(first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          code
          name
          enterpriseCount
        }
      }
    }
  }
  serviceItems(filter: {region: $code}, first: 1) {
    totalCount
  }
}
    `, {"hash":"sha256:851d1360081ddf750b6c250c44a8578f2aaf16421a42d734aa12783bfcc28896"}) as unknown as TypedDocumentString<RegionQuery, RegionQueryVariables>;
export const RegionsDocument = new TypedDocumentString(`
    query Regions($chosen: RegionCode!, $province: RegionCode!, $name: String, $isSearch: Boolean!) {
  region(code: $chosen) {
    code
    fullName
  }
  province: region(code: $province) @skip(if: $isSearch) {
    code
    name
    children(first: 100) {
      edges {
        node {
          code
          name
          enterpriseCount
        }
      }
    }
  }
  provinces: regions(filter: {level: PROVINCE}, first: 50) @skip(if: $isSearch) {
    edges {
      node {
        code
        name
        enterpriseCount
      }
    }
  }
  found: regions(filter: {name: $name}, first: 50) @include(if: $isSearch) {
    totalCount
    edges {
      node {
        code
        fullName
        enterpriseCount
      }
    }
  }
}
    `, {"hash":"sha256:4b0af8a8fcbbfa19c4fdd8ea0f060c4d4282d06447317da7b0176f0ba4945dd3"}) as unknown as TypedDocumentString<RegionsQuery, RegionsQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $region: RegionCode!, $first: Int!, $after: String, $enterprises: Boolean!, $items: Boolean!, $matters: Boolean!, $data: Boolean!) {
  region(code: $region) @include(if: $items) {
    code
    fullName
  }
  enterprises(filter: {name: $text}, first: $first, after: $after) @include(if: $enterprises) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        uscc
        name
        status
        region {
          code
          fullName
        }
      }
    }
  }
  serviceItems(
    filter: {text: $text, region: $region}
    first: $first
    after: $after
  ) @include(if: $items) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        code
        name
        type
        noVisit
        department {
          name
        }
        guide {
          promisedDays
        }
      }
    }
  }
  matters @include(if: $matters) {
    code
    name
    nameEn
    promisedDays
    steps {
      name
      title
      titleEn
      department
    }
  }
  dataResources(filter: {text: $text}, first: $first, after: $after) @include(if: $data) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        code
        name
        coordinate
        summary
        sharing
        department {
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:9d439785f7b86d9040580b9deb6d5c29a8c72558684b12966c6f64e7631f909b"}) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const KnownEnterpriseDocument = new TypedDocumentString(`
    query KnownEnterprise($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    uscc
  }
}
    `, {"hash":"sha256:c7d368fb059f4232de2fc159b4d9b9774980818e1459256427dea9722aabb109"}) as unknown as TypedDocumentString<KnownEnterpriseQuery, KnownEnterpriseQueryVariables>;
export const KnownItemDocument = new TypedDocumentString(`
    query KnownItem($code: ID!) {
  serviceItem(code: $code) {
    code
  }
}
    `, {"hash":"sha256:7a34ab6038e3fa250dc86653691d828135d7ad2dbaee70aa2fb26b9094dfb985"}) as unknown as TypedDocumentString<KnownItemQuery, KnownItemQueryVariables>;
export const SuggestionsDocument = new TypedDocumentString(`
    query Suggestions($text: String!, $initials: String!, $hasInitials: Boolean!, $region: RegionCode!) {
  serviceItems(filter: {name: $text, region: $region}, first: 20) {
    edges {
      node {
        code
        name
      }
    }
  }
  enterprises(filter: {name: $text}, first: 5) {
    edges {
      node {
        uscc
        name
      }
    }
  }
  itemsByInitials: serviceItems(
    filter: {initials: $initials, region: $region}
    first: 20
  ) @include(if: $hasInitials) {
    edges {
      node {
        code
        name
      }
    }
  }
  enterprisesByInitials: enterprises(filter: {initials: $initials}, first: 5) @include(if: $hasInitials) {
    edges {
      node {
        uscc
        name
      }
    }
  }
  matters {
    code
    name
    nameEn
  }
}
    `, {"hash":"sha256:f8574ffaf12b36d678bd2cee489bcb189083a7ef233c93bdde169b26c2727c5c"}) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
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
    ...DeskRegistrationStep
  }
}
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:a7666a53c9e6b5131fca9bdb52c80c03ca48e1f15284837bac5667170b0f828d"}) as unknown as TypedDocumentString<DeskRegistrationAcceptMutation, DeskRegistrationAcceptMutationVariables>;
export const DeskRegistrationReturnDocument = new TypedDocumentString(`
    mutation DeskRegistrationReturn($number: ID!, $defects: [CaseDefectInput!]!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: returnRegistration(
    number: $number
    defects: $defects
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskRegistrationStep
  }
}
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:508987af65a380c11a7a0c813ea2f258e2b066c23130bacdc8fdb6ef67d4c9ab"}) as unknown as TypedDocumentString<DeskRegistrationReturnMutation, DeskRegistrationReturnMutationVariables>;
export const DeskRegistrationDeclineDocument = new TypedDocumentString(`
    mutation DeskRegistrationDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: declineRegistration(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskRegistrationStep
  }
}
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:62ed9ae895f5489c7d0854eadefbace5b90e2a9312e14fa8cceeaca45b0908a2"}) as unknown as TypedDocumentString<DeskRegistrationDeclineMutation, DeskRegistrationDeclineMutationVariables>;
export const DeskRegistrationReviewDocument = new TypedDocumentString(`
    mutation DeskRegistrationReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: startRegistrationReview(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskRegistrationStep
  }
}
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:9f69eb6f580539bf04e55027dc7d61c7a8983e280aad16d4331b74ee8485ea4a"}) as unknown as TypedDocumentString<DeskRegistrationReviewMutation, DeskRegistrationReviewMutationVariables>;
export const DeskRegistrationSuspendDocument = new TypedDocumentString(`
    mutation DeskRegistrationSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: suspendRegistration(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskRegistrationStep
  }
}
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:929c74fadff42d35e3d74cedf709ee537344b1ff317a3fc82ae3366a03047a3b"}) as unknown as TypedDocumentString<DeskRegistrationSuspendMutation, DeskRegistrationSuspendMutationVariables>;
export const DeskRegistrationResumeDocument = new TypedDocumentString(`
    mutation DeskRegistrationResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: resumeRegistration(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskRegistrationStep
  }
}
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:acfc430b86cada031d412665d8731e3295613918cfd1d1506b189374f1340f93"}) as unknown as TypedDocumentString<DeskRegistrationResumeMutation, DeskRegistrationResumeMutationVariables>;
export const DeskRegistrationExtendDocument = new TypedDocumentString(`
    mutation DeskRegistrationExtend($number: ID!, $days: Int!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: extendRegistration(
    number: $number
    days: $days
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskRegistrationStep
  }
}
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:20aad0fb399efdd505350f2f7e93a14e73b12eb49eb00d4dfc96d4f2435dc743"}) as unknown as TypedDocumentString<DeskRegistrationExtendMutation, DeskRegistrationExtendMutationVariables>;
export const DeskRegistrationDecideDocument = new TypedDocumentString(`
    mutation DeskRegistrationDecide($number: ID!, $decision: CaseDecision!, $reason: String, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: decideRegistration(
    number: $number
    decision: $decision
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskRegistrationStep
  }
}
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:6d62ef10a855e2a500de9ed2010279b29ea3c1ec42c026d38a0848f3bcd549ed"}) as unknown as TypedDocumentString<DeskRegistrationDecideMutation, DeskRegistrationDecideMutationVariables>;
export const DeskRegistrationDeliverDocument = new TypedDocumentString(`
    mutation DeskRegistrationDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: deliverRegistration(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskRegistrationStep
  }
}
    fragment DeskRegistrationStep on RegistrationPayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:61eadb931e388230fb63dc5bbf725f80c8099784b4600c604017b18613688cc8"}) as unknown as TypedDocumentString<DeskRegistrationDeliverMutation, DeskRegistrationDeliverMutationVariables>;
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
    ...DeskLandStep
  }
}
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:955385bdfabbc2705c8b797644c62d29624ed73e8e0b0e344093bfa519875252"}) as unknown as TypedDocumentString<DeskLandAcceptMutation, DeskLandAcceptMutationVariables>;
export const DeskLandReturnDocument = new TypedDocumentString(`
    mutation DeskLandReturn($number: ID!, $defects: [CaseDefectInput!]!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: returnLandCase(
    number: $number
    defects: $defects
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskLandStep
  }
}
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:36a332bbdf0b7f8b7fcb83ce1b3cca928c5840e72810b44c1eecc41147cb6be7"}) as unknown as TypedDocumentString<DeskLandReturnMutation, DeskLandReturnMutationVariables>;
export const DeskLandDeclineDocument = new TypedDocumentString(`
    mutation DeskLandDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: declineLandCase(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskLandStep
  }
}
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:892989f2634aada05bad577c7ba2b975da1fc67043a7f98bb16546fc5bcfefcd"}) as unknown as TypedDocumentString<DeskLandDeclineMutation, DeskLandDeclineMutationVariables>;
export const DeskLandReviewDocument = new TypedDocumentString(`
    mutation DeskLandReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: startLandCaseReview(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskLandStep
  }
}
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:d2793f4a7d9d6bad4193107d361efe22547e7bfe019e0409ca51a0ea7f177e93"}) as unknown as TypedDocumentString<DeskLandReviewMutation, DeskLandReviewMutationVariables>;
export const DeskLandSuspendDocument = new TypedDocumentString(`
    mutation DeskLandSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: suspendLandCase(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskLandStep
  }
}
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:1096b98483858a3f8e47fa056f185337cfb483af3d7fd732950c3202f7d9b85e"}) as unknown as TypedDocumentString<DeskLandSuspendMutation, DeskLandSuspendMutationVariables>;
export const DeskLandResumeDocument = new TypedDocumentString(`
    mutation DeskLandResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: resumeLandCase(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskLandStep
  }
}
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:c08c12eaea6592ace56f94bcf134efb6ce80f84b84971d0253901fda3f7e49fc"}) as unknown as TypedDocumentString<DeskLandResumeMutation, DeskLandResumeMutationVariables>;
export const DeskLandExtendDocument = new TypedDocumentString(`
    mutation DeskLandExtend($number: ID!, $days: Int!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: extendLandCase(
    number: $number
    days: $days
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskLandStep
  }
}
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:3bc64f122d0f21470c4f517db1e02ce86690c7ad883b54dc584bab5d373455b3"}) as unknown as TypedDocumentString<DeskLandExtendMutation, DeskLandExtendMutationVariables>;
export const DeskLandDecideDocument = new TypedDocumentString(`
    mutation DeskLandDecide($number: ID!, $decision: CaseDecision!, $reason: String, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: decideLandCase(
    number: $number
    decision: $decision
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskLandStep
  }
}
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:398f5a9656e68793a608f8336cc4f99cd3b295ef2e345b632eb9dfd200a03853"}) as unknown as TypedDocumentString<DeskLandDecideMutation, DeskLandDecideMutationVariables>;
export const DeskLandDeliverDocument = new TypedDocumentString(`
    mutation DeskLandDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: deliverLandCase(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskLandStep
  }
}
    fragment DeskLandStep on LandCasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:814bb339c3bb231d15f4d0168f0b71dcfdeeec5d2046a84cedde0a542e722e42"}) as unknown as TypedDocumentString<DeskLandDeliverMutation, DeskLandDeliverMutationVariables>;
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
    ...DeskPermitsStep
  }
}
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:214ffac2a4d38ed37798381f004147d024a7df76ded84c6d385f5faf7922c5ac"}) as unknown as TypedDocumentString<DeskPermitsAcceptMutation, DeskPermitsAcceptMutationVariables>;
export const DeskPermitsReturnDocument = new TypedDocumentString(`
    mutation DeskPermitsReturn($number: ID!, $defects: [CaseDefectInput!]!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: returnCase(
    number: $number
    defects: $defects
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskPermitsStep
  }
}
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:d4b93b85bcfc95b03aafb4739f3510575eb5c13c8227915622a78c7334f6b3a8"}) as unknown as TypedDocumentString<DeskPermitsReturnMutation, DeskPermitsReturnMutationVariables>;
export const DeskPermitsDeclineDocument = new TypedDocumentString(`
    mutation DeskPermitsDecline($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: declineCase(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskPermitsStep
  }
}
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:2558f45e2059699476a9103520ebc5da0f988ced6b2899728fb2fdaa5b8b27b1"}) as unknown as TypedDocumentString<DeskPermitsDeclineMutation, DeskPermitsDeclineMutationVariables>;
export const DeskPermitsReviewDocument = new TypedDocumentString(`
    mutation DeskPermitsReview($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: startCaseReview(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskPermitsStep
  }
}
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:1b7d4121686784f67b64a2cdfb0bbd1f1aad59b05faef3d74036a56c24b54acd"}) as unknown as TypedDocumentString<DeskPermitsReviewMutation, DeskPermitsReviewMutationVariables>;
export const DeskPermitsSuspendDocument = new TypedDocumentString(`
    mutation DeskPermitsSuspend($number: ID!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: suspendCase(
    number: $number
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskPermitsStep
  }
}
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:fdadbf65a50951fc74364fb11021eb434d98358f69210719588564bfa2e95022"}) as unknown as TypedDocumentString<DeskPermitsSuspendMutation, DeskPermitsSuspendMutationVariables>;
export const DeskPermitsResumeDocument = new TypedDocumentString(`
    mutation DeskPermitsResume($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: resumeCase(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskPermitsStep
  }
}
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:37cef45598ab19470bf106df43e88c53d1075461dcea60b6f50c4f2b520acb1f"}) as unknown as TypedDocumentString<DeskPermitsResumeMutation, DeskPermitsResumeMutationVariables>;
export const DeskPermitsExtendDocument = new TypedDocumentString(`
    mutation DeskPermitsExtend($number: ID!, $days: Int!, $reason: String!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: extendCase(
    number: $number
    days: $days
    reason: $reason
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskPermitsStep
  }
}
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:c3c3f6d7c8a969f73d5421074c154c7357b66e82e84272b02754e500b5cb4dc4"}) as unknown as TypedDocumentString<DeskPermitsExtendMutation, DeskPermitsExtendMutationVariables>;
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
    ...DeskPermitsStep
  }
}
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:e1fe6021fe45ef7c3de47fa609783d08b5f0543e6e13217fdfe4714e934d6dc4"}) as unknown as TypedDocumentString<DeskPermitsDecideMutation, DeskPermitsDecideMutationVariables>;
export const DeskPermitsDeliverDocument = new TypedDocumentString(`
    mutation DeskPermitsDeliver($number: ID!, $expectedVersion: Int!, $idempotencyKey: ID!) {
  step: deliverCase(
    number: $number
    expectedVersion: $expectedVersion
    idempotencyKey: $idempotencyKey
  ) {
    ...DeskPermitsStep
  }
}
    fragment DeskPermitsStep on CasePayload {
  case {
    version
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:9f82ae2e9cf486cddf7a05059f4932160a0df3c601702d2544661bef4017de54"}) as unknown as TypedDocumentString<DeskPermitsDeliverMutation, DeskPermitsDeliverMutationVariables>;
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
export const ReadSchemaDocument = new TypedDocumentString(`
    query ReadSchema {
  __schema {
    queryType {
      name
      kind
    }
    mutationType {
      name
      kind
    }
    subscriptionType {
      name
      kind
    }
    types {
      ...SchemaType
    }
    directives {
      name
      description
      locations
      args {
        ...SchemaInput
      }
    }
  }
}
    fragment SchemaType on __Type {
  kind
  name
  description
  fields(includeDeprecated: true) {
    name
    description
    args {
      ...SchemaInput
    }
    type {
      ...SchemaTypeRef
    }
    isDeprecated
    deprecationReason
  }
  inputFields {
    ...SchemaInput
  }
  interfaces {
    ...SchemaTypeRef
  }
  enumValues(includeDeprecated: true) {
    name
    description
    isDeprecated
    deprecationReason
  }
  possibleTypes {
    ...SchemaTypeRef
  }
}
fragment SchemaInput on __InputValue {
  name
  description
  type {
    ...SchemaTypeRef
  }
  defaultValue
}
fragment SchemaTypeRef on __Type {
  kind
  name
  ofType {
    name
    kind
    ofType {
      name
      kind
      ofType {
        name
        kind
        ofType {
          name
          kind
          ofType {
            name
            kind
            ofType {
              name
              kind
              ofType {
                name
                kind
                ofType {
                  name
                  kind
                  ofType {
                    name
                    kind
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}`, {"hash":"sha256:a2dcb6e415e4e42f2329e57097876cedda1b555489622b53c2f44bcac90bb4f0"}) as unknown as TypedDocumentString<ReadSchemaQuery, ReadSchemaQueryVariables>;
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
  myMandates(first: 100) {
    edges {
      node {
        state
        enterprise {
          uscc
        }
      }
    }
  }
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
    `, {"hash":"sha256:52fb1efc9be4a698bdab0ddc95837de16e35b2fdfde2dbc0cc942d0772c1daa9"}) as unknown as TypedDocumentString<EnterpriseConditionalQuery, EnterpriseConditionalQueryVariables>;
export const OwnApplicationsDocument = new TypedDocumentString(`
    query OwnApplications($after: String) {
  sharingApplications(first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        number
        state
        client
        department {
          name
        }
        fields
        regions {
          code
          name
        }
        basis
        purpose
        until
        submittedAt
        dueAt
        overdue
        reason
        neededBeside {
          coordinate
          fields
          all
        }
        grant {
          id
          state
          until
          reason
        }
      }
    }
  }
  region(code: "32") {
    ...GrantCities
  }
}
    fragment GrantCities on Region {
  children(first: 20) {
    edges {
      node {
        code
        name
      }
    }
  }
}`, {"hash":"sha256:b7df84f6de1ae1df6eec893c94e1835751fc9060529ff20679358f49587b013e"}) as unknown as TypedDocumentString<OwnApplicationsQuery, OwnApplicationsQueryVariables>;
export const OneApplicationDocument = new TypedDocumentString(`
    query OneApplication($number: ID!) {
  sharingApplication(number: $number) {
    number
    state
    department {
      name
    }
    fields
    regions {
      code
      name
    }
    basis
    purpose
    until
    reason
    neededBeside {
      fields
    }
  }
  region(code: "32") {
    ...GrantCities
  }
}
    fragment GrantCities on Region {
  children(first: 20) {
    edges {
      node {
        code
        name
      }
    }
  }
}`, {"hash":"sha256:1f4fe017ea27a84ca37acf3ec0384fb2bea251ef71eeff7d4135fbe8ec3b9d2f"}) as unknown as TypedDocumentString<OneApplicationQuery, OneApplicationQueryVariables>;
export const ApplyForGrantDocument = new TypedDocumentString(`
    mutation ApplyForGrant($input: SharingApplicationInput!, $key: ID!) {
  applyForSharing(input: $input, idempotencyKey: $key) {
    ...GrantCommand
  }
}
    fragment GrantCommand on SharingApplicationPayload {
  application {
    number
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:c14a1c893b82cc9c01f817ae5653672f5311909cda512dad029191acc9360fbd"}) as unknown as TypedDocumentString<ApplyForGrantMutation, ApplyForGrantMutationVariables>;
export const ReviseGrantApplicationDocument = new TypedDocumentString(`
    mutation ReviseGrantApplication($number: ID!, $input: SharingApplicationInput!) {
  reviseSharingApplication(number: $number, input: $input) {
    ...GrantCommand
  }
}
    fragment GrantCommand on SharingApplicationPayload {
  application {
    number
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:5953d3245e16a9b230bb71d4221efb1b3774899a31f665cbb7c8e738ea1b3e20"}) as unknown as TypedDocumentString<ReviseGrantApplicationMutation, ReviseGrantApplicationMutationVariables>;
export const SubmitGrantApplicationDocument = new TypedDocumentString(`
    mutation SubmitGrantApplication($number: ID!) {
  submitSharingApplication(number: $number) {
    ...GrantCommand
  }
}
    fragment GrantCommand on SharingApplicationPayload {
  application {
    number
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:ba4866b75f47f6341fc963eb486e8759a06adefb5fd16592872dc73f542ae317"}) as unknown as TypedDocumentString<SubmitGrantApplicationMutation, SubmitGrantApplicationMutationVariables>;
export const WithdrawGrantApplicationDocument = new TypedDocumentString(`
    mutation WithdrawGrantApplication($number: ID!, $reason: String) {
  withdrawSharingApplication(number: $number, reason: $reason) {
    ...GrantCommand
  }
}
    fragment GrantCommand on SharingApplicationPayload {
  application {
    number
  }
  userErrors {
    code
    message
    field
  }
}`, {"hash":"sha256:446a3b40ccf308ddaf60d2641f74afa00fb67a2451b294cce222272d450c8904"}) as unknown as TypedDocumentString<WithdrawGrantApplicationMutation, WithdrawGrantApplicationMutationVariables>;
export const OpenApplicationsDocument = new TypedDocumentString(`
    query OpenApplications {
  sharingApplications(
    filter: {states: [SUBMITTED, CHANGES_REQUESTED]}
    first: 100
  ) {
    edges {
      node {
        number
        fields
        regions {
          code
        }
        basis
        purpose
        until
      }
    }
  }
}
    `, {"hash":"sha256:a00814dd2bb9501a03f9294e4de1885d2228785ca6f283e30b52d2467b9ec0b7"}) as unknown as TypedDocumentString<OpenApplicationsQuery, OpenApplicationsQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($region: RegionCode!, $above: RegionCode!, $hasAbove: Boolean!, $province: RegionCode!, $isShort: Boolean!) {
  region(code: $region) {
    code
    name
    fullName
  }
  province: region(code: $province) @skip(if: $isShort) {
    code
    name
    children(first: 100) {
      edges {
        node {
          code
          name
        }
      }
    }
  }
  above: region(code: $above) @include(if: $hasAbove) {
    code
    fullName
  }
  offices: serviceDepartments(region: $region) @skip(if: $isShort) {
    ...HomeOffices
  }
  officesAbove: serviceDepartments(region: $above) @include(if: $hasAbove) {
    ...HomeOffices
  }
  matters @skip(if: $isShort) {
    code
    name
    nameEn
    promisedDays
    steps {
      department
    }
  }
  serviceItems(filter: {region: $region, noVisit: true}, first: 8) @skip(if: $isShort) {
    ...HomeItems
  }
  itemsAbove: serviceItems(filter: {region: $above, noVisit: true}, first: 8) @include(if: $hasAbove) {
    ...HomeItems
  }
}
    fragment HomeItems on ServiceItemConnection {
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
fragment HomeOffices on ServiceDepartmentOffer {
  itemCount
  department {
    code
    name
  }
}`, {"hash":"sha256:cbe2223a33577431dc7768963d99afb240dbd531b563ca4bbb362e1c71d79625"}) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;