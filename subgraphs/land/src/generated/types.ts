import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CertificateRow } from '@yiwang/subgraph-kit/certificates';
import type { EnterpriseModel, LandCaseConnectionModel, LandSupplyModel, LandSupplyConnectionModel, LandTransferModel, LandTransferConnectionModel, ParcelConnectionModel, RealEstateUnitConnectionModel, RegionModel } from '../models.ts';
import type { LandCaseRow } from '../cases/case-tables.ts';
import type { LandUseRow, ParcelRow, RealEstateUnitRow } from '../tables.ts';
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
  /** Code of GB/T 21010-2017 土地利用现状分类: 2 digits for a class 一级类, 4 for a kind 二级类. */
  LandUseCode: { input: string; output: string; }
  /** Code of a parcel 宗地代码 (GB/T 37346): 19 characters. Full-width, lower-case and grouped input is accepted. */
  ParcelCode: { input: string; output: string; }
  /** Code of a real-estate unit 不动产单元代码 (GB/T 37346): 28 characters, the first 19 those of its parcel. Full-width, lower-case and grouped input is accepted. */
  RealEstateUnitCode: { input: string; output: string; }
  /** Code of an administrative region 行政区划代码 (GB/T 2260): 2, 4, 6, 9 or 12 digits for province, city, county, town, village. */
  RegionCode: { input: string; output: string; }
  /** Unified social credit code 统一社会信用代码 (GB 32100): 18 characters. Full-width and lower-case input is accepted. */
  USCC: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A box between two meridians and two parallels, in degrees of WGS 84. West is less than east, south less than north: a box never crosses the 180th meridian. */
export type BoundingBox = {
  /** Longitude, -180 to 180. */
  east: Scalars['Float']['input'];
  /** Latitude, -90 to 90. */
  north: Scalars['Float']['input'];
  /** Latitude, -90 to 90. */
  south: Scalars['Float']['input'];
  /** Longitude, -180 to 180. */
  west: Scalars['Float']['input'];
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
  about?: InputMaybe<Scalars['String']['input']>;
  /** What is wrong with it, and what to do. */
  problem: Scalars['String']['input'];
};

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
  /** Land supplied to it 供地结果; last signed first. Found by its USCC and, where the register gives none, by its exact name. */
  landSupplies?: Maybe<LandSupplyConnection>;
  name: Scalars['String']['output'];
  /** Parcels 宗地 that it holds; last registered first. */
  parcels?: Maybe<ParcelConnection>;
  uscc: Scalars['USCC']['output'];
};


