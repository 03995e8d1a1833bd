import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CertificateRow } from '@yiwang/subgraph-kit/certificates';
import type { EnterpriseModel, EnterpriseConnectionModel, RegionModel, RegistrationChangeConnectionModel } from '../models.ts';
import type { ReservationRow, RegistrationRow } from '../registrations/registration-tables.ts';
import type { FormerNameRow, IndustryRow, RegistrationChangeRow } from '../tables.ts';
import type { MandateModel, MandateConnectionModel, MandateEventModel, MandateInForceModel } from '../mandates/mandate-models.ts';
import type { RegistrationConnectionModel } from '../registrations/registration-models.ts';
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
  /** Code of GB/T 4754-2017: a letter (section 门类) or 2, 3 or 4 digits (division 大类, group 中类, class 小类). */
  IndustryCode: { input: string; output: string; }
  /** Code of an administrative region 行政区划代码 (GB/T 2260): 2, 4, 6, 9 or 12 digits for province, city, county, town, village. */
  RegionCode: { input: string; output: string; }
  /** Unified social credit code 统一社会信用代码 (GB 32100): 18 characters. Full-width and lower-case input is accepted. */
  USCC: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** For whom an answer may be kept. */
export type CacheControlScope =
  /** It differs from caller to caller. */
  | 'PRIVATE'
  /** Everyone who may read it gets the same. */
  | 'PUBLIC';

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

/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type Enterprise = {
  __typename?: 'Enterprise';
  /** Branches 分支机构, first registered first. */
  branches?: Maybe<EnterpriseConnection>;
  /** Business scope 经营范围 as registered. Null when the register has none. */
  businessScope?: Maybe<Scalars['String']['output']>;
  /** Changes of registration 变更登记, last one first. */
  changes?: Maybe<RegistrationChangeConnection>;
  /** Names it had before 曾用名, last one first. */
  formerNames: Array<FormerName>;
  /** Industry 行业. Null when the register names none. */
  industry?: Maybe<Industry>;
  /** Its business licence 营业执照. Null for an enterprise that was not registered in the graph, or while the department issues none. */
  licence?: Maybe<Certificate>;
  /**
   * Who acts for it 授权, newest first: mandates in force, and with `ended` also those that are not. Only its legal representative
   * and officials (scope mandates:register of this department) see them; for all others there are none.
   */
  mandates?: Maybe<MandateConnection>;
  /** Registered name 名称. */
  name: Scalars['String']['output'];
  /** The enterprise of which it is a branch. Null when it is none. */
  parent?: Maybe<Enterprise>;
  /** Region of the registrar 登记机关. Null when the register names none. */
  region?: Maybe<Region>;
  registeredCapital?: Maybe<RegisteredCapital>;
  /** Day of registration 成立日期. Null when the register has none or a placeholder such as 1900-01-01. */
  registeredOn?: Maybe<Scalars['Date']['output']>;
  source: DataSource;
  status: EnterpriseStatus;
  type?: Maybe<EnterpriseType>;
  uscc: Scalars['USCC']['output'];
};


/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type EnterpriseBranchesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type EnterpriseChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type EnterpriseMandatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  ended?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
};

/** That something has changed of an enterprise; what, its reader asks for. */
export type EnterpriseChange = {
  __typename?: 'EnterpriseChange';
  /** Ascending, with gaps: pass the last one as `after` to be told what comes next. */
  id: Scalars['ID']['output'];
  /** Which one. It may be gone by now. */
  uscc: Scalars['USCC']['output'];
};

/** A page of enterprises. */
export type EnterpriseConnection = {
  __typename?: 'EnterpriseConnection';
  edges: Array<EnterpriseEdge>;
  pageInfo: PageInfo;
  /** All enterprises that match. Null when more than 10,000 match a filter by name or date: narrow the filter. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

export type EnterpriseEdge = {
  __typename?: 'EnterpriseEdge';
  /** Opaque: pass it as `after` to go on behind this enterprise. */
  cursor: Scalars['String']['output'];
  node: Enterprise;
};

/** Conditions on an enterprise; all that are given must hold. */
export type EnterpriseFilter = {
  /** In this industry or any industry beneath it. */
  industry?: InputMaybe<Scalars['IndustryCode']['input']>;
  /**
   * The pinyin initials 拼音首字母 with which the name begins, 2 to 20 letters or digits: `czxl` finds 常州晓岚食品有限公司. Case does not matter.
   * Blanks and punctuation of names are left out, and a character that can be read in several ways counts as it is read in the name.
   */
  initials?: InputMaybe<Scalars['String']['input']>;
  /** Part of the name, one character or more; width, case and kind of brackets do not matter. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** In this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Registered on this day or later. */
  registeredFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Registered on this day or earlier. */
  registeredTo?: InputMaybe<Scalars['Date']['input']>;
  statuses?: InputMaybe<Array<EnterpriseStatus>>;
  /** The enterprises of this list, 1–100 codes. */
  usccs?: InputMaybe<Array<Scalars['USCC']['input']>>;
};

/** A name that is to be reserved. */
export type EnterpriseNameInput = {
  /** 4 to 100 characters: Chinese characters, of which it has four at least, letters, digits, middle dots and brackets. */
  name: Scalars['String']['input'];
  /** What the name is reserved for, such as the number of a case of several departments 联办件; 1 to 100 characters. */
  reference: Scalars['ID']['input'];
  /** Where the enterprise is to be registered: 4 or 6 digits of a city or county. */
  region: Scalars['RegionCode']['input'];
};

export type EnterpriseNamePayload = {
  __typename?: 'EnterpriseNamePayload';
  /** The reservation that was made or given up. Null when nothing was done. */
  reservation?: Maybe<EnterpriseNameReservation>;
  /** Why nothing was done. Empty when something was, or when nothing was to be done. */
  userErrors: Array<RegistrationUserError>;
};

/** A name that is reserved 名称保留, for the client that reserved it. */
export type EnterpriseNameReservation = {
  __typename?: 'EnterpriseNameReservation';
  /** Such as N-00000017. */
  id: Scalars['ID']['output'];
  /** As it was written down: one width, one kind of brackets. */
  name: Scalars['String']['output'];
  /** The last day of the reservation. */
  until: Scalars['Date']['output'];
};

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

/** Kind of enterprise 企业类型. */
export type EnterpriseType = {
  __typename?: 'EnterpriseType';
  /** Four digits, such as 1130. Null when the register gives a text that is not in the table. */
  code?: Maybe<Scalars['String']['output']>;
  /** The text of the register. */
  name: Scalars['String']['output'];
};

