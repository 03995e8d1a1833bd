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

/** Who takes a step. */
export type MatterStepKind =
  /** People of the department: it is a case there. */
  | 'CASE'
  /** A program of the department, within seconds. */
  | 'MACHINE';

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

/** Conditions on a service item; all that are given must hold. */
export type ServiceItemFilter = {
  /** The item of the basic catalogue that it carries out, as CatalogueItem.basicCode. */
  basicCode?: string | null | undefined;
  /** Code of the department that runs it, as ServiceDepartment.code. */
  department?: string | null | undefined;
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

/** Who may read 共享类型. */
export type SharingClass =
  /** 有条件共享: on application, which the owner answers. */
  | 'CONDITIONAL'
  /** 不予共享: nobody else, by law. */
  | 'NOT_SHARED'
  /** 无条件共享: every department, at once. */
  | 'UNCONDITIONAL';

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
  region: string;
}>;


export type SuggestionsQuery = { serviceItems: { edges: Array<{ node: { code: string, name: string } }> } | null, enterprises: { edges: Array<{ node: { uscc: string, name: string } }> } | null, matters: Array<{ code: string, name: string, nameEn: string }> | null };

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
  province: string;
  isShort: boolean;
}>;


export type HomeQuery = { region: { code: string, name: string | null, fullName: string | null } | null, province?: { code: string, name: string | null, children: { edges: Array<{ node: { code: string, name: string | null } }> } | null } | null, matters: Array<{ code: string, name: string, nameEn: string, promisedDays: number, steps: Array<{ department: string }> }> | null, serviceItems: { totalCount: number, edges: Array<{ node: { code: string, name: string, guide: { promisedDays: number | null } | null } }> } | null };

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
    query Items($filter: ServiceItemFilter!, $region: RegionCode!, $after: String) {
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
  serviceItems(filter: $filter, first: 20, after: $after) {
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
    `, {"hash":"sha256:72167f63be47fc45dec955f8464805915fb29650708f3f3e0062697a7cc7d8a4"}) as unknown as TypedDocumentString<ItemsQuery, ItemsQueryVariables>;
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
    query Suggestions($text: String!, $region: RegionCode!) {
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
  matters {
    code
    name
    nameEn
  }
}
    `, {"hash":"sha256:175ef43ad14363fb8b6e76e30e871b6cb16f80e7ebf33e5dfde9fca5ab073ead"}) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
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
    query Home($region: RegionCode!, $province: RegionCode!, $isShort: Boolean!) {
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
    `, {"hash":"sha256:9c3a89ff78cc973673bde3494421b998664782501a819114f022c373edaf0de0"}) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;