export type EnterpriseLandSuppliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type EnterpriseParcelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** How a case stands that a client filed. Only that client is given it. */
export type FiledLandCase = {
  __typename?: 'FiledLandCase';
  /** Null while it is open, and when it ended without a decision. */
  decision?: Maybe<CaseDecision>;
  /** What is missing 补正告知. Null unless it is returned. */
  defects?: Maybe<Array<FiledLandCaseDefect>>;
  /** Last day of the promised time 承诺办结日. Null as for LandCase.dueOn. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  kind: LandCaseKind;
  /** 办件编号, as LandCase.number. */
  number: Scalars['ID']['output'];
  /** Number of the planning permit. Null when none was granted, and when it was voided. */
  planningPermit?: Maybe<Scalars['String']['output']>;
  /** Why it was not accepted, or denied. Null when it was neither. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What it is part of, as the client named it. */
  reference: Scalars['ID']['output'];
  /** The unit of which the applicant was made the holder. Null when it was not, and when that was voided. */
  registeredUnit?: Maybe<Scalars['RealEstateUnitCode']['output']>;
  state: CaseState;
  /** 1 when it is begun, and one more for each step. */
  version: Scalars['Int']['output'];
  /** When what was granted was voided. Null when it was not. */
  voidedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** That a case has changed which the client filed. */
export type FiledLandCaseChange = {
  __typename?: 'FiledLandCaseChange';
  /** When it changed. */
  at: Scalars['DateTime']['output'];
  /** Ascending, with gaps: pass the last one as `after` to be told what comes next. */
  id: Scalars['ID']['output'];
  /** As FiledLandCase.number. */
  number: Scalars['ID']['output'];
  /** The state after the change, which may not be the present one. */
  state: CaseState;
  /** The version that the change made. */
  version: Scalars['Int']['output'];
};

/** One thing that is missing or wrong in a case that a client filed 补正内容. */
export type FiledLandCaseDefect = {
  __typename?: 'FiledLandCaseDefect';
  /** What it is about. Null when it is about nothing in particular. */
  about?: Maybe<Scalars['String']['output']>;
  /** What is wrong with it. */
  problem: Scalars['String']['output'];
};

/** What came of a step of a case that a client filed. */
export type FiledLandCasePayload = {
  __typename?: 'FiledLandCasePayload';
  /** The case as it stands. Null when the step was not taken. */
  case?: Maybe<FiledLandCase>;
  /** Why the step was not taken. Empty when it was. */
  userErrors: Array<LandCaseUserError>;
};

/** A GeoJSON geometry (RFC 7946) in degrees of WGS 84: one closed ring of [longitude, latitude], counter-clockwise. */
export type GeoJsonPolygon = {
  __typename?: 'GeoJsonPolygon';
  /** One ring of [longitude, latitude]. */
  coordinates: Array<Array<Array<Scalars['Float']['output']>>>;
  /** Always Polygon. */
  type: Scalars['String']['output'];
};

/** A request of one applicant for one decision of this department 办件, which people of the department decide. */
export type LandCase = {
  __typename?: 'LandCase';
  /** The day by which the office must accept, decide or deliver. Null while the office does not have the case. */
  actBy?: Maybe<Scalars['Date']['output']>;
  /** Who applies 申请人. Null when a person does. */
  applicant?: Maybe<Enterprise>;
  /** The certificate of what was granted: the real-estate certificate 不动产权证书 or the planning permit. Null as for decision, when it was voided, and while the department issues none. */
  certificate?: Maybe<Certificate>;
  /** Day on which it was decided or not accepted 办结日期. Null while it is open, and when it was withdrawn. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** What was decided 审批结果. Null while it is open, and when it ended without a decision. */
  decision?: Maybe<CaseDecision>;
  /** Last day of the promised time 承诺办结日. Null before the case is accepted, and when it never was. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** Working days by which the time to decide was extended 延长. Null when it was not. */
  extensionDays?: Maybe<Scalars['Int']['output']>;
  /** True when dueOn is over, or was over when it was decided. Never while the clock is stopped. */
  isOverdue: Scalars['Boolean']['output'];
  kind: LandCaseKind;
  /** 办件编号, such as LD32010220260302-000017. */
  number: Scalars['ID']['output'];
  /** What is to be built. Null for another kind. */
  planning?: Maybe<LandUsePlanning>;
  /** Day on which it was received 收件日期. */
  receivedOn: Scalars['Date']['output'];
  /** Where it was filed. */
  region?: Maybe<Region>;
  /** What is to be registered. Null for another kind. */
  registration?: Maybe<RealEstateRegistration>;
  state: CaseState;
  /** Last day of the time by law 法定办结日. Null as for dueOn. */
  statutoryDueOn?: Maybe<Scalars['Date']['output']>;
  /** The day on which the clock was stopped 中止. Null when it is not stopped. */
  suspendedOn?: Maybe<Scalars['Date']['output']>;
  /** What has happened 办理过程, first event first. */
  timeline: Array<LandCaseEvent>;
  /** How long it took 用时, by who had it. */
  times?: Maybe<LandCaseTimes>;
  /** 1 when it is begun, and one more for each step. */
  version: Scalars['Int']['output'];
  /** Why it was voided. Null when it was not. */
  voidReason?: Maybe<Scalars['String']['output']>;
  /** When what was granted was voided. Null when it was not. */
  voidedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of cases. */
export type LandCaseConnection = {
  __typename?: 'LandCaseConnection';
  edges: Array<LandCaseEdge>;
  pageInfo: PageInfo;
  /** All cases that match. Null when more than 10,000 do. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One thing that is missing or wrong 补正内容. */
export type LandCaseDefect = {
  __typename?: 'LandCaseDefect';
  /** What it is about. Null when it is about nothing in particular. */
  about?: Maybe<Scalars['String']['output']>;
  /** What is wrong with it. */
  problem: Scalars['String']['output'];
};

export type LandCaseEdge = {
  __typename?: 'LandCaseEdge';
  /** Opaque: pass it as `after` to go on behind this case. */
  cursor: Scalars['String']['output'];
  node: LandCase;
};

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

/** One step of a case 办理环节. */
export type LandCaseEvent = {
  __typename?: 'LandCaseEvent';
  /** Moment of the step. */
  at: Scalars['DateTime']['output'];
  /** What is missing, of a step that returns the case 补正告知. Null for any other. */
  defects?: Maybe<Array<LandCaseDefect>>;
  /** Why or how 办理意见. Null when nothing was noted. */
  note?: Maybe<Scalars['String']['output']>;
  /** Day of the step. */
  on: Scalars['Date']['output'];
  /** Who took it. */
  side: CaseSide;
  step: LandCaseStep;
};

/** A page of cases at an office. */
export type LandCaseInboxConnection = {
  __typename?: 'LandCaseInboxConnection';
  edges: Array<LandCaseInboxEdge>;
  pageInfo: PageInfo;
  /** All cases that match. Null when more than 10,000 do. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

export type LandCaseInboxEdge = {
  __typename?: 'LandCaseInboxEdge';
  /** Opaque: pass it as `after` to go on behind this case. */
  cursor: Scalars['String']['output'];
  node: LandCase;
};

/** Conditions on a case at an office; all that are given must hold. */
export type LandCaseInboxFilter = {
  kind?: InputMaybe<LandCaseKind>;
  /** True: only those on which the office should have acted, and whose clock is not stopped. */
  overdue?: Scalars['Boolean']['input'];
  /** Filed in this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Some of SUBMITTED, ACCEPTED, UNDER_REVIEW, SUSPENDED and DECIDED. Null for all of them. */
  states?: InputMaybe<Array<CaseState>>;
};

/** A case that a client files for a person: with `registration` or with `planning`. */
export type LandCaseInput = {
  /** The enterprise that applies. Null when the person applies for itself. */
  applicant?: InputMaybe<Scalars['USCC']['input']>;
  /** Who applies, or acts for the enterprise: the `sub` of the person's tokens, 1 to 200 characters. */
  person: Scalars['ID']['input'];
  /** For a case of the kind LAND_USE_PLANNING. */
  planning?: InputMaybe<LandUsePlanningInput>;
  /** What it is part of, such as the number of an application; 1 to 100 characters. */
  reference: Scalars['ID']['input'];
  /** Where it is filed; of a registration, where the unit lies. */
  region: Scalars['RegionCode']['input'];
  /** For a case of the kind REAL_ESTATE_REGISTRATION. */
  registration?: InputMaybe<RealEstateRegistrationInput>;
};

/** What a case of this department is for. */
export type LandCaseKind =
  /** 建设用地规划许可: land may be used for a project. */
  | 'LAND_USE_PLANNING'
  /** 不动产登记: the applicant becomes the holder of a real-estate unit. */
  | 'REAL_ESTATE_REGISTRATION';

/** What came of a step. */
export type LandCasePayload = {
  __typename?: 'LandCasePayload';
  /** The case as it stands. Null when the step was not taken. */
  case?: Maybe<LandCase>;
  /** Why the step was not taken. Empty when it was. */
  userErrors: Array<LandCaseUserError>;
};

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

/** How long a case took 用时, in hours. Of a case that is open, until now. */
export type LandCaseTimes = {
  __typename?: 'LandCaseTimes';
  /** While the applicant had it. */
  applicantHours: Scalars['Float']['output'];
  /** Taken by programs for the steps themselves. */
  machineHours: Scalars['Float']['output'];
  /** While the office had it and its clock ran. */
  officialHours: Scalars['Float']['output'];
  /** While the clock was stopped. */
  suspendedHours: Scalars['Float']['output'];
};

/** Why nothing was done, and what to do. */
export type LandCaseUserError = {
  __typename?: 'LandCaseUserError';
  code: LandCaseErrorCode;
  /** Path of the argument that it is about. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What happened, and what to do. */
  message: Scalars['String']['output'];
};

/** A feature character of a parcel or real-estate unit (GB/T 37346-2019). */
export type LandFeature = {
  __typename?: 'LandFeature';
  /** One letter. */
  code: Scalars['String']['output'];
  /** The term in English. */
  meaning: Scalars['String']['output'];
  /** The term of the standard, in Chinese. */
  name: Scalars['String']['output'];
};

/** A result of land supply 供地结果: the state gives a right of use to a holder. */
export type LandSupply = {
  __typename?: 'LandSupply';
  /** Who approved it 批准单位, in the words of the register. */
  approvedBy?: Maybe<Scalars['String']['output']>;
  /** Part of the area that was built-up land before 存量土地, in square metres. Null when the register has none. */
  areaFromStockM2?: Maybe<Scalars['Decimal']['output']>;
  /** Area supplied 供地面积, in square metres. Null when the register has none. */
  areaM2?: Maybe<Scalars['Decimal']['output']>;
  /** Agreed day of completion 约定竣工时间. */
  completeBy?: Maybe<Scalars['Date']['output']>;
  /** Agreed day of handing over the land 约定交地时间. */
  deliverBy?: Maybe<Scalars['Date']['output']>;
  /** Greatest floor-area ratio 容积率上限 in the register. */
  floorAreaRatioMax?: Maybe<Scalars['Decimal']['output']>;
  /** Least floor-area ratio 容积率下限 in the register. Registers mix up the two bounds: it can be above the greatest. */
  floorAreaRatioMin?: Maybe<Scalars['Decimal']['output']>;
  /** Grade of the land 土地级别 in the words of the register. */
  gradeText?: Maybe<Scalars['String']['output']>;
  /** Who received the right 土地使用权人. Null when the register gives no code of it: see holderName, and Enterprise.landSupplies, which also finds results by name. */
  holder?: Maybe<Enterprise>;
  /** Its name. Null when the register has none. */
  holderName?: Maybe<Scalars['String']['output']>;
  /** Electronic supervision number 电子监管号, or the register's record id where it gives none. */
  id: Scalars['ID']['output'];
  /** Industry 行业 in the words of the register. */
  industryText?: Maybe<Scalars['String']['output']>;
  /** Land use by GB/T 21010-2017. Null when the text is no name of it and stands for no one class of it. */
  landUse?: Maybe<LandUse>;
  /** The land use in the words of the register, often of an older standard. */
  landUseText?: Maybe<Scalars['String']['output']>;
  /** Where the land lies 土地坐落, in words. */
  location?: Maybe<Scalars['String']['output']>;
  /** The parcel. Null when the register does not name it. */
  parcel?: Maybe<Parcel>;
  /** Price 成交价格, in yuan (CNY). Null when the register has none. */
  priceCny?: Maybe<Scalars['Decimal']['output']>;
  /** Name of the project 项目名称. Null when the register has none. */
  projectName?: Maybe<Scalars['String']['output']>;
  /** The smallest region that the register's names tell for sure. Null when they tell none. */
  region?: Maybe<Region>;
  /** The region in the words of the register, such as 江苏省 泰州市 泰兴市. Null when it has none. */
  regionText?: Maybe<Scalars['String']['output']>;
  /** Day of signing 合同签订日期. Null when the register has none. */
  signedOn?: Maybe<Scalars['Date']['output']>;
  source: DataSource;
  /** Agreed day of starting to build 约定开工时间. */
  startBy?: Maybe<Scalars['Date']['output']>;
  /** Years of use 使用年限. Null when the register has none, or several for several uses: see useYearsText. */
  useYears?: Maybe<Scalars['Decimal']['output']>;
  /** The years of use in the words of the register. */
  useYearsText?: Maybe<Scalars['String']['output']>;
  /** Way of supply 供应方式. Null when the text is none of the known ones. */
  way?: Maybe<LandSupplyWay>;
  /** The way of supply in the words of the register. */
  wayText?: Maybe<Scalars['String']['output']>;
};

/** A page of results of land supply. */
export type LandSupplyConnection = {
  __typename?: 'LandSupplyConnection';
  edges: Array<LandSupplyEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type LandSupplyEdge = {
  __typename?: 'LandSupplyEdge';
  cursor: Scalars['String']['output'];
  node: LandSupply;
};

/** Conditions on a result of land supply; all that are given must hold. */
export type LandSupplyFilter = {
  /** Supplied to this enterprise. Finds only results whose register gives the holder's code; `Enterprise.landSupplies` also finds those that give its name alone. */
  holder?: InputMaybe<Scalars['USCC']['input']>;
  /** The holder's whole name; width and kind of brackets do not matter. Needs the scope sensitive:read: names of people are masked. */
  holderName?: InputMaybe<Scalars['String']['input']>;
  /** Of this land use or any kind beneath it. */
  landUse?: InputMaybe<Scalars['LandUseCode']['input']>;
  /** In this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Signed on this day or later. */
  signedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Signed on this day or earlier. */
  signedTo?: InputMaybe<Scalars['Date']['input']>;
  ways?: InputMaybe<Array<LandSupplyWay>>;
};

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

/** A transfer of a land-use right 土地使用权转让 from one holder to another. */
export type LandTransfer = {
  __typename?: 'LandTransfer';
  /** In square metres. Null when the register has none. */
  areaM2?: Maybe<Scalars['Decimal']['output']>;
  /** Day of the deal 成交时间. Null when the register has none. */
  dealtOn?: Maybe<Scalars['Date']['output']>;
  /** Who gave the right 原土地使用权人. */
  fromName: Scalars['String']['output'];
  /** The register's record id. */
  id: Scalars['ID']['output'];
  /** Land use by GB/T 21010-2017. Null when the text is no name of it and stands for no one class of it. */
  landUse?: Maybe<LandUse>;
  /** The land use in the words of the register. */
  landUseText?: Maybe<Scalars['String']['output']>;
  /** Where the land lies, in words. */
  location?: Maybe<Scalars['String']['output']>;
  /** The parcel. Null when the register's number is no parcel code, or names none that is held here. */
  parcel?: Maybe<Parcel>;
  /** The parcel's number in the words of the register. */
  parcelNumberText?: Maybe<Scalars['String']['output']>;
  /** Price 转让价格, in yuan (CNY). Null when the register has none. */
  priceCny?: Maybe<Scalars['Decimal']['output']>;
  /** The smallest region that the register's names tell for sure. Null when they tell none. */
  region?: Maybe<Region>;
  /** The region in the words of the register. Null when it has none. */
  regionText?: Maybe<Scalars['String']['output']>;
  /** The right in the words of the register. */
  rightText?: Maybe<Scalars['String']['output']>;
  source: DataSource;
  /** Who received it 现土地使用权人. */
  toName: Scalars['String']['output'];
  /** Years of use left 使用年限. Null when the register has none. */
  useYears?: Maybe<Scalars['Decimal']['output']>;
  /** Way of transfer 转让方式 in the words of the register. */
  wayText?: Maybe<Scalars['String']['output']>;
};

/** A page of transfers. */
export type LandTransferConnection = {
  __typename?: 'LandTransferConnection';
  edges: Array<LandTransferEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type LandTransferEdge = {
  __typename?: 'LandTransferEdge';
  cursor: Scalars['String']['output'];
  node: LandTransfer;
};

/** Conditions on a transfer; all that are given must hold. */
export type LandTransferFilter = {
  /**
   * The whole name of who gave or who received; width and kind of brackets do not matter. Needs the scope sensitive:read: names
   * of people are masked.
   */
  partyName?: InputMaybe<Scalars['String']['input']>;
  /** In this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};

/** A land use of GB/T 21010-2017 土地利用现状分类. */
export type LandUse = {
  __typename?: 'LandUse';
  /** The kinds of a class, by code. */
  children: Array<LandUse>;
  code: Scalars['LandUseCode']['output'];
  /** 1 class 一级类, 2 kind 二级类. */
  level: Scalars['Int']['output'];
  /** Name 名称, as the standard has it. */
  name: Scalars['String']['output'];
  /** Null for a class. */
  parent?: Maybe<LandUse>;
};

/** A project that needs a planning permit 建设用地规划许可, as it was applied for. */
export type LandUsePlanning = {
  __typename?: 'LandUsePlanning';
  /** 用地面积, in square metres. */
  areaM2: Scalars['Decimal']['output'];
  landUse?: Maybe<LandUse>;
  /** 坐落, in words. */
  location: Scalars['String']['output'];
  /** Null for land that is no parcel yet. */
  parcel?: Maybe<Parcel>;
  /** Number of the planning permit, such as 地字第320102202600017号. Null when none was granted, and when it was voided. */
  permit?: Maybe<Scalars['String']['output']>;
  /** 项目名称 */
  projectName: Scalars['String']['output'];
};

/** A project for which land is to be used. */
export type LandUsePlanningInput = {
  /** In square metres, above 0, with at most 2 decimals. */
  areaM2: Scalars['Decimal']['input'];
  /** By GB/T 21010-2017. */
  landUse: Scalars['LandUseCode']['input'];
  /** In words, 1 to 200 characters. */
  location: Scalars['String']['input'];
  /** Null for land that is no parcel yet. */
  parcel?: InputMaybe<Scalars['ParcelCode']['input']>;
  /** 1 to 200 characters. */
  projectName: Scalars['String']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Accepts a case 受理, which starts the time to decide. */
  acceptLandCase?: Maybe<LandCasePayload>;
  /** Decides a case 决定. GRANTED makes the applicant the holder of the unit, or gives a planning permit, at once; DENIED needs a reason. */
  decideLandCase?: Maybe<LandCasePayload>;
  /** Does not accept a case 不予受理. Final. */
  declineLandCase?: Maybe<LandCasePayload>;
  /** Says that the applicant has the result 送达. */
  deliverLandCase?: Maybe<LandCasePayload>;
  /** Extends the time to decide 延长期限 by 1 to 10 working days: once, and before it is over. */
  extendLandCase?: Maybe<LandCasePayload>;
  /**
   * Files a case for a person: makes it and submits it. It is a registration of a unit, or for a planning permit. For applications that run
   * steps of matters (scope matters:run), which alone see and change it by these mutations; the person sees it in `myLandCases`, as its own.
   */
  fileLandCase?: Maybe<FiledLandCasePayload>;
  /**
   * Keeps a real-estate unit for one application: nobody else can hold it, or file its registration, until it is released or registered. The
   * same client that holds it for the same reference and holder is given the hold as it is. Scope matters:run.
   */
  holdRealEstateUnit?: Maybe<UnitHoldPayload>;
  /** Completes a case that the client filed and that was returned 补正, with all its answers, and submits it again. Kind and unit stay. */
  refileLandCase?: Maybe<FiledLandCasePayload>;
  /**
   * Releases a unit that the client holds for a reference. Nothing to release is no error; the unit can then not be held for that reference
   * any more. Scope matters:run.
   */
  releaseRealEstateUnit?: Maybe<UnitReleasePayload>;
  /** Lets the clock go on 恢复审查. */
  resumeLandCase?: Maybe<LandCasePayload>;
  /** Returns a case to be completed 一次性告知补正: once, with everything that is missing. */
  returnLandCase?: Maybe<LandCasePayload>;
  /** Begins to review an accepted case 审查. */
  startLandCaseReview?: Maybe<LandCasePayload>;
  /** Stops the clock 中止, as for an inspection that takes its time. */
  suspendLandCase?: Maybe<LandCasePayload>;
  /**
   * Voids a registration that was granted to a case which the client filed: the unit is given back to who held it before. Nothing to void is no
   * error.
   */
  voidLandRegistration?: Maybe<VoidLandCasePayload>;
  /** Voids a planning permit that was granted to a case which the client filed. Nothing to void is no error. */
  voidLandUsePlanning?: Maybe<VoidLandCasePayload>;
  /** Withdraws a case that the client filed, until it is decided. One that was withdrawn before stays as it is. */
  withdrawFiledLandCase?: Maybe<FiledLandCasePayload>;
  /** Withdraws a case 撤回, until it is decided. */
  withdrawLandCase?: Maybe<LandCasePayload>;
};


export type MutationAcceptLandCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationDecideLandCaseArgs = {
  decision: CaseDecision;
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDeclineLandCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDeliverLandCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationExtendLandCaseArgs = {
  days: Scalars['Int']['input'];
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationFileLandCaseArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: LandCaseInput;
};


export type MutationHoldRealEstateUnitArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: UnitHoldInput;
};


export type MutationRefileLandCaseArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  planning?: InputMaybe<LandUsePlanningInput>;
  registration?: InputMaybe<RealEstateRegistrationInput>;
};


export type MutationReleaseRealEstateUnitArgs = {
  idempotencyKey: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  reference: Scalars['ID']['input'];
  unit: Scalars['RealEstateUnitCode']['input'];
};


export type MutationResumeLandCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationReturnLandCaseArgs = {
  defects: Array<CaseDefectInput>;
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationStartLandCaseReviewArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationSuspendLandCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationVoidLandRegistrationArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationVoidLandUsePlanningArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationWithdrawFiledLandCaseArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationWithdrawLandCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Conditions on a case; all that are given must hold. */
export type MyLandCaseFilter = {
  states?: InputMaybe<Array<CaseState>>;
};

/** Where a page ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** A piece of land 宗地 that is registered as one. */
export type Parcel = {
  __typename?: 'Parcel';
  /** Registered area 宗地面积, in square metres. */
  areaM2: Scalars['Decimal']['output'];
  code: Scalars['ParcelCode']['output'];
  /** The boundary 宗地界址. Null when the register has none. */
  geometry?: Maybe<GeoJsonPolygon>;
  /** Who holds the right 权利人. Null when that is no enterprise. */
  holder?: Maybe<Enterprise>;
  /** Name of who holds the right. Null when the register has none. */
  holderName?: Maybe<Scalars['String']['output']>;
  /** How the right was supplied, last signed first. Only results whose register names the parcel. */
  landSupplies?: Maybe<LandSupplyConnection>;
  /** Registered land use 用途. Null when the register has none. */
  landUse?: Maybe<LandUse>;
  /** Where it lies 坐落, in words. Null when the register has none. */
  location?: Maybe<Scalars['String']['output']>;
  /** Who owns the land 权属: character 13 of the code. */
  ownership: LandFeature;
  /** What stands on it, by code. */
  realEstateUnits?: Maybe<RealEstateUnitConnection>;
  /** The county that stands in the code. It may no longer exist. */
  region?: Maybe<Region>;
  /** Day of the first registration 登记日期. Null when the register has none. */
  registeredOn?: Maybe<Scalars['Date']['output']>;
  /** The right for which the parcel was drawn 权利类型: character 14 of the code. */
  right: LandFeature;
  source: DataSource;
};


/** A piece of land 宗地 that is registered as one. */
export type ParcelLandSuppliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** A piece of land 宗地 that is registered as one. */
export type ParcelRealEstateUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A page of parcels. */
export type ParcelConnection = {
  __typename?: 'ParcelConnection';
  edges: Array<ParcelEdge>;
  pageInfo: PageInfo;
  /** All parcels that match. Null when more than 10,000 match a filter by bbox: narrow the filter. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

export type ParcelEdge = {
  __typename?: 'ParcelEdge';
  /** Opaque: pass it as `after` to go on behind this parcel. */
  cursor: Scalars['String']['output'];
  node: Parcel;
};

/** Conditions on a parcel; all that are given must hold. */
export type ParcelFilter = {
  /** Parcels that touch this box. For those who may read where parcels lie. */
  bbox?: InputMaybe<BoundingBox>;
  /** Held by this enterprise. For those who may read `holder`. */
  holder?: InputMaybe<Scalars['USCC']['input']>;
  /** Of this land use or any kind beneath it. */
  landUse?: InputMaybe<Scalars['LandUseCode']['input']>;
  /** In this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
};

export type Query = {
  __typename?: 'Query';
  /**
   * What has changed of the cases that the client filed, in the order of publication; to be asked each second. Changes are kept for
   * OUTBOX_HOURS. Scope matters:run.
   */
  filedLandCaseChanges?: Maybe<Array<FiledLandCaseChange>>;
  /**
   * How cases stand that the client filed with `fileLandCase`, in the order of the numbers; null for all others. At most 100. For applications
   * that run steps of matters (scope matters:run).
   */
  filedLandCases?: Maybe<Array<Maybe<FiledLandCase>>>;
  /** One case of this department 办件. Null with NOT_FOUND when the register does not hold it. */
  landCase?: Maybe<LandCase>;
  /**
   * What officials 工作人员 have to do: the cases in the regions for which the person decides, the one to act on first comes first. For clients
   * of this department.
   */
  landCaseInbox?: Maybe<LandCaseInboxConnection>;
  /** Results of land supply that match every condition of the filter; last signed first, those without a day at the end. */
  landSupplies?: Maybe<LandSupplyConnection>;
  /** One result of land supply 供地结果. Null with NOT_FOUND when the register does not hold it. */
  landSupply?: Maybe<LandSupply>;
  /** One transfer of a land-use right 土地使用权转让. Null with NOT_FOUND when the register does not hold it. */
  landTransfer?: Maybe<LandTransfer>;
  /** Transfers of land-use rights that match every condition of the filter; last deal first, those without a day at the end. */
  landTransfers?: Maybe<LandTransferConnection>;
  /** One land use of GB/T 21010-2017 土地利用现状分类. Null with NOT_FOUND when the table does not hold it. */
  landUse?: Maybe<LandUse>;
  /** The cases of the person who is signed in and of the enterprises that it acts for, newest first: those for which the mandates hold. */
  myLandCases?: Maybe<LandCaseConnection>;
  /** One parcel 宗地. Null with NOT_FOUND when the register does not hold it. */
  parcel?: Maybe<Parcel>;
  /** Parcels that match every condition of the filter; last registered first, those without a day of registration at the end. */
  parcels?: Maybe<ParcelConnection>;
  /** One real-estate unit 不动产单元. Null with NOT_FOUND when the register does not hold it. */
  realEstateUnit?: Maybe<RealEstateUnit>;
};


export type QueryFiledLandCaseChangesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryFiledLandCasesArgs = {
  numbers: Array<Scalars['ID']['input']>;
};


export type QueryLandCaseArgs = {
  number: Scalars['ID']['input'];
};


export type QueryLandCaseInboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LandCaseInboxFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryLandSuppliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LandSupplyFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryLandSupplyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLandTransferArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLandTransfersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LandTransferFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryLandUseArgs = {
  code: Scalars['LandUseCode']['input'];
};


export type QueryMyLandCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MyLandCaseFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryParcelArgs = {
  code: Scalars['ParcelCode']['input'];
};


export type QueryParcelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ParcelFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryRealEstateUnitArgs = {
  code: Scalars['RealEstateUnitCode']['input'];
};

/** A registration of a real-estate unit 不动产登记, as it was applied for. */
export type RealEstateRegistration = {
  __typename?: 'RealEstateRegistration';
  /** Number of the deed tax that was declared, as DeedTax.id. Null when nothing was said. */
  deedTax?: Maybe<Scalars['ID']['output']>;
  /** Who held the right by the application: USCC or name. Null when nobody did. */
  holderBefore?: Maybe<Scalars['String']['output']>;
  /** Who acquires the right, by name. */
  holderName: Scalars['String']['output'];
  /** What was paid, in yuan. Null when nothing was said. */
  priceCny?: Maybe<Scalars['Decimal']['output']>;
  /** Null when the register does not hold it any more. */
  unit?: Maybe<RealEstateUnit>;
};

/** A registration of a real-estate unit: who applies becomes its holder. */
export type RealEstateRegistrationInput = {
  /** Number of the deed tax that was declared, as DeedTax.id. */
  deedTax?: InputMaybe<Scalars['ID']['input']>;
  /** Who holds the right, and consents: its USCC where the register has one, or else its name. Null when nobody holds it. */
  holderBefore?: InputMaybe<Scalars['String']['input']>;
  /** Name of who applies, 1 to 200 characters; it stands in the register. */
  holderName: Scalars['String']['input'];
  /** What was paid, in yuan. */
  priceCny?: InputMaybe<Scalars['Decimal']['input']>;
  unit: Scalars['RealEstateUnitCode']['input'];
};

/** A real-estate unit 不动产单元: land and what is fixed to it, as far as one right reaches. */
export type RealEstateUnit = {
  __typename?: 'RealEstateUnit';
  /**
   * The real-estate certificate 不动产权证书 of who holds the right. Null when the registration in force was not granted in the graph, or while the
   * department issues none.
   */
  certificate?: Maybe<Certificate>;
  code: Scalars['RealEstateUnitCode']['output'];
  /** What stands there 定着物: character 20 of the code. */
  fixture: LandFeature;
  /** Floor area 建筑面积, in square metres. Null when no building stands there. */
  floorAreaM2?: Maybe<Scalars['Decimal']['output']>;
  /** Who holds the right 权利人. Null when that is no enterprise. */
  holder?: Maybe<Enterprise>;
  /** Name of who holds the right. Null when the register has none. */
  holderName?: Maybe<Scalars['String']['output']>;
  /** The parcel on which it stands: the first 19 characters of the code. */
  parcel?: Maybe<Parcel>;
  /** Day of registration 登记日期. Null when the register has none. */
  registeredOn?: Maybe<Scalars['Date']['output']>;
  source: DataSource;
};

export type RealEstateUnitConnection = {
  __typename?: 'RealEstateUnitConnection';
  edges: Array<RealEstateUnitEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RealEstateUnitEdge = {
  __typename?: 'RealEstateUnitEdge';
  cursor: Scalars['String']['output'];
  node: RealEstateUnit;
};

export type Region = {
  __typename?: 'Region';
  code: Scalars['RegionCode']['output'];
  /** Their area in total, in square metres. */
  parcelAreaM2?: Maybe<Scalars['Decimal']['output']>;
  /** Parcels in the region or any region beneath it. */
  parcelCount?: Maybe<Scalars['Int']['output']>;
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
  /** The case as it stands, and again whenever it has changed. Null with NOT_FOUND as for landCase. */
  landCaseChanged?: Maybe<LandCase>;
};


export type SubscriptionLandCaseChangedArgs = {
  number: Scalars['ID']['input'];
};

/** A unit that is kept for one application. Only the client that holds it is given it. */
export type UnitHold = {
  __typename?: 'UnitHold';
  /** Since when. */
  at: Scalars['DateTime']['output'];
  /** Who acquires the right. */
  holder: Scalars['String']['output'];
  /** What it is held for, as the client names it. */
  reference: Scalars['ID']['output'];
  unit: Scalars['RealEstateUnitCode']['output'];
};

/** A unit that is to be kept for one application. */
export type UnitHoldInput = {
  /** Who acquires the right: USCC of an enterprise, or name of a person, 1 to 200 characters. */
  holder: Scalars['String']['input'];
  /** What it is held for, such as the number of an application; 1 to 100 characters. */
  reference: Scalars['ID']['input'];
  unit: Scalars['RealEstateUnitCode']['input'];
};

/** What became of a hold. */
export type UnitHoldPayload = {
  __typename?: 'UnitHoldPayload';
  /** Null when the unit is not held. */
  hold?: Maybe<UnitHold>;
  userErrors: Array<LandCaseUserError>;
};

/** What was released. */
export type UnitReleasePayload = {
  __typename?: 'UnitReleasePayload';
  /** Whether there was a hold to release. */
  released: Scalars['Boolean']['output'];
  userErrors: Array<LandCaseUserError>;
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

/** What was voided. */
export type VoidLandCasePayload = {
  __typename?: 'VoidLandCasePayload';
  /** The case as it stands. Null when it cannot be voided. */
  case?: Maybe<FiledLandCase>;
  userErrors: Array<LandCaseUserError>;
  /** Whether there was something to void. */
  voided: Scalars['Boolean']['output'];
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
  Enterprise: Enterprise;
  LandCase: LandCase;
  LandSupply: LandSupply;
  LandTransfer: LandTransfer;
  LandUse: LandUse;
  Parcel: Parcel;
  RealEstateUnit: RealEstateUnit;
  Region: Region;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Enterprise'], {"name":true}> ) );
  LandCase:
    ( { __typename: 'LandCase' }
    & GraphQLRecursivePick<FederationTypes['LandCase'], {"number":true}> );
  LandSupply:
    ( { __typename: 'LandSupply' }
    & GraphQLRecursivePick<FederationTypes['LandSupply'], {"id":true}> );
  LandTransfer:
    ( { __typename: 'LandTransfer' }
    & GraphQLRecursivePick<FederationTypes['LandTransfer'], {"id":true}> );
  LandUse:
    ( { __typename: 'LandUse' }
    & GraphQLRecursivePick<FederationTypes['LandUse'], {"code":true}> );
  Parcel:
    ( { __typename: 'Parcel' }
    & GraphQLRecursivePick<FederationTypes['Parcel'], {"code":true}> );
  RealEstateUnit:
    ( { __typename: 'RealEstateUnit' }
    & GraphQLRecursivePick<FederationTypes['RealEstateUnit'], {"code":true}> );
  Region:
    ( { __typename: 'Region' }
    & GraphQLRecursivePick<FederationTypes['Region'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BoundingBox: BoundingBox;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CaseDecision: CaseDecision;
  CaseDefectInput: CaseDefectInput;
  CaseSide: CaseSide;
  CaseState: CaseState;
  Certificate: ResolverTypeWrapper<CertificateRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CertificateState: CertificateState;
  DataSource: DataSource;
  DataSubject: DataSubject;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  FiledLandCase: ResolverTypeWrapper<LandCaseRow>;
  FiledLandCaseChange: ResolverTypeWrapper<FiledLandCaseChange>;
  FiledLandCaseDefect: ResolverTypeWrapper<FiledLandCaseDefect>;
  FiledLandCasePayload: ResolverTypeWrapper<Omit<FiledLandCasePayload, 'case'> & { case?: Maybe<ResolversTypes['FiledLandCase']> }>;
  GeoJsonPolygon: ResolverTypeWrapper<GeoJsonPolygon>;
  LandCase: ResolverTypeWrapper<LandCaseRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  LandCaseConnection: ResolverTypeWrapper<LandCaseConnectionModel>;
  LandCaseDefect: ResolverTypeWrapper<LandCaseDefect>;
  LandCaseEdge: ResolverTypeWrapper<Omit<LandCaseEdge, 'node'> & { node: ResolversTypes['LandCase'] }>;
  LandCaseErrorCode: LandCaseErrorCode;
  LandCaseEvent: ResolverTypeWrapper<LandCaseEvent>;
  LandCaseInboxConnection: ResolverTypeWrapper<LandCaseConnectionModel>;
  LandCaseInboxEdge: ResolverTypeWrapper<Omit<LandCaseInboxEdge, 'node'> & { node: ResolversTypes['LandCase'] }>;
  LandCaseInboxFilter: LandCaseInboxFilter;
  LandCaseInput: LandCaseInput;
  LandCaseKind: LandCaseKind;
  LandCasePayload: ResolverTypeWrapper<Omit<LandCasePayload, 'case'> & { case?: Maybe<ResolversTypes['LandCase']> }>;
  LandCaseStep: LandCaseStep;
  LandCaseTimes: ResolverTypeWrapper<LandCaseTimes>;
  LandCaseUserError: ResolverTypeWrapper<LandCaseUserError>;
  LandFeature: ResolverTypeWrapper<LandFeature>;
  LandSupply: ResolverTypeWrapper<LandSupplyModel>;
  LandSupplyConnection: ResolverTypeWrapper<LandSupplyConnectionModel>;
  LandSupplyEdge: ResolverTypeWrapper<Omit<LandSupplyEdge, 'node'> & { node: ResolversTypes['LandSupply'] }>;
  LandSupplyFilter: LandSupplyFilter;
  LandSupplyWay: LandSupplyWay;
  LandTransfer: ResolverTypeWrapper<LandTransferModel>;
  LandTransferConnection: ResolverTypeWrapper<LandTransferConnectionModel>;
  LandTransferEdge: ResolverTypeWrapper<Omit<LandTransferEdge, 'node'> & { node: ResolversTypes['LandTransfer'] }>;
  LandTransferFilter: LandTransferFilter;
  LandUse: ResolverTypeWrapper<LandUseRow>;
  LandUseCode: ResolverTypeWrapper<Scalars['LandUseCode']['output']>;
  LandUsePlanning: ResolverTypeWrapper<LandCaseRow>;
  LandUsePlanningInput: LandUsePlanningInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MyLandCaseFilter: MyLandCaseFilter;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Parcel: ResolverTypeWrapper<ParcelRow>;
  ParcelCode: ResolverTypeWrapper<Scalars['ParcelCode']['output']>;
  ParcelConnection: ResolverTypeWrapper<ParcelConnectionModel>;
  ParcelEdge: ResolverTypeWrapper<Omit<ParcelEdge, 'node'> & { node: ResolversTypes['Parcel'] }>;
  ParcelFilter: ParcelFilter;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RealEstateRegistration: ResolverTypeWrapper<LandCaseRow>;
  RealEstateRegistrationInput: RealEstateRegistrationInput;
  RealEstateUnit: ResolverTypeWrapper<RealEstateUnitRow>;
  RealEstateUnitCode: ResolverTypeWrapper<Scalars['RealEstateUnitCode']['output']>;
  RealEstateUnitConnection: ResolverTypeWrapper<RealEstateUnitConnectionModel>;
  RealEstateUnitEdge: ResolverTypeWrapper<Omit<RealEstateUnitEdge, 'node'> & { node: ResolversTypes['RealEstateUnit'] }>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  SensitiveKind: SensitiveKind;
  SharingClass: SharingClass;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UnitHold: ResolverTypeWrapper<UnitHold>;
  UnitHoldInput: UnitHoldInput;
  UnitHoldPayload: ResolverTypeWrapper<UnitHoldPayload>;
  UnitReleasePayload: ResolverTypeWrapper<UnitReleasePayload>;
  UpdateCycle: UpdateCycle;
  VoidLandCasePayload: ResolverTypeWrapper<Omit<VoidLandCasePayload, 'case'> & { case?: Maybe<ResolversTypes['FiledLandCase']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BoundingBox: BoundingBox;
  Float: Scalars['Float']['output'];
  CaseDefectInput: CaseDefectInput;
  Certificate: CertificateRow;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Enterprise: EnterpriseModel;
  FiledLandCase: LandCaseRow;
  FiledLandCaseChange: FiledLandCaseChange;
  FiledLandCaseDefect: FiledLandCaseDefect;
  FiledLandCasePayload: Omit<FiledLandCasePayload, 'case'> & { case?: Maybe<ResolversParentTypes['FiledLandCase']> };
  GeoJsonPolygon: GeoJsonPolygon;
  LandCase: LandCaseRow;
  Boolean: Scalars['Boolean']['output'];
  LandCaseConnection: LandCaseConnectionModel;
  LandCaseDefect: LandCaseDefect;
  LandCaseEdge: Omit<LandCaseEdge, 'node'> & { node: ResolversParentTypes['LandCase'] };
  LandCaseEvent: LandCaseEvent;
  LandCaseInboxConnection: LandCaseConnectionModel;
  LandCaseInboxEdge: Omit<LandCaseInboxEdge, 'node'> & { node: ResolversParentTypes['LandCase'] };
  LandCaseInboxFilter: LandCaseInboxFilter;
  LandCaseInput: LandCaseInput;
  LandCasePayload: Omit<LandCasePayload, 'case'> & { case?: Maybe<ResolversParentTypes['LandCase']> };
  LandCaseTimes: LandCaseTimes;
  LandCaseUserError: LandCaseUserError;
  LandFeature: LandFeature;
  LandSupply: LandSupplyModel;
  LandSupplyConnection: LandSupplyConnectionModel;
  LandSupplyEdge: Omit<LandSupplyEdge, 'node'> & { node: ResolversParentTypes['LandSupply'] };
  LandSupplyFilter: LandSupplyFilter;
  LandTransfer: LandTransferModel;
  LandTransferConnection: LandTransferConnectionModel;
  LandTransferEdge: Omit<LandTransferEdge, 'node'> & { node: ResolversParentTypes['LandTransfer'] };
  LandTransferFilter: LandTransferFilter;
  LandUse: LandUseRow;
  LandUseCode: Scalars['LandUseCode']['output'];
  LandUsePlanning: LandCaseRow;
  LandUsePlanningInput: LandUsePlanningInput;
  Mutation: Record<PropertyKey, never>;
  MyLandCaseFilter: MyLandCaseFilter;
  PageInfo: PageInfo;
  Parcel: ParcelRow;
  ParcelCode: Scalars['ParcelCode']['output'];
  ParcelConnection: ParcelConnectionModel;
  ParcelEdge: Omit<ParcelEdge, 'node'> & { node: ResolversParentTypes['Parcel'] };
  ParcelFilter: ParcelFilter;
  Query: Record<PropertyKey, never>;
  RealEstateRegistration: LandCaseRow;
  RealEstateRegistrationInput: RealEstateRegistrationInput;
  RealEstateUnit: RealEstateUnitRow;
  RealEstateUnitCode: Scalars['RealEstateUnitCode']['output'];
  RealEstateUnitConnection: RealEstateUnitConnectionModel;
  RealEstateUnitEdge: Omit<RealEstateUnitEdge, 'node'> & { node: ResolversParentTypes['RealEstateUnit'] };
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
  Subscription: Record<PropertyKey, never>;
  USCC: Scalars['USCC']['output'];
  UnitHold: UnitHold;
  UnitHoldInput: UnitHoldInput;
  UnitHoldPayload: UnitHoldPayload;
  UnitReleasePayload: UnitReleasePayload;
  VoidLandCasePayload: Omit<VoidLandCasePayload, 'case'> & { case?: Maybe<ResolversParentTypes['FiledLandCase']> };
  String: Scalars['String']['output'];
};

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
  landSupplies?: Resolver<Maybe<ResolversTypes['LandSupplyConnection']>, ParentType, ContextType, RequireFields<EnterpriseLandSuppliesArgs, 'first'>>;
  parcels?: Resolver<Maybe<ResolversTypes['ParcelConnection']>, ParentType, ContextType, RequireFields<EnterpriseParcelsArgs, 'first'>>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type FiledLandCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledLandCase'] = ResolversParentTypes['FiledLandCase']> = {
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  defects?: Resolver<Maybe<Array<ResolversTypes['FiledLandCaseDefect']>>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LandCaseKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  planningPermit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  registeredUnit?: Resolver<Maybe<ResolversTypes['RealEstateUnitCode']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  voidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type FiledLandCaseChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledLandCaseChange'] = ResolversParentTypes['FiledLandCaseChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FiledLandCaseDefectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledLandCaseDefect'] = ResolversParentTypes['FiledLandCaseDefect']> = {
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FiledLandCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledLandCasePayload'] = ResolversParentTypes['FiledLandCasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['FiledLandCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LandCaseUserError']>, ParentType, ContextType>;
};

export type GeoJsonPolygonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeoJsonPolygon'] = ResolversParentTypes['GeoJsonPolygon']> = {
  coordinates?: Resolver<Array<Array<Array<ResolversTypes['Float']>>>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LandCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCase'] = ResolversParentTypes['LandCase'], FederationReferenceType extends FederationReferenceTypes['LandCase'] = FederationReferenceTypes['LandCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LandCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  certificate?: Resolver<Maybe<ResolversTypes['Certificate']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  extensionDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LandCaseKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  planning?: Resolver<Maybe<ResolversTypes['LandUsePlanning']>, ParentType, ContextType>;
  receivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  registration?: Resolver<Maybe<ResolversTypes['RealEstateRegistration']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  statutoryDueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  suspendedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['LandCaseEvent']>, ParentType, ContextType>;
  times?: Resolver<Maybe<ResolversTypes['LandCaseTimes']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  voidReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  voidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LandCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCaseConnection'] = ResolversParentTypes['LandCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LandCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LandCaseDefectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCaseDefect'] = ResolversParentTypes['LandCaseDefect']> = {
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LandCaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCaseEdge'] = ResolversParentTypes['LandCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LandCase'], ParentType, ContextType>;
};

export type LandCaseEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCaseEvent'] = ResolversParentTypes['LandCaseEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  defects?: Resolver<Maybe<Array<ResolversTypes['LandCaseDefect']>>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['CaseSide'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['LandCaseStep'], ParentType, ContextType>;
};

export type LandCaseInboxConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCaseInboxConnection'] = ResolversParentTypes['LandCaseInboxConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LandCaseInboxEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LandCaseInboxEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCaseInboxEdge'] = ResolversParentTypes['LandCaseInboxEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LandCase'], ParentType, ContextType>;
};

export type LandCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCasePayload'] = ResolversParentTypes['LandCasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['LandCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LandCaseUserError']>, ParentType, ContextType>;
};

export type LandCaseTimesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCaseTimes'] = ResolversParentTypes['LandCaseTimes']> = {
  applicantHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  machineHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  officialHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  suspendedHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LandCaseUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandCaseUserError'] = ResolversParentTypes['LandCaseUserError']> = {
  code?: Resolver<ResolversTypes['LandCaseErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LandFeatureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandFeature'] = ResolversParentTypes['LandFeature']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LandSupplyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandSupply'] = ResolversParentTypes['LandSupply'], FederationReferenceType extends FederationReferenceTypes['LandSupply'] = FederationReferenceTypes['LandSupply']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LandSupply']> | FederationReferenceType, FederationReferenceType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  areaFromStockM2?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  areaM2?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  completeBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliverBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  floorAreaRatioMax?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  floorAreaRatioMin?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  gradeText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  holderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  industryText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  landUse?: Resolver<Maybe<ResolversTypes['LandUse']>, ParentType, ContextType>;
  landUseText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parcel?: Resolver<Maybe<ResolversTypes['Parcel']>, ParentType, ContextType>;
  priceCny?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  projectName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  regionText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  startBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  useYears?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  useYearsText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  way?: Resolver<Maybe<ResolversTypes['LandSupplyWay']>, ParentType, ContextType>;
  wayText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LandSupplyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandSupplyConnection'] = ResolversParentTypes['LandSupplyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LandSupplyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LandSupplyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandSupplyEdge'] = ResolversParentTypes['LandSupplyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LandSupply'], ParentType, ContextType>;
};

export type LandTransferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandTransfer'] = ResolversParentTypes['LandTransfer'], FederationReferenceType extends FederationReferenceTypes['LandTransfer'] = FederationReferenceTypes['LandTransfer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LandTransfer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  areaM2?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  dealtOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  fromName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  landUse?: Resolver<Maybe<ResolversTypes['LandUse']>, ParentType, ContextType>;
  landUseText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parcel?: Resolver<Maybe<ResolversTypes['Parcel']>, ParentType, ContextType>;
  parcelNumberText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  priceCny?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  regionText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rightText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  toName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  useYears?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  wayText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LandTransferConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandTransferConnection'] = ResolversParentTypes['LandTransferConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LandTransferEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LandTransferEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandTransferEdge'] = ResolversParentTypes['LandTransferEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LandTransfer'], ParentType, ContextType>;
};

export type LandUseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandUse'] = ResolversParentTypes['LandUse'], FederationReferenceType extends FederationReferenceTypes['LandUse'] = FederationReferenceTypes['LandUse']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LandUse']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<Array<ResolversTypes['LandUse']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['LandUseCode'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['LandUse']>, ParentType, ContextType>;
};

export interface LandUseCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LandUseCode'], any> {
  name: 'LandUseCode';
}

export type LandUsePlanningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LandUsePlanning'] = ResolversParentTypes['LandUsePlanning']> = {
  areaM2?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  landUse?: Resolver<Maybe<ResolversTypes['LandUse']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parcel?: Resolver<Maybe<ResolversTypes['Parcel']>, ParentType, ContextType>;
  permit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  projectName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptLandCase?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationAcceptLandCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  decideLandCase?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationDecideLandCaseArgs, 'decision' | 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  declineLandCase?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationDeclineLandCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  deliverLandCase?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationDeliverLandCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  extendLandCase?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationExtendLandCaseArgs, 'days' | 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  fileLandCase?: Resolver<Maybe<ResolversTypes['FiledLandCasePayload']>, ParentType, ContextType, RequireFields<MutationFileLandCaseArgs, 'idempotencyKey' | 'input'>>;
  holdRealEstateUnit?: Resolver<Maybe<ResolversTypes['UnitHoldPayload']>, ParentType, ContextType, RequireFields<MutationHoldRealEstateUnitArgs, 'idempotencyKey' | 'input'>>;
  refileLandCase?: Resolver<Maybe<ResolversTypes['FiledLandCasePayload']>, ParentType, ContextType, RequireFields<MutationRefileLandCaseArgs, 'idempotencyKey' | 'number'>>;
  releaseRealEstateUnit?: Resolver<Maybe<ResolversTypes['UnitReleasePayload']>, ParentType, ContextType, RequireFields<MutationReleaseRealEstateUnitArgs, 'idempotencyKey' | 'reference' | 'unit'>>;
  resumeLandCase?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationResumeLandCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  returnLandCase?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationReturnLandCaseArgs, 'defects' | 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  startLandCaseReview?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationStartLandCaseReviewArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  suspendLandCase?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationSuspendLandCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  voidLandRegistration?: Resolver<Maybe<ResolversTypes['VoidLandCasePayload']>, ParentType, ContextType, RequireFields<MutationVoidLandRegistrationArgs, 'idempotencyKey' | 'number' | 'reason'>>;
  voidLandUsePlanning?: Resolver<Maybe<ResolversTypes['VoidLandCasePayload']>, ParentType, ContextType, RequireFields<MutationVoidLandUsePlanningArgs, 'idempotencyKey' | 'number' | 'reason'>>;
  withdrawFiledLandCase?: Resolver<Maybe<ResolversTypes['FiledLandCasePayload']>, ParentType, ContextType, RequireFields<MutationWithdrawFiledLandCaseArgs, 'idempotencyKey' | 'number'>>;
  withdrawLandCase?: Resolver<Maybe<ResolversTypes['LandCasePayload']>, ParentType, ContextType, RequireFields<MutationWithdrawLandCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ParcelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Parcel'] = ResolversParentTypes['Parcel'], FederationReferenceType extends FederationReferenceTypes['Parcel'] = FederationReferenceTypes['Parcel']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Parcel']> | FederationReferenceType, FederationReferenceType, ContextType>;
  areaM2?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ParcelCode'], ParentType, ContextType>;
  geometry?: Resolver<Maybe<ResolversTypes['GeoJsonPolygon']>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  holderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  landSupplies?: Resolver<Maybe<ResolversTypes['LandSupplyConnection']>, ParentType, ContextType, RequireFields<ParcelLandSuppliesArgs, 'first'>>;
  landUse?: Resolver<Maybe<ResolversTypes['LandUse']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownership?: Resolver<ResolversTypes['LandFeature'], ParentType, ContextType>;
  realEstateUnits?: Resolver<Maybe<ResolversTypes['RealEstateUnitConnection']>, ParentType, ContextType, RequireFields<ParcelRealEstateUnitsArgs, 'first'>>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  right?: Resolver<ResolversTypes['LandFeature'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
};

export interface ParcelCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ParcelCode'], any> {
  name: 'ParcelCode';
}