/** How a case stands that a client filed. Only that client is given it. */
export type FiledRegistration = {
  __typename?: 'FiledRegistration';
  /** Null while it is open, and when it ended without a decision. */
  decision?: Maybe<CaseDecision>;
  /** What is missing 补正告知. Null unless it is returned. */
  defects?: Maybe<Array<FiledRegistrationDefect>>;
  /** Last day of the promised time 承诺办结日. Null before it is accepted. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** 办件编号, as RegistrationCase.number. */
  number: Scalars['ID']['output'];
  /** Why it was not accepted, or denied. Null when it was neither. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What it is part of, as the client named it. */
  reference: Scalars['ID']['output'];
  state: CaseState;
  /** Of the enterprise that was registered. Null before it is, and when its registration was voided. */
  uscc?: Maybe<Scalars['USCC']['output']>;
  /** 1 when it is begun, and one more for each step. */
  version: Scalars['Int']['output'];
  /** Day on which its registration was voided 撤销登记. Null when it was not. */
  voidedOn?: Maybe<Scalars['Date']['output']>;
};

/** That a case has changed, for the client that filed it. */
export type FiledRegistrationChange = {
  __typename?: 'FiledRegistrationChange';
  /** When it changed. */
  at: Scalars['DateTime']['output'];
  /** Pass the last one as `after`, to miss nothing. */
  id: Scalars['ID']['output'];
  /** Of the case. */
  number: Scalars['ID']['output'];
  /** The state after the change, which may not be the present one. */
  state: CaseState;
  /** The version after the change. Voiding a registration leaves it as it is. */
  version: Scalars['Int']['output'];
};

/** One thing that is missing or wrong in a case that a client filed 补正内容. */
export type FiledRegistrationDefect = {
  __typename?: 'FiledRegistrationDefect';
  /** The field that it is about. Null when it is about none. */
  about?: Maybe<Scalars['String']['output']>;
  /** What is wrong with it. */
  problem: Scalars['String']['output'];
};

/** What came of a command of the client that filed a case. */
export type FiledRegistrationPayload = {
  __typename?: 'FiledRegistrationPayload';
  /** The case as it stands. Null when nothing was done. */
  case?: Maybe<FiledRegistration>;
  /** Why nothing was done. Empty when something was. */
  userErrors: Array<RegistrationUserError>;
};

/** A name that an enterprise had before 曾用名. */
export type FormerName = {
  __typename?: 'FormerName';
  /** The name as it was registered. */
  name: Scalars['String']['output'];
  /** Last day on which it was the name. Null when not known. */
  until?: Maybe<Scalars['Date']['output']>;
};

/** An industry of GB/T 4754-2017 国民经济行业分类. */
export type Industry = {
  __typename?: 'Industry';
  /** The next level, by code. */
  children: Array<Industry>;
  code: Scalars['IndustryCode']['output'];
  /** 1 section 门类, 2 division 大类, 3 group 中类, 4 class 小类. */
  level: Scalars['Int']['output'];
  /** Name 名称, as the standard has it. */
  name: Scalars['String']['output'];
  /** What belongs to it, in the words of the standard. Null when the table has no note. */
  note?: Maybe<Scalars['String']['output']>;
  /** Null for a section. */
  parent?: Maybe<Industry>;
};

/** Who is registered as the legal representative of an enterprise. */
export type LegalRepresentativeInput = {
  /** The `sub` of the person's tokens, 1 to 200 characters. */
  person: Scalars['ID']['input'];
  /** What it is registered by, such as the number of the change of registration; 1 to 500 characters. */
  reason: Scalars['String']['input'];
  uscc: Scalars['USCC']['input'];
};

/**
 * The right of a person to act for an enterprise 授权. Only the person, the legal representative of the enterprise and officials of
 * this department see it.
 */
export type Mandate = {
  __typename?: 'Mandate';
  enterprise: Enterprise;
  /** First day. */
  from: Scalars['Date']['output'];
  /** When it was given or registered. */
  givenAt: Scalars['DateTime']['output'];
  /** The legal representative who gave it. Of an official, shown to officials only; null as well for an application that acted for itself. */
  givenBy?: Maybe<Scalars['ID']['output']>;
  /** All that happened, oldest first. That time has ended it is no event. */
  history: Array<MandateEvent>;
  /** Such as M-2026-00000017. */
  id: Scalars['ID']['output'];
  /** Basic codes of the service items for which it holds, 12 characters each, by code. Null for all matters. */
  items?: Maybe<Array<Scalars['ID']['output']>>;
  kind: MandateKind;
  /** Who may act: the `sub` of the person's tokens. */
  person: Scalars['ID']['output'];
  /** Why it was ended early. Null when it was not. */
  reason?: Maybe<Scalars['String']['output']>;
  /** In what capacity somebody ended it early. Null when nobody did. */
  revokedAs?: Maybe<MandateActor>;
  /** When it was ended early. Null when it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who ended it early. Null as for givenBy. */
  revokedBy?: Maybe<Scalars['ID']['output']>;
  source: MandateSource;
  state: MandateState;
  /** Last day, through the whole of which it is in force. Null for a legal representative, whose mandate ends when another one is registered. */
  until?: Maybe<Scalars['Date']['output']>;
  /** 1 when it is given, and one more for each change. */
  version: Scalars['Int']['output'];
};

/** What is done to mandates. */
export type MandateAction =
  /** A legal representative gave it to an agent. */
  | 'GIVE'
  /** The agent gave it up. */
  | 'GIVE_UP'
  /** An official registered the legal representative. */
  | 'REGISTER'
  /** Another legal representative was registered. */
  | 'REPLACE'
  /** Somebody ended it. */
  | 'REVOKE';

/** In what capacity somebody gives or ends a mandate. */
export type MandateActor =
  /** 代办人, who gives it up */
  | 'AGENT'
  /** 法定代表人 of the enterprise */
  | 'LEGAL_REPRESENTATIVE'
  /** 工作人员 of this department */
  | 'OFFICIAL';

