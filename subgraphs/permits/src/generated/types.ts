import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CaseRow, Material, PermitRow } from '../tables.ts';
import type { CaseConnectionModel, ManyCasesConnectionModel, EnterpriseModel, PermitConnectionModel, RegionModel, ServiceItemModel, ServiceItemConnectionModel, TimeLimitStatisticModel } from '../models.ts';
import type { CatalogueItemRow, ItemVersionRow, ItemVersionEventRow } from '../items/item-tables.ts';
import type { CatalogueItemConnectionModel, ItemDeviationModel, ItemDeviationConnectionModel, ItemVersionConnectionModel, GuideModel } from '../items/item-models.ts';
import type { CertificateRow } from '@yiwang/subgraph-kit/certificates';
import type { PrefillRow } from '@yiwang/subgraph-kit/prefill/tables';
import type { WebhookModel } from '../webhooks/webhook-tables.ts';
import type { CaseMaterialRow } from '../materials/case-material-tables.ts';
import type { InboxEventModel } from '../cases/inbox-events.ts';
import type { CreatedUpload } from '@yiwang/subgraph-kit/materials';
import type { AbolishableMaterialModel, AbolishableMaterialConnectionModel, NextGrantModel } from '../reform/abolishable-materials.ts';
import type { MaterialCoordinateModel } from '../reform/resolve-material.ts';
import type { MatterPapersModel, MatterMaterialModel } from '../reform/matter-materials.ts';
import type { MaterialSourceRow } from '../reform/material-source-tables.ts';
import type { MaterialSourceConnectionModel } from '../reform/material-source-search.ts';
import type { OfferRow, OfferRunRow } from '../offers/offer-tables.ts';
import type { OfferConnectionModel, OfferRunConnectionModel } from '../offers/offer-lists.ts';
import type { ServiceIndicesModel, ItemIndexModel, IndexPartModel, CaseIndexModel } from '../indices/service-indices.ts';
import type { ItemIndexEntryModel, ItemIndexEntryConnectionModel } from '../indices/index-entries.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day, YYYY-MM-DD, in China Standard Time. */
  Date: { input: string; output: string; }
  /** A moment, ISO 8601; given out in UTC. */
  DateTime: { input: string; output: string; }
  /** An exact decimal number as a string: no rounding, no exponent. */
  Decimal: { input: string; output: string; }
  /**
   * Any JSON value, for what has a schema of its own, such as the answers in a form: objects, lists, texts, numbers, true, false and null, at most
   * 20 deep. What it may hold is said where it is used.
   */
  JSON: { input: unknown; output: unknown; }
  /** Code of an administrative region 行政区划代码 (GB/T 2260): 2, 4, 6, 9 or 12 digits for province, city, county, town, village. */
  RegionCode: { input: string; output: string; }
  /** Unified social credit code 统一社会信用代码 (GB 32100): 18 characters. Full-width and lower-case input is accepted. */
  USCC: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A material of an item, and whether the graph holds what it proves 免交材料. */
export type AbolishableMaterial = {
  __typename?: 'AbolishableMaterial';
  /** Cases of the item that were received in twelve months, drafts left out. */
  casesAYear: Scalars['Int']['output'];
  /** The coordinates that take its place together, by name. Empty when none is mapped to its name. */
  coordinates: Array<MaterialCoordinate>;
  material: GuideMaterial;
  /** What is uncertain, such as that grants could not be read. Null where nothing is. */
  note?: Maybe<Scalars['String']['output']>;
  /**
   * Papers that applicants hand in for it in a year: casesAYear times its originals and copies, from cases and catalogue. As if each case needed
   * it: see GuideMaterial.need.
   */
  papersAYear: Scalars['Int']['output'];
  serviceItem: ServiceItem;
  state: MaterialHoldingState;
};