export type ParcelConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParcelConnection'] = ResolversParentTypes['ParcelConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ParcelEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ParcelEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParcelEdge'] = ResolversParentTypes['ParcelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Parcel'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  filedLandCaseChanges?: Resolver<Maybe<Array<ResolversTypes['FiledLandCaseChange']>>, ParentType, ContextType, RequireFields<QueryFiledLandCaseChangesArgs, 'first'>>;
  filedLandCases?: Resolver<Maybe<Array<Maybe<ResolversTypes['FiledLandCase']>>>, ParentType, ContextType, RequireFields<QueryFiledLandCasesArgs, 'numbers'>>;
  landCase?: Resolver<Maybe<ResolversTypes['LandCase']>, ParentType, ContextType, RequireFields<QueryLandCaseArgs, 'number'>>;
  landCaseInbox?: Resolver<Maybe<ResolversTypes['LandCaseInboxConnection']>, ParentType, ContextType, RequireFields<QueryLandCaseInboxArgs, 'first'>>;
  landSupplies?: Resolver<Maybe<ResolversTypes['LandSupplyConnection']>, ParentType, ContextType, RequireFields<QueryLandSuppliesArgs, 'first'>>;
  landSupply?: Resolver<Maybe<ResolversTypes['LandSupply']>, ParentType, ContextType, RequireFields<QueryLandSupplyArgs, 'id'>>;
  landTransfer?: Resolver<Maybe<ResolversTypes['LandTransfer']>, ParentType, ContextType, RequireFields<QueryLandTransferArgs, 'id'>>;
  landTransfers?: Resolver<Maybe<ResolversTypes['LandTransferConnection']>, ParentType, ContextType, RequireFields<QueryLandTransfersArgs, 'first'>>;
  landUse?: Resolver<Maybe<ResolversTypes['LandUse']>, ParentType, ContextType, RequireFields<QueryLandUseArgs, 'code'>>;
  myLandCases?: Resolver<Maybe<ResolversTypes['LandCaseConnection']>, ParentType, ContextType, RequireFields<QueryMyLandCasesArgs, 'first'>>;
  parcel?: Resolver<Maybe<ResolversTypes['Parcel']>, ParentType, ContextType, RequireFields<QueryParcelArgs, 'code'>>;
  parcels?: Resolver<Maybe<ResolversTypes['ParcelConnection']>, ParentType, ContextType, RequireFields<QueryParcelsArgs, 'first'>>;
  realEstateUnit?: Resolver<Maybe<ResolversTypes['RealEstateUnit']>, ParentType, ContextType, RequireFields<QueryRealEstateUnitArgs, 'code'>>;
};