/** A page of mandates. */
export type MandateConnection = {
  __typename?: 'MandateConnection';
  edges: Array<MandateEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type MandateEdge = {
  __typename?: 'MandateEdge';
  /** Opaque: pass it as `after` to go on behind this mandate. */
  cursor: Scalars['String']['output'];
  node: Mandate;
};

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

/** Something that happened to a mandate. */
export type MandateEvent = {
  __typename?: 'MandateEvent';
  action: MandateAction;
  as: MandateActor;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** What was said. Null when nothing was. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Who did it. Of an official, shown to officials only; null as well for an application that acted for itself. */
  user?: Maybe<Scalars['ID']['output']>;
};

/** A mandate that is in force, for gateways. */
export type MandateInForce = {
  __typename?: 'MandateInForce';
  /** As Mandate.id. */
  id: Scalars['ID']['output'];
  /** 12-character basic codes; null for all matters. */
  items?: Maybe<Array<Scalars['ID']['output']>>;
  uscc: Scalars['USCC']['output'];
};

/** A mandate that a legal representative gives to an agent. */
export type MandateInput = {
  /** Basic codes of service items, 1 to 100 of 12 characters each. Left out or null for all matters. */
  items?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The `sub` of the agent's tokens, 1 to 200 characters. */
  person: Scalars['ID']['input'];
  /** Last day: today or later, and at most three years ahead. */
  until: Scalars['Date']['input'];
  uscc: Scalars['USCC']['input'];
};

/** How a person acts for an enterprise. */
export type MandateKind =
  /** 代办人: acts in some matters or all, until a day. */
  | 'AGENT'
  /** 法定代表人: acts in all matters. */
  | 'LEGAL_REPRESENTATIVE';

/** What became of a mandate. */
export type MandatePayload = {
  __typename?: 'MandatePayload';
  /** As it is now. Null when there is none that the caller may see. */
  mandate?: Maybe<Mandate>;
  userErrors: Array<MandateUserError>;
};

/** Where a mandate comes from. */
export type MandateSource =
  /** The generator: made up, for trying things out. */
  | 'GENERATED'
  /** Somebody gave or registered it in the graph. */
  | 'GRAPH';

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

/** Why nothing was done. */
export type MandateUserError = {
  __typename?: 'MandateUserError';
  code: MandateErrorCode;
  /** Path of the argument that it is about, such as input, until. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** In English, for developers and for people. */
  message: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Accepts a case 受理, which starts the time to decide: three working days (市场主体登记管理条例 第十九条). */
  acceptRegistration?: Maybe<RegistrationPayload>;
  /** Decides a case 决定. GRANTED registers the enterprise at once, with a new USCC and a mandate for its legal representative; DENIED needs a reason. */
  decideRegistration?: Maybe<RegistrationPayload>;
  /** Does not accept a case 不予受理. Final. */
  declineRegistration?: Maybe<RegistrationPayload>;
  /** Says that the applicant has the result 送达. */
  deliverRegistration?: Maybe<RegistrationPayload>;
  /** Extends the time to decide 延长期限 by 1 to 3 working days: once, and before it is over. */
  extendRegistration?: Maybe<RegistrationPayload>;
  /** Files the registration of an enterprise 企业登记 for the person who is to be its legal representative 法定代表人, under a name that the client has reserved. */
  fileRegistration?: Maybe<FiledRegistrationPayload>;
  /**
   * Lets a person act for an enterprise as its agent 代办人, from today on. Only the legal representative of the enterprise may do
   * this, and only while the enterprise is neither deregistered nor revoked.
   *
   * The idempotency key is new for each command, 1 to 100 printable characters such as a UUID. Sent again with the same key and
   * input, a command changes nothing and gives the same mandate.
   */
  giveMandate?: Maybe<MandatePayload>;
  /** Completes a case that was returned 补正, and submits it again. */
  refileRegistration?: Maybe<FiledRegistrationPayload>;
  /**
   * Registers who is the legal representative 法定代表人 of an enterprise, for officials of this department. The mandate of the one
   * before ends at once; those of agents stay in force, because they act for the enterprise and not for who gave them
   * (民法典 第一百七十三条).
   */
  registerLegalRepresentative?: Maybe<MandatePayload>;
  /** Gives a reserved name up. Nothing happens when it is not reserved by the client, or not any more. */
  releaseEnterpriseName?: Maybe<EnterpriseNamePayload>;
  /**
   * Reserves a name 企业名称 for 30 days, for a client that runs a matter. NAME_TAKEN when an enterprise has it that is not deregistered, or when it is
   * reserved; width, case and kind of brackets make no difference. Requires the scope matters:run, as what follows.
   */
  reserveEnterpriseName?: Maybe<EnterpriseNamePayload>;
  /** Lets the clock go on 恢复审查. */
  resumeRegistration?: Maybe<RegistrationPayload>;
  /** Returns a case to be completed 一次性告知补正: once, with everything that is missing. Requires the scope cases:decide, as what follows. */
  returnRegistration?: Maybe<RegistrationPayload>;
  /**
   * Ends a mandate at once. The mandate of an agent is ended by the legal representative of the enterprise, by the agent, or by an
   * official (scope mandates:register of this department); that of a legal representative by an official only. With
   * expectedVersion it is refused when the mandate has changed since.
   */
  revokeMandate?: Maybe<MandatePayload>;
  /** Begins to review an accepted case 审查. */
  startRegistrationReview?: Maybe<RegistrationPayload>;
  /** Stops the clock 中止. */
  suspendRegistration?: Maybe<RegistrationPayload>;
  /**
   * Voids a registration 撤销登记 that was granted, because the matter of which it was part failed: the enterprise, its mandates and its name are gone, its business
   * licence is revoked, and its USCC is never given out again. A case that registered nothing, or whose registration is void already, stays as it is; WRONG_STATE before it is decided.
   */
  voidRegistration?: Maybe<FiledRegistrationPayload>;
  /** Withdraws a case 撤回, until it is decided. One that was withdrawn before stays as it is. */
  withdrawFiledRegistration?: Maybe<FiledRegistrationPayload>;
};


export type MutationAcceptRegistrationArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationDecideRegistrationArgs = {
  decision: CaseDecision;
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDeclineRegistrationArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDeliverRegistrationArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationExtendRegistrationArgs = {
  days: Scalars['Int']['input'];
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationFileRegistrationArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: RegistrationInput;
};


export type MutationGiveMandateArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: MandateInput;
};


export type MutationRefileRegistrationArgs = {
  details: RegistrationDetailsInput;
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationRegisterLegalRepresentativeArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: LegalRepresentativeInput;
};


export type MutationReleaseEnterpriseNameArgs = {
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
};


export type MutationReserveEnterpriseNameArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: EnterpriseNameInput;
};


