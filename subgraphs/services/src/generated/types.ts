import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Certificate, CertificateDetail } from '@yiwang/certificates/verify';
import type { VerificationModel } from '../certificates/verify-content.ts';
import type { EnterpriseModel, MatterCaseConnectionModel, MatterCaseStepModel, RegionModel } from '../models.ts';
import type { MatterVersionRow, MatterCaseRow, MatterEventRow } from '../tables.ts';
import type { PrefillRow } from '@yiwang/subgraph-kit/prefill/tables';
import type { StepDefinition } from '../definition/definition.ts';
import type { MatterTimeStatisticRow } from '../cases/matter-statistics.ts';
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

/** What a certificate says 证照内容, as it was signed. */
export type CertificateContent = {
  __typename?: 'CertificateContent';
  /** 颁发机构. */
  authority: Scalars['String']['output'];
  /** Further lines of the certificate, in their order. */
  details: Array<CertificateLine>;
  /** 持证主体. Null when the certificate does not name it. */
  holderName?: Maybe<Scalars['String']['output']>;
  /** Null when the holder has none, or the certificate does not name it. */
  holderUscc?: Maybe<Scalars['USCC']['output']>;
  /** 电子证照标识 (GB/T 36904-2018). */
  identifier: Scalars['ID']['output'];
  /** When it was issued. */
  issuedAt: Scalars['DateTime']['output'];
  /** The department's name for the kind of certificates, such as permit. */
  kind: Scalars['String']['output'];
  /** 证照编号. */
  number: Scalars['ID']['output'];
  /** 证照名称. */
  title: Scalars['String']['output'];
  /** Null when there is none in English. */
  titleEn?: Maybe<Scalars['String']['output']>;
  /** First day of validity. */
  validFrom: Scalars['Date']['output'];
  /** Last day of validity. Null when it has no end. */
  validUntil?: Maybe<Scalars['Date']['output']>;
};

/** One further line of a certificate. */
export type CertificateLine = {
  __typename?: 'CertificateLine';
  /** What it is, such as 许可事项. */
  label: Scalars['String']['output'];
  /** The same in English. Null when there is none. */
  labelEn?: Maybe<Scalars['String']['output']>;
  /** What it says. */
  value: Scalars['String']['output'];
};

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

/** What came of verifying a certificate 核验结果. */
export type CertificateVerification = {
  __typename?: 'CertificateVerification';
  /** The algorithm that it names, such as EdDSA. Null when none can be read. */
  algorithm?: Maybe<Scalars['String']['output']>;
  /** What is signed. Null unless the signature and the page are good. */
  certificate?: Maybe<CertificateContent>;
  /** When it was verified. */
  checkedAt: Scalars['DateTime']['output'];
  /** The department that the certificate names, by its name in the graph. Null when none can be read. */
  department?: Maybe<Scalars['ID']['output']>;
  /** Whether a PDF was verified, its page with it. */
  isDocument: Scalars['Boolean']['output'];
  /** The key that it names. Null when none can be read. */
  keyId?: Maybe<Scalars['String']['output']>;
  /** What the verdict means, and what to do. */
  message: Scalars['String']['output'];
  /** The same in Chinese. */
  messageZh: Scalars['String']['output'];
  /** How its department says that it stands. */
  state: CheckedCertificateState;
  verdict: CertificateVerdict;
};

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
  /** Its applications for matters 联办件, newest first. */
  matterCases?: Maybe<MatterCaseConnection>;
  uscc: Scalars['USCC']['output'];
};


export type EnterpriseMatterCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** What people want done, whatever departments it takes 高效办成一件事, such as opening an enterprise. */
export type Matter = {
  __typename?: 'Matter';
  /** The law by which departments are asked 依据. */
  basis: Scalars['String']['output'];
  /** 12 characters. Mandates may name it, like the basic code of a service item. */
  code: Scalars['ID']['output'];
  /** The one form of the matter, as JSON Schema 2020-12; titles are Chinese, `x-title-en` English. */
  formSchema: Scalars['JSON']['output'];
  /** In Chinese. */
  name: Scalars['String']['output'];
  /** In English. */
  nameEn: Scalars['String']['output'];
  /** What its applicants hand in 申请材料: departments that have items say what. Null when it is not known how often its steps were taken. */
  papers?: Maybe<MatterPapers>;
  /** Working days in which the whole is done 承诺时限. */
  promisedDays: Scalars['Int']['output'];
  /** What departments do for it, in the order in which people read it. */
  steps: Array<MatterStep>;
  /** The version that is published. */
  version: Scalars['Int']['output'];
};

/** One application for a matter, with one form, one clock and one state 联办件. */
export type MatterCase = {
  __typename?: 'MatterCase';
  /** Who applies. Null when a person does. */
  applicant?: Maybe<Enterprise>;
  /** Last day of the promised time. Null for a draft. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** When it ended. Null while it has not. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The answers, by the fields of formSchema. */
  form: Scalars['JSON']['output'];
  /** The form that is frozen into it. */
  formSchema: Scalars['JSON']['output'];
  /** True when dueOn is over, or was over when it ended. */
  isOverdue: Scalars['Boolean']['output'];
  /** The matter, as it is published now; null when it is not published any more. */
  matter?: Maybe<Matter>;
  /** The version of the matter that is frozen into it. */
  matterVersion: Scalars['Int']['output'];
  /** 联办件编号. */
  number: Scalars['ID']['output'];
  /** What the form took from other departments 免填, by field. Empty until it is filled in. */
  prefill: Array<MatterPrefilledField>;
  /** Why it is undone, or was. Null when it was not. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Where it was filed. */
  region?: Maybe<Region>;
  source: DataSource;
  /** When it was begun. */
  startedAt: Scalars['DateTime']['output'];
  state: MatterCaseState;
  /** The steps, in the order of the matter. */
  steps: Array<MatterCaseStep>;
  /** Null for a draft. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What has happened, first event first. */
  timeline: Array<MatterCaseEvent>;
  /** How long it took, by who had it. Null for a draft. */
  times?: Maybe<MatterTimes>;
  /** 1 when it is begun, and one more for each change. */
  version: Scalars['Int']['output'];
};