export type RealEstateRegistrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealEstateRegistration'] = ResolversParentTypes['RealEstateRegistration']> = {
  deedTax?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  holderBefore?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holderName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priceCny?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['RealEstateUnit']>, ParentType, ContextType>;
};

export type RealEstateUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealEstateUnit'] = ResolversParentTypes['RealEstateUnit'], FederationReferenceType extends FederationReferenceTypes['RealEstateUnit'] = FederationReferenceTypes['RealEstateUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RealEstateUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  certificate?: Resolver<Maybe<ResolversTypes['Certificate']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['RealEstateUnitCode'], ParentType, ContextType>;
  fixture?: Resolver<ResolversTypes['LandFeature'], ParentType, ContextType>;
  floorAreaM2?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  holderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parcel?: Resolver<Maybe<ResolversTypes['Parcel']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
};

export interface RealEstateUnitCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RealEstateUnitCode'], any> {
  name: 'RealEstateUnitCode';
}

export type RealEstateUnitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealEstateUnitConnection'] = ResolversParentTypes['RealEstateUnitConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RealEstateUnitEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RealEstateUnitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealEstateUnitEdge'] = ResolversParentTypes['RealEstateUnitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RealEstateUnit'], ParentType, ContextType>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  parcelAreaM2?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  parcelCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  landCaseChanged?: SubscriptionResolver<Maybe<ResolversTypes['LandCase']>, "landCaseChanged", ParentType, ContextType, RequireFields<SubscriptionLandCaseChangedArgs, 'number'>>;
};

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type UnitHoldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitHold'] = ResolversParentTypes['UnitHold']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  holder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['RealEstateUnitCode'], ParentType, ContextType>;
};