export type MutationResumeRegistrationArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationReturnRegistrationArgs = {
  defects: Array<CaseDefectInput>;
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationRevokeMandateArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationStartRegistrationReviewArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationSuspendRegistrationArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationVoidRegistrationArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationWithdrawFiledRegistrationArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Where a page ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** What one person may act for, for gateways. */
export type PersonMandates = {
  __typename?: 'PersonMandates';
  /** In the order in which they were given. Empty when the person acts for nobody; at most 200. */
  mandates: Array<MandateInForce>;
  /** As it was asked for. */
  user: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /**
   * Enterprises of which something has changed here through the graph, first change first: nothing is missed by who asks with the last id. What is
   * older than OUTBOX_HOURS may be gone, and what a register changed is not told. For clients of departments (scope enterprises:follow).
   */
  changedEnterprises?: Maybe<Array<EnterpriseChange>>;
  /** One enterprise 企业. Null with NOT_FOUND when the register does not hold it. */
  enterprise?: Maybe<Enterprise>;
  /** Enterprises that match every condition of the filter; last registered first, those without a registration date at the end. */
  enterprises?: Maybe<EnterpriseConnection>;
  /**
   * What has changed of the cases that the client filed, first change first: nothing is missed by who asks with the last id. What is older than a week
   * may be gone, so ask from time to time for cases that are open by filedRegistrations. Requires the scope matters:run.
   */
  filedRegistrationChanges?: Maybe<Array<FiledRegistrationChange>>;
  /**
   * How the cases of these numbers stand, in their order, for the client that filed them; null for all others. At most 100 numbers. Requires the scope
   * matters:run.
   */
  filedRegistrations?: Maybe<Array<Maybe<FiledRegistration>>>;
  /** One industry of GB/T 4754-2017 国民经济行业分类. Null with NOT_FOUND when the table does not hold it. */
  industry?: Maybe<Industry>;
  /** One mandate 授权. Null with NOT_FOUND when there is none that the caller may see. */
  mandate?: Maybe<Mandate>;
  /**
   * What persons may act for at the moment; for gateways, which ask with the scope mandates:resolve. One entry for each user
   * asked, in their order; at most 1,000 users.
   */
  mandatesInForce?: Maybe<Array<PersonMandates>>;
  /** The mandates 授权 of the person who is signed in, newest first; also those that have ended. */
  myMandates?: Maybe<MandateConnection>;
  /** The cases of registration of the person who is signed in, newest first. */
  myRegistrations?: Maybe<RegistrationCaseConnection>;
  /** One case of registration 企业登记. Null with NOT_FOUND when there is none. */
  registrationCase?: Maybe<RegistrationCase>;
  /**
   * What officials 工作人员 have to do: the cases in the regions for which the person decides, the one to act on first comes first. For
   * clients of this department.
   */
  registrationInbox?: Maybe<RegistrationInboxConnection>;
};


export type QueryChangedEnterprisesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryEnterpriseArgs = {
  uscc: Scalars['USCC']['input'];
};


export type QueryEnterprisesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EnterpriseFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryFiledRegistrationChangesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryFiledRegistrationsArgs = {
  numbers: Array<Scalars['ID']['input']>;
};


export type QueryIndustryArgs = {
  code: Scalars['IndustryCode']['input'];
};


export type QueryMandateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMandatesInForceArgs = {
  users: Array<Scalars['ID']['input']>;
};


export type QueryMyMandatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryMyRegistrationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryRegistrationCaseArgs = {
  number: Scalars['ID']['input'];
};


export type QueryRegistrationInboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RegistrationInboxFilter>;
  first?: Scalars['Int']['input'];
};

export type Region = {
  __typename?: 'Region';
  code: Scalars['RegionCode']['output'];
  /** Enterprises registered in the region or any region beneath it. */
  enterpriseCount?: Maybe<Scalars['Int']['output']>;
};

/** Registered capital 注册资本. */
export type RegisteredCapital = {
  __typename?: 'RegisteredCapital';
  /** In whole units of the currency, exact. Null when the text cannot be read. */
  amount?: Maybe<Scalars['Decimal']['output']>;
  /** ISO 4217, such as CNY. Null when the text names none that is known. */
  currency?: Maybe<Scalars['String']['output']>;
  /** The text of the register, such as 931,003.9655(万元人民币). */
  text: Scalars['String']['output'];
};

/** The registration of one enterprise, as it is applied for 企业登记办件. It lives for days, and officials decide in it. */
export type RegistrationCase = {
  __typename?: 'RegistrationCase';
  /** The day by which the office must accept, decide or deliver. Null while the office does not have the case. */
  actBy?: Maybe<Scalars['Date']['output']>;
  /** Domicile 住所. */
  address: Scalars['String']['output'];
  /** Business scope 经营范围. */
  businessScope: Scalars['String']['output'];
  /** Registered capital 注册资本, in yuan. */
  capitalCny: Scalars['Decimal']['output'];
  /** Day on which it was decided or not accepted 办结日期. Null while it is open, and when it was withdrawn. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** Null while it is open, and when it ended without a decision. */
  decision?: Maybe<CaseDecision>;
  /** What is missing or wrong, of a case that was returned 补正内容. Null when it never was. */
  defects?: Maybe<Array<RegistrationDefect>>;
  /** The last day on which it is to be decided. Null before it is accepted. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** The enterprise that was registered. Null as for uscc. */
  enterprise?: Maybe<Enterprise>;
  /** Industry 行业. Null when the table does not hold it. */
  industry?: Maybe<Industry>;
  /** True when dueOn is over, or was over when it was decided. Never while the clock is stopped. */
  isOverdue: Scalars['Boolean']['output'];
  /** The name that was reserved 企业名称. */
  name: Scalars['String']['output'];
  /** 办件编号, which begins with QY. */
  number: Scalars['ID']['output'];
  /** The person who applies and is to be the legal representative 法定代表人: the `sub` of its tokens. */
  person: Scalars['ID']['output'];
  /** Day on which it was received 收件日期. */
  receivedOn: Scalars['Date']['output'];
  /** Region of the registrar 登记机关. */
  region?: Maybe<Region>;
  state: CaseState;
  /** What has happened 办理过程, first event first. */
  timeline: Array<RegistrationEvent>;
  /** How long it took 用时, by who had it. */
  times: RegistrationTimes;
  /** Kind of enterprise 企业类型. */
  type: EnterpriseType;
  /** Of the enterprise that was registered. Null before it is, and when its registration was voided. */
  uscc?: Maybe<Scalars['USCC']['output']>;
  /** 1 when it is begun, and one more for each step. A case is submitted at once, so that it begins with 2. */
  version: Scalars['Int']['output'];
  /** Day on which its registration was voided 撤销登记. Null when it was not. */
  voidedOn?: Maybe<Scalars['Date']['output']>;
};

/** A page of cases of registration. */
export type RegistrationCaseConnection = {
  __typename?: 'RegistrationCaseConnection';
  edges: Array<RegistrationCaseEdge>;
  pageInfo: PageInfo;
  /** Null when there are more than 10,000. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

export type RegistrationCaseEdge = {
  __typename?: 'RegistrationCaseEdge';
  /** Opaque: pass it as `after` to go on behind this case. */
  cursor: Scalars['String']['output'];
  node: RegistrationCase;
};

/** One change of registration 变更登记. */
export type RegistrationChange = {
  __typename?: 'RegistrationChange';
  /** What stands after. Null when nothing does. */
  after?: Maybe<Scalars['String']['output']>;
  /** What stood before. Null when nothing did. */
  before?: Maybe<Scalars['String']['output']>;
  /** Day on which the change was registered 核准日期. */
  changedOn: Scalars['Date']['output'];
  item: RegistrationItem;
};