/** A page of materials. */
export type AbolishableMaterialConnection = {
  __typename?: 'AbolishableMaterialConnection';
  edges: Array<AbolishableMaterialEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AbolishableMaterialEdge = {
  __typename?: 'AbolishableMaterialEdge';
  /** Opaque: pass it as `after` to go on behind this material. */
  cursor: Scalars['String']['output'];
  node: AbolishableMaterial;
};

/** Conditions on a material; all that are given must hold. */
export type AbolishableMaterialFilter = {
  /** Of items of this department, as ServiceDepartment.code. */
  department?: InputMaybe<Scalars['String']['input']>;
  /** Of items that are offered by this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** In one of these states. */
  states?: InputMaybe<Array<MaterialHoldingState>>;
};

/** For whom an answer may be kept. */
export type CacheControlScope =
  /** It differs from caller to caller. */
  | 'PRIVATE'
  /** Everyone who may read it gets the same. */
  | 'PUBLIC';

/** One request by one applicant for one service item 办件. It lives for days, and people decide in it. */
export type Case = {
  __typename?: 'Case';
  /** The day by which the office must accept, decide or deliver. Null while the office does not have the case, or it was not filed in the graph. */
  actBy?: Maybe<Scalars['Date']['output']>;
  /** Who applies 申请人. Null when it is no enterprise or is not known. */
  applicant?: Maybe<Enterprise>;
  /** Day on which it was decided or not accepted 办结日期. Null while it is open, and when it was withdrawn. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** What was decided 审批结果. Null while it is open, and when it ended without a decision. */
  decision?: Maybe<CaseDecision>;
  /** Last day of the promised time 承诺办结日, or of that by law where none is promised. Null before the case is accepted, and when it never was. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** Working days by which the time to decide was extended 延长. Null when it was not. */
  extensionDays?: Maybe<Scalars['Int']['output']>;
  /** Materials that are still to follow 容缺. Null when none are. */
  followUp?: Maybe<CaseFollowUp>;
  /** The answers in the form 申请表, as JSON by the fields of formSchema. Null when it was not filed in the graph. */
  form?: Maybe<Scalars['JSON']['output']>;
  /** The form that was frozen into the case: a JSON Schema of draft 2020-12 with titles in Chinese and English. Null when it was not filed in the graph. */
  formSchema?: Maybe<Scalars['JSON']['output']>;
  /** True when dueOn is over, or was over when it was decided. Never while the clock is stopped. */
  isOverdue: Scalars['Boolean']['output'];
  /** The files that were handed in 申请材料, first one first. Null when it was not filed in the graph. */
  materials?: Maybe<Array<CaseMaterial>>;
  /** 办件编号. */
  number: Scalars['ID']['output'];
  /** The offer from whose acceptance it comes 免申即享. Null when it comes from none. */
  offer?: Maybe<Offer>;
  /** The permit that was granted 办理结果. Null when there is none, and when it was voided. */
  permit?: Maybe<Permit>;
  /** What the form took from other departments 免填, by field. Null when it was not filed in the graph. */
  prefill?: Maybe<Array<PrefilledField>>;
  /** 好差评, from 1 to 5. Null when it was not rated. */
  rating?: Maybe<Scalars['Int']['output']>;
  /** Day on which it was received 收件日期; of a draft that on which it was begun. */
  receivedOn: Scalars['Date']['output'];
  /** Where it was filed. Null when not known. */
  region?: Maybe<Region>;
  /** Null when the register does not name it. */
  serviceItem?: Maybe<ServiceItem>;
  source: CaseSource;
  state: CaseState;
  /** Last day of the time by law 法定办结日. Null as for dueOn, and for a case that was not filed in the graph. */
  statutoryDueOn?: Maybe<Scalars['Date']['output']>;
  /** The day on which the clock was stopped 中止. Null when it is not stopped. */
  suspendedOn?: Maybe<Scalars['Date']['output']>;
  /** What has happened 办理过程, first event first. */
  timeline: Array<CaseEvent>;
  /** How long it took 用时, by who had it. Null when it was not filed in the graph. */
  times?: Maybe<CaseTimes>;
  /** 1 when it is begun, and one more for each step. */
  version: Scalars['Int']['output'];
  /** Day on which the permit was voided 撤销, because the matter of which the case was part failed. Null when it was not. */
  voidedOn?: Maybe<Scalars['Date']['output']>;
};

/** What was signed instead of a proof 告知承诺. */
export type CaseCommitmentInput = {
  /** The person who signed. */
  signedBy: Scalars['String']['input'];
  /** What the applicant was told and promises. */
  text: Scalars['String']['input'];
};

/** A page of cases. */
export type CaseConnection = {
  __typename?: 'CaseConnection';
  edges: Array<CaseEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** What was decided about a case 审批结果. */
export type CaseDecision =
  /** 不予许可 */
  | 'DENIED'
  /** 准予 */
  | 'GRANTED';

/** One thing that is missing or wrong 补正内容. */
export type CaseDefect = {
  __typename?: 'CaseDefect';
  /** The material or field of the form. Null when it is about neither. */
  about?: Maybe<Scalars['String']['output']>;
  /** What is wrong with it. */
  problem: Scalars['String']['output'];
};

/** One thing that is missing or wrong 补正内容. */
export type CaseDefectInput = {
  /** The material or field of the form. Null when it is about neither. */
  about?: InputMaybe<Scalars['String']['input']>;
  /** What is wrong with it, and what to do. */
  problem: Scalars['String']['input'];
};

export type CaseEdge = {
  __typename?: 'CaseEdge';
  /** Opaque: pass it as `after` to go on behind this case. */
  cursor: Scalars['String']['output'];
  node: Case;
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

/** One step of a case 办理环节. */
export type CaseEvent = {
  __typename?: 'CaseEvent';
  /** Moment of the step. Null when it was not taken in the graph: only the day is known. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** What is missing, of a step that returns the case 补正告知. Null for any other. */
  defects?: Maybe<Array<CaseDefect>>;
  /** Why or how 办理意见. Null when nothing was noted. */
  note?: Maybe<Scalars['String']['output']>;
  /** Day of the step. */
  on: Scalars['Date']['output'];
  /** Who took it. Null when it was not taken in the graph. */
  side?: Maybe<CaseSide>;
  step: CaseStep;
};

/** Materials that may follow by a day 容缺. */
export type CaseFollowUp = {
  __typename?: 'CaseFollowUp';
  /** The last day on which they may come. */
  by: Scalars['Date']['output'];
  /** Those that have not come. */
  materials: Array<Scalars['String']['output']>;
};

/** Materials that may follow 容缺. */
export type CaseFollowUpInput = {
  /** The last day on which they may come, after today. */
  by: Scalars['Date']['input'];
  /** Their names, at least one. */
  materials: Array<Scalars['String']['input']>;
};

/** A page of what officials have to do. */
export type CaseInboxConnection = {
  __typename?: 'CaseInboxConnection';
  edges: Array<CaseEdge>;
  pageInfo: PageInfo;
  /** Null when there are more than 10,000. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Conditions on a case at an office; all that are given must hold. */
export type CaseInboxFilter = {
  /** The item, as ServiceItem.code. */
  item?: InputMaybe<Scalars['ID']['input']>;
  /** True: only those on which the office should have acted, and whose clock is not stopped. */
  overdue?: Scalars['Boolean']['input'];
  /** Filed in this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Some of SUBMITTED, ACCEPTED, UNDER_REVIEW, SUSPENDED and DECIDED. Null for all of them. */
  states?: InputMaybe<Array<CaseState>>;
};

/**
 * An index of cases. For whoever may not read all cases, counts are rounded to multiples of the smallest number that is told, the value is
 * theirs, and below that number they are null with TOO_FEW_SUBJECTS: nothing can be learnt of a single applicant.
 */
export type CaseIndex = {
  __typename?: 'CaseIndex';
  /** Of all parts together. */
  denominator?: Maybe<Scalars['Int']['output']>;
  /** Of all parts together. */
  numerator?: Maybe<Scalars['Int']['output']>;
  parts: Array<CaseIndexPart>;
  /** 0 to 1: numerator by denominator. Null when there is nothing to divide by. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** A part of an index of cases: what is asked of each of them. As CaseIndex for whoever may not read all. */
export type CaseIndexPart = {
  __typename?: 'CaseIndexPart';
  /** The cases behind it, by number. For officials of this department. */
  cases?: Maybe<CaseConnection>;
  /** How many there are. */
  denominator?: Maybe<Scalars['Int']['output']>;
  name: CaseIndexPartName;
  /** How many count for it. */
  numerator?: Maybe<Scalars['Int']['output']>;
  /** 0 to 1. Null when there is nothing to divide by. */
  value?: Maybe<Scalars['Float']['output']>;
};


/** A part of an index of cases: what is asked of each of them. As CaseIndex for whoever may not read all. */
export type CaseIndexPartCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  counts?: InputMaybe<Scalars['Boolean']['input']>;
  first?: Scalars['Int']['input'];
};

/** What is asked of cases. */
export type CaseIndexPartName =
  | 'FILED_ONLINE'
  | 'IN_TIME'
  | 'SATISFIED';

/** What somebody applies for. */
export type CaseInput = {
  /** The enterprise that applies. Null when the person applies who is signed in. */
  applicant?: InputMaybe<Scalars['USCC']['input']>;
  /** The answers in the form, as far as they have come. */
  form?: InputMaybe<Scalars['JSON']['input']>;
  /** The item, as ServiceItem.code. */
  item: Scalars['ID']['input'];
  /** Where it is filed: the region of the item or one beneath it. Null for the region of the item. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};

/** A file of a case 申请材料. */
export type CaseMaterial = {
  __typename?: 'CaseMaterial';
  /** When it was uploaded. */
  at: Scalars['DateTime']['output'];
  /** Size of the file. */
  bytes: Scalars['Int']['output'];
  /** As MaterialUpload.id. */
  id: Scalars['ID']['output'];
  /** Which material of the guide it is. */
  material: Scalars['String']['output'];
  /** Read from the content, such as application/pdf. */
  mediaType: Scalars['String']['output'];
  /** Of the file, as its sender called it. */
  name: Scalars['String']['output'];
  /** Where the gateway gives it out, to whoever may see the case. Each download is in the access log. */
  path: Scalars['String']['output'];
  /** SHA-256 of the content, in hexadecimal digits. */
  sha256: Scalars['String']['output'];
};

/** What came of a step. */
export type CasePayload = {
  __typename?: 'CasePayload';
  /** The case as it stands. Null when the step was not taken. */
  case?: Maybe<Case>;
  /** Why the step was not taken. Empty when it was. */
  userErrors: Array<CaseUserError>;
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

/** How long a case took 用时, in hours. Of a case that is open, until now. */
export type CaseTimes = {
  __typename?: 'CaseTimes';
  /** While the applicant had it. */
  applicantHours: Scalars['Float']['output'];
  /** Taken by programs for the steps themselves. */
  machineHours: Scalars['Float']['output'];
  /** While the office had it and its clock ran. */
  officialHours: Scalars['Float']['output'];
  /** While the clock was stopped. */
  suspendedHours: Scalars['Float']['output'];
};

/** Why a step was not taken, and what to do. */
export type CaseUserError = {
  __typename?: 'CaseUserError';
  code: CaseErrorCode;
  /** Path of the argument that it is about. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What happened, and what to do. */
  message: Scalars['String']['output'];
};

/** An item of the basic catalogue 基本目录: what regions carry out, and what must be the same wherever they do. */
export type CatalogueItem = {
  __typename?: 'CatalogueItem';
  /** 基本编码 (GB/T 39554), 12 characters. */
  basicCode: Scalars['ID']['output'];
  /** Legal basis 设定依据. Null when the catalogue names none. */
  basis?: Maybe<Scalars['String']['output']>;
  /** Levels of government that carry it out 行使层级, highest first. Null when the catalogue names none. */
  levels?: Maybe<Array<ServiceLevel>>;
  /** Name 事项名称. */
  name: Scalars['String']['output'];
  source: DataSource;
  type: ServiceItemType;
};

/** A page of items of the basic catalogue. */
export type CatalogueItemConnection = {
  __typename?: 'CatalogueItemConnection';
  edges: Array<CatalogueItemEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type CatalogueItemEdge = {
  __typename?: 'CatalogueItemEdge';
  /** Opaque: pass it as `after` to go on behind this item. */
  cursor: Scalars['String']['output'];
  node: CatalogueItem;
};

/** Conditions on an item of the basic catalogue; all that are given must hold. */
export type CatalogueItemFilter = {
  /** Part of the name, one character or more; width, case and kind of brackets do not matter. */
  name?: InputMaybe<Scalars['String']['input']>;
  types?: InputMaybe<Array<ServiceItemType>>;
};

/** An electronic certificate 电子证照 of a record, as its department issued it. */
export type Certificate = {
  __typename?: 'Certificate';
  /** What is certified, signed by the department: SD-JWT VC. Null while the department has no keys. */
  credential?: Maybe<Scalars['String']['output']>;
  /** Where the gateway gives out the credential as a file. */
  credentialPath: Scalars['String']['output'];
  /** 电子证照标识 (GB/T 36904-2018). */
  identifier: Scalars['ID']['output'];
  /** When it was issued. */
  issuedAt: Scalars['DateTime']['output'];
  /** Where the gateway gives out the PDF. */
  path: Scalars['String']['output'];
  /** How it stands now. */
  state: CertificateState;
  /** When it came into its state. */
  stateAt: Scalars['DateTime']['output'];
  /** 版本号, from 1. A record that is certified again gets the next; the one before is revoked. */
  version: Scalars['Int']['output'];
};

/** How a certificate stands 证照状态. */
export type CertificateState =
  /** 失效: the record was revoked or cancelled, or certified again */
  | 'REVOKED'
  /** 暂停 */
  | 'SUSPENDED'
  /** 有效, within the time that it states */
  | 'VALID';

/** Levels of government that indices are compared by. */
export type ComparedLevel =
  | 'CITY'
  | 'COUNTY';

/** Where a row comes from. */
export type DataSource =
  /** The generator: made up, for trying things out. */
  | 'GENERATED'
  /** Somebody decided on it in the graph. */
  | 'GRAPH'
  /** A real register that was imported. */
  | 'REGISTER';

/** Whom a row is about 数据主体. */
export type DataSubject =
  /** An enterprise: read by those who act for it by a mandate 授权 in all matters, or in the matter of the row. */
  | 'ENTERPRISE'
  /** A person: read by that person. */
  | 'PERSON';

export type Enterprise = {
  __typename?: 'Enterprise';
  /** Its cases 办件, newest first. */
  cases?: Maybe<CaseConnection>;
  /** What it is offered without an application 免申即享, newest first. */
  offers?: Maybe<OfferConnection>;
  /** Permits that it holds or held 许可/证照, newest first. */
  permits?: Maybe<PermitConnection>;
  uscc: Scalars['USCC']['output'];
};


export type EnterpriseCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type EnterpriseOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type EnterprisePermitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** How a case stands that a client filed. Only that client is given it. */
export type FiledCase = {
  __typename?: 'FiledCase';
  /** Null while it is open, and when it ended without a decision. */
  decision?: Maybe<CaseDecision>;
  /** What is missing 补正告知. Null unless it is returned. */
  defects?: Maybe<Array<FiledCaseDefect>>;
  /** Last day of the promised time 承诺办结日. Null as for Case.dueOn. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** The item, as ServiceItem.code. */
  item: Scalars['ID']['output'];
  /** 办件编号, as Case.number. */
  number: Scalars['ID']['output'];
  /** What it gave, as Permit.number. Null when there is none, and when it was voided. */
  permit?: Maybe<Scalars['ID']['output']>;
  /** Why it was not accepted, or denied. Null when it was neither. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What it is part of, as the client named it. */
  reference: Scalars['ID']['output'];
  state: CaseState;
  /** 1 when it is begun, and one more for each step. */
  version: Scalars['Int']['output'];
  /** Day on which the permit was voided. Null when it was not. */
  voidedOn?: Maybe<Scalars['Date']['output']>;
};

/** That a case has changed which the client filed. */
export type FiledCaseChange = {
  __typename?: 'FiledCaseChange';
  /** When it changed. */
  at: Scalars['DateTime']['output'];
  /** Ascending, with gaps: pass the last one as `after` to be told what comes next. */
  id: Scalars['ID']['output'];
  /** As FiledCase.number. */
  number: Scalars['ID']['output'];
  /** The state after the change, which may not be the present one. */
  state: CaseState;
  /** The version that the change made. */
  version: Scalars['Int']['output'];
};

/** One thing that is missing or wrong in a case that a client filed 补正内容. */
export type FiledCaseDefect = {
  __typename?: 'FiledCaseDefect';
  /** The material or field of the form. Null when it is about neither. */
  about?: Maybe<Scalars['String']['output']>;
  /** What is wrong with it. */
  problem: Scalars['String']['output'];
};

/** A case that a client files for a person, as one step of several departments. */
export type FiledCaseInput = {
  /** The enterprise that applies. Null when the person applies for itself. */
  applicant?: InputMaybe<Scalars['USCC']['input']>;
  /** What is applied for, as CatalogueItem.basicCode: 12 characters. */
  basicCode: Scalars['ID']['input'];
  /** All answers in the form of the item. */
  form: Scalars['JSON']['input'];
  /** Who applies, or acts for the enterprise: the `sub` of the person's tokens, 1 to 200 characters. */
  person: Scalars['ID']['input'];
  /** What it is part of, such as the number of an application; 1 to 100 characters. */
  reference: Scalars['ID']['input'];
  /** Where it is filed. */
  region: Scalars['RegionCode']['input'];
};

/** What came of a step of a case that a client filed. */
export type FiledCasePayload = {
  __typename?: 'FiledCasePayload';
  /** The case as it stands. Null when the step was not taken. */
  case?: Maybe<FiledCase>;
  /** Why the step was not taken. Empty when it was. */
  userErrors: Array<CaseUserError>;
};

/** The permit that a decision makes. */
export type GrantedPermitInput = {
  /** Null for the name of the item with 证 behind it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The last day on which it is valid. Null when it has no end. */
  validUntil?: InputMaybe<Scalars['Date']['input']>;
};

/** One thing to hand in 申请材料. */
export type GuideMaterial = {
  __typename?: 'GuideMaterial';
  /** Its code in the guide, by which rules name it. Null when the register gives none. */
  code?: Maybe<Scalars['ID']['output']>;
  /** Copies 复印件份数. */
  copies: Scalars['Int']['output'];
  /** True when the department reads it from shared data 共享获取 and does not ask for it. */
  fromSharedData: Scalars['Boolean']['output'];
  /** Which department of the graph holds it, so that nobody has to hand it in. Null when the applicant hands it in. */
  heldBy?: Maybe<MaterialHolder>;
  /** Name 材料名称. */
  name: Scalars['String']['output'];
  /** Name in English. Null when the register gives none. */
  nameEn?: Maybe<Scalars['String']['output']>;
  /** Whether it is needed. Null when the register does not say. */
  need?: Maybe<MaterialNeed>;
  /**
   * The conditions of the rules that need it, for a material that depends on the answers: each is an object of fields of the form and what
   * their answers must be, as JSON Schema. Null for any other.
   */
  neededWhen?: Maybe<Array<Scalars['JSON']['output']>>;
  /** Originals 原件份数. */
  originals: Scalars['Int']['output'];
};

/** One step of a case 办理环节, as a guide names it. */
export type GuideStep = {
  __typename?: 'GuideStep';
  /** Its code in the guide, by which rules name it. */
  code: Scalars['ID']['output'];
  /** Name 环节名称. */
  name: Scalars['String']['output'];
  /** Name in English. */
  nameEn: Scalars['String']['output'];
};

/** That a case has changed 待办提醒. */
export type InboxEvent = {
  __typename?: 'InboxEvent';
  /** When it changed. */
  at: Scalars['DateTime']['output'];
  /** The case as it stands. Null when it is not the person's business any longer. */
  case?: Maybe<Case>;
  /** Pass the last one as `after`, to miss nothing. */
  id: Scalars['ID']['output'];
};

/** What must be the same at province, city and county 四同. */
export type ItemAspect =
  /** 依据相同: where both name one. */
  | 'BASIS'
  /** 编码相同: the basic code is in the catalogue. */
  | 'CODE'
  /** 名称相同: but for the width of characters. */
  | 'NAME'
  /** 类型相同 */
  | 'TYPE';

/** Where a service item is not what the basic catalogue says: one of the four that must be the same 四同. */
export type ItemDeviation = {
  __typename?: 'ItemDeviation';
  aspect: ItemAspect;
  /** The item of the catalogue with the same basic code, or where the code deviates the one with the same name. Null when there is none. */
  catalogueItem?: Maybe<CatalogueItem>;
  /** What the catalogue says. Null when it holds neither the code nor the name. */
  catalogueSays?: Maybe<Scalars['String']['output']>;
  /** What the service item says. Null when its full code holds no basic code. */
  itemSays?: Maybe<Scalars['String']['output']>;
  serviceItem: ServiceItem;
};

/** A page of deviations. */
export type ItemDeviationConnection = {
  __typename?: 'ItemDeviationConnection';
  /** How many there are of each kind, those that have none left out. */
  counts: Array<ItemDeviationCount>;
  edges: Array<ItemDeviationEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** Deviations of one kind. */
export type ItemDeviationCount = {
  __typename?: 'ItemDeviationCount';
  aspect: ItemAspect;
  /** Deviations, not items: one item may have several. */
  count: Scalars['Int']['output'];
};

export type ItemDeviationEdge = {
  __typename?: 'ItemDeviationEdge';
  /** Opaque: pass it as `after` to go on behind this deviation. */
  cursor: Scalars['String']['output'];
  node: ItemDeviation;
};

/** Conditions on a deviation; all that are given must hold. */
export type ItemDeviationFilter = {
  /** Of these kinds. */
  aspects?: InputMaybe<Array<ItemAspect>>;
  /** Of items that are offered by this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};

/** Who is entitled to an item without an application 免申即享. */
export type ItemEntitlement = {
  __typename?: 'ItemEntitlement';
  /** Rows of conditions: whoever meets all of one row is entitled (docs/service-items.md). */
  conditions: Scalars['JSON']['output'];
  /** A GraphQL document of one query of one list over the one schema, which is asked page by page. */
  document: Scalars['String']['output'];
  /** Answers in the form of the item that are the same for all. */
  form: Scalars['JSON']['output'];
  /** Where in a node of the list the enterprise's USCC stands, such as enterprise.uscc. */
  subject: Scalars['String']['output'];
  /** Days for which an offer holds. */
  validDays: Scalars['Int']['output'];
};

/** Who is entitled to an item without an application. */
export type ItemEntitlementInput = {
  /** 1 to 20 rows (docs/service-items.md). */
  conditions: Scalars['JSON']['input'];
  /**
   * One query of one list, which takes `$after: String` and selects `edges { node { … } } pageInfo { hasNextPage endCursor }`. It may take
   * `$region: RegionCode`, the region of the item, and `$usccs: [USCC!]`, null or the one enterprise that is looked at. At most 10000 characters.
   */
  document: Scalars['String']['input'];
  /** Answers in the form that are the same for all. They must fit it. */
  form?: InputMaybe<Scalars['JSON']['input']>;
  /** Where in a node of the list the enterprise's USCC stands. */
  subject?: Scalars['String']['input'];
  /** 1 to 366. */
  validDays?: Scalars['Int']['input'];
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

/** How to apply. Legal basis and levels are those of the service item. */
export type ItemGuideInput = {
  /** 1 to 50, of 1 to 1000 characters. */
  conditions: Array<Scalars['String']['input']>;
  /** In yuan. 0 is free. */
  feeCny: Scalars['Decimal']['input'];
  /** At most 100, in the order in which they are shown. */
  materials: Array<ItemMaterialInput>;
  /** From 1 (consult) to 8 (pay). */
  onlineDepth: Scalars['Int']['input'];
  /** Working days, at most statutoryDays. */
  promisedDays: Scalars['Int']['input'];
  /** Working days, 0 to 1000. 0 is at once. */
  statutoryDays: Scalars['Int']['input'];
  /** At most 50, in order. */
  steps: Array<ItemStepInput>;
  /** 0 to 20. */
  visits: Scalars['Int']['input'];
};

/** An index of items. */
export type ItemIndex = {
  __typename?: 'ItemIndex';
  /** Of all parts together. */
  denominator: Scalars['Int']['output'];
  /** Of all parts together. */
  numerator: Scalars['Int']['output'];
  parts: Array<ItemIndexPart>;
  /** 0 to 1: numerator by denominator. Null when there is nothing to divide by. */
  value?: Maybe<Scalars['Float']['output']>;
};

/** One thing that stands behind an index of items. */
export type ItemIndexEntry = {
  __typename?: 'ItemIndexEntry';
  /** The item of the catalogue that the region is to offer. Null in any part but OFFERED. */
  catalogueItem?: Maybe<CatalogueItem>;
  /** Whether it counts for the index. */
  counts: Scalars['Boolean']['output'];
  /** Null when the item names none. */
  region?: Maybe<Region>;
  /** Null for an item of the catalogue that the region does not offer. */
  serviceItem?: Maybe<ServiceItem>;
};

/** A page of what stands behind an index. */
export type ItemIndexEntryConnection = {
  __typename?: 'ItemIndexEntryConnection';
  edges: Array<ItemIndexEntryEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ItemIndexEntryEdge = {
  __typename?: 'ItemIndexEntryEdge';
  /** Opaque: pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  node: ItemIndexEntry;
};

/** A part of an index of items: what is asked of each of them. */
export type ItemIndexPart = {
  __typename?: 'ItemIndexPart';
  /** How many there are. */
  denominator: Scalars['Int']['output'];
  /** What stands behind it, by region and code: as many as the denominator, and of those that count as many as the numerator. */
  entries?: Maybe<ItemIndexEntryConnection>;
  name: ItemIndexPartName;
  /** How many count for it. */
  numerator: Scalars['Int']['output'];
  /** 0 to 1. Null when there is nothing to divide by. */
  value?: Maybe<Scalars['Float']['output']>;
};


/** A part of an index of items: what is asked of each of them. */
export type ItemIndexPartEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  counts?: InputMaybe<Scalars['Boolean']['input']>;
  first?: Scalars['Int']['input'];
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

/** One thing to hand in. */
export type ItemMaterialInput = {
  /** 1 to 40 upper-case letters, digits and underscores, no other material's. */
  code: Scalars['ID']['input'];
  /** 0 to 20. */
  copies?: Scalars['Int']['input'];
  /** Given where the graph holds it, and nobody hands it in. */
  heldBy?: InputMaybe<MaterialHolderInput>;
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** In English, 1 to 200 characters. */
  nameEn: Scalars['String']['input'];
  /** 0 to 20. */
  originals?: Scalars['Int']['input'];
};

/** Which materials and steps the answers in a form need. */
export type ItemRequirements = {
  __typename?: 'ItemRequirements';
  /** Those to hand in, and those that nobody hands in because the graph holds them, in the order of the guide. */
  materials: Array<GuideMaterial>;
  /** What the row of the rules that decides is for, in Chinese. Null when userErrors say why nothing is decided. */
  rule?: Maybe<Scalars['String']['output']>;
  /** The same in English. */
  ruleEn?: Maybe<Scalars['String']['output']>;
  /** In the order of the guide. */
  steps: Array<GuideStep>;
  /** NO_RULE_APPLIES, or what is wrong with the answers. */
  userErrors: Array<ItemUserError>;
};

/** One step of a case. */
export type ItemStepInput = {
  /** 1 to 40 upper-case letters, digits and underscores, no other step's. */
  code: Scalars['ID']['input'];
  /** 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** In English, 1 to 200 characters. */
  nameEn: Scalars['String']['input'];
};

/** Why something was not done, and what to do about it. */
export type ItemUserError = {
  __typename?: 'ItemUserError';
  code: ItemErrorCode;
  /** Path of the argument that it is about, such as content, form, properties, areaM2. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong and what to do, in English. */
  message: Scalars['String']['output'];
};

/** What a department has written about a service item: guide, form and rules. What was published never changes. */
export type ItemVersion = {
  __typename?: 'ItemVersion';
  /** When it was changed last. */
  changedAt: Scalars['DateTime']['output'];
  /** Who is offered it without an application 免申即享. Null when nobody is. */
  entitlement?: Maybe<ItemEntitlement>;
  /** The form to fill in, as ServiceItem.form. */
  form: Scalars['JSON']['output'];
  /** How to apply 办事指南. */
  guide: ServiceGuide;
  /** What was done to it, first event first. For the department's officials. */
  history?: Maybe<Array<ItemVersionEvent>>;
  /** What the form takes from other departments: a GraphQL document over the one schema. Null when it takes nothing. */
  prefill?: Maybe<Scalars['String']['output']>;
  /** Null before it is published. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Counts the changes. A mutation takes the one that the official saw. */
  revision: Scalars['Int']['output'];
  /**
   * The rules by which answers need materials and steps: a decision table, of which the first row whose conditions all hold decides
   * (docs/service-items.md).
   */
  rules: Scalars['JSON']['output'];
  serviceItem: ServiceItem;
  state: ItemVersionState;
  /** When the next version was published. Null before. */
  supersededAt?: Maybe<Scalars['DateTime']['output']>;
  /** 1, 2, 3 … of its service item. */
  version: Scalars['Int']['output'];
};

/** What is done to a version of a service item. */
export type ItemVersionAction =
  /** The draft was made. */
  | 'CREATE'
  /** It was published. */
  | 'PUBLISH'
  /** It was returned to its authors. */
  | 'RETURN'
  /** The draft was changed. */
  | 'REVISE'
  /** It was submitted to review. */
  | 'SUBMIT'
  /** The next version was published. */
  | 'SUPERSEDE';

/** A page of versions. */
export type ItemVersionConnection = {
  __typename?: 'ItemVersionConnection';
  edges: Array<ItemVersionEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ItemVersionEdge = {
  __typename?: 'ItemVersionEdge';
  /** Opaque: pass it as `after` to go on behind this version. */
  cursor: Scalars['String']['output'];
  node: ItemVersion;
};

/** What was done to a version of a service item, and by whom. */
export type ItemVersionEvent = {
  __typename?: 'ItemVersionEvent';
  action: ItemVersionAction;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** State before. Null for the first. */
  from?: Maybe<ItemVersionState>;
  /** Why it was returned. Null for any other action. */
  reason?: Maybe<Scalars['String']['output']>;
  /** State after. */
  to: ItemVersionState;
  /** The official who did it. */
  user: Scalars['String']['output'];
};

/** What a version of a service item says. */
export type ItemVersionInput = {
  /** Who is offered it without an application. */
  entitlement?: InputMaybe<ItemEntitlementInput>;
  /** A JSON Schema of the part that forms may have (docs/service-items.md). */
  form: Scalars['JSON']['input'];
  guide: ItemGuideInput;
  /** A GraphQL document of one query, at most 10000 characters. */
  prefill?: InputMaybe<Scalars['String']['input']>;
  /** A decision table (docs/service-items.md). */
  rules: Scalars['JSON']['input'];
};

/** What became of a version of a service item. */
export type ItemVersionPayload = {
  __typename?: 'ItemVersionPayload';
  /** As it is now. Null when userErrors say why nothing was done. */
  itemVersion?: Maybe<ItemVersion>;
  /** Empty when it was done. */
  userErrors: Array<ItemUserError>;
  /** What keeps a draft from being published, and what is suspicious about it. */
  warnings: Array<ItemUserError>;
};

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

/** A field of the one schema that takes the place of a material. */
export type MaterialCoordinate = {
  __typename?: 'MaterialCoordinate';
  /** Legal basis of the sharing class. Null when the department does not say. */
  basis?: Maybe<Scalars['String']['output']>;
  /** Such as Enterprise.name. */
  coordinate: Scalars['ID']['output'];
  /** The department that holds it, by its name in the graph. */
  department: Scalars['ID']['output'];
  /** Whether this department may read it. */
  isOpen: Scalars['Boolean']['output'];
  /** What officials say of the mapping. Null when nothing. */
  note?: Maybe<Scalars['String']['output']>;
  sharing: SharingClass;
};

/** Where the graph holds what a material would prove. */
export type MaterialHolder = {
  __typename?: 'MaterialHolder';
  /** The department in the graph, such as enterprises. */
  department: Scalars['String']['output'];
  /** The field that holds it, such as Enterprise.name. */
  resource: Scalars['String']['output'];
};

/** Where the graph holds it. */
export type MaterialHolderInput = {
  /** The department in the graph, such as enterprises. */
  department: Scalars['String']['input'];
  /** The field that holds it, such as Enterprise.name. */
  resource: Scalars['String']['input'];
};

/** Whether the graph holds what a material proves. */
export type MaterialHoldingState =
  /** 已免交: the guide says already that nobody hands it in. */
  | 'ABOLISHED'
  /** 可免交: the graph holds it for everyone, or this department does itself. It can be abolished now. */
  | 'HELD_OPEN'
  /** 需申请: this department needs a grant first. */
  | 'NEEDS_GRANT'
  /** 不予共享: by law no department is granted it. */
  | 'NOT_SHARED'
  /** The graph does not hold it, or nobody has said where. */
  | 'UNKNOWN'
  /** 已授权: this department has a grant. It can be abolished now. */
  | 'WITHIN_GRANT';

/** Whether a material has to be handed in. */
export type MaterialNeed =
  /** 必要: for all answers. */
  | 'ALWAYS'
  /** 视情况: for some answers. */
  | 'DEPENDS'
  /** 无需提交: the graph holds it. */
  | 'NEVER';

/** That a coordinate holds what a material proves. */
export type MaterialSource = {
  __typename?: 'MaterialSource';
  /** When it was found in the one schema. */
  checkedAt: Scalars['DateTime']['output'];
  /** Such as Enterprise.name. */
  coordinate: Scalars['ID']['output'];
  /** The department that held it when it was checked, by its name in the graph. */
  department: Scalars['ID']['output'];
  /** Name of the material, as names are compared: width folded, upper case, no blanks. `*` stands for any characters. */
  material: Scalars['String']['output'];
  /** What the official says of it. Null when nothing. */
  note?: Maybe<Scalars['String']['output']>;
  /** When it was checked. */
  sharing: SharingClass;
  source: CaseSource;
};

/** A page of mappings. */
export type MaterialSourceConnection = {
  __typename?: 'MaterialSourceConnection';
  edges: Array<MaterialSourceEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type MaterialSourceEdge = {
  __typename?: 'MaterialSourceEdge';
  /** Opaque: pass it as `after` to go on behind this mapping. */
  cursor: Scalars['String']['output'];
  node: MaterialSource;
};

/** What became of a mapping. */
export type MaterialSourcePayload = {
  __typename?: 'MaterialSourcePayload';
  /** As it is now. Null when it was removed, and when userErrors say why nothing was done. */
  materialSource?: Maybe<MaterialSource>;
  userErrors: Array<ItemUserError>;
};

/** A file that may be sent now. */
export type MaterialUpload = {
  __typename?: 'MaterialUpload';
  /** Until when. */
  expiresAt: Scalars['DateTime']['output'];
  /** Also that of the material. */
  id: Scalars['ID']['output'];
  /** Where the bytes are sent, at the gateway. */
  path: Scalars['String']['output'];
};

/** What came of beginning an upload. */
export type MaterialUploadPayload = {
  __typename?: 'MaterialUploadPayload';
  /** Null when none was begun. */
  upload?: Maybe<MaterialUpload>;
  userErrors: Array<CaseUserError>;
};

/** A material of a matter, and whether the graph holds what it proves: as AbolishableMaterial, for all steps together. */
export type MatterMaterial = {
  __typename?: 'MatterMaterial';
  /** Applications of twelve months that took a step which needs it. Of several steps, those of the one that was taken most often. */
  applicationsAYear: Scalars['Int']['output'];
  /** The items that need it, by basic code. */
  catalogueItems: Array<CatalogueItem>;
  /** As of AbolishableMaterial. */
  coordinates: Array<MaterialCoordinate>;
  /** As the guide has it that asks for most papers: regions write their own guides. */
  material: GuideMaterial;
  /** As of AbolishableMaterial. */
  note?: Maybe<Scalars['String']['output']>;
  /** Papers that applicants hand in for it in a year: applicationsAYear times its originals and copies. As if each application needed it. */
  papersAYear: Scalars['Int']['output'];
  /** As of AbolishableMaterial; ABOLISHED and WITHIN_GRANT when that holds in every region. */
  state: MaterialHoldingState;
};

export type MatterPapers = {
  __typename?: 'MatterPapers';
  /**
   * What its applicants would hand in for the steps that are cases of items of this department, and which of it the graph holds: as
   * ServiceItem.abolishableMaterials, each material once 一件事一次办, even if several steps need it. Most papers first. Empty when no step is such
   * a case.
   */
  abolishableMaterials?: Maybe<Array<MatterMaterial>>;
  itemUse: Scalars['JSON']['output'];
  matter: Scalars['ID']['output'];
  /** The grants after which materials of it need not be handed in any more, as Query.nextGrants: those that save most papers first. */
  nextGrants?: Maybe<Array<NextGrant>>;
};


export type MatterPapersAbolishableMaterialsArgs = {
  until?: InputMaybe<Scalars['String']['input']>;
};


export type MatterPapersNextGrantsArgs = {
  until?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Accepts a case 受理, which starts the time to decide; with `followUp` although materials are missing 容缺受理, with `commitment` on a
   * signed commitment instead of a proof 告知承诺. Not with both.
   */
  acceptCase?: Maybe<CasePayload>;
  /**
   * Accepts an offer: begins a case, fills its form with what other departments hold, and submits it. Answers that the form needs besides
   * are in `form`.
   */
  acceptOffer?: Maybe<OfferPayload>;
  /**
   * Says which coordinate of the one schema holds what a material proves. With several, all of them together take its place. Requires the
   * scope items:edit.
   */
  addMaterialSource?: Maybe<MaterialSourcePayload>;
  /**
   * Says of a value that was filled in that it is right, or what is wrong with it: that is reported to the department that owns it
   * 疑义校核. The answer in the form is the applicant's own, and is changed by saveCase.
   */
  answerPrefill?: Maybe<CasePayload>;
  /** Attaches a file that was sent whole, as one of the materials of the guide: to a draft, a returned case, or where it was to follow. */
  attachCaseMaterial?: Maybe<CasePayload>;
  /**
   * Decides a case 决定. GRANTED makes the permit at once; DENIED needs a reason. Not possible before materials have come that were to
   * follow, but for DENIED once their day is over.
   */
  decideCase?: Maybe<CasePayload>;
  /** Does not accept a case 不予受理. Final. */
  declineCase?: Maybe<CasePayload>;
  /** Declines an offer. It is not made again under the same version of the item. */
  declineOffer?: Maybe<OfferPayload>;
  /** Says that the applicant has the result 送达. */
  deliverCase?: Maybe<CasePayload>;
  /**
   * Saves a draft of the next version of a service item: makes one without a revision, and changes the one that there is with its
   * revision. What is wrong with it, and would keep it from being published, is in `warnings`. Requires the scope items:edit.
   */
  draftItemVersion: ItemVersionPayload;
  /** Turns a webhook on again that failed for three days. It goes on where it was. */
  enableWebhook?: Maybe<WebhookPayload>;
  /**
   * Ends a permit before its time: takes it away 吊销/撤销, or records that it was given up or ended by law 注销. Its certificate is revoked
   * with it. Final.
   */
  endPermit?: Maybe<PermitPayload>;
  /** Extends the time to decide 延长期限 by 1 to 10 working days: once, and before it is over. */
  extendCase?: Maybe<CasePayload>;
  /**
   * Files a case for a person, whole: makes it and submits it. The item is that of the region, or of the nearest region above that offers it.
   * For applications that run steps of matters (scope matters:run), which alone see and change the case by these mutations; the person sees it
   * in `myCases`, as its own.
   */
  fileCase?: Maybe<FiledCasePayload>;
  /**
   * Fills the form of a draft with what other departments hold 免填, where it is not answered yet: asked with the case as the purpose, within
   * a second. What was found, and which department does not answer or needs a grant, stands in `Case.prefill`.
   */
  prefillCase?: Maybe<CasePayload>;
  /**
   * Publishes a version: it holds from now on, and the one before is superseded. Who wrote any of it may not publish it. Requires the
   * scope items:publish.
   */
  publishItemVersion: ItemVersionPayload;
  /** Rates how the case was handled 好差评, once, after it is delivered: 5 very satisfied 非常满意, 1 very dissatisfied 非常不满意. */
  rateCase?: Maybe<CasePayload>;
  /** Completes a case that the client filed and that was returned 补正, with all answers of the form, and submits it again. */
  refileCase?: Maybe<FiledCasePayload>;
  /**
   * Registers an address that is told when a case has changed which the person filed, for software that files in bulk. Messages follow
   * Standard Webhooks: signed with the secret, and sent again, later each time, until they are answered with a status of 2xx. They say
   * what has changed, and are no substitute for reading it.
   */
  registerWebhook?: Maybe<WebhookPayload>;
  /** Takes a file out of a draft, or of a case that was returned. */
  removeCaseMaterial?: Maybe<CasePayload>;
  /** Removes what addMaterialSource added, or the seed. Requires the scope items:edit. */
  removeMaterialSource?: Maybe<MaterialSourcePayload>;
  /** Removes a webhook: nothing more is sent. */
  removeWebhook?: Maybe<WebhookPayload>;
  /** Lets the clock go on 恢复审查. */
  resumeCase?: Maybe<CasePayload>;
  /** Lets a permit that was suspended hold again 恢复, and its certificate with it. */
  resumePermit?: Maybe<PermitPayload>;
  /** Returns a case to be completed 一次性告知补正: once, with everything that is missing. */
  returnCase?: Maybe<CasePayload>;
  /** Returns a version from review to its authors, with the reason. Requires the scope items:publish. */
  returnItemVersion: ItemVersionPayload;
  /** Replaces the secret of a webhook. For a day, messages are signed with both. */
  rotateWebhookSecret?: Maybe<WebhookPayload>;
  /**
   * Starts a run that offers an item to all who are entitled to it, or looks at one enterprise. While one is under way for all, that one is
   * returned. Requires the scope items:publish.
   */
  runOffers?: Maybe<OfferRunPayload>;
  /** Saves the answers in the form, as far as they have come. Possible for a draft, and while the case is returned. */
  saveCase?: Maybe<CasePayload>;
  /**
   * Begins a case as a draft, for the person who is signed in or for an enterprise that it acts for. The form of the item is frozen into
   * it.
   */
  startCase?: Maybe<CasePayload>;
  /** Begins to review an accepted case 审查. */
  startCaseReview?: Maybe<CasePayload>;
  /** Submits a draft 提交, or a case that was returned and is complete now 补正. */
  submitCase?: Maybe<CasePayload>;
  /** Submits a draft to review. It must be fit to be published. Requires the scope items:edit. */
  submitItemVersion: ItemVersionPayload;
  /** Says that materials have come which were to follow 补交. */
  supplyCaseMaterials?: Maybe<CasePayload>;
  /** Stops the clock 中止, as for an inspection that takes its time. */
  suspendCase?: Maybe<CasePayload>;
  /** Suspends a permit 暂停, and its certificate with it. */
  suspendPermit?: Maybe<PermitPayload>;
  /** Sends a message of the type webhook.test at once, and says how it was answered. */
  testWebhook?: Maybe<WebhookTestPayload>;
  /**
   * Begins to upload a file 材料 for a case. Its bytes are sent to `upload.path` of the gateway with PATCH, in one request or in many
   * (tus 1.0), and then it is attached.
   */
  uploadCaseMaterial?: Maybe<MaterialUploadPayload>;
  /**
   * Voids the permit of a case that the client filed and that was granted, because the matter of which it was part failed: the permit is gone,
   * and its certificate is revoked. A case that gave no permit, or whose permit is void already, stays as it is; WRONG_STATE before it is
   * decided.
   */
  voidFiledCase?: Maybe<FiledCasePayload>;
  /** Withdraws a case 撤回, until it is decided. */
  withdrawCase?: Maybe<CasePayload>;
  /** Withdraws a case that the client filed, until it is decided. One that was withdrawn before stays as it is. */
  withdrawFiledCase?: Maybe<FiledCasePayload>;
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationAcceptCaseArgs = {
  commitment?: InputMaybe<CaseCommitmentInput>;
  expectedVersion: Scalars['Int']['input'];
  followUp?: InputMaybe<CaseFollowUpInput>;
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationAcceptOfferArgs = {
  expectedVersion: Scalars['Int']['input'];
  form?: InputMaybe<Scalars['JSON']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationAddMaterialSourceArgs = {
  coordinate: Scalars['String']['input'];
  idempotencyKey: Scalars['ID']['input'];
  material: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationAnswerPrefillArgs = {
  expectedVersion: Scalars['Int']['input'];
  field: Scalars['String']['input'];
  idempotencyKey: Scalars['ID']['input'];
  isRight: Scalars['Boolean']['input'];
  number: Scalars['ID']['input'];
  problem?: InputMaybe<Scalars['String']['input']>;
  proposal?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationAttachCaseMaterialArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  material: Scalars['String']['input'];
  number: Scalars['ID']['input'];
  upload: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationDecideCaseArgs = {
  decision: CaseDecision;
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  permit?: InputMaybe<GrantedPermitInput>;
  reason?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationDeclineCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationDeclineOfferArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationDeliverCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationDraftItemVersionArgs = {
  content: ItemVersionInput;
  idempotencyKey: Scalars['ID']['input'];
  item: Scalars['ID']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationEnableWebhookArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationEndPermitArgs = {
  how: PermitEnd;
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationExtendCaseArgs = {
  days: Scalars['Int']['input'];
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationFileCaseArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: FiledCaseInput;
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationPrefillCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationPublishItemVersionArgs = {
  idempotencyKey: Scalars['ID']['input'];
  item: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
  version: Scalars['Int']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationRateCaseArgs = {
  comment?: InputMaybe<Scalars['String']['input']>;
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  stars: Scalars['Int']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationRefileCaseArgs = {
  form: Scalars['JSON']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationRegisterWebhookArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: WebhookInput;
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationRemoveCaseMaterialArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  upload: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationRemoveMaterialSourceArgs = {
  coordinate: Scalars['String']['input'];
  idempotencyKey: Scalars['ID']['input'];
  material: Scalars['String']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationRemoveWebhookArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationResumeCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationResumePermitArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationReturnCaseArgs = {
  defects: Array<CaseDefectInput>;
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationReturnItemVersionArgs = {
  idempotencyKey: Scalars['ID']['input'];
  item: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  revision: Scalars['Int']['input'];
  version: Scalars['Int']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationRotateWebhookSecretArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationRunOffersArgs = {
  enterprise?: InputMaybe<Scalars['USCC']['input']>;
  idempotencyKey: Scalars['ID']['input'];
  item: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationSaveCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  form: Scalars['JSON']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationStartCaseArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: CaseInput;
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationStartCaseReviewArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationSubmitCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationSubmitItemVersionArgs = {
  idempotencyKey: Scalars['ID']['input'];
  item: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
  version: Scalars['Int']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationSupplyCaseMaterialsArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  materials: Array<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationSuspendCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationSuspendPermitArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationTestWebhookArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationUploadCaseMaterialArgs = {
  bytes: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  number: Scalars['ID']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationVoidFiledCaseArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationWithdrawCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Commands. Each is carried out as a whole or not at all, and what keeps it from being carried out stands in `userErrors`. Each takes an
 * idempotency key, which is new for each command, 1 to 100 printable characters such as a UUID: sent again with the same key and input, a
 * command does nothing twice. And each takes the version or revision that the caller saw, so that nobody changes what he has not seen.
 */
export type MutationWithdrawFiledCaseArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** A page of the cases of a person. */
export type MyCaseConnection = {
  __typename?: 'MyCaseConnection';
  edges: Array<CaseEdge>;
  pageInfo: PageInfo;
  /** Null when there are more than 10,000. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Conditions on a case; all that are given must hold. */
export type MyCaseFilter = {
  applicant?: InputMaybe<Scalars['USCC']['input']>;
  states?: InputMaybe<Array<CaseState>>;
};

/** What abolishes materials once it is granted: the same for all of them. */
export type NextGrant = {
  __typename?: 'NextGrant';
  /** How to apply, one command for each department. */
  apply: Array<Scalars['String']['output']>;
  /** What must be granted, by name; of several departments, each must grant its own. */
  coordinates: Array<MaterialCoordinate>;
  /** Of how many items; of a matter, of how many items of the basic catalogue. */
  items: Scalars['Int']['output'];
  /** How many materials fall away, in all items. */
  materials: Scalars['Int']['output'];
  /** Names of the materials, by name. */
  names: Array<Scalars['String']['output']>;
  /** As AbolishableMaterial.note. */
  note?: Maybe<Scalars['String']['output']>;
  /** As AbolishableMaterial.papersAYear, of all of them. */
  papersAYear: Scalars['Int']['output'];
};

/** What an enterprise is offered without an application 免申即享. */
export type Offer = {
  __typename?: 'Offer';
  /** The case that its acceptance began. Null before. */
  case?: Maybe<Case>;
  /** Who is offered it. Null only while market regulation does not answer. */
  enterprise?: Maybe<Enterprise>;
  /** What was read of the enterprise, and when; not the values. */
  evidence: Array<OfferEvidence>;
  /** Such as OF-2026-00000017. */
  id: Scalars['ID']['output'];
  /** The version of the item that says who is entitled. */
  itemVersion: Scalars['Int']['output'];
  /** When it was made, or made again. */
  madeAt: Scalars['DateTime']['output'];
  /** Why the enterprise is entitled, in Chinese. Null when the item no longer says. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The same in English. */
  reasonEn?: Maybe<Scalars['String']['output']>;
  serviceItem: ServiceItem;
  state: OfferState;
  /** Last day on which it can be accepted. */
  validUntil: Scalars['Date']['output'];
  /** 1 when it is made, and one more for each change. */
  version: Scalars['Int']['output'];
};

/** A page of offers. */
export type OfferConnection = {
  __typename?: 'OfferConnection';
  edges: Array<OfferEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type OfferEdge = {
  __typename?: 'OfferEdge';
  /** Opaque: pass it as `after` to go on behind this offer. */
  cursor: Scalars['String']['output'];
  node: Offer;
};

/** What was read of an enterprise for an offer. Its value is not kept. */
export type OfferEvidence = {
  __typename?: 'OfferEvidence';
  /** Such as Taxpayer.aListYears. */
  coordinate: Scalars['ID']['output'];
  /** Who told it, by its name in the graph. */
  department: Scalars['ID']['output'];
  /** When it was read. */
  readAt: Scalars['DateTime']['output'];
  sharing: SharingClass;
};

/** Conditions on an offer; all that are given must hold. */
export type OfferFilter = {
  enterprise?: InputMaybe<Scalars['USCC']['input']>;
  states?: InputMaybe<Array<OfferState>>;
};

/** What became of an offer. */
export type OfferPayload = {
  __typename?: 'OfferPayload';
  /** The case that its acceptance began. Null when there is none. */
  case?: Maybe<Case>;
  /** As it stands. Null when nothing was done. */
  offer?: Maybe<Offer>;
  userErrors: Array<CaseUserError>;
};

/** A run that looks for who is entitled to an item. */
export type OfferRun = {
  __typename?: 'OfferRun';
  /** What was denied, each once; at most 20. */
  denials: Array<Scalars['String']['output']>;
  /** Enterprises of whom this department may not read something: they are offered nothing. */
  denied: Scalars['Int']['output'];
  /** The only enterprise that it looks at. Null for all. */
  enterprise?: Maybe<Enterprise>;
  /** Of these, those that are entitled. */
  entitled: Scalars['Int']['output'];
  /** Why it failed, or what keeps it for now. Null where nothing does. */
  error?: Maybe<Scalars['String']['output']>;
  /** Null while it is running. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Such as 17; later runs have larger ones. */
  id: Scalars['ID']['output'];
  /** The version of the item that says who is entitled. */
  itemVersion: Scalars['Int']['output'];
  /** The night of a nightly run. Null for one that an official started. */
  night?: Maybe<Scalars['Date']['output']>;
  /** Offers that were made. */
  offered: Scalars['Int']['output'];
  /** Enterprises that were read. */
  read: Scalars['Int']['output'];
  serviceItem: ServiceItem;
  /** When it was started. */
  startedAt: Scalars['DateTime']['output'];
  state: OfferRunState;
  /** Offers that were taken back. */
  withdrawn: Scalars['Int']['output'];
};

/** A page of runs. */
export type OfferRunConnection = {
  __typename?: 'OfferRunConnection';
  edges: Array<OfferRunEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type OfferRunEdge = {
  __typename?: 'OfferRunEdge';
  /** Opaque: pass it as `after` to go on behind this run. */
  cursor: Scalars['String']['output'];
  node: OfferRun;
};

/** What became of the start of a run. */
export type OfferRunPayload = {
  __typename?: 'OfferRunPayload';
  /** Null when none was started. */
  run?: Maybe<OfferRun>;
  userErrors: Array<ItemUserError>;
};

/** Where a run stands. */
export type OfferRunState =
  /** It was given up: see error. */
  | 'FAILED'
  | 'FINISHED'
  | 'RUNNING';

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

/** Where a page ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** The result of a granted case 许可/证照. */
export type Permit = {
  __typename?: 'Permit';
  /** The case that led to it. Null when the register does not name it. */
  case?: Maybe<Case>;
  /** Its electronic certificate. Null for a permit that was not granted in the graph, or while the department issues none. */
  certificate?: Maybe<Certificate>;
  /** Day on which it was revoked or cancelled before its time. Null when it was not. */
  endedOn?: Maybe<Scalars['Date']['output']>;
  /** Who holds it 持证主体. Null when it is no enterprise or is not known. */
  holder?: Maybe<Enterprise>;
  /** 颁发机构. */
  issuingAuthority: Scalars['String']['output'];
  /** Name 证照名称, such as 食品经营许可证. */
  name: Scalars['String']['output'];
  /** 证照编号. */
  number: Scalars['ID']['output'];
  /** Region of the issuing authority. Null when not known. */
  region?: Maybe<Region>;
  /** Null when the register does not name it. */
  serviceItem?: Maybe<ServiceItem>;
  source: CaseSource;
  /** How it stands on a day; today in China when none is given. */
  status: PermitStatus;
  /** Day since which it is suspended. Null when it is not. */
  suspendedOn?: Maybe<Scalars['Date']['output']>;
  /** First day on which it is valid 有效期起. */
  validFrom: Scalars['Date']['output'];
  /** Last day on which it is valid 有效期止. Null when it has no end. */
  validUntil?: Maybe<Scalars['Date']['output']>;
};


/** The result of a granted case 许可/证照. */
export type PermitStatusArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** A page of permits. */
export type PermitConnection = {
  __typename?: 'PermitConnection';
  edges: Array<PermitEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type PermitEdge = {
  __typename?: 'PermitEdge';
  /** Opaque: pass it as `after` to go on behind this permit. */
  cursor: Scalars['String']['output'];
  node: Permit;
};

/** How a permit ends before its time. */
export type PermitEnd =
  /** 注销 */
  | 'CANCELLED'
  /** 吊销/撤销 */
  | 'REVOKED';

/** What came of a command on a permit. */
export type PermitPayload = {
  __typename?: 'PermitPayload';
  /** The permit as it stands. Null when nothing was changed. */
  permit?: Maybe<Permit>;
  /** Why nothing was changed. Empty when it was. */
  userErrors: Array<CaseUserError>;
};

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

/** One field of a form that was filled with what another department holds 免填. */
export type PrefilledField = {
  __typename?: 'PrefilledField';
  /** What it is there, such as Enterprise.name. */
  coordinate: Scalars['String']['output'];
  /** Number of the report of wrong data 疑义校核, as Correction.number. Null where none was made, or the exchange does not have it yet. */
  correction?: Maybe<Scalars['ID']['output']>;
  /** Who holds it, by its name in the graph. */
  department: Scalars['ID']['output'];
  /** Name of the field, with dots for fields in fields, such as premises.areaM2. */
  field: Scalars['String']['output'];
  /** When it was read. */
  readAt: Scalars['DateTime']['output'];
  /** Why there is no value, or why it does not fit. Null where there is nothing to say. */
  reason?: Maybe<Scalars['String']['output']>;
  sharing: SharingClass;
  state: PrefillState;
  /** The value that the department gave, as JSON. Null unless there is one. */
  value?: Maybe<Scalars['JSON']['output']>;
  /** What the applicant says of it. Null before. */
  verdict?: Maybe<PrefillVerdict>;
};

export type Query = {
  __typename?: 'Query';
  /**
   * Which materials the graph holds already 免交材料, and which it could hold if this department had a grant: those that save most papers
   * first. For officials of this department, and for departments whose matters pass the items of their steps.
   */
  abolishableMaterials?: Maybe<AbolishableMaterialConnection>;
  /** One case 办件. Null with NOT_FOUND when the register does not hold it, and when it is a draft of somebody else. */
  case?: Maybe<Case>;
  /**
   * What officials 工作人员 have to do: the cases at the offices for which the person decides, the one to act on first comes first. For
   * clients of this department.
   */
  caseInbox?: Maybe<CaseInboxConnection>;
  /** One item of the basic catalogue 基本目录. Null with NOT_FOUND when the catalogue does not hold it. */
  catalogueItem?: Maybe<CatalogueItem>;
  /** Items of the basic catalogue that match every condition of the filter, by basic code. */
  catalogueItems?: Maybe<CatalogueItemConnection>;
  /**
   * What has changed of the cases that the client filed, in the order of publication; to be asked each second. Changes are kept for
   * OUTBOX_HOURS. Scope matters:run.
   */
  filedCaseChanges?: Maybe<Array<FiledCaseChange>>;
  /**
   * How cases stand that the client filed with `fileCase`, in the order of the numbers; null for all others. At most 100. For applications that
   * run steps of matters (scope matters:run).
   */
  filedCases?: Maybe<Array<Maybe<FiledCase>>>;
  /**
   * Where service items are not what the basic catalogue says 三级四同: name, code, type and basis must be the same at province, city
   * and county. By code of the service item.
   */
  itemDeviations?: Maybe<ItemDeviationConnection>;
  /**
   * One version of a service item: guide, form and rules. Null with NOT_FOUND when there is none that the caller may see: those that
   * are not published yet are seen by the department's officials alone.
   */
  itemVersion?: Maybe<ItemVersion>;
  /** Versions of service items, by code and number, those that are not published yet among them. For the department's officials. */
  itemVersions?: Maybe<ItemVersionConnection>;
  /** Which coordinates hold what materials prove, by name of the material. For officials of this department. */
  materialSources?: Maybe<MaterialSourceConnection>;
  /**
   * The cases of the person who is signed in and of the enterprises that it acts for, drafts among them, newest first: those of the
   * matters for which the mandates hold.
   */
  myCases?: Maybe<MyCaseConnection>;
  /** What the enterprises for which the person acts are offered without an application 免申即享, newest first. */
  myOffers?: Maybe<OfferConnection>;
  /** The webhooks of the person who is signed in, newest first; at most 10. */
  myWebhooks?: Maybe<Array<Webhook>>;
  /**
   * What this department would have to apply for so that materials fall away: the grants that save most papers first. Of materials in the
   * state NEEDS_GRANT.
   */
  nextGrants?: Maybe<Array<NextGrant>>;
  /** The runs that looked for who is entitled to an item, newest first. For officials of this department. */
  offerRuns?: Maybe<OfferRunConnection>;
  /** One permit 许可/证照. Null with NOT_FOUND when the register does not hold it. */
  permit?: Maybe<Permit>;
  /**
   * The departments that offer items in a region itself, not beneath it, by how many: most items first; at most 200. None where the region
   * offers no items, or there is no such region.
   */
  serviceDepartments?: Maybe<Array<ServiceDepartmentOffer>>;
  /**
   * The five indices of online service of a region 网上政务服务能力指数, with all regions beneath it. Each is the share of what counts for it
   * among all that is looked at: the sum of the numerators of its parts by the sum of their denominators, 0 to 1. Items and guides are those
   * that held when the month ended (those that hold now, in this month); names, types and legal bases have no history and are as they are now.
   *
   * - channels 服务方式完备度: of each item, whether it can be applied for ONLINE (onlineDepth of 4 or more), IN_GRAPH (its form is published,
   *   for any program: portal, mobile, self-service machine), and at a COUNTER (the guide states the visits, and the item its department). No
   *   register states telephone, post, and which machines and mobile programs there are: these are not counted.
   * - coverage 事项覆盖度: of each region that offers anything, whether it offers each item of the basic catalogue that its level of
   *   government carries out (of any level, where the catalogue names none).
   * - guides 指南准确度: of each item, whether it is SAME_AS_CATALOGUE (no ItemDeviation), COMPLETE (no field of the guide is empty), and
   *   UNDISPUTED (in the month no case was returned for one of its materials 补正, and no value was disputed that its form takes from others).
   * - maturity 在线办理成熟度: of each item, whether it is HANDLED_ONLINE (onlineDepth of 5 or more), and done with NO_VISIT.
   * - effect 在线服务成效度: of the cases that were received in the month, which were FILED_ONLINE (in the graph); of those decided in it with a
   *   day due, which were IN_TIME; of those decided in it and rated, which applicants are SATISFIED with (4 or 5 of 5).
   */
  serviceIndices?: Maybe<ServiceIndices>;
  /** One service item 政务服务事项. Null with NOT_FOUND when the register does not hold it. */
  serviceItem?: Maybe<ServiceItem>;
  /** Service items that match every condition of the filter, by code. */
  serviceItems?: Maybe<ServiceItemConnection>;
  /**
   * How long cases took that were decided in a period 办理时限统计, by month, region and item, in this order: those that were filed in the graph.
   * At most 24 months and 1,000 entries. For officials of this department.
   */
  timeLimitStatistics?: Maybe<Array<TimeLimitStatistic>>;
};


export type QueryAbolishableMaterialsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AbolishableMaterialFilter>;
  first?: Scalars['Int']['input'];
  items?: InputMaybe<Array<Scalars['ID']['input']>>;
  until?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCaseArgs = {
  number: Scalars['ID']['input'];
};


export type QueryCaseInboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CaseInboxFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryCatalogueItemArgs = {
  basicCode: Scalars['ID']['input'];
};


export type QueryCatalogueItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CatalogueItemFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryFiledCaseChangesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryFiledCasesArgs = {
  numbers: Array<Scalars['ID']['input']>;
};


export type QueryItemDeviationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ItemDeviationFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryItemVersionArgs = {
  item: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type QueryItemVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  item?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<ItemVersionState>;
};


export type QueryMaterialSourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryMyCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MyCaseFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryMyOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OfferFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryNextGrantsArgs = {
  filter?: InputMaybe<AbolishableMaterialFilter>;
  first?: Scalars['Int']['input'];
  items?: InputMaybe<Array<Scalars['ID']['input']>>;
  until?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOfferRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  item?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPermitArgs = {
  number: Scalars['ID']['input'];
};


export type QueryServiceDepartmentsArgs = {
  region: Scalars['RegionCode']['input'];
};


export type QueryServiceIndicesArgs = {
  month?: InputMaybe<Scalars['String']['input']>;
  region: Scalars['RegionCode']['input'];
};


export type QueryServiceItemArgs = {
  code: Scalars['ID']['input'];
};


export type QueryServiceItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceItemFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryTimeLimitStatisticsArgs = {
  from: Scalars['Date']['input'];
  item?: InputMaybe<Scalars['ID']['input']>;
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  until: Scalars['Date']['input'];
};

export type Region = {
  __typename?: 'Region';
  code: Scalars['RegionCode']['output'];
  /** Permits issued in the region or any region beneath it, those that have ended among them. */
  permitCount?: Maybe<Scalars['Int']['output']>;
};

/** What a sensitive value 敏感信息 is. */
export type SensitiveKind =
  /** 账号: ****5678 */
  | 'BANK_ACCOUNT'
  /** 证件号码: 3****4 */
  | 'IDENTITY_NUMBER'
  /** 姓名: 张三 is shown as 张*. The name of an organisation is shown as it is. */
  | 'PERSON_NAME'
  /** 电话: 138****5678 */
  | 'PHONE';

/** A department of a government 部门, as the register of service items names it. */
export type ServiceDepartment = {
  __typename?: 'ServiceDepartment';
  /** The register's code, usually a unified social credit code or an organisation code. Null when it gives none. */
  code?: Maybe<Scalars['String']['output']>;
  /** Name 部门名称. */
  name: Scalars['String']['output'];
};

/** A department, and how many items it offers in a region. */
export type ServiceDepartmentOffer = {
  __typename?: 'ServiceDepartmentOffer';
  department: ServiceDepartment;
  /** Items that it offers there, 1 or more. */
  itemCount: Scalars['Int']['output'];
};

/** How to apply for a service item 办事指南. A field is null when the register does not state it. */
export type ServiceGuide = {
  __typename?: 'ServiceGuide';
  /** Legal basis 设定依据. */
  basis?: Maybe<Scalars['String']['output']>;
  /** Who may have it 受理条件. */
  conditions?: Maybe<Array<Scalars['String']['output']>>;
  /** Fee 收费, in yuan. 0 is free. */
  feeCny?: Maybe<Scalars['Decimal']['output']>;
  /** Levels of government that run it 行使层级, highest first. */
  levels?: Maybe<Array<ServiceLevel>>;
  /** What to hand in 申请材料, in the order of the guide. */
  materials?: Maybe<Array<GuideMaterial>>;
  /** How far it can be done online 网上办理深度: from 1 (consult 咨询) to 8 (pay 支付). */
  onlineDepth?: Maybe<Scalars['Int']['output']>;
  /** Longest time that the department promises 承诺办结时限, in working days. 0 is at once. */
  promisedDays?: Maybe<Scalars['Int']['output']>;
  /** Longest time by law 法定办结时限, in working days. 0 is at once. */
  statutoryDays?: Maybe<Scalars['Int']['output']>;
  /** What may be done with a case 办理环节, in order. */
  steps?: Maybe<Array<GuideStep>>;
  /** Visits to a counter 到现场次数. */
  visits?: Maybe<Scalars['Int']['output']>;
};

/** The five indices of a region and month: see Query.serviceIndices. */
export type ServiceIndices = {
  __typename?: 'ServiceIndices';
  /** 服务方式完备度 */
  channels: ItemIndex;
  /**
   * The indices of the regions beneath it, by code, and first what is the region's own: numerators and denominators add up to those of
   * the region. Regions without items and cases are left out. Empty within what is the region's own.
   */
  children: Array<ServiceIndices>;
  /** 事项覆盖度 */
  coverage: ItemIndex;
  /** 在线服务成效度 */
  effect: CaseIndex;
  /** 指南准确度 */
  guides: ItemIndex;
  /** True when it stands for what is the region's own, without what is of regions beneath it. */
  isOwnOnly: Scalars['Boolean']['output'];
  /** 在线办理成熟度 */
  maturity: ItemIndex;
  /** Such as 2026-03. */
  month: Scalars['String']['output'];
  /** The region that was asked for, or one beneath it. Null only while the exchange does not answer. */
  region?: Maybe<Region>;
};


/** The five indices of a region and month: see Query.serviceIndices. */
export type ServiceIndicesChildrenArgs = {
  by: ComparedLevel;
};

/** Something that one can apply for 政务服务事项, in the register of administrative approval 行政审批. */
export type ServiceItem = {
  __typename?: 'ServiceItem';
  /** Its materials in the order of the guide, and which of them the graph holds. Null when the register names none. As of Query.abolishableMaterials. */
  abolishableMaterials?: Maybe<Array<AbolishableMaterial>>;
  /** The 12 characters of the code that all who offer the item share 基本编码 (GB/T 39554). Null when the code is of a form that holds none. */
  basicCode?: Maybe<Scalars['String']['output']>;
  /** The item of the basic catalogue that it carries out. Null when the catalogue does not hold its basic code. */
  catalogueItem?: Maybe<CatalogueItem>;
  /** The full code under which the region's department offers it 实施编码, as the register writes it, in upper case. */
  code: Scalars['ID']['output'];
  /** The department that runs it 实施部门. */
  department: ServiceDepartment;
  /** The form to fill in 申请表, as JSON Schema 2020-12; titles are Chinese, `x-title-en` English. Null when none is published. */
  form?: Maybe<Scalars['JSON']['output']>;
  /** How to apply 办事指南. Null when the register holds none. */
  guide?: Maybe<ServiceGuide>;
  /** The item of which it is a part 主项名称. Null when it stands for itself or the register names none. */
  mainItem?: Maybe<Scalars['String']['output']>;
  /** Name 事项名称. */
  name: Scalars['String']['output'];
  /** True when it is done without a visit to a counter 不见面审批. Null when the visits are not known. */
  noVisit?: Maybe<Scalars['Boolean']['output']>;
  /** The region that offers it. Null when the register names none. */
  region?: Maybe<Region>;
  /** Which materials and steps these answers need. Answers that are missing meet no condition. Null when no version is published. */
  requirements?: Maybe<ItemRequirements>;
  source: DataSource;
  type: ServiceItemType;
  /** The version that is published. Null when none is. */
  version?: Maybe<ItemVersion>;
};


/** Something that one can apply for 政务服务事项, in the register of administrative approval 行政审批. */
export type ServiceItemRequirementsArgs = {
  answers: Scalars['JSON']['input'];
};

/** A page of service items. */
export type ServiceItemConnection = {
  __typename?: 'ServiceItemConnection';
  edges: Array<ServiceItemEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ServiceItemEdge = {
  __typename?: 'ServiceItemEdge';
  /** Opaque: pass it as `after` to go on behind this service item. */
  cursor: Scalars['String']['output'];
  node: ServiceItem;
};

/** Conditions on a service item; all that are given must hold. */
export type ServiceItemFilter = {
  /** The item of the basic catalogue that it carries out, as CatalogueItem.basicCode. */
  basicCode?: InputMaybe<Scalars['String']['input']>;
  /** Code of the department that runs it, as ServiceDepartment.code. */
  department?: InputMaybe<Scalars['String']['input']>;
  /**
   * The pinyin initials 拼音首字母 with which the name begins, 2 to 20 letters or digits: `spjy` finds 食品经营许可. Case does not matter.
   * Blanks and punctuation of names are left out, and a character that can be read in several ways counts as it is read in the name.
   */
  initials?: InputMaybe<Scalars['String']['input']>;
  /** Part of the name, one character or more; width, case and kind of brackets do not matter. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** True: items that need no visit to a counter 不见面. False: items that need at least one. Items whose visits are not known match neither. */
  noVisit?: InputMaybe<Scalars['Boolean']['input']>;
  /** Offered by this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /**
   * Words with blanks between, 1 to 10: each must be in the name, the item of which it is a part, the department, the legal basis, or the
   * conditions, materials or steps of the guide that is published. Words of one character are found too; width and case do not matter.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  types?: InputMaybe<Array<ServiceItemType>>;
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

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * A case as it stands 办理进度: at once, and again whenever its state or timeline has changed. Changes in quick
   * succession may come as one. Null with NOT_FOUND when the register does not hold it, and when it is a draft of somebody else.
   */
  caseChanged?: Maybe<Case>;
  /**
   * The changes of all cases that the person who is signed in has to do with 待办提醒, in the order in which they were published: those of the
   * applicants for whom it acts, and of an official those at its offices. From now on; with the id of the last event, all that followed it,
   * as far back as the department keeps them.
   */
  inbox?: Maybe<InboxEvent>;
};


export type SubscriptionCaseChangedArgs = {
  number: Scalars['ID']['input'];
};


export type SubscriptionInboxArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** How long the cases of a month, region and item took 办理时限统计. Hours are means of the cases. */
export type TimeLimitStatistic = {
  __typename?: 'TimeLimitStatistic';
  /** While applicants had them. */
  applicantHours: Scalars['Float']['output'];
  /** Cases that were decided. */
  decided: Scalars['Int']['output'];
  /** Of these, those whose time was extended 延长. */
  extended: Scalars['Int']['output'];
  /** Of these, those that were granted, and not voided since. */
  granted: Scalars['Int']['output'];
  /** Taken by programs for the steps themselves. */
  machineHours: Scalars['Float']['output'];
  /** Month of the decisions, such as 2026-03. */
  month: Scalars['String']['output'];
  /** While the office had them and the clock ran. */
  officialHours: Scalars['Float']['output'];
  /** Of these, those that were decided after their due day 超时. */
  overdue: Scalars['Int']['output'];
  /** The province, or the city in which they were filed. */
  region?: Maybe<Region>;
  serviceItem?: Maybe<ServiceItem>;
  /** Of these, those whose clock was stopped 中止. */
  suspended: Scalars['Int']['output'];
  /** While the clock was stopped. */
  suspendedHours: Scalars['Float']['output'];
};

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

/** An address that is told of what happens 事件通知. */
export type Webhook = {
  __typename?: 'Webhook';
  /** When it was registered. */
  createdAt: Scalars['DateTime']['output'];
  /** Such as WH-5b0c5a0e-8a7e-4a52-9f5e-3b1c6f7d2a10. */
  id: Scalars['ID']['output'];
  /** When a message was taken last. Null when none was. */
  lastDeliveryAt?: Maybe<Scalars['DateTime']['output']>;
  /** What went wrong last, such as "answered with status 500". Null when the last message was taken. */
  lastError?: Maybe<Scalars['String']['output']>;
  state: WebhookState;
  /** What it is told of, in the order of WebhookTopic. */
  topics: Array<WebhookTopic>;
  /** Where messages are sent. */
  url: Scalars['String']['output'];
};

/** Why nothing was done with a webhook. */
export type WebhookErrorCode =
  /** The address is inside the network, or of no machine. */
  | 'FORBIDDEN_ADDRESS'
  /** The key was used for another command, or for other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The key has blanks, characters that are not printable, or too many. */
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** The address does not begin with https://, or has a name, a password or #. */
  | 'MALFORMED_URL'
  /** A webhook belongs to a person, and none is signed in. */
  | 'NO_PERSON'
  /** No kind of events is named. */
  | 'NO_TOPICS'
  /** The person has ten webhooks. */
  | 'TOO_MANY_WEBHOOKS'
  /** The name of the host cannot be resolved. */
  | 'UNKNOWN_HOST'
  /** There are no such events. */
  | 'UNKNOWN_TOPIC'
  /** The person has no such webhook. */
  | 'UNKNOWN_WEBHOOK';

/** An address that is to be told of what happens. */
export type WebhookInput = {
  topics?: Array<WebhookTopic>;
  /** Begins with https://, and is not inside the network of the administration. */
  url: Scalars['String']['input'];
};

/** What became of a webhook. */
export type WebhookPayload = {
  __typename?: 'WebhookPayload';
  /** What messages are signed with. Only when it is new; keep it. */
  secret?: Maybe<Scalars['String']['output']>;
  userErrors: Array<WebhookUserError>;
  /** Null when nothing was done. */
  webhook?: Maybe<Webhook>;
};

/** Whether a webhook is sent to. */
export type WebhookState =
  | 'ACTIVE'
  /** It failed for three days, or said that it is gone. */
  | 'DISABLED'
  /** The last message was not taken. It is sent again. */
  | 'FAILING';

/** How a receiver answered a message. */
export type WebhookTestPayload = {
  __typename?: 'WebhookTestPayload';
  /** What went wrong. Null when the message was taken. */
  error?: Maybe<Scalars['String']['output']>;
  /** Status of its answer. Null when there was none. */
  status?: Maybe<Scalars['Int']['output']>;
  userErrors: Array<WebhookUserError>;
};

/** What a webhook is told of. */
export type WebhookTopic =
  /** 办件变化: a case has changed. */
  | 'CASE_CHANGED';

/** Why nothing was done with a webhook, and what to do. */
export type WebhookUserError = {
  __typename?: 'WebhookUserError';
  code: WebhookErrorCode;
  /** Path of the argument that it is about. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** In English, for developers and for people. */
  message: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Case: Case;
  CatalogueItem: CatalogueItem;
  Enterprise: Enterprise;
  MatterPapers: MatterPapers;
  Offer: Offer;
  Permit: Permit;
  Region: Region;
  ServiceItem: ServiceItem;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Case:
    ( { __typename: 'Case' }
    & GraphQLRecursivePick<FederationTypes['Case'], {"number":true}> );
  CatalogueItem:
    ( { __typename: 'CatalogueItem' }
    & GraphQLRecursivePick<FederationTypes['CatalogueItem'], {"basicCode":true}> );
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  MatterPapers:
    ( { __typename: 'MatterPapers' }
    & GraphQLRecursivePick<FederationTypes['MatterPapers'], {"matter":true,"itemUse":true}> );
  Offer:
    ( { __typename: 'Offer' }
    & GraphQLRecursivePick<FederationTypes['Offer'], {"id":true}> );
  Permit:
    ( { __typename: 'Permit' }
    & GraphQLRecursivePick<FederationTypes['Permit'], {"number":true}> );
  Region:
    ( { __typename: 'Region' }
    & GraphQLRecursivePick<FederationTypes['Region'], {"code":true}> );
  ServiceItem:
    ( { __typename: 'ServiceItem' }
    & GraphQLRecursivePick<FederationTypes['ServiceItem'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AbolishableMaterial: ResolverTypeWrapper<AbolishableMaterialModel>;
  AbolishableMaterialConnection: ResolverTypeWrapper<AbolishableMaterialConnectionModel>;
  AbolishableMaterialEdge: ResolverTypeWrapper<Omit<AbolishableMaterialEdge, 'node'> & { node: ResolversTypes['AbolishableMaterial'] }>;
  AbolishableMaterialFilter: AbolishableMaterialFilter;
  CacheControlScope: CacheControlScope;
  Case: ResolverTypeWrapper<CaseRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CaseCommitmentInput: CaseCommitmentInput;
  CaseConnection: ResolverTypeWrapper<CaseConnectionModel>;
  CaseDecision: CaseDecision;
  CaseDefect: ResolverTypeWrapper<CaseDefect>;
  CaseDefectInput: CaseDefectInput;
  CaseEdge: ResolverTypeWrapper<Omit<CaseEdge, 'node'> & { node: ResolversTypes['Case'] }>;
  CaseErrorCode: CaseErrorCode;
  CaseEvent: ResolverTypeWrapper<CaseEvent>;
  CaseFollowUp: ResolverTypeWrapper<CaseFollowUp>;
  CaseFollowUpInput: CaseFollowUpInput;
  CaseInboxConnection: ResolverTypeWrapper<ManyCasesConnectionModel>;
  CaseInboxFilter: CaseInboxFilter;
  CaseIndex: ResolverTypeWrapper<CaseIndexModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CaseIndexPart: ResolverTypeWrapper<IndexPartModel>;
  CaseIndexPartName: CaseIndexPartName;
  CaseInput: CaseInput;
  CaseMaterial: ResolverTypeWrapper<CaseMaterialRow>;
  CasePayload: ResolverTypeWrapper<Omit<CasePayload, 'case'> & { case?: Maybe<ResolversTypes['Case']> }>;
  CaseSide: CaseSide;
  CaseSource: CaseSource;
  CaseState: CaseState;
  CaseStep: CaseStep;
  CaseTimes: ResolverTypeWrapper<CaseTimes>;
  CaseUserError: ResolverTypeWrapper<CaseUserError>;
  CatalogueItem: ResolverTypeWrapper<CatalogueItemRow>;
  CatalogueItemConnection: ResolverTypeWrapper<CatalogueItemConnectionModel>;
  CatalogueItemEdge: ResolverTypeWrapper<Omit<CatalogueItemEdge, 'node'> & { node: ResolversTypes['CatalogueItem'] }>;
  CatalogueItemFilter: CatalogueItemFilter;
  Certificate: ResolverTypeWrapper<CertificateRow>;
  CertificateState: CertificateState;
  ComparedLevel: ComparedLevel;
  DataSource: DataSource;
  DataSubject: DataSubject;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  FiledCase: ResolverTypeWrapper<CaseRow>;
  FiledCaseChange: ResolverTypeWrapper<FiledCaseChange>;
  FiledCaseDefect: ResolverTypeWrapper<FiledCaseDefect>;
  FiledCaseInput: FiledCaseInput;
  FiledCasePayload: ResolverTypeWrapper<Omit<FiledCasePayload, 'case'> & { case?: Maybe<ResolversTypes['FiledCase']> }>;
  GrantedPermitInput: GrantedPermitInput;
  GuideMaterial: ResolverTypeWrapper<Material>;
  GuideStep: ResolverTypeWrapper<GuideStep>;
  InboxEvent: ResolverTypeWrapper<InboxEventModel>;
  ItemAspect: ItemAspect;
  ItemDeviation: ResolverTypeWrapper<ItemDeviationModel>;
  ItemDeviationConnection: ResolverTypeWrapper<ItemDeviationConnectionModel>;
  ItemDeviationCount: ResolverTypeWrapper<ItemDeviationCount>;
  ItemDeviationEdge: ResolverTypeWrapper<Omit<ItemDeviationEdge, 'node'> & { node: ResolversTypes['ItemDeviation'] }>;
  ItemDeviationFilter: ItemDeviationFilter;
  ItemEntitlement: ResolverTypeWrapper<ItemEntitlement>;
  ItemEntitlementInput: ItemEntitlementInput;
  ItemErrorCode: ItemErrorCode;
  ItemGuideInput: ItemGuideInput;
  ItemIndex: ResolverTypeWrapper<ItemIndexModel>;
  ItemIndexEntry: ResolverTypeWrapper<ItemIndexEntryModel>;
  ItemIndexEntryConnection: ResolverTypeWrapper<ItemIndexEntryConnectionModel>;
  ItemIndexEntryEdge: ResolverTypeWrapper<Omit<ItemIndexEntryEdge, 'node'> & { node: ResolversTypes['ItemIndexEntry'] }>;
  ItemIndexPart: ResolverTypeWrapper<IndexPartModel>;
  ItemIndexPartName: ItemIndexPartName;
  ItemMaterialInput: ItemMaterialInput;
  ItemRequirements: ResolverTypeWrapper<Omit<ItemRequirements, 'materials'> & { materials: Array<ResolversTypes['GuideMaterial']> }>;
  ItemStepInput: ItemStepInput;
  ItemUserError: ResolverTypeWrapper<ItemUserError>;
  ItemVersion: ResolverTypeWrapper<ItemVersionRow>;
  ItemVersionAction: ItemVersionAction;
  ItemVersionConnection: ResolverTypeWrapper<ItemVersionConnectionModel>;
  ItemVersionEdge: ResolverTypeWrapper<Omit<ItemVersionEdge, 'node'> & { node: ResolversTypes['ItemVersion'] }>;
  ItemVersionEvent: ResolverTypeWrapper<ItemVersionEventRow>;
  ItemVersionInput: ItemVersionInput;
  ItemVersionPayload: ResolverTypeWrapper<Omit<ItemVersionPayload, 'itemVersion'> & { itemVersion?: Maybe<ResolversTypes['ItemVersion']> }>;
  ItemVersionState: ItemVersionState;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  MaterialCoordinate: ResolverTypeWrapper<MaterialCoordinateModel>;
  MaterialHolder: ResolverTypeWrapper<MaterialHolder>;
  MaterialHolderInput: MaterialHolderInput;
  MaterialHoldingState: MaterialHoldingState;
  MaterialNeed: MaterialNeed;
  MaterialSource: ResolverTypeWrapper<MaterialSourceRow>;
  MaterialSourceConnection: ResolverTypeWrapper<MaterialSourceConnectionModel>;
  MaterialSourceEdge: ResolverTypeWrapper<Omit<MaterialSourceEdge, 'node'> & { node: ResolversTypes['MaterialSource'] }>;
  MaterialSourcePayload: ResolverTypeWrapper<Omit<MaterialSourcePayload, 'materialSource'> & { materialSource?: Maybe<ResolversTypes['MaterialSource']> }>;
  MaterialUpload: ResolverTypeWrapper<CreatedUpload>;
  MaterialUploadPayload: ResolverTypeWrapper<Omit<MaterialUploadPayload, 'upload'> & { upload?: Maybe<ResolversTypes['MaterialUpload']> }>;
  MatterMaterial: ResolverTypeWrapper<MatterMaterialModel>;
  MatterPapers: ResolverTypeWrapper<MatterPapersModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MyCaseConnection: ResolverTypeWrapper<ManyCasesConnectionModel>;
  MyCaseFilter: MyCaseFilter;
  NextGrant: ResolverTypeWrapper<NextGrantModel>;
  Offer: ResolverTypeWrapper<OfferRow>;
  OfferConnection: ResolverTypeWrapper<OfferConnectionModel>;
  OfferEdge: ResolverTypeWrapper<Omit<OfferEdge, 'node'> & { node: ResolversTypes['Offer'] }>;
  OfferEvidence: ResolverTypeWrapper<OfferEvidence>;
  OfferFilter: OfferFilter;
  OfferPayload: ResolverTypeWrapper<Omit<OfferPayload, 'case' | 'offer'> & { case?: Maybe<ResolversTypes['Case']>, offer?: Maybe<ResolversTypes['Offer']> }>;
  OfferRun: ResolverTypeWrapper<OfferRunRow>;
  OfferRunConnection: ResolverTypeWrapper<OfferRunConnectionModel>;
  OfferRunEdge: ResolverTypeWrapper<Omit<OfferRunEdge, 'node'> & { node: ResolversTypes['OfferRun'] }>;
  OfferRunPayload: ResolverTypeWrapper<Omit<OfferRunPayload, 'run'> & { run?: Maybe<ResolversTypes['OfferRun']> }>;
  OfferRunState: OfferRunState;
  OfferState: OfferState;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Permit: ResolverTypeWrapper<PermitRow>;
  PermitConnection: ResolverTypeWrapper<PermitConnectionModel>;
  PermitEdge: ResolverTypeWrapper<Omit<PermitEdge, 'node'> & { node: ResolversTypes['Permit'] }>;
  PermitEnd: PermitEnd;
  PermitPayload: ResolverTypeWrapper<Omit<PermitPayload, 'permit'> & { permit?: Maybe<ResolversTypes['Permit']> }>;
  PermitStatus: PermitStatus;
  PrefillState: PrefillState;
  PrefillVerdict: PrefillVerdict;
  PrefilledField: ResolverTypeWrapper<PrefillRow>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  SensitiveKind: SensitiveKind;
  ServiceDepartment: ResolverTypeWrapper<ServiceDepartment>;
  ServiceDepartmentOffer: ResolverTypeWrapper<ServiceDepartmentOffer>;
  ServiceGuide: ResolverTypeWrapper<GuideModel>;
  ServiceIndices: ResolverTypeWrapper<ServiceIndicesModel>;
  ServiceItem: ResolverTypeWrapper<ServiceItemModel>;
  ServiceItemConnection: ResolverTypeWrapper<ServiceItemConnectionModel>;
  ServiceItemEdge: ResolverTypeWrapper<Omit<ServiceItemEdge, 'node'> & { node: ResolversTypes['ServiceItem'] }>;
  ServiceItemFilter: ServiceItemFilter;
  ServiceItemType: ServiceItemType;
  ServiceLevel: ServiceLevel;
  SharingClass: SharingClass;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimeLimitStatistic: ResolverTypeWrapper<TimeLimitStatisticModel>;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UpdateCycle: UpdateCycle;
  Webhook: ResolverTypeWrapper<WebhookModel>;
  WebhookErrorCode: WebhookErrorCode;
  WebhookInput: WebhookInput;
  WebhookPayload: ResolverTypeWrapper<Omit<WebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversTypes['Webhook']> }>;
  WebhookState: WebhookState;
  WebhookTestPayload: ResolverTypeWrapper<WebhookTestPayload>;
  WebhookTopic: WebhookTopic;
  WebhookUserError: ResolverTypeWrapper<WebhookUserError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AbolishableMaterial: AbolishableMaterialModel;
  AbolishableMaterialConnection: AbolishableMaterialConnectionModel;
  AbolishableMaterialEdge: Omit<AbolishableMaterialEdge, 'node'> & { node: ResolversParentTypes['AbolishableMaterial'] };
  AbolishableMaterialFilter: AbolishableMaterialFilter;
  Case: CaseRow;
  ID: Scalars['ID']['output'];
  CaseCommitmentInput: CaseCommitmentInput;
  CaseConnection: CaseConnectionModel;
  CaseDefect: CaseDefect;
  CaseDefectInput: CaseDefectInput;
  CaseEdge: Omit<CaseEdge, 'node'> & { node: ResolversParentTypes['Case'] };
  CaseEvent: CaseEvent;
  CaseFollowUp: CaseFollowUp;
  CaseFollowUpInput: CaseFollowUpInput;
  CaseInboxConnection: ManyCasesConnectionModel;
  CaseInboxFilter: CaseInboxFilter;
  CaseIndex: CaseIndexModel;
  Float: Scalars['Float']['output'];
  CaseIndexPart: IndexPartModel;
  CaseInput: CaseInput;
  CaseMaterial: CaseMaterialRow;
  CasePayload: Omit<CasePayload, 'case'> & { case?: Maybe<ResolversParentTypes['Case']> };
  CaseTimes: CaseTimes;
  CaseUserError: CaseUserError;
  CatalogueItem: CatalogueItemRow;
  CatalogueItemConnection: CatalogueItemConnectionModel;
  CatalogueItemEdge: Omit<CatalogueItemEdge, 'node'> & { node: ResolversParentTypes['CatalogueItem'] };
  CatalogueItemFilter: CatalogueItemFilter;
  Certificate: CertificateRow;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Enterprise: EnterpriseModel;
  FiledCase: CaseRow;
  FiledCaseChange: FiledCaseChange;
  FiledCaseDefect: FiledCaseDefect;
  FiledCaseInput: FiledCaseInput;
  FiledCasePayload: Omit<FiledCasePayload, 'case'> & { case?: Maybe<ResolversParentTypes['FiledCase']> };
  GrantedPermitInput: GrantedPermitInput;
  GuideMaterial: Material;
  GuideStep: GuideStep;
  InboxEvent: InboxEventModel;
  ItemDeviation: ItemDeviationModel;
  ItemDeviationConnection: ItemDeviationConnectionModel;
  ItemDeviationCount: ItemDeviationCount;
  ItemDeviationEdge: Omit<ItemDeviationEdge, 'node'> & { node: ResolversParentTypes['ItemDeviation'] };
  ItemDeviationFilter: ItemDeviationFilter;
  ItemEntitlement: ItemEntitlement;
  ItemEntitlementInput: ItemEntitlementInput;
  ItemGuideInput: ItemGuideInput;
  ItemIndex: ItemIndexModel;
  ItemIndexEntry: ItemIndexEntryModel;
  ItemIndexEntryConnection: ItemIndexEntryConnectionModel;
  ItemIndexEntryEdge: Omit<ItemIndexEntryEdge, 'node'> & { node: ResolversParentTypes['ItemIndexEntry'] };
  ItemIndexPart: IndexPartModel;
  ItemMaterialInput: ItemMaterialInput;
  ItemRequirements: Omit<ItemRequirements, 'materials'> & { materials: Array<ResolversParentTypes['GuideMaterial']> };
  ItemStepInput: ItemStepInput;
  ItemUserError: ItemUserError;
  ItemVersion: ItemVersionRow;
  ItemVersionConnection: ItemVersionConnectionModel;
  ItemVersionEdge: Omit<ItemVersionEdge, 'node'> & { node: ResolversParentTypes['ItemVersion'] };
  ItemVersionEvent: ItemVersionEventRow;
  ItemVersionInput: ItemVersionInput;
  ItemVersionPayload: Omit<ItemVersionPayload, 'itemVersion'> & { itemVersion?: Maybe<ResolversParentTypes['ItemVersion']> };
  JSON: Scalars['JSON']['output'];
  MaterialCoordinate: MaterialCoordinateModel;
  MaterialHolder: MaterialHolder;
  MaterialHolderInput: MaterialHolderInput;
  MaterialSource: MaterialSourceRow;
  MaterialSourceConnection: MaterialSourceConnectionModel;
  MaterialSourceEdge: Omit<MaterialSourceEdge, 'node'> & { node: ResolversParentTypes['MaterialSource'] };
  MaterialSourcePayload: Omit<MaterialSourcePayload, 'materialSource'> & { materialSource?: Maybe<ResolversParentTypes['MaterialSource']> };
  MaterialUpload: CreatedUpload;
  MaterialUploadPayload: Omit<MaterialUploadPayload, 'upload'> & { upload?: Maybe<ResolversParentTypes['MaterialUpload']> };
  MatterMaterial: MatterMaterialModel;
  MatterPapers: MatterPapersModel;
  Mutation: Record<PropertyKey, never>;
  MyCaseConnection: ManyCasesConnectionModel;
  MyCaseFilter: MyCaseFilter;
  NextGrant: NextGrantModel;
  Offer: OfferRow;
  OfferConnection: OfferConnectionModel;
  OfferEdge: Omit<OfferEdge, 'node'> & { node: ResolversParentTypes['Offer'] };
  OfferEvidence: OfferEvidence;
  OfferFilter: OfferFilter;
  OfferPayload: Omit<OfferPayload, 'case' | 'offer'> & { case?: Maybe<ResolversParentTypes['Case']>, offer?: Maybe<ResolversParentTypes['Offer']> };
  OfferRun: OfferRunRow;
  OfferRunConnection: OfferRunConnectionModel;
  OfferRunEdge: Omit<OfferRunEdge, 'node'> & { node: ResolversParentTypes['OfferRun'] };
  OfferRunPayload: Omit<OfferRunPayload, 'run'> & { run?: Maybe<ResolversParentTypes['OfferRun']> };
  PageInfo: PageInfo;
  Permit: PermitRow;
  PermitConnection: PermitConnectionModel;
  PermitEdge: Omit<PermitEdge, 'node'> & { node: ResolversParentTypes['Permit'] };
  PermitPayload: Omit<PermitPayload, 'permit'> & { permit?: Maybe<ResolversParentTypes['Permit']> };
  PrefilledField: PrefillRow;
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
  ServiceDepartment: ServiceDepartment;
  ServiceDepartmentOffer: ServiceDepartmentOffer;
  ServiceGuide: GuideModel;
  ServiceIndices: ServiceIndicesModel;
  ServiceItem: ServiceItemModel;
  ServiceItemConnection: ServiceItemConnectionModel;
  ServiceItemEdge: Omit<ServiceItemEdge, 'node'> & { node: ResolversParentTypes['ServiceItem'] };
  ServiceItemFilter: ServiceItemFilter;
  Subscription: Record<PropertyKey, never>;
  TimeLimitStatistic: TimeLimitStatisticModel;
  USCC: Scalars['USCC']['output'];
  Webhook: WebhookModel;
  WebhookInput: WebhookInput;
  WebhookPayload: Omit<WebhookPayload, 'webhook'> & { webhook?: Maybe<ResolversParentTypes['Webhook']> };
  WebhookTestPayload: WebhookTestPayload;
  WebhookUserError: WebhookUserError;
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type AggregateDirectiveArgs = {
  minimum?: Maybe<Scalars['Int']['input']>;
  over: Array<Scalars['String']['input']>;
};

export type AggregateDirectiveResolver<Result, Parent, ContextType = Context, Args = AggregateDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
  staleIfError?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OwnDataDirectiveArgs = {
  of: Array<DataSubject>;
};

export type OwnDataDirectiveResolver<Result, Parent, ContextType = Context, Args = OwnDataDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ReadsDirectiveArgs = {
  fields: Array<Scalars['String']['input']>;
};

export type ReadsDirectiveResolver<Result, Parent, ContextType = Context, Args = ReadsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SensitiveDirectiveArgs = {
  kind: SensitiveKind;
};

export type SensitiveDirectiveResolver<Result, Parent, ContextType = Context, Args = SensitiveDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SharingDirectiveArgs = {
  basis?: Maybe<Scalars['String']['input']>;
  class: SharingClass;
  cycle?: Maybe<UpdateCycle>;
};

export type SharingDirectiveResolver<Result, Parent, ContextType = Context, Args = SharingDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AbolishableMaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AbolishableMaterial'] = ResolversParentTypes['AbolishableMaterial']> = {
  casesAYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  coordinates?: Resolver<Array<ResolversTypes['MaterialCoordinate']>, ParentType, ContextType>;
  material?: Resolver<ResolversTypes['GuideMaterial'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  papersAYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  serviceItem?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MaterialHoldingState'], ParentType, ContextType>;
};

export type AbolishableMaterialConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AbolishableMaterialConnection'] = ResolversParentTypes['AbolishableMaterialConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AbolishableMaterialEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AbolishableMaterialEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AbolishableMaterialEdge'] = ResolversParentTypes['AbolishableMaterialEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AbolishableMaterial'], ParentType, ContextType>;
};

export type CaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'], FederationReferenceType extends FederationReferenceTypes['Case'] = FederationReferenceTypes['Case']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Case']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  extensionDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  followUp?: Resolver<Maybe<ResolversTypes['CaseFollowUp']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  formSchema?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  materials?: Resolver<Maybe<Array<ResolversTypes['CaseMaterial']>>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['Offer']>, ParentType, ContextType>;
  permit?: Resolver<Maybe<ResolversTypes['Permit']>, ParentType, ContextType>;
  prefill?: Resolver<Maybe<Array<ResolversTypes['PrefilledField']>>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  receivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  serviceItem?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['CaseSource'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  statutoryDueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  suspendedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['CaseEvent']>, ParentType, ContextType>;
  times?: Resolver<Maybe<ResolversTypes['CaseTimes']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  voidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseConnection'] = ResolversParentTypes['CaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseDefectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseDefect'] = ResolversParentTypes['CaseDefect']> = {
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEdge'] = ResolversParentTypes['CaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
};

export type CaseEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEvent'] = ResolversParentTypes['CaseEvent']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  defects?: Resolver<Maybe<Array<ResolversTypes['CaseDefect']>>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  side?: Resolver<Maybe<ResolversTypes['CaseSide']>, ParentType, ContextType>;
  step?: Resolver<ResolversTypes['CaseStep'], ParentType, ContextType>;
};

export type CaseFollowUpResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseFollowUp'] = ResolversParentTypes['CaseFollowUp']> = {
  by?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  materials?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CaseInboxConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseInboxConnection'] = ResolversParentTypes['CaseInboxConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CaseIndexResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseIndex'] = ResolversParentTypes['CaseIndex']> = {
  denominator?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['CaseIndexPart']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CaseIndexPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseIndexPart'] = ResolversParentTypes['CaseIndexPart']> = {
  cases?: Resolver<Maybe<ResolversTypes['CaseConnection']>, ParentType, ContextType, RequireFields<CaseIndexPartCasesArgs, 'first'>>;
  denominator?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['CaseIndexPartName'], ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CaseMaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseMaterial'] = ResolversParentTypes['CaseMaterial']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  material?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CasePayload'] = ResolversParentTypes['CasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CaseUserError']>, ParentType, ContextType>;
};

export type CaseTimesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseTimes'] = ResolversParentTypes['CaseTimes']> = {
  applicantHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  machineHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  officialHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  suspendedHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CaseUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseUserError'] = ResolversParentTypes['CaseUserError']> = {
  code?: Resolver<ResolversTypes['CaseErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CatalogueItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogueItem'] = ResolversParentTypes['CatalogueItem'], FederationReferenceType extends FederationReferenceTypes['CatalogueItem'] = FederationReferenceTypes['CatalogueItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CatalogueItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  basicCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  levels?: Resolver<Maybe<Array<ResolversTypes['ServiceLevel']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ServiceItemType'], ParentType, ContextType>;
};

export type CatalogueItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogueItemConnection'] = ResolversParentTypes['CatalogueItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CatalogueItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CatalogueItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogueItemEdge'] = ResolversParentTypes['CatalogueItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CatalogueItem'], ParentType, ContextType>;
};

export type CertificateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Certificate'] = ResolversParentTypes['Certificate']> = {
  credential?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credentialPath?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identifier?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CertificateState'], ParentType, ContextType>;
  stateAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  cases?: Resolver<Maybe<ResolversTypes['CaseConnection']>, ParentType, ContextType, RequireFields<EnterpriseCasesArgs, 'first'>>;
  offers?: Resolver<Maybe<ResolversTypes['OfferConnection']>, ParentType, ContextType, RequireFields<EnterpriseOffersArgs, 'first'>>;
  permits?: Resolver<Maybe<ResolversTypes['PermitConnection']>, ParentType, ContextType, RequireFields<EnterprisePermitsArgs, 'first'>>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type FiledCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledCase'] = ResolversParentTypes['FiledCase']> = {
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  defects?: Resolver<Maybe<Array<ResolversTypes['FiledCaseDefect']>>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  permit?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  voidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FiledCaseChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledCaseChange'] = ResolversParentTypes['FiledCaseChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FiledCaseDefectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledCaseDefect'] = ResolversParentTypes['FiledCaseDefect']> = {
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FiledCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledCasePayload'] = ResolversParentTypes['FiledCasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['FiledCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CaseUserError']>, ParentType, ContextType>;
};

export type GuideMaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuideMaterial'] = ResolversParentTypes['GuideMaterial']> = {
  code?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  copies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fromSharedData?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  heldBy?: Resolver<Maybe<ResolversTypes['MaterialHolder']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  need?: Resolver<Maybe<ResolversTypes['MaterialNeed']>, ParentType, ContextType>;
  neededWhen?: Resolver<Maybe<Array<ResolversTypes['JSON']>>, ParentType, ContextType>;
  originals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GuideStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuideStep'] = ResolversParentTypes['GuideStep']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InboxEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InboxEvent'] = ResolversParentTypes['InboxEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ItemDeviationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemDeviation'] = ResolversParentTypes['ItemDeviation']> = {
  aspect?: Resolver<ResolversTypes['ItemAspect'], ParentType, ContextType>;
  catalogueItem?: Resolver<Maybe<ResolversTypes['CatalogueItem']>, ParentType, ContextType>;
  catalogueSays?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  itemSays?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceItem?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
};

export type ItemDeviationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemDeviationConnection'] = ResolversParentTypes['ItemDeviationConnection']> = {
  counts?: Resolver<Array<ResolversTypes['ItemDeviationCount']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ItemDeviationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ItemDeviationCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemDeviationCount'] = ResolversParentTypes['ItemDeviationCount']> = {
  aspect?: Resolver<ResolversTypes['ItemAspect'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ItemDeviationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemDeviationEdge'] = ResolversParentTypes['ItemDeviationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ItemDeviation'], ParentType, ContextType>;
};

export type ItemEntitlementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemEntitlement'] = ResolversParentTypes['ItemEntitlement']> = {
  conditions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  form?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ItemIndexResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemIndex'] = ResolversParentTypes['ItemIndex']> = {
  denominator?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  numerator?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['ItemIndexPart']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ItemIndexEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemIndexEntry'] = ResolversParentTypes['ItemIndexEntry']> = {
  catalogueItem?: Resolver<Maybe<ResolversTypes['CatalogueItem']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  serviceItem?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType>;
};

export type ItemIndexEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemIndexEntryConnection'] = ResolversParentTypes['ItemIndexEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ItemIndexEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ItemIndexEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemIndexEntryEdge'] = ResolversParentTypes['ItemIndexEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ItemIndexEntry'], ParentType, ContextType>;
};

export type ItemIndexPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemIndexPart'] = ResolversParentTypes['ItemIndexPart']> = {
  denominator?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<Maybe<ResolversTypes['ItemIndexEntryConnection']>, ParentType, ContextType, RequireFields<ItemIndexPartEntriesArgs, 'first'>>;
  name?: Resolver<ResolversTypes['ItemIndexPartName'], ParentType, ContextType>;
  numerator?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ItemRequirementsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemRequirements'] = ResolversParentTypes['ItemRequirements']> = {
  materials?: Resolver<Array<ResolversTypes['GuideMaterial']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruleEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['GuideStep']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ItemUserError']>, ParentType, ContextType>;
};

export type ItemUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemUserError'] = ResolversParentTypes['ItemUserError']> = {
  code?: Resolver<ResolversTypes['ItemErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ItemVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemVersion'] = ResolversParentTypes['ItemVersion']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entitlement?: Resolver<Maybe<ResolversTypes['ItemEntitlement']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  guide?: Resolver<ResolversTypes['ServiceGuide'], ParentType, ContextType>;
  history?: Resolver<Maybe<Array<ResolversTypes['ItemVersionEvent']>>, ParentType, ContextType>;
  prefill?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rules?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  serviceItem?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ItemVersionState'], ParentType, ContextType>;
  supersededAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ItemVersionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemVersionConnection'] = ResolversParentTypes['ItemVersionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ItemVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ItemVersionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemVersionEdge'] = ResolversParentTypes['ItemVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ItemVersion'], ParentType, ContextType>;
};

export type ItemVersionEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemVersionEvent'] = ResolversParentTypes['ItemVersionEvent']> = {
  action?: Resolver<ResolversTypes['ItemVersionAction'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['ItemVersionState']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ItemVersionState'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ItemVersionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemVersionPayload'] = ResolversParentTypes['ItemVersionPayload']> = {
  itemVersion?: Resolver<Maybe<ResolversTypes['ItemVersion']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ItemUserError']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['ItemUserError']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MaterialCoordinateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialCoordinate'] = ResolversParentTypes['MaterialCoordinate']> = {
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['SharingClass'], ParentType, ContextType>;
};

export type MaterialHolderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialHolder'] = ResolversParentTypes['MaterialHolder']> = {
  department?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resource?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MaterialSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialSource'] = ResolversParentTypes['MaterialSource']> = {
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  material?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['SharingClass'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['CaseSource'], ParentType, ContextType>;
};

export type MaterialSourceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialSourceConnection'] = ResolversParentTypes['MaterialSourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MaterialSourceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MaterialSourceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialSourceEdge'] = ResolversParentTypes['MaterialSourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MaterialSource'], ParentType, ContextType>;
};

export type MaterialSourcePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialSourcePayload'] = ResolversParentTypes['MaterialSourcePayload']> = {
  materialSource?: Resolver<Maybe<ResolversTypes['MaterialSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ItemUserError']>, ParentType, ContextType>;
};

export type MaterialUploadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialUpload'] = ResolversParentTypes['MaterialUpload']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MaterialUploadPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialUploadPayload'] = ResolversParentTypes['MaterialUploadPayload']> = {
  upload?: Resolver<Maybe<ResolversTypes['MaterialUpload']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CaseUserError']>, ParentType, ContextType>;
};

export type MatterMaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterMaterial'] = ResolversParentTypes['MatterMaterial']> = {
  applicationsAYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  catalogueItems?: Resolver<Array<ResolversTypes['CatalogueItem']>, ParentType, ContextType>;
  coordinates?: Resolver<Array<ResolversTypes['MaterialCoordinate']>, ParentType, ContextType>;
  material?: Resolver<ResolversTypes['GuideMaterial'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  papersAYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MaterialHoldingState'], ParentType, ContextType>;
};

export type MatterPapersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterPapers'] = ResolversParentTypes['MatterPapers'], FederationReferenceType extends FederationReferenceTypes['MatterPapers'] = FederationReferenceTypes['MatterPapers']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MatterPapers']> | FederationReferenceType, FederationReferenceType, ContextType>;
  abolishableMaterials?: Resolver<Maybe<Array<ResolversTypes['MatterMaterial']>>, ParentType, ContextType, Partial<MatterPapersAbolishableMaterialsArgs>>;
  itemUse?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextGrants?: Resolver<Maybe<Array<ResolversTypes['NextGrant']>>, ParentType, ContextType, Partial<MatterPapersNextGrantsArgs>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationAcceptCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  acceptOffer?: Resolver<Maybe<ResolversTypes['OfferPayload']>, ParentType, ContextType, RequireFields<MutationAcceptOfferArgs, 'expectedVersion' | 'id' | 'idempotencyKey'>>;
  addMaterialSource?: Resolver<Maybe<ResolversTypes['MaterialSourcePayload']>, ParentType, ContextType, RequireFields<MutationAddMaterialSourceArgs, 'coordinate' | 'idempotencyKey' | 'material'>>;
  answerPrefill?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationAnswerPrefillArgs, 'expectedVersion' | 'field' | 'idempotencyKey' | 'isRight' | 'number'>>;
  attachCaseMaterial?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationAttachCaseMaterialArgs, 'expectedVersion' | 'idempotencyKey' | 'material' | 'number' | 'upload'>>;
  decideCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationDecideCaseArgs, 'decision' | 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  declineCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationDeclineCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  declineOffer?: Resolver<Maybe<ResolversTypes['OfferPayload']>, ParentType, ContextType, RequireFields<MutationDeclineOfferArgs, 'expectedVersion' | 'id' | 'idempotencyKey'>>;
  deliverCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationDeliverCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  draftItemVersion?: Resolver<ResolversTypes['ItemVersionPayload'], ParentType, ContextType, RequireFields<MutationDraftItemVersionArgs, 'content' | 'idempotencyKey' | 'item'>>;
  enableWebhook?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationEnableWebhookArgs, 'id' | 'idempotencyKey'>>;
  endPermit?: Resolver<Maybe<ResolversTypes['PermitPayload']>, ParentType, ContextType, RequireFields<MutationEndPermitArgs, 'how' | 'idempotencyKey' | 'number' | 'reason'>>;
  extendCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationExtendCaseArgs, 'days' | 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  fileCase?: Resolver<Maybe<ResolversTypes['FiledCasePayload']>, ParentType, ContextType, RequireFields<MutationFileCaseArgs, 'idempotencyKey' | 'input'>>;
  prefillCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationPrefillCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  publishItemVersion?: Resolver<ResolversTypes['ItemVersionPayload'], ParentType, ContextType, RequireFields<MutationPublishItemVersionArgs, 'idempotencyKey' | 'item' | 'revision' | 'version'>>;
  rateCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationRateCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'stars'>>;
  refileCase?: Resolver<Maybe<ResolversTypes['FiledCasePayload']>, ParentType, ContextType, RequireFields<MutationRefileCaseArgs, 'form' | 'idempotencyKey' | 'number'>>;
  registerWebhook?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationRegisterWebhookArgs, 'idempotencyKey' | 'input'>>;
  removeCaseMaterial?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationRemoveCaseMaterialArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'upload'>>;
  removeMaterialSource?: Resolver<Maybe<ResolversTypes['MaterialSourcePayload']>, ParentType, ContextType, RequireFields<MutationRemoveMaterialSourceArgs, 'coordinate' | 'idempotencyKey' | 'material'>>;
  removeWebhook?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationRemoveWebhookArgs, 'id'>>;
  resumeCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationResumeCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  resumePermit?: Resolver<Maybe<ResolversTypes['PermitPayload']>, ParentType, ContextType, RequireFields<MutationResumePermitArgs, 'idempotencyKey' | 'number'>>;
  returnCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationReturnCaseArgs, 'defects' | 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  returnItemVersion?: Resolver<ResolversTypes['ItemVersionPayload'], ParentType, ContextType, RequireFields<MutationReturnItemVersionArgs, 'idempotencyKey' | 'item' | 'reason' | 'revision' | 'version'>>;
  rotateWebhookSecret?: Resolver<Maybe<ResolversTypes['WebhookPayload']>, ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'id' | 'idempotencyKey'>>;
  runOffers?: Resolver<Maybe<ResolversTypes['OfferRunPayload']>, ParentType, ContextType, RequireFields<MutationRunOffersArgs, 'idempotencyKey' | 'item'>>;
  saveCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationSaveCaseArgs, 'expectedVersion' | 'form' | 'idempotencyKey' | 'number'>>;
  startCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationStartCaseArgs, 'idempotencyKey' | 'input'>>;
  startCaseReview?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationStartCaseReviewArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  submitCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationSubmitCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  submitItemVersion?: Resolver<ResolversTypes['ItemVersionPayload'], ParentType, ContextType, RequireFields<MutationSubmitItemVersionArgs, 'idempotencyKey' | 'item' | 'revision' | 'version'>>;
  supplyCaseMaterials?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationSupplyCaseMaterialsArgs, 'expectedVersion' | 'idempotencyKey' | 'materials' | 'number'>>;
  suspendCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationSuspendCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  suspendPermit?: Resolver<Maybe<ResolversTypes['PermitPayload']>, ParentType, ContextType, RequireFields<MutationSuspendPermitArgs, 'idempotencyKey' | 'number' | 'reason'>>;
  testWebhook?: Resolver<Maybe<ResolversTypes['WebhookTestPayload']>, ParentType, ContextType, RequireFields<MutationTestWebhookArgs, 'id'>>;
  uploadCaseMaterial?: Resolver<Maybe<ResolversTypes['MaterialUploadPayload']>, ParentType, ContextType, RequireFields<MutationUploadCaseMaterialArgs, 'bytes' | 'idempotencyKey' | 'name' | 'number'>>;
  voidFiledCase?: Resolver<Maybe<ResolversTypes['FiledCasePayload']>, ParentType, ContextType, RequireFields<MutationVoidFiledCaseArgs, 'idempotencyKey' | 'number' | 'reason'>>;
  withdrawCase?: Resolver<Maybe<ResolversTypes['CasePayload']>, ParentType, ContextType, RequireFields<MutationWithdrawCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  withdrawFiledCase?: Resolver<Maybe<ResolversTypes['FiledCasePayload']>, ParentType, ContextType, RequireFields<MutationWithdrawFiledCaseArgs, 'idempotencyKey' | 'number'>>;
};

export type MyCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MyCaseConnection'] = ResolversParentTypes['MyCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NextGrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NextGrant'] = ResolversParentTypes['NextGrant']> = {
  apply?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  coordinates?: Resolver<Array<ResolversTypes['MaterialCoordinate']>, ParentType, ContextType>;
  items?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  materials?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  names?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  papersAYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Offer'] = ResolversParentTypes['Offer'], FederationReferenceType extends FederationReferenceTypes['Offer'] = FederationReferenceTypes['Offer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Offer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['OfferEvidence']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itemVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reasonEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serviceItem?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OfferState'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfferConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferConnection'] = ResolversParentTypes['OfferConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OfferEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfferEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferEdge'] = ResolversParentTypes['OfferEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Offer'], ParentType, ContextType>;
};

export type OfferEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferEvidence'] = ResolversParentTypes['OfferEvidence']> = {
  coordinate?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  readAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['SharingClass'], ParentType, ContextType>;
};

export type OfferPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferPayload'] = ResolversParentTypes['OfferPayload']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['Offer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CaseUserError']>, ParentType, ContextType>;
};

export type OfferRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferRun'] = ResolversParentTypes['OfferRun']> = {
  denials?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  denied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  entitled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itemVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  night?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  offered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  read?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  serviceItem?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OfferRunState'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfferRunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferRunConnection'] = ResolversParentTypes['OfferRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OfferRunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OfferRunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferRunEdge'] = ResolversParentTypes['OfferRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OfferRun'], ParentType, ContextType>;
};

export type OfferRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OfferRunPayload'] = ResolversParentTypes['OfferRunPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['OfferRun']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ItemUserError']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PermitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Permit'] = ResolversParentTypes['Permit'], FederationReferenceType extends FederationReferenceTypes['Permit'] = FederationReferenceTypes['Permit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Permit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  certificate?: Resolver<Maybe<ResolversTypes['Certificate']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  issuingAuthority?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  serviceItem?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['CaseSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PermitStatus'], ParentType, ContextType, Partial<PermitStatusArgs>>;
  suspendedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PermitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PermitConnection'] = ResolversParentTypes['PermitConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PermitEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PermitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PermitEdge'] = ResolversParentTypes['PermitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Permit'], ParentType, ContextType>;
};

export type PermitPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PermitPayload'] = ResolversParentTypes['PermitPayload']> = {
  permit?: Resolver<Maybe<ResolversTypes['Permit']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CaseUserError']>, ParentType, ContextType>;
};

export type PrefilledFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrefilledField'] = ResolversParentTypes['PrefilledField']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['SharingClass'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PrefillState'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  verdict?: Resolver<Maybe<ResolversTypes['PrefillVerdict']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  abolishableMaterials?: Resolver<Maybe<ResolversTypes['AbolishableMaterialConnection']>, ParentType, ContextType, RequireFields<QueryAbolishableMaterialsArgs, 'first'>>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, RequireFields<QueryCaseArgs, 'number'>>;
  caseInbox?: Resolver<Maybe<ResolversTypes['CaseInboxConnection']>, ParentType, ContextType, RequireFields<QueryCaseInboxArgs, 'first'>>;
  catalogueItem?: Resolver<Maybe<ResolversTypes['CatalogueItem']>, ParentType, ContextType, RequireFields<QueryCatalogueItemArgs, 'basicCode'>>;
  catalogueItems?: Resolver<Maybe<ResolversTypes['CatalogueItemConnection']>, ParentType, ContextType, RequireFields<QueryCatalogueItemsArgs, 'first'>>;
  filedCaseChanges?: Resolver<Maybe<Array<ResolversTypes['FiledCaseChange']>>, ParentType, ContextType, RequireFields<QueryFiledCaseChangesArgs, 'first'>>;
  filedCases?: Resolver<Maybe<Array<Maybe<ResolversTypes['FiledCase']>>>, ParentType, ContextType, RequireFields<QueryFiledCasesArgs, 'numbers'>>;
  itemDeviations?: Resolver<Maybe<ResolversTypes['ItemDeviationConnection']>, ParentType, ContextType, RequireFields<QueryItemDeviationsArgs, 'first'>>;
  itemVersion?: Resolver<Maybe<ResolversTypes['ItemVersion']>, ParentType, ContextType, RequireFields<QueryItemVersionArgs, 'item' | 'version'>>;
  itemVersions?: Resolver<Maybe<ResolversTypes['ItemVersionConnection']>, ParentType, ContextType, RequireFields<QueryItemVersionsArgs, 'first'>>;
  materialSources?: Resolver<Maybe<ResolversTypes['MaterialSourceConnection']>, ParentType, ContextType, RequireFields<QueryMaterialSourcesArgs, 'first'>>;
  myCases?: Resolver<Maybe<ResolversTypes['MyCaseConnection']>, ParentType, ContextType, RequireFields<QueryMyCasesArgs, 'first'>>;
  myOffers?: Resolver<Maybe<ResolversTypes['OfferConnection']>, ParentType, ContextType, RequireFields<QueryMyOffersArgs, 'first'>>;
  myWebhooks?: Resolver<Maybe<Array<ResolversTypes['Webhook']>>, ParentType, ContextType>;
  nextGrants?: Resolver<Maybe<Array<ResolversTypes['NextGrant']>>, ParentType, ContextType, RequireFields<QueryNextGrantsArgs, 'first'>>;
  offerRuns?: Resolver<Maybe<ResolversTypes['OfferRunConnection']>, ParentType, ContextType, RequireFields<QueryOfferRunsArgs, 'first'>>;
  permit?: Resolver<Maybe<ResolversTypes['Permit']>, ParentType, ContextType, RequireFields<QueryPermitArgs, 'number'>>;
  serviceDepartments?: Resolver<Maybe<Array<ResolversTypes['ServiceDepartmentOffer']>>, ParentType, ContextType, RequireFields<QueryServiceDepartmentsArgs, 'region'>>;
  serviceIndices?: Resolver<Maybe<ResolversTypes['ServiceIndices']>, ParentType, ContextType, RequireFields<QueryServiceIndicesArgs, 'region'>>;
  serviceItem?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType, RequireFields<QueryServiceItemArgs, 'code'>>;
  serviceItems?: Resolver<Maybe<ResolversTypes['ServiceItemConnection']>, ParentType, ContextType, RequireFields<QueryServiceItemsArgs, 'first'>>;
  timeLimitStatistics?: Resolver<Maybe<Array<ResolversTypes['TimeLimitStatistic']>>, ParentType, ContextType, RequireFields<QueryTimeLimitStatisticsArgs, 'from' | 'until'>>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  permitCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type ServiceDepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceDepartment'] = ResolversParentTypes['ServiceDepartment']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ServiceDepartmentOfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceDepartmentOffer'] = ResolversParentTypes['ServiceDepartmentOffer']> = {
  department?: Resolver<ResolversTypes['ServiceDepartment'], ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ServiceGuideResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceGuide'] = ResolversParentTypes['ServiceGuide']> = {
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conditions?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  feeCny?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  levels?: Resolver<Maybe<Array<ResolversTypes['ServiceLevel']>>, ParentType, ContextType>;
  materials?: Resolver<Maybe<Array<ResolversTypes['GuideMaterial']>>, ParentType, ContextType>;
  onlineDepth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  promisedDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  statutoryDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<Array<ResolversTypes['GuideStep']>>, ParentType, ContextType>;
  visits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ServiceIndicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceIndices'] = ResolversParentTypes['ServiceIndices']> = {
  channels?: Resolver<ResolversTypes['ItemIndex'], ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['ServiceIndices']>, ParentType, ContextType, RequireFields<ServiceIndicesChildrenArgs, 'by'>>;
  coverage?: Resolver<ResolversTypes['ItemIndex'], ParentType, ContextType>;
  effect?: Resolver<ResolversTypes['CaseIndex'], ParentType, ContextType>;
  guides?: Resolver<ResolversTypes['ItemIndex'], ParentType, ContextType>;
  isOwnOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maturity?: Resolver<ResolversTypes['ItemIndex'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

export type ServiceItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceItem'] = ResolversParentTypes['ServiceItem'], FederationReferenceType extends FederationReferenceTypes['ServiceItem'] = FederationReferenceTypes['ServiceItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ServiceItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  abolishableMaterials?: Resolver<Maybe<Array<ResolversTypes['AbolishableMaterial']>>, ParentType, ContextType>;
  basicCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  catalogueItem?: Resolver<Maybe<ResolversTypes['CatalogueItem']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['ServiceDepartment'], ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  guide?: Resolver<Maybe<ResolversTypes['ServiceGuide']>, ParentType, ContextType>;
  mainItem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  noVisit?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  requirements?: Resolver<Maybe<ResolversTypes['ItemRequirements']>, ParentType, ContextType, RequireFields<ServiceItemRequirementsArgs, 'answers'>>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ServiceItemType'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['ItemVersion']>, ParentType, ContextType>;
};

export type ServiceItemConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceItemConnection'] = ResolversParentTypes['ServiceItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ServiceItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ServiceItemEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceItemEdge'] = ResolversParentTypes['ServiceItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ServiceItem'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  caseChanged?: SubscriptionResolver<Maybe<ResolversTypes['Case']>, "caseChanged", ParentType, ContextType, RequireFields<SubscriptionCaseChangedArgs, 'number'>>;
  inbox?: SubscriptionResolver<Maybe<ResolversTypes['InboxEvent']>, "inbox", ParentType, ContextType, Partial<SubscriptionInboxArgs>>;
};

export type TimeLimitStatisticResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeLimitStatistic'] = ResolversParentTypes['TimeLimitStatistic']> = {
  applicantHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  extended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  machineHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  officialHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  serviceItem?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType>;
  suspended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  suspendedHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type WebhookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastDeliveryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookState'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['WebhookTopic']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookPayload'] = ResolversParentTypes['WebhookPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['WebhookUserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type WebhookTestPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookTestPayload'] = ResolversParentTypes['WebhookTestPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['WebhookUserError']>, ParentType, ContextType>;
};

export type WebhookUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookUserError'] = ResolversParentTypes['WebhookUserError']> = {
  code?: Resolver<ResolversTypes['WebhookErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AbolishableMaterial?: AbolishableMaterialResolvers<ContextType>;
  AbolishableMaterialConnection?: AbolishableMaterialConnectionResolvers<ContextType>;
  AbolishableMaterialEdge?: AbolishableMaterialEdgeResolvers<ContextType>;
  Case?: CaseResolvers<ContextType>;
  CaseConnection?: CaseConnectionResolvers<ContextType>;
  CaseDefect?: CaseDefectResolvers<ContextType>;
  CaseEdge?: CaseEdgeResolvers<ContextType>;
  CaseEvent?: CaseEventResolvers<ContextType>;
  CaseFollowUp?: CaseFollowUpResolvers<ContextType>;
  CaseInboxConnection?: CaseInboxConnectionResolvers<ContextType>;
  CaseIndex?: CaseIndexResolvers<ContextType>;
  CaseIndexPart?: CaseIndexPartResolvers<ContextType>;
  CaseMaterial?: CaseMaterialResolvers<ContextType>;
  CasePayload?: CasePayloadResolvers<ContextType>;
  CaseTimes?: CaseTimesResolvers<ContextType>;
  CaseUserError?: CaseUserErrorResolvers<ContextType>;
  CatalogueItem?: CatalogueItemResolvers<ContextType>;
  CatalogueItemConnection?: CatalogueItemConnectionResolvers<ContextType>;
  CatalogueItemEdge?: CatalogueItemEdgeResolvers<ContextType>;
  Certificate?: CertificateResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Enterprise?: EnterpriseResolvers<ContextType>;
  FiledCase?: FiledCaseResolvers<ContextType>;
  FiledCaseChange?: FiledCaseChangeResolvers<ContextType>;
  FiledCaseDefect?: FiledCaseDefectResolvers<ContextType>;
  FiledCasePayload?: FiledCasePayloadResolvers<ContextType>;
  GuideMaterial?: GuideMaterialResolvers<ContextType>;
  GuideStep?: GuideStepResolvers<ContextType>;
  InboxEvent?: InboxEventResolvers<ContextType>;
  ItemDeviation?: ItemDeviationResolvers<ContextType>;
  ItemDeviationConnection?: ItemDeviationConnectionResolvers<ContextType>;
  ItemDeviationCount?: ItemDeviationCountResolvers<ContextType>;
  ItemDeviationEdge?: ItemDeviationEdgeResolvers<ContextType>;
  ItemEntitlement?: ItemEntitlementResolvers<ContextType>;
  ItemIndex?: ItemIndexResolvers<ContextType>;
  ItemIndexEntry?: ItemIndexEntryResolvers<ContextType>;
  ItemIndexEntryConnection?: ItemIndexEntryConnectionResolvers<ContextType>;
  ItemIndexEntryEdge?: ItemIndexEntryEdgeResolvers<ContextType>;
  ItemIndexPart?: ItemIndexPartResolvers<ContextType>;
  ItemRequirements?: ItemRequirementsResolvers<ContextType>;
  ItemUserError?: ItemUserErrorResolvers<ContextType>;
  ItemVersion?: ItemVersionResolvers<ContextType>;
  ItemVersionConnection?: ItemVersionConnectionResolvers<ContextType>;
  ItemVersionEdge?: ItemVersionEdgeResolvers<ContextType>;
  ItemVersionEvent?: ItemVersionEventResolvers<ContextType>;
  ItemVersionPayload?: ItemVersionPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  MaterialCoordinate?: MaterialCoordinateResolvers<ContextType>;
  MaterialHolder?: MaterialHolderResolvers<ContextType>;
  MaterialSource?: MaterialSourceResolvers<ContextType>;
  MaterialSourceConnection?: MaterialSourceConnectionResolvers<ContextType>;
  MaterialSourceEdge?: MaterialSourceEdgeResolvers<ContextType>;
  MaterialSourcePayload?: MaterialSourcePayloadResolvers<ContextType>;
  MaterialUpload?: MaterialUploadResolvers<ContextType>;
  MaterialUploadPayload?: MaterialUploadPayloadResolvers<ContextType>;
  MatterMaterial?: MatterMaterialResolvers<ContextType>;
  MatterPapers?: MatterPapersResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MyCaseConnection?: MyCaseConnectionResolvers<ContextType>;
  NextGrant?: NextGrantResolvers<ContextType>;
  Offer?: OfferResolvers<ContextType>;
  OfferConnection?: OfferConnectionResolvers<ContextType>;
  OfferEdge?: OfferEdgeResolvers<ContextType>;
  OfferEvidence?: OfferEvidenceResolvers<ContextType>;
  OfferPayload?: OfferPayloadResolvers<ContextType>;
  OfferRun?: OfferRunResolvers<ContextType>;
  OfferRunConnection?: OfferRunConnectionResolvers<ContextType>;
  OfferRunEdge?: OfferRunEdgeResolvers<ContextType>;
  OfferRunPayload?: OfferRunPayloadResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Permit?: PermitResolvers<ContextType>;
  PermitConnection?: PermitConnectionResolvers<ContextType>;
  PermitEdge?: PermitEdgeResolvers<ContextType>;
  PermitPayload?: PermitPayloadResolvers<ContextType>;
  PrefilledField?: PrefilledFieldResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  ServiceDepartment?: ServiceDepartmentResolvers<ContextType>;
  ServiceDepartmentOffer?: ServiceDepartmentOfferResolvers<ContextType>;
  ServiceGuide?: ServiceGuideResolvers<ContextType>;
  ServiceIndices?: ServiceIndicesResolvers<ContextType>;
  ServiceItem?: ServiceItemResolvers<ContextType>;
  ServiceItemConnection?: ServiceItemConnectionResolvers<ContextType>;
  ServiceItemEdge?: ServiceItemEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TimeLimitStatistic?: TimeLimitStatisticResolvers<ContextType>;
  USCC?: GraphQLScalarType;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookPayload?: WebhookPayloadResolvers<ContextType>;
  WebhookTestPayload?: WebhookTestPayloadResolvers<ContextType>;
  WebhookUserError?: WebhookUserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  aggregate?: AggregateDirectiveResolver<any, any, ContextType>;
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  ownData?: OwnDataDirectiveResolver<any, any, ContextType>;
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