export type UnitHoldPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitHoldPayload'] = ResolversParentTypes['UnitHoldPayload']> = {
  hold?: Resolver<Maybe<ResolversTypes['UnitHold']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LandCaseUserError']>, ParentType, ContextType>;
};

export type UnitReleasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnitReleasePayload'] = ResolversParentTypes['UnitReleasePayload']> = {
  released?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LandCaseUserError']>, ParentType, ContextType>;
};

export type VoidLandCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidLandCasePayload'] = ResolversParentTypes['VoidLandCasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['FiledLandCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LandCaseUserError']>, ParentType, ContextType>;
  voided?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Certificate?: CertificateResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Enterprise?: EnterpriseResolvers<ContextType>;
  FiledLandCase?: FiledLandCaseResolvers<ContextType>;
  FiledLandCaseChange?: FiledLandCaseChangeResolvers<ContextType>;
  FiledLandCaseDefect?: FiledLandCaseDefectResolvers<ContextType>;
  FiledLandCasePayload?: FiledLandCasePayloadResolvers<ContextType>;
  GeoJsonPolygon?: GeoJsonPolygonResolvers<ContextType>;
  LandCase?: LandCaseResolvers<ContextType>;
  LandCaseConnection?: LandCaseConnectionResolvers<ContextType>;
  LandCaseDefect?: LandCaseDefectResolvers<ContextType>;
  LandCaseEdge?: LandCaseEdgeResolvers<ContextType>;
  LandCaseEvent?: LandCaseEventResolvers<ContextType>;
  LandCaseInboxConnection?: LandCaseInboxConnectionResolvers<ContextType>;
  LandCaseInboxEdge?: LandCaseInboxEdgeResolvers<ContextType>;
  LandCasePayload?: LandCasePayloadResolvers<ContextType>;
  LandCaseTimes?: LandCaseTimesResolvers<ContextType>;
  LandCaseUserError?: LandCaseUserErrorResolvers<ContextType>;
  LandFeature?: LandFeatureResolvers<ContextType>;
  LandSupply?: LandSupplyResolvers<ContextType>;
  LandSupplyConnection?: LandSupplyConnectionResolvers<ContextType>;
  LandSupplyEdge?: LandSupplyEdgeResolvers<ContextType>;
  LandTransfer?: LandTransferResolvers<ContextType>;
  LandTransferConnection?: LandTransferConnectionResolvers<ContextType>;
  LandTransferEdge?: LandTransferEdgeResolvers<ContextType>;
  LandUse?: LandUseResolvers<ContextType>;
  LandUseCode?: GraphQLScalarType;
  LandUsePlanning?: LandUsePlanningResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Parcel?: ParcelResolvers<ContextType>;
  ParcelCode?: GraphQLScalarType;
  ParcelConnection?: ParcelConnectionResolvers<ContextType>;
  ParcelEdge?: ParcelEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RealEstateRegistration?: RealEstateRegistrationResolvers<ContextType>;
  RealEstateUnit?: RealEstateUnitResolvers<ContextType>;
  RealEstateUnitCode?: GraphQLScalarType;
  RealEstateUnitConnection?: RealEstateUnitConnectionResolvers<ContextType>;
  RealEstateUnitEdge?: RealEstateUnitEdgeResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  Subscription?: SubscriptionResolvers<ContextType>;
  USCC?: GraphQLScalarType;
  UnitHold?: UnitHoldResolvers<ContextType>;
  UnitHoldPayload?: UnitHoldPayloadResolvers<ContextType>;
  UnitReleasePayload?: UnitReleasePayloadResolvers<ContextType>;
  VoidLandCasePayload?: VoidLandCasePayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  ownData?: OwnDataDirectiveResolver<any, any, ContextType>;
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