export type RegistrationChangeConnection = {
  __typename?: 'RegistrationChangeConnection';
  edges: Array<RegistrationChangeEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RegistrationChangeEdge = {
  __typename?: 'RegistrationChangeEdge';
  cursor: Scalars['String']['output'];
  node: RegistrationChange;
};

/** One thing that is missing or wrong 补正内容. */
export type RegistrationDefect = {
  __typename?: 'RegistrationDefect';
  /** The field that it is about. Null when it is about none. */
  about?: Maybe<Scalars['String']['output']>;
  /** What is wrong with it, and what to do. */
  problem: Scalars['String']['output'];
};

/** What is to be registered 登记事项. */
export type RegistrationDetailsInput = {
  /** Domicile 住所, 1 to 200 characters. */
  address: Scalars['String']['input'];
  /** Business scope 经营范围, 1 to 2000 characters. */
  businessScope: Scalars['String']['input'];
  /** Registered capital 注册资本, in yuan: more than 0, at most a million millions, with two decimal places at most. */
  capitalCny: Scalars['Decimal']['input'];
  industry: Scalars['IndustryCode']['input'];
  /** Kind of enterprise 企业类型: 1100, 1110, 1130, 1151 or 1220. */
  typeCode: Scalars['String']['input'];
};

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

/** One step of a case 办理环节. */
export type RegistrationEvent = {
  __typename?: 'RegistrationEvent';
  /** Moment of the step. */
  at: Scalars['DateTime']['output'];
  /** Why 办理意见. Null when nothing was noted. */
  note?: Maybe<Scalars['String']['output']>;
  /** Day of the step. */
  on: Scalars['Date']['output'];
  /** Who took it. */
  side: CaseSide;
  step: RegistrationStep;
};

/** A page of an inbox, the case to act on first comes first. */
export type RegistrationInboxConnection = {
  __typename?: 'RegistrationInboxConnection';
  edges: Array<RegistrationCaseEdge>;
  pageInfo: PageInfo;
  /** Null when there are more than 10,000. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** Conditions on the cases of an inbox; all that are given must hold. */
export type RegistrationInboxFilter = {
  /** True: only those on which the office should have acted, and whose clock is not stopped. */
  overdue?: Scalars['Boolean']['input'];
  /** Filed in this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Some of SUBMITTED, ACCEPTED, UNDER_REVIEW, SUSPENDED and DECIDED. Null for all of them. */
  states?: InputMaybe<Array<CaseState>>;
};

/** The registration of an enterprise, as a client files it for a person. */
export type RegistrationInput = {
  details: RegistrationDetailsInput;
  /** Who is to be the legal representative 法定代表人: the `sub` of the person's tokens. */
  person: Scalars['ID']['input'];
  /** What the case is part of, such as the number of a case of several departments 联办件; that of the reservation. */
  reference: Scalars['ID']['input'];
  /** As the name was reserved for. */
  region: Scalars['RegionCode']['input'];
  /** The reserved name, as EnterpriseNameReservation.id. */
  reservation: Scalars['ID']['input'];
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

export type RegistrationPayload = {
  __typename?: 'RegistrationPayload';
  /** The case as it stands. Null when nothing was done. */
  case?: Maybe<RegistrationCase>;
  /** Why nothing was done. Empty when something was. */
  userErrors: Array<RegistrationUserError>;
};

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

/** How long a case took 用时, in hours. Of one that is open, until now. */
export type RegistrationTimes = {
  __typename?: 'RegistrationTimes';
  /** While the applicant had it. */
  applicantHours: Scalars['Float']['output'];
  /** Taken by programs for the steps themselves. */
  machineHours: Scalars['Float']['output'];
  /** While the office had it and its clock ran. */
  officialHours: Scalars['Float']['output'];
  /** While the clock was stopped. */
  suspendedHours: Scalars['Float']['output'];
};

/** Why nothing was done. */
export type RegistrationUserError = {
  __typename?: 'RegistrationUserError';
  code: RegistrationErrorCode;
  /** Path of the argument that it is about. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What happened, and what to do. */
  message: Scalars['String']['output'];
};

/** Who may read 共享类型. */
export type SharingClass =
  /** 有条件共享: on application, which the owner answers. */
  | 'CONDITIONAL'
  /** 不予共享: nobody else, by law. */
  | 'NOT_SHARED'
  /** 无条件共享: every department, at once. */
  | 'UNCONDITIONAL';

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
  Industry: Industry;
  Region: Region;
  RegistrationCase: RegistrationCase;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  Industry:
    ( { __typename: 'Industry' }
    & GraphQLRecursivePick<FederationTypes['Industry'], {"code":true}> );
  Region:
    ( { __typename: 'Region' }
    & GraphQLRecursivePick<FederationTypes['Region'], {"code":true}> );
  RegistrationCase:
    ( { __typename: 'RegistrationCase' }
    & GraphQLRecursivePick<FederationTypes['RegistrationCase'], {"number":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CacheControlScope: CacheControlScope;
  CaseDecision: CaseDecision;
  CaseDefectInput: CaseDefectInput;
  CaseSide: CaseSide;
  CaseState: CaseState;
  Certificate: ResolverTypeWrapper<CertificateRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CertificateState: CertificateState;
  DataSource: DataSource;
  DataSubject: DataSubject;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  EnterpriseChange: ResolverTypeWrapper<EnterpriseChange>;
  EnterpriseConnection: ResolverTypeWrapper<EnterpriseConnectionModel>;
  EnterpriseEdge: ResolverTypeWrapper<Omit<EnterpriseEdge, 'node'> & { node: ResolversTypes['Enterprise'] }>;
  EnterpriseFilter: EnterpriseFilter;
  EnterpriseNameInput: EnterpriseNameInput;
  EnterpriseNamePayload: ResolverTypeWrapper<Omit<EnterpriseNamePayload, 'reservation'> & { reservation?: Maybe<ResolversTypes['EnterpriseNameReservation']> }>;
  EnterpriseNameReservation: ResolverTypeWrapper<ReservationRow>;
  EnterpriseStatus: EnterpriseStatus;
  EnterpriseType: ResolverTypeWrapper<EnterpriseType>;
  FiledRegistration: ResolverTypeWrapper<RegistrationRow>;
  FiledRegistrationChange: ResolverTypeWrapper<FiledRegistrationChange>;
  FiledRegistrationDefect: ResolverTypeWrapper<FiledRegistrationDefect>;
  FiledRegistrationPayload: ResolverTypeWrapper<Omit<FiledRegistrationPayload, 'case'> & { case?: Maybe<ResolversTypes['FiledRegistration']> }>;
  FormerName: ResolverTypeWrapper<FormerNameRow>;
  Industry: ResolverTypeWrapper<IndustryRow>;
  IndustryCode: ResolverTypeWrapper<Scalars['IndustryCode']['output']>;
  LegalRepresentativeInput: LegalRepresentativeInput;
  Mandate: ResolverTypeWrapper<MandateModel>;
  MandateAction: MandateAction;
  MandateActor: MandateActor;
  MandateConnection: ResolverTypeWrapper<MandateConnectionModel>;
  MandateEdge: ResolverTypeWrapper<Omit<MandateEdge, 'node'> & { node: ResolversTypes['Mandate'] }>;
  MandateErrorCode: MandateErrorCode;
  MandateEvent: ResolverTypeWrapper<MandateEventModel>;
  MandateInForce: ResolverTypeWrapper<MandateInForceModel>;
  MandateInput: MandateInput;
  MandateKind: MandateKind;
  MandatePayload: ResolverTypeWrapper<Omit<MandatePayload, 'mandate'> & { mandate?: Maybe<ResolversTypes['Mandate']> }>;
  MandateSource: MandateSource;
  MandateState: MandateState;
  MandateUserError: ResolverTypeWrapper<MandateUserError>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PersonMandates: ResolverTypeWrapper<Omit<PersonMandates, 'mandates'> & { mandates: Array<ResolversTypes['MandateInForce']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  RegisteredCapital: ResolverTypeWrapper<RegisteredCapital>;
  RegistrationCase: ResolverTypeWrapper<RegistrationRow>;
  RegistrationCaseConnection: ResolverTypeWrapper<RegistrationConnectionModel>;
  RegistrationCaseEdge: ResolverTypeWrapper<Omit<RegistrationCaseEdge, 'node'> & { node: ResolversTypes['RegistrationCase'] }>;
  RegistrationChange: ResolverTypeWrapper<RegistrationChangeRow>;
  RegistrationChangeConnection: ResolverTypeWrapper<RegistrationChangeConnectionModel>;
  RegistrationChangeEdge: ResolverTypeWrapper<Omit<RegistrationChangeEdge, 'node'> & { node: ResolversTypes['RegistrationChange'] }>;
  RegistrationDefect: ResolverTypeWrapper<RegistrationDefect>;
  RegistrationDetailsInput: RegistrationDetailsInput;
  RegistrationErrorCode: RegistrationErrorCode;
  RegistrationEvent: ResolverTypeWrapper<RegistrationEvent>;
  RegistrationInboxConnection: ResolverTypeWrapper<RegistrationConnectionModel>;
  RegistrationInboxFilter: RegistrationInboxFilter;
  RegistrationInput: RegistrationInput;
  RegistrationItem: RegistrationItem;
  RegistrationPayload: ResolverTypeWrapper<Omit<RegistrationPayload, 'case'> & { case?: Maybe<ResolversTypes['RegistrationCase']> }>;
  RegistrationStep: RegistrationStep;
  RegistrationTimes: ResolverTypeWrapper<RegistrationTimes>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  RegistrationUserError: ResolverTypeWrapper<RegistrationUserError>;
  SharingClass: SharingClass;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UpdateCycle: UpdateCycle;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CaseDefectInput: CaseDefectInput;
  Certificate: CertificateRow;
  ID: Scalars['ID']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Enterprise: EnterpriseModel;
  EnterpriseChange: EnterpriseChange;
  EnterpriseConnection: EnterpriseConnectionModel;
  EnterpriseEdge: Omit<EnterpriseEdge, 'node'> & { node: ResolversParentTypes['Enterprise'] };
  EnterpriseFilter: EnterpriseFilter;
  EnterpriseNameInput: EnterpriseNameInput;
  EnterpriseNamePayload: Omit<EnterpriseNamePayload, 'reservation'> & { reservation?: Maybe<ResolversParentTypes['EnterpriseNameReservation']> };
  EnterpriseNameReservation: ReservationRow;
  EnterpriseType: EnterpriseType;
  FiledRegistration: RegistrationRow;
  FiledRegistrationChange: FiledRegistrationChange;
  FiledRegistrationDefect: FiledRegistrationDefect;
  FiledRegistrationPayload: Omit<FiledRegistrationPayload, 'case'> & { case?: Maybe<ResolversParentTypes['FiledRegistration']> };
  FormerName: FormerNameRow;
  Industry: IndustryRow;
  IndustryCode: Scalars['IndustryCode']['output'];
  LegalRepresentativeInput: LegalRepresentativeInput;
  Mandate: MandateModel;
  MandateConnection: MandateConnectionModel;
  MandateEdge: Omit<MandateEdge, 'node'> & { node: ResolversParentTypes['Mandate'] };
  MandateEvent: MandateEventModel;
  MandateInForce: MandateInForceModel;
  MandateInput: MandateInput;
  MandatePayload: Omit<MandatePayload, 'mandate'> & { mandate?: Maybe<ResolversParentTypes['Mandate']> };
  MandateUserError: MandateUserError;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PersonMandates: Omit<PersonMandates, 'mandates'> & { mandates: Array<ResolversParentTypes['MandateInForce']> };
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
  RegisteredCapital: RegisteredCapital;
  RegistrationCase: RegistrationRow;
  RegistrationCaseConnection: RegistrationConnectionModel;
  RegistrationCaseEdge: Omit<RegistrationCaseEdge, 'node'> & { node: ResolversParentTypes['RegistrationCase'] };
  RegistrationChange: RegistrationChangeRow;
  RegistrationChangeConnection: RegistrationChangeConnectionModel;
  RegistrationChangeEdge: Omit<RegistrationChangeEdge, 'node'> & { node: ResolversParentTypes['RegistrationChange'] };
  RegistrationDefect: RegistrationDefect;
  RegistrationDetailsInput: RegistrationDetailsInput;
  RegistrationEvent: RegistrationEvent;
  RegistrationInboxConnection: RegistrationConnectionModel;
  RegistrationInboxFilter: RegistrationInboxFilter;
  RegistrationInput: RegistrationInput;
  RegistrationPayload: Omit<RegistrationPayload, 'case'> & { case?: Maybe<ResolversParentTypes['RegistrationCase']> };
  RegistrationTimes: RegistrationTimes;
  Float: Scalars['Float']['output'];
  RegistrationUserError: RegistrationUserError;
  USCC: Scalars['USCC']['output'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
};

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
  branches?: Resolver<Maybe<ResolversTypes['EnterpriseConnection']>, ParentType, ContextType, RequireFields<EnterpriseBranchesArgs, 'first'>>;
  businessScope?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<Maybe<ResolversTypes['RegistrationChangeConnection']>, ParentType, ContextType, RequireFields<EnterpriseChangesArgs, 'first'>>;
  formerNames?: Resolver<Array<ResolversTypes['FormerName']>, ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['Industry']>, ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['Certificate']>, ParentType, ContextType>;
  mandates?: Resolver<Maybe<ResolversTypes['MandateConnection']>, ParentType, ContextType, RequireFields<EnterpriseMandatesArgs, 'ended' | 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  registeredCapital?: Resolver<Maybe<ResolversTypes['RegisteredCapital']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EnterpriseStatus'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['EnterpriseType']>, ParentType, ContextType>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type EnterpriseChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseChange'] = ResolversParentTypes['EnterpriseChange']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type EnterpriseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseConnection'] = ResolversParentTypes['EnterpriseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnterpriseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EnterpriseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseEdge'] = ResolversParentTypes['EnterpriseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enterprise'], ParentType, ContextType>;
};

export type EnterpriseNamePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseNamePayload'] = ResolversParentTypes['EnterpriseNamePayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['EnterpriseNameReservation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RegistrationUserError']>, ParentType, ContextType>;
};

export type EnterpriseNameReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseNameReservation'] = ResolversParentTypes['EnterpriseNameReservation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type EnterpriseTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseType'] = ResolversParentTypes['EnterpriseType']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FiledRegistrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledRegistration'] = ResolversParentTypes['FiledRegistration']> = {
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  defects?: Resolver<Maybe<Array<ResolversTypes['FiledRegistrationDefect']>>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  uscc?: Resolver<Maybe<ResolversTypes['USCC']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  voidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FiledRegistrationChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledRegistrationChange'] = ResolversParentTypes['FiledRegistrationChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FiledRegistrationDefectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledRegistrationDefect'] = ResolversParentTypes['FiledRegistrationDefect']> = {
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FiledRegistrationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FiledRegistrationPayload'] = ResolversParentTypes['FiledRegistrationPayload']> = {
  case?: Resolver<Maybe<ResolversTypes['FiledRegistration']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RegistrationUserError']>, ParentType, ContextType>;
};

export type FormerNameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormerName'] = ResolversParentTypes['FormerName']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type IndustryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Industry'] = ResolversParentTypes['Industry'], FederationReferenceType extends FederationReferenceTypes['Industry'] = FederationReferenceTypes['Industry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Industry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Industry']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['IndustryCode'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Industry']>, ParentType, ContextType>;
};

export interface IndustryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['IndustryCode'], any> {
  name: 'IndustryCode';
}

export type MandateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mandate'] = ResolversParentTypes['Mandate']> = {
  enterprise?: Resolver<ResolversTypes['Enterprise'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  givenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  givenBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['MandateEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MandateKind'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revokedAs?: Resolver<Maybe<ResolversTypes['MandateActor']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['MandateSource'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MandateState'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MandateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MandateConnection'] = ResolversParentTypes['MandateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MandateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MandateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MandateEdge'] = ResolversParentTypes['MandateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Mandate'], ParentType, ContextType>;
};

export type MandateEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MandateEvent'] = ResolversParentTypes['MandateEvent']> = {
  action?: Resolver<ResolversTypes['MandateAction'], ParentType, ContextType>;
  as?: Resolver<ResolversTypes['MandateActor'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type MandateInForceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MandateInForce'] = ResolversParentTypes['MandateInForce']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type MandatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MandatePayload'] = ResolversParentTypes['MandatePayload']> = {
  mandate?: Resolver<Maybe<ResolversTypes['Mandate']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MandateUserError']>, ParentType, ContextType>;
};

export type MandateUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MandateUserError'] = ResolversParentTypes['MandateUserError']> = {
  code?: Resolver<ResolversTypes['MandateErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptRegistration?: Resolver<Maybe<ResolversTypes['RegistrationPayload']>, ParentType, ContextType, RequireFields<MutationAcceptRegistrationArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  decideRegistration?: Resolver<Maybe<ResolversTypes['RegistrationPayload']>, ParentType, ContextType, RequireFields<MutationDecideRegistrationArgs, 'decision' | 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  declineRegistration?: Resolver<Maybe<ResolversTypes['RegistrationPayload']>, ParentType, ContextType, RequireFields<MutationDeclineRegistrationArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  deliverRegistration?: Resolver<Maybe<ResolversTypes['RegistrationPayload']>, ParentType, ContextType, RequireFields<MutationDeliverRegistrationArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  extendRegistration?: Resolver<Maybe<ResolversTypes['RegistrationPayload']>, ParentType, ContextType, RequireFields<MutationExtendRegistrationArgs, 'days' | 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  fileRegistration?: Resolver<Maybe<ResolversTypes['FiledRegistrationPayload']>, ParentType, ContextType, RequireFields<MutationFileRegistrationArgs, 'idempotencyKey' | 'input'>>;
  giveMandate?: Resolver<Maybe<ResolversTypes['MandatePayload']>, ParentType, ContextType, RequireFields<MutationGiveMandateArgs, 'idempotencyKey' | 'input'>>;
  refileRegistration?: Resolver<Maybe<ResolversTypes['FiledRegistrationPayload']>, ParentType, ContextType, RequireFields<MutationRefileRegistrationArgs, 'details' | 'idempotencyKey' | 'number'>>;
  registerLegalRepresentative?: Resolver<Maybe<ResolversTypes['MandatePayload']>, ParentType, ContextType, RequireFields<MutationRegisterLegalRepresentativeArgs, 'idempotencyKey' | 'input'>>;
  releaseEnterpriseName?: Resolver<Maybe<ResolversTypes['EnterpriseNamePayload']>, ParentType, ContextType, RequireFields<MutationReleaseEnterpriseNameArgs, 'id' | 'idempotencyKey'>>;
  reserveEnterpriseName?: Resolver<Maybe<ResolversTypes['EnterpriseNamePayload']>, ParentType, ContextType, RequireFields<MutationReserveEnterpriseNameArgs, 'idempotencyKey' | 'input'>>;
  resumeRegistration?: Resolver<Maybe<ResolversTypes['RegistrationPayload']>, ParentType, ContextType, RequireFields<MutationResumeRegistrationArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  returnRegistration?: Resolver<Maybe<ResolversTypes['RegistrationPayload']>, ParentType, ContextType, RequireFields<MutationReturnRegistrationArgs, 'defects' | 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  revokeMandate?: Resolver<Maybe<ResolversTypes['MandatePayload']>, ParentType, ContextType, RequireFields<MutationRevokeMandateArgs, 'id' | 'idempotencyKey' | 'reason'>>;
  startRegistrationReview?: Resolver<Maybe<ResolversTypes['RegistrationPayload']>, ParentType, ContextType, RequireFields<MutationStartRegistrationReviewArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  suspendRegistration?: Resolver<Maybe<ResolversTypes['RegistrationPayload']>, ParentType, ContextType, RequireFields<MutationSuspendRegistrationArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  voidRegistration?: Resolver<Maybe<ResolversTypes['FiledRegistrationPayload']>, ParentType, ContextType, RequireFields<MutationVoidRegistrationArgs, 'idempotencyKey' | 'number' | 'reason'>>;
  withdrawFiledRegistration?: Resolver<Maybe<ResolversTypes['FiledRegistrationPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawFiledRegistrationArgs, 'idempotencyKey' | 'number'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PersonMandatesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonMandates'] = ResolversParentTypes['PersonMandates']> = {
  mandates?: Resolver<Array<ResolversTypes['MandateInForce']>, ParentType, ContextType>;
  user?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  changedEnterprises?: Resolver<Maybe<Array<ResolversTypes['EnterpriseChange']>>, ParentType, ContextType, RequireFields<QueryChangedEnterprisesArgs, 'first'>>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType, RequireFields<QueryEnterpriseArgs, 'uscc'>>;
  enterprises?: Resolver<Maybe<ResolversTypes['EnterpriseConnection']>, ParentType, ContextType, RequireFields<QueryEnterprisesArgs, 'first'>>;
  filedRegistrationChanges?: Resolver<Maybe<Array<ResolversTypes['FiledRegistrationChange']>>, ParentType, ContextType, RequireFields<QueryFiledRegistrationChangesArgs, 'first'>>;
  filedRegistrations?: Resolver<Maybe<Array<Maybe<ResolversTypes['FiledRegistration']>>>, ParentType, ContextType, RequireFields<QueryFiledRegistrationsArgs, 'numbers'>>;
  industry?: Resolver<Maybe<ResolversTypes['Industry']>, ParentType, ContextType, RequireFields<QueryIndustryArgs, 'code'>>;
  mandate?: Resolver<Maybe<ResolversTypes['Mandate']>, ParentType, ContextType, RequireFields<QueryMandateArgs, 'id'>>;
  mandatesInForce?: Resolver<Maybe<Array<ResolversTypes['PersonMandates']>>, ParentType, ContextType, RequireFields<QueryMandatesInForceArgs, 'users'>>;
  myMandates?: Resolver<Maybe<ResolversTypes['MandateConnection']>, ParentType, ContextType, RequireFields<QueryMyMandatesArgs, 'first'>>;
  myRegistrations?: Resolver<Maybe<ResolversTypes['RegistrationCaseConnection']>, ParentType, ContextType, RequireFields<QueryMyRegistrationsArgs, 'first'>>;
  registrationCase?: Resolver<Maybe<ResolversTypes['RegistrationCase']>, ParentType, ContextType, RequireFields<QueryRegistrationCaseArgs, 'number'>>;
  registrationInbox?: Resolver<Maybe<ResolversTypes['RegistrationInboxConnection']>, ParentType, ContextType, RequireFields<QueryRegistrationInboxArgs, 'first'>>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  enterpriseCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type RegisteredCapitalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisteredCapital'] = ResolversParentTypes['RegisteredCapital']> = {
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegistrationCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationCase'] = ResolversParentTypes['RegistrationCase'], FederationReferenceType extends FederationReferenceTypes['RegistrationCase'] = FederationReferenceTypes['RegistrationCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RegistrationCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  businessScope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  capitalCny?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  defects?: Resolver<Maybe<Array<ResolversTypes['RegistrationDefect']>>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['Industry']>, ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  receivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['RegistrationEvent']>, ParentType, ContextType>;
  times?: Resolver<ResolversTypes['RegistrationTimes'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EnterpriseType'], ParentType, ContextType>;
  uscc?: Resolver<Maybe<ResolversTypes['USCC']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  voidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type RegistrationCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationCaseConnection'] = ResolversParentTypes['RegistrationCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RegistrationCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RegistrationCaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationCaseEdge'] = ResolversParentTypes['RegistrationCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RegistrationCase'], ParentType, ContextType>;
};

export type RegistrationChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationChange'] = ResolversParentTypes['RegistrationChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['RegistrationItem'], ParentType, ContextType>;
};

export type RegistrationChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationChangeConnection'] = ResolversParentTypes['RegistrationChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RegistrationChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RegistrationChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationChangeEdge'] = ResolversParentTypes['RegistrationChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RegistrationChange'], ParentType, ContextType>;
};

export type RegistrationDefectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationDefect'] = ResolversParentTypes['RegistrationDefect']> = {
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegistrationEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationEvent'] = ResolversParentTypes['RegistrationEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['CaseSide'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['RegistrationStep'], ParentType, ContextType>;
};

export type RegistrationInboxConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationInboxConnection'] = ResolversParentTypes['RegistrationInboxConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RegistrationCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RegistrationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationPayload'] = ResolversParentTypes['RegistrationPayload']> = {
  case?: Resolver<Maybe<ResolversTypes['RegistrationCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['RegistrationUserError']>, ParentType, ContextType>;
};

export type RegistrationTimesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationTimes'] = ResolversParentTypes['RegistrationTimes']> = {
  applicantHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  machineHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  officialHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  suspendedHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RegistrationUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegistrationUserError'] = ResolversParentTypes['RegistrationUserError']> = {
  code?: Resolver<ResolversTypes['RegistrationErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type Resolvers<ContextType = Context> = {
  Certificate?: CertificateResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Enterprise?: EnterpriseResolvers<ContextType>;
  EnterpriseChange?: EnterpriseChangeResolvers<ContextType>;
  EnterpriseConnection?: EnterpriseConnectionResolvers<ContextType>;
  EnterpriseEdge?: EnterpriseEdgeResolvers<ContextType>;
  EnterpriseNamePayload?: EnterpriseNamePayloadResolvers<ContextType>;
  EnterpriseNameReservation?: EnterpriseNameReservationResolvers<ContextType>;
  EnterpriseType?: EnterpriseTypeResolvers<ContextType>;
  FiledRegistration?: FiledRegistrationResolvers<ContextType>;
  FiledRegistrationChange?: FiledRegistrationChangeResolvers<ContextType>;
  FiledRegistrationDefect?: FiledRegistrationDefectResolvers<ContextType>;
  FiledRegistrationPayload?: FiledRegistrationPayloadResolvers<ContextType>;
  FormerName?: FormerNameResolvers<ContextType>;
  Industry?: IndustryResolvers<ContextType>;
  IndustryCode?: GraphQLScalarType;
  Mandate?: MandateResolvers<ContextType>;
  MandateConnection?: MandateConnectionResolvers<ContextType>;
  MandateEdge?: MandateEdgeResolvers<ContextType>;
  MandateEvent?: MandateEventResolvers<ContextType>;
  MandateInForce?: MandateInForceResolvers<ContextType>;
  MandatePayload?: MandatePayloadResolvers<ContextType>;
  MandateUserError?: MandateUserErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonMandates?: PersonMandatesResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  RegisteredCapital?: RegisteredCapitalResolvers<ContextType>;
  RegistrationCase?: RegistrationCaseResolvers<ContextType>;
  RegistrationCaseConnection?: RegistrationCaseConnectionResolvers<ContextType>;
  RegistrationCaseEdge?: RegistrationCaseEdgeResolvers<ContextType>;
  RegistrationChange?: RegistrationChangeResolvers<ContextType>;
  RegistrationChangeConnection?: RegistrationChangeConnectionResolvers<ContextType>;
  RegistrationChangeEdge?: RegistrationChangeEdgeResolvers<ContextType>;
  RegistrationDefect?: RegistrationDefectResolvers<ContextType>;
  RegistrationEvent?: RegistrationEventResolvers<ContextType>;
  RegistrationInboxConnection?: RegistrationInboxConnectionResolvers<ContextType>;
  RegistrationPayload?: RegistrationPayloadResolvers<ContextType>;
  RegistrationTimes?: RegistrationTimesResolvers<ContextType>;
  RegistrationUserError?: RegistrationUserErrorResolvers<ContextType>;
  USCC?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  ownData?: OwnDataDirectiveResolver<any, any, ContextType>;
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