/** A page of applications. */
export type MatterCaseConnection = {
  __typename?: 'MatterCaseConnection';
  edges: Array<MatterCaseEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type MatterCaseEdge = {
  __typename?: 'MatterCaseEdge';
  /** Opaque: pass it as `after` to go on behind this application. */
  cursor: Scalars['String']['output'];
  node: MatterCase;
};

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

/** Something that happened to an application. */
export type MatterCaseEvent = {
  __typename?: 'MatterCaseEvent';
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** State before. Null for the first event. */
  from?: Maybe<Scalars['String']['output']>;
  problems: Array<MatterStepProblem>;
  side: MatterSide;
  /** Name of the step that changed. Null for the application as a whole. */
  step?: Maybe<Scalars['String']['output']>;
  /** State after: one of MatterCaseStepState, or of MatterCaseState for the whole. */
  to: Scalars['String']['output'];
};

/** What somebody applies for. */
export type MatterCaseInput = {
  /** The enterprise that applies. Null when the person applies who is signed in. */
  applicant?: InputMaybe<Scalars['USCC']['input']>;
  /** The answers in the form, as far as they have come. */
  form?: InputMaybe<Scalars['JSON']['input']>;
  /** As Matter.code. */
  matter: Scalars['ID']['input'];
  /** Where it is to be done. */
  region: Scalars['RegionCode']['input'];
};

/** What came of a command on an application. */
export type MatterCasePayload = {
  __typename?: 'MatterCasePayload';
  /** As it stands. Null when the command was not carried out. */
  matterCase?: Maybe<MatterCase>;
  userErrors: Array<MatterCaseUserError>;
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

/** One step of an application. */
export type MatterCaseStep = {
  __typename?: 'MatterCaseStep';
  /** The department, by its name in the graph. */
  department: Scalars['ID']['output'];
  /** Number of its case in the department 办件编号. Null while there is none. */
  departmentCase?: Maybe<Scalars['ID']['output']>;
  kind: MatterStepKind;
  /** As MatterStep.name. */
  name: Scalars['String']['output'];
  /** Why it was returned, denied or left out. Empty when nothing is to say. */
  problems: Array<MatterStepProblem>;
  /** What the department gave, as JSON. Null before. */
  result?: Maybe<Scalars['JSON']['output']>;
  state: MatterCaseStepState;
  /** In Chinese. */
  title: Scalars['String']['output'];
  /** In English. */
  titleEn: Scalars['String']['output'];
};

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

/** Why a command was not carried out, and what to do. */
export type MatterCaseUserError = {
  __typename?: 'MatterCaseUserError';
  code: MatterCaseErrorCode;
  /** Path of the argument that it is about. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What happened, and what to do. */
  message: Scalars['String']['output'];
};

/** What applicants of a matter hand in for the steps that are cases of items. Departments that have items add what they know of it. */
export type MatterPapers = {
  __typename?: 'MatterPapers';
  /**
   * How often its steps were cases of items of the basic catalogue, as JSON: for each basic code, how many applications took such a step that
   * were submitted in each of the last 36 whole months, newest month first, as in {"322009001000": [3, 0, …]}. Those that left the step out are not
   * counted.
   */
  itemUse: Scalars['JSON']['output'];
  /** Code of the matter. */
  matter: Scalars['ID']['output'];
};

/** One field of the form that was filled with what another department holds 免填; as PrefilledField of a case. */
export type MatterPrefilledField = {
  __typename?: 'MatterPrefilledField';
  /** What it is there, such as Enterprise.name. */
  coordinate: Scalars['String']['output'];
  /** Number of the report of wrong data 疑义校核, as Correction.number. Null where none was made, or the exchange does not have it yet. */
  correction?: Maybe<Scalars['ID']['output']>;
  /** Who holds it, by its name in the graph. */
  department: Scalars['ID']['output'];
  /** Name of the field, with dots for fields in fields, such as project.address. */
  field: Scalars['String']['output'];
  /** When it was read, or could not be. */
  readAt: Scalars['DateTime']['output'];
  /** Why there is no value, or why it does not fit, and what to do. Null where there is nothing to say. */
  reason?: Maybe<Scalars['String']['output']>;
  sharing: SharingClass;
  state: PrefillState;
  /** The value that the department gave, as JSON. Null unless there is one. */
  value?: Maybe<Scalars['JSON']['output']>;
  /** What the applicant says of it. Null before. */
  verdict?: Maybe<PrefillVerdict>;
};

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

/** What one department does for a matter 环节. */
export type MatterStep = {
  __typename?: 'MatterStep';
  /** The department, by its name in the graph. */
  department: Scalars['ID']['output'];
  /** True: when it is denied, the rest goes on without it and what needs it. False: everything is undone. */
  isOptional: Scalars['Boolean']['output'];
  /** The item of the basic catalogue of which it is a case 基本编码, as CatalogueItem.basicCode. Null when it is a case of none, or no case. */
  item?: Maybe<Scalars['ID']['output']>;
  kind: MatterStepKind;
  /** Unique in the matter, such as registration. */
  name: Scalars['String']['output'];
  /** Names of the steps that must be done before. */
  needs: Array<Scalars['String']['output']>;
  /** In Chinese. */
  title: Scalars['String']['output'];
  /** In English. */
  titleEn: Scalars['String']['output'];
  /** Path of the answer without which it is left out, such as food.isWanted. Null: it belongs to every application. */
  when?: Maybe<Scalars['String']['output']>;
};

/** Who takes a step. */
export type MatterStepKind =
  /** People of the department: it is a case there. */
  | 'CASE'
  /** A program of the department, within seconds. */
  | 'MACHINE';

/** What is wrong, as the department says it. */
export type MatterStepProblem = {
  __typename?: 'MatterStepProblem';
  /** What it is about, as the department calls it. Null when it is about nothing in particular. */
  about?: Maybe<Scalars['String']['output']>;
  /** The field of formSchema that it is about, with dots, such as project.address. Null when it is about none, or could be about several. */
  answer?: Maybe<Scalars['String']['output']>;
  /** The department's code, such as NAME_TAKEN. Null when people wrote it. */
  code?: Maybe<Scalars['String']['output']>;
  /** What is wrong, and what to do. */
  message: Scalars['String']['output'];
};

/** A step that could not be retried. */
export type MatterStepRetryFailure = {
  __typename?: 'MatterStepRetryFailure';
  /** The department that was asked. */
  department: Scalars['ID']['output'];
  /** Number of the application. */
  number: Scalars['ID']['output'];
  /** Why, and what to do. */
  reason: Scalars['String']['output'];
  /** Name of the step. */
  step: Scalars['String']['output'];
};

/** What came of retrying steps that were stuck. */
export type MatterStepsRetry = {
  __typename?: 'MatterStepsRetry';
  /** Steps that could not be retried. */
  failures: Array<MatterStepRetryFailure>;
  /** Steps that are stuck and were not retried by this command. Those that it retried do not count, whatever came of them since. */
  remaining: Scalars['Int']['output'];
  /** Steps that go on. Those that fail again are stuck again. */
  retried: Scalars['Int']['output'];
};

/** What came of a command that retries steps. */
export type MatterStepsRetryPayload = {
  __typename?: 'MatterStepsRetryPayload';
  /** Null when the command was not carried out. */
  retry?: Maybe<MatterStepsRetry>;
  userErrors: Array<MatterCaseUserError>;
};

/** How long the applications for a matter took that ended in a month, by city. Hours are means. */
export type MatterTimeStatistic = {
  __typename?: 'MatterTimeStatistic';
  /** While only their applicants had them. */
  applicantHours?: Maybe<Scalars['Float']['output']>;
  /** Applications that ended as COMPLETED. */
  completed: Scalars['Int']['output'];
  /** While only programs were at them. */
  machineHours?: Maybe<Scalars['Float']['output']>;
  matter?: Maybe<Matter>;
  /** Such as 2026-03. */
  month: Scalars['String']['output'];
  /** While people of departments had those that were completed. */
  officialHours?: Maybe<Scalars['Float']['output']>;
  /** Of those that were completed, those that took longer than promised 超时. */
  overdue: Scalars['Int']['output'];
  /** The province, or the city in which they were filed. */
  region?: Maybe<Region>;
  /** Applications that ended as FAILED or WITHDRAWN. */
  undone: Scalars['Int']['output'];
  /** Working days of those that were completed, from the submission to the end; a day that was begun counts. The mean. */
  workingDays?: Maybe<Scalars['Float']['output']>;
};

/** How long an application took, in hours. Of one that is open, until now. Steps that run at the same time count once. */
export type MatterTimes = {
  __typename?: 'MatterTimes';
  /** While only the applicant had it. */
  applicantHours: Scalars['Float']['output'];
  /** While only programs were at it. */
  machineHours: Scalars['Float']['output'];
  /** While people of departments had it. */
  officialHours: Scalars['Float']['output'];
};

/** One version of the definition of a matter. */
export type MatterVersion = {
  __typename?: 'MatterVersion';
  /** When it was changed last. */
  changedAt: Scalars['DateTime']['output'];
  /** Form, steps and documents, as JSON; docs/matters.md explains it. */
  definition: Scalars['JSON']['output'];
  /** Code of the matter. */
  matter: Scalars['ID']['output'];
  /** Null when it was never published. */
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** One more at each change. */
  revision: Scalars['Int']['output'];
  state: MatterVersionState;
  /** From 1. */
  version: Scalars['Int']['output'];
};

/** What may be wrong with a version of a matter. These codes are stable; more may come. */
export type MatterVersionErrorCode =
  /** Steps need each other. */
  | 'CIRCULAR_STEPS'
  /** The prefill selects what no department may be granted. */
  | 'FIELD_IS_NOT_SHARED'
  /** The documents cannot be checked at the moment. */
  | 'GATEWAY_UNAVAILABLE'
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The definition is not of the shape that docs/matters.md describes. */
  | 'MALFORMED_DEFINITION'
  /** A document is no operation of the one schema, or not one as it is needed. */
  | 'MALFORMED_DOCUMENT'
  /** The form is no form: see docs/service-items.md. */
  | 'MALFORMED_FORM'
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** The code of the matter is not 12 digits and capital letters. */
  | 'MALFORMED_MATTER'
  /** The document of the prefill is none that only reads, does not fit the one schema, or reads what is kept back of whatever is answered. */
  | 'MALFORMED_PREFILL'
  | 'MALFORMED_TEXT'
  /** Who wrote some of it must not publish it. */
  | 'OWN_VERSION'
  /** It has changed since the caller saw it. */
  | 'STALE_REVISION'
  /** The prefill selects no value of a department at the path of a field. */
  | 'UNKNOWN_PATH'
  /** A value comes from nowhere. */
  | 'UNKNOWN_SOURCE'
  /** A step needs one that there is not. */
  | 'UNKNOWN_STEP'
  /** There is no such version. */
  | 'UNKNOWN_VERSION'
  /** It is not possible in the state of the version. */
  | 'WRONG_STATE';

/** What came of a command on a version of a matter. */
export type MatterVersionPayload = {
  __typename?: 'MatterVersionPayload';
  /** As it stands. Null when the command was not carried out. */
  matterVersion?: Maybe<MatterVersion>;
  userErrors: Array<MatterVersionUserError>;
  /** What would keep it from being published. */
  warnings: Array<MatterVersionUserError>;
};

/** Where a version of a matter stands. */
export type MatterVersionState =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'PUBLISHED'
  /** Another one was published after it. */
  | 'SUPERSEDED';

/** What is wrong with a version of a matter, or why a command was not carried out. */
export type MatterVersionUserError = {
  __typename?: 'MatterVersionUserError';
  code: MatterVersionErrorCode;
  /** Path of the argument, and in the definition, that it is about. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What happened, and what to do. */
  message: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Says of a value that was filled in that it is right, or what is wrong with it: that is reported to the department that owns it
   * 疑义校核. The answer in the form is the applicant's own, and is changed by saveMatterCase. Possible for a draft.
   */
  answerMatterPrefill?: Maybe<MatterCasePayload>;
  /**
   * Corrects what departments have returned 补正, with all answers of the form. Answers that a department has used already must stay as they
   * are (ANSWER_IN_USE).
   */
  completeMatterCase?: Maybe<MatterCasePayload>;
  /**
   * Saves a draft of the next version of a matter: makes one without a revision, and changes the one that there is with its revision. What would
   * keep it from being published is in `warnings`. For officials of this department.
   */
  draftMatterVersion: MatterVersionPayload;
  /**
   * Fills the form of a draft with what other departments hold 免填, where it is not answered yet: asked with the application as the purpose,
   * within a second. What was found, and which department does not answer or needs a grant, stands in `MatterCase.prefill`.
   */
  prefillMatterCase?: Maybe<MatterCasePayload>;
  /**
   * Publishes a version that others wrote: new applications follow it, those under way stay as they are. Its documents are checked against the
   * one schema.
   */
  publishMatterVersion: MatterVersionPayload;
  /** Tries a step again that is stuck. For operators of this department. */
  retryMatterStep?: Maybe<MatterCasePayload>;
  /**
   * Tries steps again that are stuck, of one department or of all: up to 200 with each command, those that are stuck for the longest time first.
   * Send it with a new key while there are more. For operators of this department.
   */
  retryStuckMatterSteps?: Maybe<MatterStepsRetryPayload>;
  /** Returns a version from review to its authors, with the reason. */
  returnMatterVersion: MatterVersionPayload;
  /** Saves the answers of a draft, as far as they have come. */
  saveMatterCase?: Maybe<MatterCasePayload>;
  /**
   * Leaves a step out that is stuck or returned, because it was done otherwise or is not needed: what needs it goes on. What the department may
   * have done is not undone. For operators of this department.
   */
  skipMatterStep?: Maybe<MatterCasePayload>;
  /** Begins an application for a matter as a draft, for the person who is signed in or for an enterprise that it acts for. */
  startMatterCase?: Maybe<MatterCasePayload>;
  /** Submits a draft: the departments begin at once. */
  submitMatterCase?: Maybe<MatterCasePayload>;
  /** Submits a draft to review. It must be fit to be published. */
  submitMatterVersion: MatterVersionPayload;
  /** Undoes an application that cannot go on: it ends as FAILED. For operators of this department. */
  undoMatterCase?: Maybe<MatterCasePayload>;
  /** Withdraws an application 撤回: what departments have done for it is undone, the last step first. */
  withdrawMatterCase?: Maybe<MatterCasePayload>;
};


export type MutationAnswerMatterPrefillArgs = {
  expectedVersion: Scalars['Int']['input'];
  field: Scalars['String']['input'];
  idempotencyKey: Scalars['ID']['input'];
  isRight: Scalars['Boolean']['input'];
  number: Scalars['ID']['input'];
  problem?: InputMaybe<Scalars['String']['input']>;
  proposal?: InputMaybe<Scalars['String']['input']>;
};


export type MutationCompleteMatterCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  form: Scalars['JSON']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationDraftMatterVersionArgs = {
  definition: Scalars['JSON']['input'];
  idempotencyKey: Scalars['ID']['input'];
  matter: Scalars['ID']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationPrefillMatterCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationPublishMatterVersionArgs = {
  idempotencyKey: Scalars['ID']['input'];
  matter: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
  version: Scalars['Int']['input'];
};


export type MutationRetryMatterStepArgs = {
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  step: Scalars['String']['input'];
};


export type MutationRetryStuckMatterStepsArgs = {
  department?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey: Scalars['ID']['input'];
};


export type MutationReturnMatterVersionArgs = {
  idempotencyKey: Scalars['ID']['input'];
  matter: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  revision: Scalars['Int']['input'];
  version: Scalars['Int']['input'];
};


export type MutationSaveMatterCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  form: Scalars['JSON']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationSkipMatterStepArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  step: Scalars['String']['input'];
};


export type MutationStartMatterCaseArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: MatterCaseInput;
};


export type MutationSubmitMatterCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationSubmitMatterVersionArgs = {
  idempotencyKey: Scalars['ID']['input'];
  matter: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
  version: Scalars['Int']['input'];
};


export type MutationUndoMatterCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationWithdrawMatterCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
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

export type Query = {
  __typename?: 'Query';
  /** One matter 一件事, as it is published. Null with NOT_FOUND when none is. */
  matter?: Maybe<Matter>;
  /** One application for a matter 联办件. Null with NOT_FOUND when there is none, and when it is a draft of somebody else. */
  matterCase?: Maybe<MatterCase>;
  /** How long matters took that ended in a period, by month and city, such as the 3, 5 and 50 working days of 3550; at most 1,000 entries. */
  matterTimeStatistics?: Maybe<Array<MatterTimeStatistic>>;
  /** One version of a matter. Null with NOT_FOUND when there is none that the caller may see: drafts are for officials of this department. */
  matterVersion?: Maybe<MatterVersion>;
  /** The matters that are published, by code; at most 200. */
  matters?: Maybe<Array<Matter>>;
  /** The applications of the person who is signed in, and of the enterprises for which it acts, newest first. */
  myMatterCases?: Maybe<MatterCaseConnection>;
  /** How many steps are stuck, by the department that was asked. For operators of this department. */
  stuckMatterStepCounts?: Maybe<Array<StuckMatterStepCount>>;
  /**
   * Steps whose department could not be reached, or answers with an error that another try does not mend: the oldest first, at most 100. For
   * operators of this department.
   */
  stuckMatterSteps?: Maybe<Array<StuckMatterStep>>;
  /**
   * Verifies an electronic certificate 电子证照核验 of any department: whether it is as the department signed it, and how it stands now. Whatever it
   * is given has a verdict; the text of a page that is not the one that was signed is found too.
   */
  verifyCertificate?: Maybe<CertificateVerification>;
};


export type QueryMatterArgs = {
  code: Scalars['ID']['input'];
};


export type QueryMatterCaseArgs = {
  number: Scalars['ID']['input'];
};


export type QueryMatterTimeStatisticsArgs = {
  from: Scalars['Date']['input'];
  matter?: InputMaybe<Scalars['ID']['input']>;
  until: Scalars['Date']['input'];
};


export type QueryMatterVersionArgs = {
  matter: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};


export type QueryMyMatterCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryStuckMatterStepsArgs = {
  department?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryVerifyCertificateArgs = {
  content: Scalars['String']['input'];
  holder?: InputMaybe<Scalars['USCC']['input']>;
};

export type Region = {
  __typename?: 'Region';
  code: Scalars['RegionCode']['output'];
};

/** Who may read 共享类型. */
export type SharingClass =
  /** 有条件共享: on application, which the owner answers. */
  | 'CONDITIONAL'
  /** 不予共享: nobody else, by law. */
  | 'NOT_SHARED'
  /** 无条件共享: every department, at once. */
  | 'UNCONDITIONAL';

/** A step that cannot go on by itself. */
export type StuckMatterStep = {
  __typename?: 'StuckMatterStep';
  /** How often. */
  attempts: Scalars['Int']['output'];
  /** The department that was asked. */
  department: Scalars['ID']['output'];
  /** What went wrong the last time. */
  error: Scalars['String']['output'];
  /** Whether it is stuck because its department was away: then it goes on when the department answers again. Others need an operator. */
  goesOnByItself: Scalars['Boolean']['output'];
  /** Number of the application. */
  number: Scalars['ID']['output'];
  /** Since when it is stuck. */
  since: Scalars['DateTime']['output'];
  /** Name of the step. */
  step: Scalars['String']['output'];
  /** What was asked: DO, REFILE, WITHDRAW or UNDO. */
  work: Scalars['String']['output'];
};

/** Steps of one department that cannot go on. */
export type StuckMatterStepCount = {
  __typename?: 'StuckMatterStepCount';
  /** By its name in the graph. */
  department: Scalars['ID']['output'];
  /** Of them, those that go on when the department answers again. */
  goOnByThemselves: Scalars['Int']['output'];
  /** Since when the first of them is stuck. */
  since: Scalars['DateTime']['output'];
  /** How many are stuck. */
  steps: Scalars['Int']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /** An application, at once and after each change. Null with NOT_FOUND as for matterCase. */
  matterCaseChanged?: Maybe<MatterCase>;
};


export type SubscriptionMatterCaseChangedArgs = {
  number: Scalars['ID']['input'];
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
  Matter: Matter;
  MatterCase: MatterCase;
  Region: Region;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  Matter:
    ( { __typename: 'Matter' }
    & GraphQLRecursivePick<FederationTypes['Matter'], {"code":true}> );
  MatterCase:
    ( { __typename: 'MatterCase' }
    & GraphQLRecursivePick<FederationTypes['MatterCase'], {"number":true}> );
  Region:
    ( { __typename: 'Region' }
    & GraphQLRecursivePick<FederationTypes['Region'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CertificateContent: ResolverTypeWrapper<Certificate>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CertificateLine: ResolverTypeWrapper<CertificateDetail>;
  CertificateVerdict: CertificateVerdict;
  CertificateVerification: ResolverTypeWrapper<VerificationModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CheckedCertificateState: CheckedCertificateState;
  DataSource: DataSource;
  DataSubject: DataSubject;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Matter: ResolverTypeWrapper<MatterVersionRow>;
  MatterCase: ResolverTypeWrapper<MatterCaseRow>;
  MatterCaseConnection: ResolverTypeWrapper<MatterCaseConnectionModel>;
  MatterCaseEdge: ResolverTypeWrapper<Omit<MatterCaseEdge, 'node'> & { node: ResolversTypes['MatterCase'] }>;
  MatterCaseErrorCode: MatterCaseErrorCode;
  MatterCaseEvent: ResolverTypeWrapper<MatterEventRow>;
  MatterCaseInput: MatterCaseInput;
  MatterCasePayload: ResolverTypeWrapper<Omit<MatterCasePayload, 'matterCase'> & { matterCase?: Maybe<ResolversTypes['MatterCase']> }>;
  MatterCaseState: MatterCaseState;
  MatterCaseStep: ResolverTypeWrapper<MatterCaseStepModel>;
  MatterCaseStepState: MatterCaseStepState;
  MatterCaseUserError: ResolverTypeWrapper<MatterCaseUserError>;
  MatterPapers: ResolverTypeWrapper<MatterVersionRow>;
  MatterPrefilledField: ResolverTypeWrapper<PrefillRow>;
  MatterSide: MatterSide;
  MatterStep: ResolverTypeWrapper<StepDefinition>;
  MatterStepKind: MatterStepKind;
  MatterStepProblem: ResolverTypeWrapper<MatterStepProblem>;
  MatterStepRetryFailure: ResolverTypeWrapper<MatterStepRetryFailure>;
  MatterStepsRetry: ResolverTypeWrapper<MatterStepsRetry>;
  MatterStepsRetryPayload: ResolverTypeWrapper<MatterStepsRetryPayload>;
  MatterTimeStatistic: ResolverTypeWrapper<MatterTimeStatisticRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  MatterTimes: ResolverTypeWrapper<MatterTimes>;
  MatterVersion: ResolverTypeWrapper<MatterVersionRow>;
  MatterVersionErrorCode: MatterVersionErrorCode;
  MatterVersionPayload: ResolverTypeWrapper<Omit<MatterVersionPayload, 'matterVersion'> & { matterVersion?: Maybe<ResolversTypes['MatterVersion']> }>;
  MatterVersionState: MatterVersionState;
  MatterVersionUserError: ResolverTypeWrapper<MatterVersionUserError>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PrefillState: PrefillState;
  PrefillVerdict: PrefillVerdict;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  SharingClass: SharingClass;
  StuckMatterStep: ResolverTypeWrapper<StuckMatterStep>;
  StuckMatterStepCount: ResolverTypeWrapper<StuckMatterStepCount>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UpdateCycle: UpdateCycle;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CertificateContent: Certificate;
  ID: Scalars['ID']['output'];
  CertificateLine: CertificateDetail;
  CertificateVerification: VerificationModel;
  Boolean: Scalars['Boolean']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Enterprise: EnterpriseModel;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  Matter: MatterVersionRow;
  MatterCase: MatterCaseRow;
  MatterCaseConnection: MatterCaseConnectionModel;
  MatterCaseEdge: Omit<MatterCaseEdge, 'node'> & { node: ResolversParentTypes['MatterCase'] };
  MatterCaseEvent: MatterEventRow;
  MatterCaseInput: MatterCaseInput;
  MatterCasePayload: Omit<MatterCasePayload, 'matterCase'> & { matterCase?: Maybe<ResolversParentTypes['MatterCase']> };
  MatterCaseStep: MatterCaseStepModel;
  MatterCaseUserError: MatterCaseUserError;
  MatterPapers: MatterVersionRow;
  MatterPrefilledField: PrefillRow;
  MatterStep: StepDefinition;
  MatterStepProblem: MatterStepProblem;
  MatterStepRetryFailure: MatterStepRetryFailure;
  MatterStepsRetry: MatterStepsRetry;
  MatterStepsRetryPayload: MatterStepsRetryPayload;
  MatterTimeStatistic: MatterTimeStatisticRow;
  Float: Scalars['Float']['output'];
  MatterTimes: MatterTimes;
  MatterVersion: MatterVersionRow;
  MatterVersionPayload: Omit<MatterVersionPayload, 'matterVersion'> & { matterVersion?: Maybe<ResolversParentTypes['MatterVersion']> };
  MatterVersionUserError: MatterVersionUserError;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
  StuckMatterStep: StuckMatterStep;
  StuckMatterStepCount: StuckMatterStepCount;
  Subscription: Record<PropertyKey, never>;
  USCC: Scalars['USCC']['output'];
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

export type SharingDirectiveArgs = {
  basis?: Maybe<Scalars['String']['input']>;
  class: SharingClass;
  cycle?: Maybe<UpdateCycle>;
};

export type SharingDirectiveResolver<Result, Parent, ContextType = Context, Args = SharingDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CertificateContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificateContent'] = ResolversParentTypes['CertificateContent']> = {
  authority?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  details?: Resolver<Array<ResolversTypes['CertificateLine']>, ParentType, ContextType>;
  holderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holderUscc?: Resolver<Maybe<ResolversTypes['USCC']>, ParentType, ContextType>;
  identifier?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titleEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CertificateLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificateLine'] = ResolversParentTypes['CertificateLine']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  labelEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CertificateVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CertificateVerification'] = ResolversParentTypes['CertificateVerification']> = {
  algorithm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  certificate?: Resolver<Maybe<ResolversTypes['CertificateContent']>, ParentType, ContextType>;
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isDocument?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  messageZh?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CheckedCertificateState'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['CertificateVerdict'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  matterCases?: Resolver<Maybe<ResolversTypes['MatterCaseConnection']>, ParentType, ContextType, RequireFields<EnterpriseMatterCasesArgs, 'first'>>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MatterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Matter'] = ResolversParentTypes['Matter'], FederationReferenceType extends FederationReferenceTypes['Matter'] = FederationReferenceTypes['Matter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Matter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  formSchema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  papers?: Resolver<Maybe<ResolversTypes['MatterPapers']>, ParentType, ContextType>;
  promisedDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['MatterStep']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatterCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCase'] = ResolversParentTypes['MatterCase'], FederationReferenceType extends FederationReferenceTypes['MatterCase'] = FederationReferenceTypes['MatterCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MatterCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  formSchema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  matterVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  prefill?: Resolver<Array<ResolversTypes['MatterPrefilledField']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MatterCaseState'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['MatterCaseStep']>, ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['MatterCaseEvent']>, ParentType, ContextType>;
  times?: Resolver<Maybe<ResolversTypes['MatterTimes']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatterCaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCaseConnection'] = ResolversParentTypes['MatterCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MatterCaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatterCaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCaseEdge'] = ResolversParentTypes['MatterCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MatterCase'], ParentType, ContextType>;
};

export type MatterCaseEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCaseEvent'] = ResolversParentTypes['MatterCaseEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['MatterStepProblem']>, ParentType, ContextType>;
  side?: Resolver<ResolversTypes['MatterSide'], ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatterCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCasePayload'] = ResolversParentTypes['MatterCasePayload']> = {
  matterCase?: Resolver<Maybe<ResolversTypes['MatterCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MatterCaseUserError']>, ParentType, ContextType>;
};

export type MatterCaseStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCaseStep'] = ResolversParentTypes['MatterCaseStep']> = {
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  departmentCase?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MatterStepKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['MatterStepProblem']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MatterCaseStepState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titleEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatterCaseUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterCaseUserError'] = ResolversParentTypes['MatterCaseUserError']> = {
  code?: Resolver<ResolversTypes['MatterCaseErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatterPapersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterPapers'] = ResolversParentTypes['MatterPapers']> = {
  itemUse?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MatterPrefilledFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterPrefilledField'] = ResolversParentTypes['MatterPrefilledField']> = {
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

export type MatterStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterStep'] = ResolversParentTypes['MatterStep']> = {
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOptional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MatterStepKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needs?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  titleEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MatterStepProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterStepProblem'] = ResolversParentTypes['MatterStepProblem']> = {
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatterStepRetryFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterStepRetryFailure'] = ResolversParentTypes['MatterStepRetryFailure']> = {
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatterStepsRetryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterStepsRetry'] = ResolversParentTypes['MatterStepsRetry']> = {
  failures?: Resolver<Array<ResolversTypes['MatterStepRetryFailure']>, ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  retried?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatterStepsRetryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterStepsRetryPayload'] = ResolversParentTypes['MatterStepsRetryPayload']> = {
  retry?: Resolver<Maybe<ResolversTypes['MatterStepsRetry']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MatterCaseUserError']>, ParentType, ContextType>;
};

export type MatterTimeStatisticResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterTimeStatistic'] = ResolversParentTypes['MatterTimeStatistic']> = {
  applicantHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  completed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  machineHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  officialHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  undone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  workingDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MatterTimesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterTimes'] = ResolversParentTypes['MatterTimes']> = {
  applicantHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  machineHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  officialHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MatterVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterVersion'] = ResolversParentTypes['MatterVersion']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MatterVersionState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatterVersionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterVersionPayload'] = ResolversParentTypes['MatterVersionPayload']> = {
  matterVersion?: Resolver<Maybe<ResolversTypes['MatterVersion']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['MatterVersionUserError']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['MatterVersionUserError']>, ParentType, ContextType>;
};

export type MatterVersionUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatterVersionUserError'] = ResolversParentTypes['MatterVersionUserError']> = {
  code?: Resolver<ResolversTypes['MatterVersionErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  answerMatterPrefill?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationAnswerMatterPrefillArgs, 'expectedVersion' | 'field' | 'idempotencyKey' | 'isRight' | 'number'>>;
  completeMatterCase?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationCompleteMatterCaseArgs, 'expectedVersion' | 'form' | 'idempotencyKey' | 'number'>>;
  draftMatterVersion?: Resolver<ResolversTypes['MatterVersionPayload'], ParentType, ContextType, RequireFields<MutationDraftMatterVersionArgs, 'definition' | 'idempotencyKey' | 'matter'>>;
  prefillMatterCase?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationPrefillMatterCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  publishMatterVersion?: Resolver<ResolversTypes['MatterVersionPayload'], ParentType, ContextType, RequireFields<MutationPublishMatterVersionArgs, 'idempotencyKey' | 'matter' | 'revision' | 'version'>>;
  retryMatterStep?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationRetryMatterStepArgs, 'idempotencyKey' | 'number' | 'step'>>;
  retryStuckMatterSteps?: Resolver<Maybe<ResolversTypes['MatterStepsRetryPayload']>, ParentType, ContextType, RequireFields<MutationRetryStuckMatterStepsArgs, 'idempotencyKey'>>;
  returnMatterVersion?: Resolver<ResolversTypes['MatterVersionPayload'], ParentType, ContextType, RequireFields<MutationReturnMatterVersionArgs, 'idempotencyKey' | 'matter' | 'reason' | 'revision' | 'version'>>;
  saveMatterCase?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationSaveMatterCaseArgs, 'expectedVersion' | 'form' | 'idempotencyKey' | 'number'>>;
  skipMatterStep?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationSkipMatterStepArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason' | 'step'>>;
  startMatterCase?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationStartMatterCaseArgs, 'idempotencyKey' | 'input'>>;
  submitMatterCase?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationSubmitMatterCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  submitMatterVersion?: Resolver<ResolversTypes['MatterVersionPayload'], ParentType, ContextType, RequireFields<MutationSubmitMatterVersionArgs, 'idempotencyKey' | 'matter' | 'revision' | 'version'>>;
  undoMatterCase?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationUndoMatterCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number' | 'reason'>>;
  withdrawMatterCase?: Resolver<Maybe<ResolversTypes['MatterCasePayload']>, ParentType, ContextType, RequireFields<MutationWithdrawMatterCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  matter?: Resolver<Maybe<ResolversTypes['Matter']>, ParentType, ContextType, RequireFields<QueryMatterArgs, 'code'>>;
  matterCase?: Resolver<Maybe<ResolversTypes['MatterCase']>, ParentType, ContextType, RequireFields<QueryMatterCaseArgs, 'number'>>;
  matterTimeStatistics?: Resolver<Maybe<Array<ResolversTypes['MatterTimeStatistic']>>, ParentType, ContextType, RequireFields<QueryMatterTimeStatisticsArgs, 'from' | 'until'>>;
  matterVersion?: Resolver<Maybe<ResolversTypes['MatterVersion']>, ParentType, ContextType, RequireFields<QueryMatterVersionArgs, 'matter' | 'version'>>;
  matters?: Resolver<Maybe<Array<ResolversTypes['Matter']>>, ParentType, ContextType>;
  myMatterCases?: Resolver<Maybe<ResolversTypes['MatterCaseConnection']>, ParentType, ContextType, RequireFields<QueryMyMatterCasesArgs, 'first'>>;
  stuckMatterStepCounts?: Resolver<Maybe<Array<ResolversTypes['StuckMatterStepCount']>>, ParentType, ContextType>;
  stuckMatterSteps?: Resolver<Maybe<Array<ResolversTypes['StuckMatterStep']>>, ParentType, ContextType, Partial<QueryStuckMatterStepsArgs>>;
  verifyCertificate?: Resolver<Maybe<ResolversTypes['CertificateVerification']>, ParentType, ContextType, RequireFields<QueryVerifyCertificateArgs, 'content'>>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type StuckMatterStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StuckMatterStep'] = ResolversParentTypes['StuckMatterStep']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  error?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  goesOnByItself?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  work?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StuckMatterStepCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StuckMatterStepCount'] = ResolversParentTypes['StuckMatterStepCount']> = {
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  goOnByThemselves?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  steps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  matterCaseChanged?: SubscriptionResolver<Maybe<ResolversTypes['MatterCase']>, "matterCaseChanged", ParentType, ContextType, RequireFields<SubscriptionMatterCaseChangedArgs, 'number'>>;
};

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type Resolvers<ContextType = Context> = {
  CertificateContent?: CertificateContentResolvers<ContextType>;
  CertificateLine?: CertificateLineResolvers<ContextType>;
  CertificateVerification?: CertificateVerificationResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Enterprise?: EnterpriseResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Matter?: MatterResolvers<ContextType>;
  MatterCase?: MatterCaseResolvers<ContextType>;
  MatterCaseConnection?: MatterCaseConnectionResolvers<ContextType>;
  MatterCaseEdge?: MatterCaseEdgeResolvers<ContextType>;
  MatterCaseEvent?: MatterCaseEventResolvers<ContextType>;
  MatterCasePayload?: MatterCasePayloadResolvers<ContextType>;
  MatterCaseStep?: MatterCaseStepResolvers<ContextType>;
  MatterCaseUserError?: MatterCaseUserErrorResolvers<ContextType>;
  MatterPapers?: MatterPapersResolvers<ContextType>;
  MatterPrefilledField?: MatterPrefilledFieldResolvers<ContextType>;
  MatterStep?: MatterStepResolvers<ContextType>;
  MatterStepProblem?: MatterStepProblemResolvers<ContextType>;
  MatterStepRetryFailure?: MatterStepRetryFailureResolvers<ContextType>;
  MatterStepsRetry?: MatterStepsRetryResolvers<ContextType>;
  MatterStepsRetryPayload?: MatterStepsRetryPayloadResolvers<ContextType>;
  MatterTimeStatistic?: MatterTimeStatisticResolvers<ContextType>;
  MatterTimes?: MatterTimesResolvers<ContextType>;
  MatterVersion?: MatterVersionResolvers<ContextType>;
  MatterVersionPayload?: MatterVersionPayloadResolvers<ContextType>;
  MatterVersionUserError?: MatterVersionUserErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  StuckMatterStep?: StuckMatterStepResolvers<ContextType>;
  StuckMatterStepCount?: StuckMatterStepCountResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  USCC?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  ownData?: OwnDataDirectiveResolver<any, any, ContextType>;
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
