import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { RegionModel, RegionConnectionModel } from '../regions/region-models.ts';
import type { DepartmentModel, SubgraphVersionModel, SubgraphVersionConnectionModel, SupergraphVersionModel, SupergraphVersionConnectionModel, GatewayModel, ChangeApprovalModel } from '../registry/registry-models.ts';
import type { StoredChange } from '../tables/registry-tables.ts';
import type { DataResourceModel, DataResourceConnectionModel } from '../catalogue/catalogue.ts';
import type { SharingApplicationModel, SharingApplicationConnectionModel, GrantModel, GrantConnectionModel, CorrectionModel, CorrectionConnectionModel } from '../sharing/sharing-models.ts';
import type { SharingStatisticsModel, DepartmentFiguresModel, ResourceCallsModel } from '../statistics/statistics-models.ts';
import type { AccessModel, AccessConnectionModel, AccessRecordModel, AccessRecordConnectionModel, AccessSubjectModel, AccessLogModel, GatewayKeyModel } from '../access-log/access-models.ts';
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
  /** Code of an administrative region 行政区划代码 (GB/T 2260): 2, 4, 6, 9 or 12 digits for province, city, county, town, village. */
  RegionCode: { input: string; output: string; }
  /** Unified social credit code 统一社会信用代码 (GB 32100): 18 characters. Full-width and lower-case input is accepted. */
  USCC: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** One read of data that is shared with condition, as the enterprise is shown it that the data is of. */
export type Access = {
  __typename?: 'Access';
  /** When the gateway wrote it down, just before it gave the data out. */
  at: Scalars['DateTime']['output'];
  /** Legal basis 依据 that was named. Null when none was. */
  basis?: Maybe<Scalars['String']['output']>;
  /** Case number 案件编号 that was named. Null when none was. */
  caseNumber?: Maybe<Scalars['String']['output']>;
  /** Who has read. */
  client: Scalars['ID']['output'];
  /** Of the client, by its name. Null when it belongs to none. */
  department?: Maybe<Scalars['ID']['output']>;
  /** What was read, such as Taxpayer.arrears. */
  fields: Array<Scalars['String']['output']>;
  outcome: AccessOutcome;
};

/** A page of reads. */
export type AccessConnection = {
  __typename?: 'AccessConnection';
  edges: Array<AccessEdge>;
  pageInfo: PageInfo;
  /** Null when there are more than 10,000. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One read of a page. */
export type AccessEdge = {
  __typename?: 'AccessEdge';
  /** Opaque: pass it as `after` to go on behind this one. */
  cursor: Scalars['String']['output'];
  node: Access;
};

/** The access log of one gateway. */
export type AccessLog = {
  __typename?: 'AccessLog';
  /** Name of the gateway. */
  gateway: Scalars['ID']['output'];
  /** Hash of the last record. */
  hash: Scalars['ID']['output'];
  /**
   * False where the gateway is registered, or has reported, and no log of it is here: it has never handed one over, or the log was
   * removed.
   */
  isKept: Scalars['Boolean']['output'];
  /** The keys that the gateway has, or had, which seal its log. */
  keys: Array<GatewayKey>;
  /** When the gateway reported last. Null when it has not. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Up to 1,000 records behind a number, in the order in which they were written; from the first of a time on where one is given. */
  records: Array<AccessRecord>;
  /** Of the last record. Null when there is none. */
  seal?: Maybe<Scalars['String']['output']>;
  /** Number of the last record; they count up from 1. 0 when there is none. */
  sequence: Scalars['Float']['output'];
};


/** The access log of one gateway. */
export type AccessLogRecordsArgs = {
  after?: Scalars['Float']['input'];
  first?: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The end of an access log. */
export type AccessLogPosition = {
  __typename?: 'AccessLogPosition';
  /** Hash of the last record. */
  hash: Scalars['ID']['output'];
  /** Number of the last record; 0 when there is none. */
  sequence: Scalars['Float']['output'];
};

/** How an operation ended that has read. */
export type AccessOutcome =
  | 'COMPLETE'
  /** Nothing was answered; departments had been asked. */
  | 'FAILED'
  | 'WITH_ERRORS';

/** One record of an access log. */
export type AccessRecord = {
  __typename?: 'AccessRecord';
  /** When the gateway wrote it down, just before it gave the data out. */
  at: Scalars['DateTime']['output'];
  /** Legal basis 依据 that was named. Null when none was. */
  basis?: Maybe<Scalars['String']['output']>;
  /** Case number 案件编号 that was named. Null when none was. */
  caseNumber?: Maybe<Scalars['String']['output']>;
  /** Who has read. */
  client: Scalars['ID']['output'];
  /** Of the client, by its name. Null when it belongs to none. */
  department?: Maybe<Scalars['ID']['output']>;
  /** What was read, such as Taxpayer.arrears. */
  fields: Array<Scalars['String']['output']>;
  /** Name of the gateway that wrote it. */
  gateway: Scalars['ID']['output'];
  /** The client's grants for what was read. */
  grants: Array<Scalars['ID']['output']>;
  /** SHA-256 of the text, as it was when it came in. */
  hash: Scalars['ID']['output'];
  /** False when the columns by which it is found say something else than its text. */
  isFiledAsWritten: Scalars['Boolean']['output'];
  /** How many further ones there were. */
  moreSubjects: Scalars['Int']['output'];
  outcome: AccessOutcome;
  /** Names the request in the logs of gateway and departments. */
  request: Scalars['ID']['output'];
  /** SHA-256 of operation and variables. */
  requestHash: Scalars['ID']['output'];
  /** The person or system that wanted to know 请求人. Null when none was named. */
  requester?: Maybe<Scalars['String']['output']>;
  /** JSON Web Signature over the log up to here. Null where the gateway made none. */
  seal?: Maybe<Scalars['String']['output']>;
  /** Counts up from 1 for each gateway. */
  sequence: Scalars['Float']['output'];
  /** Whose data it was, at most 1,000. */
  subjects: Array<AccessSubject>;
  /** Exactly what the gateway wrote: canonical JSON. It names people: needs the scope sensitive:read besides, and is null without it. */
  text?: Maybe<Scalars['String']['output']>;
  /** The person who was signed in. Null for an application that asked for itself. */
  user?: Maybe<Scalars['String']['output']>;
};

/** A page of records. */
export type AccessRecordConnection = {
  __typename?: 'AccessRecordConnection';
  edges: Array<AccessRecordEdge>;
  pageInfo: PageInfo;
  /** Null when there are more than 10,000. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** One record of a page. */
export type AccessRecordEdge = {
  __typename?: 'AccessRecordEdge';
  /** Opaque: pass it as `after` to go on behind this one. */
  cursor: Scalars['String']['output'];
  node: AccessRecord;
};

/** Conditions on a record; all that are given must hold. */
export type AccessRecordFilter = {
  client?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  gateway?: InputMaybe<Scalars['ID']['input']>;
  /** Key of an entity whose data was read, such as a USCC. */
  subject?: InputMaybe<Scalars['String']['input']>;
  /** Type of the entity, such as Taxpayer. */
  subjectType?: InputMaybe<Scalars['String']['input']>;
  /** Exclusive. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** An entity whose data was read. */
export type AccessSubject = {
  __typename?: 'AccessSubject';
  /** Value of its key; several parts of one are joined by spaces. */
  key: Scalars['String']['output'];
  /** Name of its type, such as Taxpayer. */
  type: Scalars['String']['output'];
};

/** How soon a department answers. */
export type AnswerTimes = {
  __typename?: 'AnswerTimes';
  /** Answers of the days that are looked at. */
  answered: Scalars['Int']['output'];
  /** Those that were given in time. */
  inTime: Scalars['Int']['output'];
  /** In time among all: 0 to 1. Null when there is no answer. */
  inTimeShare?: Maybe<Scalars['Float']['output']>;
  /** Median time of an answer, in working days; 0 for the same day. Null when there is no answer. */
  medianWorkingDays?: Maybe<Scalars['Float']['output']>;
  /** Waiting now. */
  open: Scalars['Int']['output'];
  /** Waiting now, past their time. */
  overdue: Scalars['Int']['output'];
};

/** What became of an approval. */
export type ApprovalPayload = {
  __typename?: 'ApprovalPayload';
  /** Null when it was refused. */
  approval?: Maybe<ChangeApproval>;
  userErrors: Array<UserError>;
};

/** Where an approval stands. */
export type ApprovalState =
  /** A publication that makes this change is not refused for lack of consent. */
  | 'APPROVED'
  | 'EXPIRED'
  | 'REQUESTED'
  /** Good for one publication, which was made. */
  | 'USED'
  /** Declined, or taken back. */
  | 'WITHDRAWN';

/** For whom an answer may be kept. */
export type CacheControlScope =
  /** It differs from caller to caller. */
  | 'PRIVATE'
  /** Everyone who may read it gets the same. */
  | 'PUBLIC';

/** Form of the exported catalogue. */
export type CatalogueFormat =
  /** DCAT-AP as JSON-LD. */
  | 'DCAT_AP_JSON_LD'
  /** The columns of the 2017 guide 政务信息资源目录编制指南, as CSV. */
  | 'GUIDE_2017_CSV';

/** A change that needs the consent of a department 变更同意. */
export type ChangeApproval = {
  __typename?: 'ChangeApproval';
  /** Null when it was not approved. */
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Thumbprint of the key. Null when it was not approved. */
  approvedBy?: Maybe<Scalars['ID']['output']>;
  /** Digest of the change: the same for the same proposers, owner and changes. */
  change: Scalars['ID']['output'];
  /** What would change, one sentence each. */
  changes: Array<Scalars['String']['output']>;
  /** Until when it is good. Null when it was not approved. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** What withdrawApproval takes. */
  id: Scalars['ID']['output'];
  /** True when an operator has approved it in place of the department. */
  isStandIn: Scalars['Boolean']['output'];
  /** The department whose consent it needs. */
  owner: Scalars['ID']['output'];
  /** The departments that publish; operator for a rollback. */
  proposers: Array<Scalars['ID']['output']>;
  /** When its publication was first refused for lack of consent. */
  requestedAt: Scalars['DateTime']['output'];
  state: ApprovalState;
  /** The version that it was used for. Null when it was not used. */
  version?: Maybe<Scalars['Int']['output']>;
};

/** How much a change matters to clients. */
export type ChangeSeverity =
  /** An operation that was answered may be refused, or answered in another form. */
  | 'BREAKING'
  /** May surprise a client, such as a new enum value. */
  | 'DANGEROUS'
  | 'SAFE';

/** Whether a subgraph may be published. */
export type CheckOutcome =
  /** It would be refused. */
  | 'FAILS'
  | 'PASSES'
  | 'PASSES_WITH_WARNINGS';

/** A subgraph that may be published. */
export type CheckSubgraphInput = {
  /** How far back it matters that somebody uses what breaks. */
  days?: Scalars['Int']['input'];
  department: Scalars['ID']['input'];
  sdl: Scalars['String']['input'];
  /** Not checked when left out. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** One reason why departments do not fit together. */
export type CompositionFault = {
  __typename?: 'CompositionFault';
  /** Apollo's code, such as FIELD_TYPE_MISMATCH, or one of our own. */
  code: Scalars['String']['output'];
  /** Whom it concerns, by name. Empty when it is the graph's as a whole. */
  departments: Array<Scalars['ID']['output']>;
  /** In plain words what to do. Null where there is no advice for the code. */
  help?: Maybe<Scalars['String']['output']>;
  /** Where to look. Empty when composition cannot say. */
  locations: Array<SchemaLocation>;
  /** In words, as composition says it. */
  message: Scalars['String']['output'];
};

/** A department whose consent a change needs. */
export type ConsentNeed = {
  __typename?: 'ConsentNeed';
  /** What `approveChange` takes. */
  change: Scalars['ID']['output'];
  /** What would change, one sentence each. */
  changes: Array<Scalars['String']['output']>;
  /** True when it has consented, or an operator has in its place. */
  isGiven: Scalars['Boolean']['output'];
  /** Name of the department. */
  owner: Scalars['ID']['output'];
};

/** A consumer reports wrong data 疑义校核. Only the client itself and those who decide for the department see it. */
export type Correction = {
  __typename?: 'Correction';
  /** What the department said. Null when nothing was. */
  answer?: Maybe<Scalars['String']['output']>;
  /** Who reports. */
  client: Scalars['ID']['output'];
  /** The department that the client belongs to. Null for any other. */
  clientDepartment?: Maybe<Scalars['ID']['output']>;
  /** What is wrong: a field such as Enterprise.name. */
  coordinate: Scalars['String']['output'];
  /** Who owns the field, and answers. */
  department: Department;
  /** By when it must be answered. Null when it does not wait for an answer. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Years, of those that the time to answer reaches into, whose holidays are not known here: in them only weekends and the days
   * fixed by law count as off, so dueAt may be out by some days. None when it does not wait for an answer.
   */
  dueWithoutHolidaysOf: Array<Scalars['Int']['output']>;
  /** What shows that. Null when nothing was said. */
  evidence?: Maybe<Scalars['String']['output']>;
  /** All that happened, oldest first. */
  history: Array<SharingEvent>;
  /** Such as SC2026000003. */
  number: Scalars['ID']['output'];
  /** Whether it waits for an answer past its time. */
  overdue: Scalars['Boolean']['output'];
  /** What is wrong about it. */
  problem: Scalars['String']['output'];
  /** What it should be. Null when nothing was said. */
  proposal?: Maybe<Scalars['String']['output']>;
  /** When the department got it. */
  reportedAt: Scalars['DateTime']['output'];
  /** The rule set by which it is due. */
  ruleSet: Scalars['ID']['output'];
  state: CorrectionState;
  /** Whose data it is: the key of the object, such as a USCC. */
  subject: Scalars['String']['output'];
};

/** A page of reports of wrong data. */
export type CorrectionConnection = {
  __typename?: 'CorrectionConnection';
  edges: Array<CorrectionEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One of a page. */
export type CorrectionEdge = {
  __typename?: 'CorrectionEdge';
  /** Opaque: pass it as `after` to go on behind this one. */
  cursor: Scalars['String']['output'];
  node: Correction;
};

/** Conditions on a report of wrong data; all that are given must hold. */
export type CorrectionFilter = {
  client?: InputMaybe<Scalars['ID']['input']>;
  /** About this field. */
  coordinate?: InputMaybe<Scalars['String']['input']>;
  /** Answered by this department. */
  department?: InputMaybe<Scalars['ID']['input']>;
  /** Waits for an answer that is due before this moment. */
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether it waits for an answer past its time. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these states. */
  states?: InputMaybe<Array<CorrectionState>>;
};

/** A report of wrong data. */
export type CorrectionInput = {
  /** A field such as Enterprise.name. */
  coordinate: Scalars['String']['input'];
  /** Who answers; needed only when several departments have the field. */
  department?: InputMaybe<Scalars['ID']['input']>;
  /** What shows that, at most 2000 characters. */
  evidence?: InputMaybe<Scalars['String']['input']>;
  /** What is wrong, 1 to 2000 characters. */
  problem: Scalars['String']['input'];
  /** What it should be, at most 2000 characters. */
  proposal?: InputMaybe<Scalars['String']['input']>;
  /** Key of the object, such as a USCC: 1 to 200 characters. */
  subject: Scalars['String']['input'];
};

/** What became of a report of wrong data. */
export type CorrectionPayload = {
  __typename?: 'CorrectionPayload';
  /** As it is now. Null when there is none that the caller may see. */
  correction?: Maybe<Correction>;
  userErrors: Array<UserError>;
};

/** Where a report of wrong data stands. */
export type CorrectionState =
  /** 属实: the data is corrected. */
  | 'ACCEPTED'
  /** 已答复 otherwise. */
  | 'ANSWERED'
  /** 不属实: the data is right. */
  | 'REFUSED'
  /** 待核: the department must answer. */
  | 'SUBMITTED'
  /** 已撤回 by its client. */
  | 'WITHDRAWN';

/**
 * An entry of the data catalogue 政务信息资源: a type of one department with the fields that it answers. Derived from the
 * published schemas.
 */
export type DataResource = {
  __typename?: 'DataResource';
  /** Legal basis of the sharing class 共享依据. */
  basis?: Maybe<Scalars['String']['output']>;
  /** Code of the resource in the catalogue 信息资源代码; stays the same while department and type keep their names. */
  code: Scalars['ID']['output'];
  /** Name of the type. */
  coordinate: Scalars['String']['output'];
  /** How often it is brought up to date. Null when the department does not say. */
  cycle?: Maybe<UpdateCycle>;
  /** Its provider. */
  department?: Maybe<Department>;
  /** Data items 信息项, in the order of the schema. */
  fields: Array<DataResourceField>;
  /** How it is had, such as GraphQL. */
  format: Scalars['String']['output'];
  /** Name of the resource 信息资源名称. */
  name: Scalars['String']['output'];
  /** Resources that it leads to, by code. */
  related: Array<DataResource>;
  /** Who may read it; items may have a class of their own. */
  sharing: SharingClass;
  /** What it holds 信息资源摘要. Null when the department does not say. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The version of the supergraph that it was derived from. */
  version: Scalars['Int']['output'];
};

/** A page of data resources. */
export type DataResourceConnection = {
  __typename?: 'DataResourceConnection';
  edges: Array<DataResourceEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One resource of a page. */
export type DataResourceEdge = {
  __typename?: 'DataResourceEdge';
  /** Opaque: pass it as `after` to go on behind this one. */
  cursor: Scalars['String']['output'];
  node: DataResource;
};

/** One data item 信息项 of a resource. */
export type DataResourceField = {
  __typename?: 'DataResourceField';
  /** Legal basis of the sharing class 共享依据. Null when the department does not say. */
  basis?: Maybe<Scalars['String']['output']>;
  /** Type and field, such as Permit.number. */
  coordinate: Scalars['String']['output'];
  /** Null when the department does not say. */
  cycle?: Maybe<UpdateCycle>;
  /** Name of the item 信息项名称. */
  name: Scalars['String']['output'];
  /** Who may read it. */
  sharing: SharingClass;
  /** Null when the department does not say. */
  summary?: Maybe<Scalars['String']['output']>;
  /** As in the schema, such as String! */
  type: Scalars['String']['output'];
};

/** Conditions on a data resource; all that are given must hold. */
export type DataResourceFilter = {
  department?: InputMaybe<Scalars['ID']['input']>;
  sharing?: InputMaybe<SharingClass>;
  /** Part of name, summary or coordinate of the resource or one of its fields; width and case do not matter. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** Where a row comes from. */
export type DataSource =
  /** The generator: made up, for trying things out. */
  | 'GENERATED'
  /** Somebody decided on it in the graph. */
  | 'GRAPH'
  /** A real register that was imported. */
  | 'REGISTER';

/** A department 部门 that has published its subgraph. */
export type Department = {
  __typename?: 'Department';
  /** All that was published, newest first. Needs what `subgraph` needs. */
  history?: Maybe<SubgraphVersionConnection>;
  /** Lower-case letters, digits, hyphens; begins with a letter; at most 40 characters. */
  name: Scalars['ID']['output'];
  /**
   * What is in force. Null when it was withdrawn, or a rollback went behind its first publication. Needs the scope
   * registry:read, or the credential of `Query.department`.
   */
  subgraph?: Maybe<SubgraphVersion>;
};


/** A department 部门 that has published its subgraph. */
export type DepartmentHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** Figures of one department. */
export type DepartmentFigures = {
  __typename?: 'DepartmentFigures';
  department: Department;
  figures: SharingFigures;
};

/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type Enterprise = {
  __typename?: 'Enterprise';
  /**
   * Who has read data of it that is shared with condition 访问记录, newest first. For those who act for the enterprise, and
   * with the scope accesses:read.
   */
  accesses?: Maybe<AccessConnection>;
  uscc: Scalars['USCC']['output'];
};


/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type EnterpriseAccessesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** How many fields of the data catalogue are shared. */
export type FieldShares = {
  __typename?: 'FieldShares';
  /** 有条件共享 */
  conditional: Scalars['Int']['output'];
  /** All data items 信息项. */
  fields: Scalars['Int']['output'];
  /** Those of the conditional ones for which a grant is in force. */
  granted: Scalars['Int']['output'];
  /** 不予共享 */
  notShared: Scalars['Int']['output'];
  /** Unconditional and granted ones among all 共享率: 0 to 1. Null when there is no field. */
  sharedShare?: Maybe<Scalars['Float']['output']>;
  /** 无条件共享 */
  unconditional: Scalars['Int']['output'];
  /** Unconditional ones among all 无条件共享率: 0 to 1. Null when there is no field. */
  unconditionalShare?: Maybe<Scalars['Float']['output']>;
};

/** A gateway 网关 that has reported. */
export type Gateway = {
  __typename?: 'Gateway';
  /** When it reported last. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** Lower-case letters, digits, hyphens; begins with a letter; at most 40 characters. */
  name: Scalars['ID']['output'];
  running: Array<GatewayVersion>;
};

/** A key of a gateway. */
export type GatewayKey = {
  __typename?: 'GatewayKey';
  /** Thumbprint (RFC 7638). */
  kid: Scalars['ID']['output'];
  /** Seals that were made later are not accepted. Null while the key is good. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The x of the JSON Web Key (Ed25519). */
  x: Scalars['String']['output'];
};

/** What a gateway runs of one variant. */
export type GatewayVersion = {
  __typename?: 'GatewayVersion';
  /** Such as public. */
  variant: Scalars['ID']['output'];
  /** Null when it has none. */
  version?: Maybe<Scalars['Int']['output']>;
};

/** An approved application 授权: what one client may read, and until when. */
export type Grant = {
  __typename?: 'Grant';
  /** What was approved. */
  application: SharingApplication;
  /** Legal basis 依据. */
  basis: Scalars['String']['output'];
  /** Who may read. */
  client: Scalars['ID']['output'];
  /** The department that the client belongs to. Null for any other. */
  clientDepartment?: Maybe<Scalars['ID']['output']>;
  /** Who owns the fields. */
  department: Department;
  /** Coordinates, such as Taxpayer.arrears; by name. */
  fields: Array<Scalars['String']['output']>;
  /** When it came into force. */
  from: Scalars['DateTime']['output'];
  /** All that happened, oldest first. */
  history: Array<SharingEvent>;
  /** Such as SG2026000009. */
  id: Scalars['ID']['output'];
  /** What the data is needed for 用途. */
  purpose: Scalars['String']['output'];
  /** Why it was revoked. Null when it was not. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Regions, with all beneath them, of which rows may be read; null for all. */
  regions?: Maybe<Array<Region>>;
  /** The application for its renewal that is not decided yet. Null when there is none. */
  renewal?: Maybe<SharingApplication>;
  /** The grant that took its place. Null when none did. */
  replacedBy?: Maybe<Grant>;
  state: GrantState;
  /** Exclusive. Where a new grant took its place, or it was revoked, it ended earlier: see state and history. */
  until: Scalars['DateTime']['output'];
};

/** A page of grants. */
export type GrantConnection = {
  __typename?: 'GrantConnection';
  edges: Array<GrantEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One of a page. */
export type GrantEdge = {
  __typename?: 'GrantEdge';
  /** Opaque: pass it as `after` to go on behind this one. */
  cursor: Scalars['String']['output'];
  node: Grant;
};

/** Conditions on a grant; all that are given must hold. */
export type GrantFilter = {
  client?: InputMaybe<Scalars['ID']['input']>;
  /** For this field, such as Taxpayer.arrears. */
  coordinate?: InputMaybe<Scalars['String']['input']>;
  /** Given by this department. */
  department?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  states?: InputMaybe<Array<GrantState>>;
  /** Ends before this moment. */
  untilBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What became of a grant. */
export type GrantPayload = {
  __typename?: 'GrantPayload';
  /** As it is now. Null when there is none that the caller may see. */
  grant?: Maybe<Grant>;
  userErrors: Array<UserError>;
};

/** Where a grant stands. */
export type GrantState =
  /** 有效 */
  | 'ACTIVE'
  /** 已到期, or replaced by a new one. */
  | 'EXPIRED'
  /** 已撤销 by the department. */
  | 'REVOKED';

/** What became of a key. */
export type KeyPayload = {
  __typename?: 'KeyPayload';
  /** Thumbprint of the key (RFC 7638). Null when it was refused. */
  kid?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** Who holds a key. */
export type KeyRole =
  /** Publishes, checks and withdraws its own subgraph. */
  | 'DEPARTMENT'
  /** Fetches supergraphs, and reports. */
  | 'GATEWAY'
  /** Registers keys, rolls back, and may do everything. */
  | 'OPERATOR';

/** One departure from the rules for schemas. */
export type LintFinding = {
  __typename?: 'LintFinding';
  /** Such as Type.field. Null when it is about the SDL as a whole. */
  coordinate?: Maybe<Scalars['String']['output']>;
  /** Null when there is no one place. */
  location?: Maybe<SchemaLocation>;
  /** What is wrong, and what to do. */
  message: Scalars['String']['output'];
  /** Name of the rule, such as sharing. */
  rule: Scalars['String']['output'];
  severity: Severity;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** The department agrees that the data is wrong, and corrects it 属实. */
  acceptCorrection?: Maybe<CorrectionPayload>;
  /** The department answers otherwise, such as with where to turn to. */
  answerCorrection?: Maybe<CorrectionPayload>;
  /**
   * Applies for all that an operation reads and the client may not read yet: one application for each department, all with one
   * batch number. Fields that a grant covers already are left out.
   */
  applyForOperation?: Maybe<OperationApplicationPayload>;
  /**
   * Applies for data that is shared on condition 申请共享: makes an application and submits it. The fields are of one
   * department, which decides.
   *
   * An idempotency key is new for each command, 1 to 100 printable characters such as a UUID. Sent again with the same key and
   * input, the command makes nothing and gives the same application. Without a key, each time makes another one.
   */
  applyForSharing?: Maybe<SharingApplicationPayload>;
  /**
   * Consents to a change that another department has proposed 同意变更, for so many days (1 to 90) and one publication. The credential
   * is of the key of the department, for the action approve; an operator's stands in only where `standIn` says so.
   */
  approveChange: ApprovalPayload;
  /**
   * Approves an application 同意: a grant comes into force at once. The department may shorten its time, and narrow it to
   * regions within those that were asked for.
   */
  approveSharingApplication?: Maybe<SharingApplicationPayload>;
  /** Makes a draft, which nobody else sees before it is submitted. The idempotency key is as for applyForSharing. */
  createSharingApplication?: Maybe<SharingApplicationPayload>;
  /** Puts the answer off 延期, once and by as many working days as the rules allow, with the consent of whom they name. */
  extendSharingApplication?: Maybe<SharingApplicationPayload>;
  /**
   * Publishes subgraphs 发布子图, all of them or none. Each credential is for the action publish on the whole list; every
   * department of the list needs one of its own key, or an operator's covers all. What changes who answers for the published
   * fields of a department, or who may read them, needs its consent: its own credential for the list, or an approval. Breaking changes are refused when
   * somebody has used what they break in so many days, and changes of keys always, unless they are accepted.
   */
  publishSubgraphs: PublishPayload;
  /**
   * A gateway hands a piece of its access log over: lines of its journal as they are, each with its line break, records in
   * order with their seals, and up to a seal; records that are known already must be the same. Answered with the end of what
   * is kept; an empty text only asks. The credential is of the gateway's key, for the action accesses.
   */
  recordAccesses: AccessLogPosition;
  /** The department says why the data is right 不属实. */
  refuseCorrection?: Maybe<CorrectionPayload>;
  /** Refuses an application 不同意. */
  refuseSharingApplication?: Maybe<SharingApplicationPayload>;
  /**
   * Lets a key act for its holder; again with the same holder it changes nothing. The public key is the JSON of a JSON Web
   * Key (Ed25519). Needs an operator's credential.
   */
  registerKey: KeyPayload;
  /**
   * Applies for more time for a grant 续期, with the same fields and regions. The grant stays in force until the new one is
   * approved and takes its place.
   */
  renewGrant?: Maybe<SharingApplicationPayload>;
  /** Reports wrong data to the department that owns it 提出疑义. */
  reportCorrection?: Maybe<CorrectionPayload>;
  /**
   * A gateway says what it runs, and gets the newest version of each variant that it names and has an older one of. The
   * credential is of the gateway's key, for the action report.
   */
  reportGateway: Array<SupergraphVersion>;
  /** A gateway says what was asked since its last report. The credential is of the gateway's key, for the action operations. */
  reportOperations: Scalars['Boolean']['output'];
  /** Gives an application back for changes 退回修改. */
  requestSharingApplicationChanges?: Maybe<SharingApplicationPayload>;
  /** Replaces what an application says, before it is submitted or when changes were asked for. */
  reviseSharingApplication?: Maybe<SharingApplicationPayload>;
  /** Ends a grant at once 撤销. */
  revokeGrant?: Maybe<GrantPayload>;
  /** Takes a key out of use for ever. Needs an operator's credential. */
  revokeKey: KeyPayload;
  /**
   * Makes what was in force at a version the newest version 回滚. Needs an operator's credential, and the consent of departments as
   * a publication does.
   */
  rollbackSupergraph: PublishPayload;
  /** Submits a draft 提交, or what was changed on request. */
  submitSharingApplication?: Maybe<SharingApplicationPayload>;
  /**
   * Takes an approval back that was not used, or declines a change. The credential is of the key of the department that owns what
   * would change, or an operator's, for the action withdrawApproval.
   */
  withdrawApproval: ApprovalPayload;
  /** Takes a report back that is not answered. */
  withdrawCorrection?: Maybe<CorrectionPayload>;
  /** Takes an application back 撤回 that is not decided. */
  withdrawSharingApplication?: Maybe<SharingApplicationPayload>;
  /**
   * Takes what a department has published out of the graph 撤回子图; what it published is kept. Needs a credential of its own
   * key or an operator's. Refused, as a publication is, when the others do not fit together without it, and when somebody has
   * used what goes in so many days, unless that is accepted.
   */
  withdrawSubgraph: PublishPayload;
};


export type MutationAcceptCorrectionArgs = {
  answer?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['ID']['input'];
};


export type MutationAnswerCorrectionArgs = {
  answer: Scalars['String']['input'];
  number: Scalars['ID']['input'];
};


export type MutationApplyForOperationArgs = {
  input: OperationApplicationInput;
};


export type MutationApplyForSharingArgs = {
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  input: SharingApplicationInput;
};


export type MutationApproveChangeArgs = {
  change: Scalars['ID']['input'];
  credential: Scalars['String']['input'];
  days?: Scalars['Int']['input'];
  department: Scalars['ID']['input'];
  standIn?: Scalars['Boolean']['input'];
};


export type MutationApproveSharingApplicationArgs = {
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


export type MutationCreateSharingApplicationArgs = {
  idempotencyKey?: InputMaybe<Scalars['ID']['input']>;
  input: SharingApplicationInput;
};


export type MutationExtendSharingApplicationArgs = {
  consentedBy: Scalars['String']['input'];
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationPublishSubgraphsArgs = {
  acceptBreaking?: Scalars['Boolean']['input'];
  credentials: Array<Scalars['String']['input']>;
  days?: Scalars['Int']['input'];
  subgraphs: Array<SubgraphInput>;
  waiver?: InputMaybe<WaiverInput>;
};


export type MutationRecordAccessesArgs = {
  credential: Scalars['String']['input'];
  gateway: Scalars['ID']['input'];
  journal: Scalars['String']['input'];
};


export type MutationRefuseCorrectionArgs = {
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRefuseSharingApplicationArgs = {
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRegisterKeyArgs = {
  credential: Scalars['String']['input'];
  holder: Scalars['ID']['input'];
  publicKey: Scalars['String']['input'];
  role: KeyRole;
};


export type MutationRenewGrantArgs = {
  id: Scalars['ID']['input'];
  purpose?: InputMaybe<Scalars['String']['input']>;
  until: Scalars['DateTime']['input'];
};


export type MutationReportCorrectionArgs = {
  input: CorrectionInput;
};


export type MutationReportGatewayArgs = {
  credential: Scalars['String']['input'];
  gateway: Scalars['ID']['input'];
  running: Array<RunningVersion>;
};


export type MutationReportOperationsArgs = {
  credential: Scalars['String']['input'];
  gateway: Scalars['ID']['input'];
  operations: Array<OperationReport>;
};


export type MutationRequestSharingApplicationChangesArgs = {
  number: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationReviseSharingApplicationArgs = {
  input: SharingApplicationInput;
  number: Scalars['ID']['input'];
};


export type MutationRevokeGrantArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationRevokeKeyArgs = {
  credential: Scalars['String']['input'];
  kid: Scalars['ID']['input'];
};


export type MutationRollbackSupergraphArgs = {
  credential: Scalars['String']['input'];
  reason: Scalars['String']['input'];
  version: Scalars['Int']['input'];
  waiver?: InputMaybe<WaiverInput>;
};


export type MutationSubmitSharingApplicationArgs = {
  number: Scalars['ID']['input'];
};


export type MutationWithdrawApprovalArgs = {
  credential: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


export type MutationWithdrawCorrectionArgs = {
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationWithdrawSharingApplicationArgs = {
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationWithdrawSubgraphArgs = {
  acceptBreaking?: Scalars['Boolean']['input'];
  credential: Scalars['String']['input'];
  days?: Scalars['Int']['input'];
  department: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  waiver?: InputMaybe<WaiverInput>;
};

/** A field that cannot be read alone. */
export type NeededBeside = {
  __typename?: 'NeededBeside';
  /** Whether each of the fields is needed, and not one of them. */
  all: Scalars['Boolean']['output'];
  /** The field, such as Taxpayer.creditGrade. */
  coordinate: Scalars['String']['output'];
  /**
   * Conditional fields: one or more directly under it, such as CreditGrade.grade, of which at least one has to be applied for as
   * well; or, when `all` is true, those by which it is ordered or made, each of which has to be.
   */
  fields: Array<Scalars['String']['output']>;
};

/** An application for all that one operation reads. */
export type OperationApplicationInput = {
  /** Legal basis 依据, 1 to 500 characters. */
  basis: Scalars['String']['input'];
  /** Needed when the document has several operations. */
  operationName?: InputMaybe<Scalars['String']['input']>;
  /** What the data is needed for 用途, 1 to 2000 characters. */
  purpose: Scalars['String']['input'];
  /** A GraphQL document, 1 to 100,000 characters. */
  query: Scalars['String']['input'];
  /** Regions, with all beneath them, of which rows shall be read: 1 to 200; all rows when left out. */
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  /** Until when it shall be read. */
  until: Scalars['DateTime']['input'];
};

/** The applications that were made for one operation. */
export type OperationApplicationPayload = {
  __typename?: 'OperationApplicationPayload';
  /** One for each department, by its name. */
  applications: Array<SharingApplication>;
  /** Such as SB2026000016. Null when nothing has to be applied for, and when userErrors says why nothing was. */
  batch?: Maybe<Scalars['ID']['output']>;
  /** Conditional fields of the operation that a grant covers already. */
  granted: Array<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** How often one operation was asked by one client. */
export type OperationReport = {
  /** Id of a client that has signed in; of any other `public:` and the header graphql-client-name. */
  client?: InputMaybe<Scalars['String']['input']>;
  /** Header graphql-client-version. */
  clientVersion?: InputMaybe<Scalars['String']['input']>;
  /** What the operation uses: fields, arguments, input fields and enum values. */
  coordinates: Array<Scalars['String']['input']>;
  count: Scalars['Int']['input'];
  /** Digest of the document. */
  digest: Scalars['ID']['input'];
  /** Those of them that were answered with errors. */
  errors: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  /** Name of the operation. */
  name?: InputMaybe<Scalars['String']['input']>;
  until: Scalars['DateTime']['input'];
  variant: Scalars['ID']['input'];
};

/** How often an operation was asked by one client. */
export type OperationUsage = {
  __typename?: 'OperationUsage';
  /** In the days that are looked at. */
  calls: Scalars['Int']['output'];
  /**
   * Id of a client that has signed in; of any other `public:` and what it calls itself, which nobody has checked. Null when it
   * gave no name.
   */
  client?: Maybe<Scalars['String']['output']>;
  /** Null when the client gave none. */
  clientVersion?: Maybe<Scalars['String']['output']>;
  /** Digest of the document. Empty where several are counted together. */
  digest: Scalars['ID']['output'];
  /** Those of the calls that were answered with errors. */
  errors: Scalars['Int']['output'];
  /** When a gateway last counted it. */
  lastAt: Scalars['DateTime']['output'];
  /** Null when the operation has no name. */
  operation?: Maybe<Scalars['String']['output']>;
};

/** Where a page ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

/** What became of a publication, withdrawal or rollback. */
export type PublishOutcome =
  | 'PUBLISHED'
  /** Nothing was changed; userErrors say why. */
  | 'REFUSED'
  | 'ROLLED_BACK'
  /** Everything was in force already; no new version. */
  | 'UNCHANGED'
  /** The department is in the graph no longer. */
  | 'WITHDRAWN';

/** What became of a publication, withdrawal or rollback. */
export type PublishPayload = {
  __typename?: 'PublishPayload';
  /** What was found. Null where nothing had to be checked. */
  check?: Maybe<SchemaCheck>;
  outcome: PublishOutcome;
  userErrors: Array<UserError>;
  /** The version now in force; null when nothing has been published yet. */
  version?: Maybe<Scalars['Int']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /**
   * The access logs 访问日志 of all gateways or of one, by gateway: also of those that are registered or have reported and have none
   * here. Needs the scope accesses:read.
   */
  accessLogs?: Maybe<Array<AccessLog>>;
  /** Who has read data that is shared with condition 访问记录, newest first. Needs the scope accesses:read. */
  accessRecords?: Maybe<AccessRecordConnection>;
  /**
   * Changes that need the consent of a department, or that it proposes and others must consent to, newest first; at most 100. The
   * credential is of the department's key or an operator's, for the action approvals.
   */
  changeApprovals?: Maybe<Array<ChangeApproval>>;
  /**
   * What publishing would find 预检; nothing is changed. The credential is of the department's key or an operator's, for the
   * action check.
   */
  checkSubgraph?: Maybe<SchemaCheck>;
  /**
   * What withdrawing would find; nothing is changed. The credential is of the department's key or an operator's, for the action
   * checkWithdrawal.
   */
  checkWithdrawal?: Maybe<SchemaCheck>;
  /** One report of wrong data 疑义校核. Null with NOT_FOUND when there is none that the caller may see. */
  correction?: Maybe<Correction>;
  /** Reports of wrong data, newest first: the caller's own, and with the scope sharing:decide those about its department. */
  corrections?: Maybe<CorrectionConnection>;
  /** The whole data catalogue as one text. */
  dataCatalogue?: Maybe<Scalars['String']['output']>;
  /** One entry of the data catalogue. Null with NOT_FOUND when it holds no such code. */
  dataResource?: Maybe<DataResource>;
  /** The data catalogue 政务信息资源目录: resources that match every condition of the filter, by code. */
  dataResources?: Maybe<DataResourceConnection>;
  /**
   * One department. Null with NOT_FOUND when none of this name has published. The credential, of any registered key for the
   * action read, is needed for what it has published, unless the client has the scope registry:read.
   */
  department?: Maybe<Department>;
  /** Every department 部门 that has published, by name. */
  departments?: Maybe<Array<Department>>;
  /**
   * Who uses a field 字段使用情况, most calls first. The coordinate is `Type.field`, `Enum.VALUE`, `Input.field`,
   * `Type.field(argument:)` or a type's name; days are counted back from now, 1 to 3660. Needs the scope usage:read, or a
   * credential for the action read: of an operator, or of the one department that provides the field. Of a type, a department
   * is told of the fields that it alone provides.
   */
  fieldUsage?: Maybe<Array<OperationUsage>>;
  /**
   * Every gateway that has reported, by name. Needs a credential of any registered key for the action read, or the scope
   * registry:read.
   */
  gateways?: Maybe<Array<Gateway>>;
  /** One grant 授权. Null with NOT_FOUND when there is none that the caller may see. */
  grant?: Maybe<Grant>;
  /** Grants, newest first: the caller's own, and with the scope sharing:decide those of the caller's department. */
  grants?: Maybe<GrantConnection>;
  /**
   * All grants in force, signed, for gateways, which ask the registry itself; through a gateway it is refused. Null when nothing
   * is newer than the version that is named. The credential is of the gateway's key, for the action grants.
   */
  grantsInForce?: Maybe<SignedGrants>;
  /** One region 行政区划. Null with NOT_FOUND when the list does not hold it. */
  region?: Maybe<Region>;
  /** Regions that match every condition of the filter, by code: each region before those beneath it. */
  regions?: Maybe<RegionConnection>;
  /** One sharing application 共享申请. Null with NOT_FOUND when there is none that the caller may see. */
  sharingApplication?: Maybe<SharingApplication>;
  /**
   * Sharing applications, newest first: the caller's own, and with the scope sharing:decide those that the caller's
   * department decides.
   */
  sharingApplications?: Maybe<SharingApplicationConnection>;
  /**
   * What an operation reads that is not open to the caller's client, by the department that decides on it. Nothing is executed.
   * The operation is one of the internal variant of the schema.
   */
  sharingNeeds?: Maybe<SharingNeeds>;
  /** The limits that sharing keeps here, in working days. */
  sharingRules?: Maybe<SharingRules>;
  /**
   * How much is shared, how soon applications are answered, and what is asked for, of one department, or of all but the exchange:
   * its fields serve the platform. Days are
   * those of China; without them the last 365.
   */
  sharingStatistics?: Maybe<SharingStatistics>;
  /**
   * One version of a variant's supergraph; without a version the newest. Null when there is none. Needs a credential of any
   * registered key for the action read, or the scope registry:read.
   */
  supergraph?: Maybe<SupergraphVersion>;
  /**
   * The versions of the supergraph, newest first, as the variant internal. Needs a credential of any registered key for the
   * action read, or the scope registry:read.
   */
  supergraphVersions?: Maybe<SupergraphVersionConnection>;
  /**
   * Coordinates of published fields that no client has asked for in so many days, by name; of one department or of all. Needs
   * the scope usage:read, or a credential for the action read: of an operator, or of a department, which is told of its own.
   */
  unusedFields?: Maybe<Array<Scalars['String']['output']>>;
};


export type QueryAccessLogsArgs = {
  gateway?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryAccessRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccessRecordFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryChangeApprovalsArgs = {
  credential: Scalars['String']['input'];
  department: Scalars['ID']['input'];
};


export type QueryCheckSubgraphArgs = {
  credential: Scalars['String']['input'];
  input: CheckSubgraphInput;
};


export type QueryCheckWithdrawalArgs = {
  credential: Scalars['String']['input'];
  days?: Scalars['Int']['input'];
  department: Scalars['ID']['input'];
};


export type QueryCorrectionArgs = {
  number: Scalars['ID']['input'];
};


export type QueryCorrectionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CorrectionFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryDataCatalogueArgs = {
  format: CatalogueFormat;
};


export type QueryDataResourceArgs = {
  code: Scalars['ID']['input'];
};


export type QueryDataResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DataResourceFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryDepartmentArgs = {
  credential?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['ID']['input'];
};


export type QueryFieldUsageArgs = {
  coordinate: Scalars['String']['input'];
  credential?: InputMaybe<Scalars['String']['input']>;
  days?: Scalars['Int']['input'];
};


export type QueryGatewaysArgs = {
  credential?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGrantArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGrantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GrantFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryGrantsInForceArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  credential: Scalars['String']['input'];
  gateway: Scalars['ID']['input'];
};


export type QueryRegionArgs = {
  code: Scalars['RegionCode']['input'];
};


export type QueryRegionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RegionFilter>;
  first?: Scalars['Int']['input'];
};


export type QuerySharingApplicationArgs = {
  number: Scalars['ID']['input'];
};


export type QuerySharingApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SharingApplicationFilter>;
  first?: Scalars['Int']['input'];
};


export type QuerySharingNeedsArgs = {
  operationName?: InputMaybe<Scalars['String']['input']>;
  query: Scalars['String']['input'];
};


export type QuerySharingStatisticsArgs = {
  department?: InputMaybe<Scalars['ID']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  until?: InputMaybe<Scalars['Date']['input']>;
};


export type QuerySupergraphArgs = {
  credential?: InputMaybe<Scalars['String']['input']>;
  variant?: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySupergraphVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  credential?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryUnusedFieldsArgs = {
  credential?: InputMaybe<Scalars['String']['input']>;
  days?: Scalars['Int']['input'];
  department?: InputMaybe<Scalars['ID']['input']>;
};

/**
 * An administrative region 行政区划.
 *
 * Departments keep the code under which something was registered, even when its region was merged or
 * renumbered since. Such a region shows the code, its level and the part of the path that still exists;
 * what only the list could tell (name, fullName, source) is null.
 */
export type Region = {
  __typename?: 'Region';
  /** The regions directly beneath, by code. Of a city without counties (东莞) they are towns. */
  children?: Maybe<RegionConnection>;
  code: Scalars['RegionCode']['output'];
  /** Names from the province down, such as 江苏省苏州市昆山市, without placeholders such as 市辖区. Null as for name. */
  fullName?: Maybe<Scalars['String']['output']>;
  level: RegionLevel;
  /** Name 名称 as the list has it. Null when the list does not hold the code (any more). */
  name?: Maybe<Scalars['String']['output']>;
  /** The region above. Null for a province, and when the list does not hold it. */
  parent?: Maybe<Region>;
  /** From the province down to the region itself; levels that the list does not hold are left out. */
  path: Array<Region>;
  /** Null as for name. */
  source?: Maybe<DataSource>;
};


/**
 * An administrative region 行政区划.
 *
 * Departments keep the code under which something was registered, even when its region was merged or
 * renumbered since. Such a region shows the code, its level and the part of the path that still exists;
 * what only the list could tell (name, fullName, source) is null.
 */
export type RegionChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A page of regions. */
export type RegionConnection = {
  __typename?: 'RegionConnection';
  edges: Array<RegionEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RegionEdge = {
  __typename?: 'RegionEdge';
  /** Opaque: pass it as `after` to go on behind this region. */
  cursor: Scalars['String']['output'];
  node: Region;
};

/** Conditions on a region; all that are given must hold. */
export type RegionFilter = {
  level?: InputMaybe<RegionLevel>;
  /** Part of the name, one character or more; width, case and kind of brackets do not matter. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Directly beneath this region. */
  parent?: InputMaybe<Scalars['RegionCode']['input']>;
  /** This region or any region beneath it. */
  within?: InputMaybe<Scalars['RegionCode']['input']>;
};

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

/** How often a resource was asked for. */
export type ResourceCalls = {
  __typename?: 'ResourceCalls';
  /** Calls of operations that use one of its fields. */
  calls: Scalars['Int']['output'];
  /** Those of them that were answered with errors. */
  errors: Scalars['Int']['output'];
  /** Null when the catalogue no longer has it. */
  resource?: Maybe<DataResource>;
};

/** What a gateway runs of one variant. */
export type RunningVersion = {
  variant: Scalars['ID']['input'];
  /** Null when it has none. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** One difference between two versions of the one schema. */
export type SchemaChange = {
  __typename?: 'SchemaChange';
  /** Departments whose consent it needs, by name. Empty for most changes. */
  consentOf: Array<Scalars['ID']['output']>;
  /** Such as Type.field. Null when it is about the schema as a whole. */
  coordinate?: Maybe<Scalars['String']['output']>;
  /** Such as FIELD_REMOVED. */
  kind: Scalars['String']['output'];
  /** One sentence. */
  message: Scalars['String']['output'];
  severity: ChangeSeverity;
  /**
   * Who would notice, most calls first; only of what breaks or may break. Those who may not read who uses the field (see
   * `Query.fieldUsage`) are told how often it is used: one entry that names no client and no operation.
   */
  usedBy: Array<OperationUsage>;
};

/** What is found about a subgraph before it is published. */
export type SchemaCheck = {
  __typename?: 'SchemaCheck';
  changes: Array<SchemaChange>;
  /** Departments whose consent it needs, by name. */
  consents: Array<ConsentNeed>;
  /** Why the departments do not fit together. */
  faults: Array<CompositionFault>;
  /** What composition allows but finds odd. */
  hints: Array<Scalars['String']['output']>;
  lint: Array<LintFinding>;
  outcome: CheckOutcome;
};

/** A place in a department's SDL, counted from 1. */
export type SchemaLocation = {
  __typename?: 'SchemaLocation';
  /** From 1. */
  column: Scalars['Int']['output'];
  /** Whose SDL it is. */
  department: Scalars['ID']['output'];
  /** From 1. */
  line: Scalars['Int']['output'];
};

/** A value in the answer of an operation. */
export type SelectedField = {
  __typename?: 'SelectedField';
  /** The field, such as Taxpayer.grade. */
  coordinate: Scalars['ID']['output'];
  /** Those that provide it, by name. None when it serves the platform, as the fields of a page do. */
  departments: Array<Department>;
  /** Names in the answer, from its root, such as enterprise.taxpayer.grade. Lists have no part of their own. */
  path: Scalars['String']['output'];
  /** The strictest class among them. Null when it serves the platform. */
  sharing?: Maybe<SharingClass>;
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

/** How much a finding matters. */
export type Severity =
  /** Refuses the subgraph. */
  | 'ERROR'
  | 'WARNING';

/** What is done to applications, grants and reports. */
export type SharingAction =
  | 'ACCEPT'
  | 'ANSWER'
  | 'APPROVE'
  | 'CREATE'
  /** Its time was over. */
  | 'EXPIRE'
  | 'EXTEND'
  /** The grant came into force. */
  | 'GRANT'
  | 'REFUSE'
  /** A new grant took its place. */
  | 'REPLACE'
  | 'REQUEST_CHANGES'
  | 'REVISE'
  | 'REVOKE'
  | 'SUBMIT'
  | 'WITHDRAW';

/**
 * A client asks for data that is shared on condition 共享申请. Only the client itself and those who decide for the department
 * see it.
 */
export type SharingApplication = {
  __typename?: 'SharingApplication';
  /** Legal basis 依据. */
  basis: Scalars['String']['output'];
  /** Such as SB2026000016: all applications that were made for one operation have it. Null for any other. */
  batch?: Maybe<Scalars['ID']['output']>;
  /** Who shall read. */
  client: Scalars['ID']['output'];
  /** The department that the client belongs to. Null for any other. */
  clientDepartment?: Maybe<Scalars['ID']['output']>;
  /** Who owns the fields, and decides. */
  department: Department;
  /** By when it must be answered. Null when it does not wait for an answer. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Years, of those that the time to answer reaches into, whose holidays are not known here: in them only weekends and the days
   * fixed by law count as off, so dueAt may be out by some days. None when it does not wait for an answer.
   */
  dueWithoutHolidaysOf: Array<Scalars['Int']['output']>;
  /** Coordinates, such as Taxpayer.arrears; by name. */
  fields: Array<Scalars['String']['output']>;
  /** What came of it. Null unless it was approved. */
  grant?: Maybe<Grant>;
  /** All that happened, oldest first. */
  history: Array<SharingEvent>;
  /**
   * Fields of it that could not be read with this application and the grants of the client, with what is missing beside them. None
   * when it is complete.
   */
  neededBeside: Array<NeededBeside>;
  /** Such as SA2026000017. */
  number: Scalars['ID']['output'];
  /** Whether it waits for an answer past its time. */
  overdue: Scalars['Boolean']['output'];
  /** What the data is needed for 用途. */
  purpose: Scalars['String']['output'];
  /** What was last said about it, such as why it was refused. Null when nothing was. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Regions, with all beneath them, of which rows shall be read; null for all. */
  regions?: Maybe<Array<Region>>;
  /** The grant that it would renew. Null for a first application. */
  renews?: Maybe<Grant>;
  /** The resources of the catalogue that the fields are of, as far as it still has them. */
  resources: Array<DataResource>;
  /** The rule set by which it was due. Null for a draft. */
  ruleSet?: Maybe<Scalars['ID']['output']>;
  state: SharingApplicationState;
  /** Null for a draft. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when it shall be read. */
  until: Scalars['DateTime']['output'];
};

/** A page of sharing applications. */
export type SharingApplicationConnection = {
  __typename?: 'SharingApplicationConnection';
  edges: Array<SharingApplicationEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One of a page. */
export type SharingApplicationEdge = {
  __typename?: 'SharingApplicationEdge';
  /** Opaque: pass it as `after` to go on behind this one. */
  cursor: Scalars['String']['output'];
  node: SharingApplication;
};

/** Conditions on a sharing application; all that are given must hold. */
export type SharingApplicationFilter = {
  /** Made for one operation, under this number. */
  batch?: InputMaybe<Scalars['ID']['input']>;
  client?: InputMaybe<Scalars['ID']['input']>;
  /** Decided by this department. */
  department?: InputMaybe<Scalars['ID']['input']>;
  /** Waits for an answer that is due before this moment. */
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether it waits for an answer past its time. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these states. */
  states?: InputMaybe<Array<SharingApplicationState>>;
};

/** What a sharing application says. */
export type SharingApplicationInput = {
  /** Legal basis 依据, 1 to 500 characters. */
  basis: Scalars['String']['input'];
  /** Who decides; needed only when several departments have all of the fields. */
  department?: InputMaybe<Scalars['ID']['input']>;
  /** Coordinates of fields that are shared on condition, all of one department: 1 to 200. */
  fields: Array<Scalars['String']['input']>;
  /** What the data is needed for 用途, 1 to 2000 characters. */
  purpose: Scalars['String']['input'];
  /** Regions, with all beneath them, of which rows shall be read: 1 to 200; all rows when left out. */
  regions?: InputMaybe<Array<Scalars['RegionCode']['input']>>;
  /** Until when it shall be read. */
  until: Scalars['DateTime']['input'];
};

/** What became of an application. */
export type SharingApplicationPayload = {
  __typename?: 'SharingApplicationPayload';
  /** As it is now. Null when there is none that the caller may see. */
  application?: Maybe<SharingApplication>;
  userErrors: Array<UserError>;
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

/** Something that happened to an application, a grant or a report. */
export type SharingEvent = {
  __typename?: 'SharingEvent';
  action: SharingAction;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** Who did it. Null for what time did. */
  client?: Maybe<Scalars['ID']['output']>;
  /** The department that the client acted for. Null for any other. */
  department?: Maybe<Scalars['ID']['output']>;
  /** State before. Null for the first. */
  from?: Maybe<Scalars['String']['output']>;
  /** What was said. Null when nothing was. */
  reason?: Maybe<Scalars['String']['output']>;
  /** State after. */
  to: Scalars['String']['output'];
  /** The person who was signed in. Null when the client acted for itself. */
  user?: Maybe<Scalars['String']['output']>;
};

/** Figures of sharing, as of now; answers as of the days that are looked at. */
export type SharingFigures = {
  __typename?: 'SharingFigures';
  /** Sharing applications. */
  applications: AnswerTimes;
  /** Reports of wrong data. */
  corrections: AnswerTimes;
  /** Now. */
  grantsInForce: Scalars['Int']['output'];
  shares: FieldShares;
};

/** What must be applied for at one department. */
export type SharingNeed = {
  __typename?: 'SharingNeed';
  department: Department;
  /** Coordinates, sorted. */
  fields: Array<Scalars['String']['output']>;
};

/** What an operation reads that is not open to a client. */
export type SharingNeeds = {
  __typename?: 'SharingNeeds';
  /** Conditional fields that no grant of the client covers, by department. */
  departments: Array<SharingNeed>;
  /** Conditional fields that a grant of the client covers. */
  granted: Array<Scalars['String']['output']>;
  /** Fields that no grant can be had for. */
  notShared: Array<Scalars['String']['output']>;
  /** The values that the operation selects, in the order of the document; at most 500. */
  selected: Array<SelectedField>;
};

/** How much was shared at a moment. */
export type SharingPoint = {
  __typename?: 'SharingPoint';
  /** The end of the day, week or month; now, where that is not over. */
  at: Scalars['DateTime']['output'];
  /** Then. */
  grantsInForce: Scalars['Int']['output'];
  shares: FieldShares;
  /** The version of the supergraph then. Null before the first. */
  version?: Maybe<Scalars['Int']['output']>;
};

/** Limits that sharing keeps 时限. Days are working days, unless it is said otherwise. */
export type SharingRules = {
  __typename?: 'SharingRules';
  /** To answer an application. */
  answerDays: Scalars['Int']['output'];
  /** The rule that sets them. */
  basis: Scalars['String']['output'];
  /** From a change to its place in the catalogue. Null when the rule does not say. */
  catalogueDays?: Maybe<Scalars['Int']['output']>;
  /** To answer a report of wrong data. */
  correctionDays: Scalars['Int']['output'];
  /** From the approval to the data. Null when the rule does not say. */
  deliveryDays?: Maybe<Scalars['Int']['output']>;
  /** By which an answer may be put off once, with consent. Null when it may not. */
  extensionDays?: Maybe<Scalars['Int']['output']>;
  /** Years whose holidays are known. In others only weekends and the days fixed by law count as off. */
  holidayYears: Array<Scalars['Int']['output']>;
  /** Calendar days that a grant lasts at most. */
  longestGrantDays: Scalars['Int']['output'];
  /** Name of the rule set. */
  name: Scalars['ID']['output'];
  /** To open what is shared without condition. */
  unconditionalDays: Scalars['Int']['output'];
};

/** How much is shared 共享统计, how soon applications are answered, and what is asked for. */
export type SharingStatistics = {
  __typename?: 'SharingStatistics';
  /** Of each department, by name. */
  departments: Array<DepartmentFigures>;
  /** First day, in China. */
  from: Scalars['Date']['output'];
  /** From the first day to the last: as it was at the end of each day, week or month. At most 400 points. */
  overTime: Array<SharingPoint>;
  /** The resources that were asked for, most calls first; at most 100. */
  resources: Array<ResourceCalls>;
  /** Of all departments that are looked at, together. */
  total: SharingFigures;
  /** Last day, in China. */
  until: Scalars['Date']['output'];
};


/** How much is shared 共享统计, how soon applications are answered, and what is asked for. */
export type SharingStatisticsOverTimeArgs = {
  every?: StatisticsInterval;
};


/** How much is shared 共享统计, how soon applications are answered, and what is asked for. */
export type SharingStatisticsResourcesArgs = {
  first?: Scalars['Int']['input'];
};

/** All grants in force, as the registry vouches for them. */
export type SignedGrants = {
  __typename?: 'SignedGrants';
  /** A compact JSON Web Signature over version, time and grants. */
  token: Scalars['String']['output'];
  /** Rises with every change of what is in force. */
  version: Scalars['Int']['output'];
};

/** Distance of points in time. */
export type StatisticsInterval =
  | 'DAY'
  | 'MONTH'
  /** Ends on Sundays. */
  | 'WEEK';

/** A department's subgraph 子图. */
export type SubgraphInput = {
  /** Name of the department: lower-case letters, digits, hyphens; begins with a letter; at most 40 characters. */
  department: Scalars['ID']['input'];
  /** Its schema, at most 5 MB. */
  sdl: Scalars['String']['input'];
  /** Where the department answers: http or https. */
  url: Scalars['String']['input'];
};

/** What a department published once; kept for ever. */
export type SubgraphVersion = {
  __typename?: 'SubgraphVersion';
  department: Department;
  /** SHA-256 of the SDL. */
  digest: Scalars['ID']['output'];
  /** Counts up from 1 for each department. */
  number: Scalars['Int']['output'];
  /** When it was first in force. */
  publishedAt: Scalars['DateTime']['output'];
  /** Thumbprint of the key. */
  publishedBy: Scalars['ID']['output'];
  /** As it was published. */
  sdl: Scalars['String']['output'];
  /** Where the department answers. */
  url: Scalars['String']['output'];
};

/** A page of a department's versions. */
export type SubgraphVersionConnection = {
  __typename?: 'SubgraphVersionConnection';
  edges: Array<SubgraphVersionEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One version of a page. */
export type SubgraphVersionEdge = {
  __typename?: 'SubgraphVersionEdge';
  /** Opaque: pass it as `after` to go on behind this one. */
  cursor: Scalars['String']['output'];
  node: SubgraphVersion;
};

/** How a version came to be. */
export type SupergraphReason =
  | 'PUBLISHED'
  | 'ROLLED_BACK'
  | 'WITHDRAWN';

/** One version of the supergraph 超图, in one variant. */
export type SupergraphVersion = {
  __typename?: 'SupergraphVersion';
  /** What it changed. Empty for the first version and after a rollback. */
  changes: Array<SchemaChange>;
  /** When it came into force. */
  createdAt: Scalars['DateTime']['output'];
  /** The gateways that run it. */
  gateways: Array<Gateway>;
  /** Why it was rolled back, or a department withdrawn. */
  note?: Maybe<Scalars['String']['output']>;
  reason: SupergraphReason;
  /** For gateways. */
  sdl: Scalars['String']['output'];
  /** A compact JSON Web Signature over version, variant and digest of the SDL. */
  signature: Scalars['String']['output'];
  /** What it is composed of, by department. */
  subgraphs: Array<SubgraphVersion>;
  /** Such as internal, departments, public. */
  variant: Scalars['ID']['output'];
  /** Counts up from 1; the same for all variants. */
  version: Scalars['Int']['output'];
};

/** A page of versions. */
export type SupergraphVersionConnection = {
  __typename?: 'SupergraphVersionConnection';
  edges: Array<SupergraphVersionEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** One version of a page. */
export type SupergraphVersionEdge = {
  __typename?: 'SupergraphVersionEdge';
  /** Opaque: pass it as `after` to go on behind this one. */
  cursor: Scalars['String']['output'];
  node: SupergraphVersion;
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

/** Why something was not done. */
export type UserError = {
  __typename?: 'UserError';
  code: Scalars['String']['output'];
  /** Path of the argument that it is about, such as subgraphs, 0, url. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  message: Scalars['String']['output'];
};

/** A requirement that an operator may waive. */
export type Waiver =
  /** The proof that a department that keeps something back verifies its callers. */
  | 'CALLER_VERIFICATION'
  /** The consent of departments whose published fields would change. */
  | 'OWNER_CONSENT';

/** Requirements that an operator waives for one change. It is recorded in the audit log. */
export type WaiverInput = {
  /** Of an operator's key, for the action waive, on the change and what is waived. */
  credential: Scalars['String']['input'];
  of: Array<Waiver>;
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
  Correction: Correction;
  Department: Department;
  Enterprise: Enterprise;
  Grant: Grant;
  Region: Region;
  SharingApplication: SharingApplication;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Correction:
    ( { __typename: 'Correction' }
    & GraphQLRecursivePick<FederationTypes['Correction'], {"number":true}> );
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"name":true}> );
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  Grant:
    ( { __typename: 'Grant' }
    & GraphQLRecursivePick<FederationTypes['Grant'], {"id":true}> );
  Region:
    ( { __typename: 'Region' }
    & GraphQLRecursivePick<FederationTypes['Region'], {"code":true}> );
  SharingApplication:
    ( { __typename: 'SharingApplication' }
    & GraphQLRecursivePick<FederationTypes['SharingApplication'], {"number":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Access: ResolverTypeWrapper<AccessModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessConnection: ResolverTypeWrapper<AccessConnectionModel>;
  AccessEdge: ResolverTypeWrapper<Omit<AccessEdge, 'node'> & { node: ResolversTypes['Access'] }>;
  AccessLog: ResolverTypeWrapper<AccessLogModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AccessLogPosition: ResolverTypeWrapper<AccessLogPosition>;
  AccessOutcome: AccessOutcome;
  AccessRecord: ResolverTypeWrapper<AccessRecordModel>;
  AccessRecordConnection: ResolverTypeWrapper<AccessRecordConnectionModel>;
  AccessRecordEdge: ResolverTypeWrapper<Omit<AccessRecordEdge, 'node'> & { node: ResolversTypes['AccessRecord'] }>;
  AccessRecordFilter: AccessRecordFilter;
  AccessSubject: ResolverTypeWrapper<AccessSubjectModel>;
  AnswerTimes: ResolverTypeWrapper<AnswerTimes>;
  ApprovalPayload: ResolverTypeWrapper<Omit<ApprovalPayload, 'approval'> & { approval?: Maybe<ResolversTypes['ChangeApproval']> }>;
  ApprovalState: ApprovalState;
  CacheControlScope: CacheControlScope;
  CatalogueFormat: CatalogueFormat;
  ChangeApproval: ResolverTypeWrapper<ChangeApprovalModel>;
  ChangeSeverity: ChangeSeverity;
  CheckOutcome: CheckOutcome;
  CheckSubgraphInput: CheckSubgraphInput;
  CompositionFault: ResolverTypeWrapper<CompositionFault>;
  ConsentNeed: ResolverTypeWrapper<ConsentNeed>;
  Correction: ResolverTypeWrapper<CorrectionModel>;
  CorrectionConnection: ResolverTypeWrapper<CorrectionConnectionModel>;
  CorrectionEdge: ResolverTypeWrapper<Omit<CorrectionEdge, 'node'> & { node: ResolversTypes['Correction'] }>;
  CorrectionFilter: CorrectionFilter;
  CorrectionInput: CorrectionInput;
  CorrectionPayload: ResolverTypeWrapper<Omit<CorrectionPayload, 'correction'> & { correction?: Maybe<ResolversTypes['Correction']> }>;
  CorrectionState: CorrectionState;
  DataResource: ResolverTypeWrapper<DataResourceModel>;
  DataResourceConnection: ResolverTypeWrapper<DataResourceConnectionModel>;
  DataResourceEdge: ResolverTypeWrapper<Omit<DataResourceEdge, 'node'> & { node: ResolversTypes['DataResource'] }>;
  DataResourceField: ResolverTypeWrapper<DataResourceField>;
  DataResourceFilter: DataResourceFilter;
  DataSource: DataSource;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Department: ResolverTypeWrapper<DepartmentModel>;
  DepartmentFigures: ResolverTypeWrapper<DepartmentFiguresModel>;
  Enterprise: ResolverTypeWrapper<Omit<Enterprise, 'accesses'> & { accesses?: Maybe<ResolversTypes['AccessConnection']> }>;
  FieldShares: ResolverTypeWrapper<FieldShares>;
  Gateway: ResolverTypeWrapper<GatewayModel>;
  GatewayKey: ResolverTypeWrapper<GatewayKeyModel>;
  GatewayVersion: ResolverTypeWrapper<GatewayVersion>;
  Grant: ResolverTypeWrapper<GrantModel>;
  GrantConnection: ResolverTypeWrapper<GrantConnectionModel>;
  GrantEdge: ResolverTypeWrapper<Omit<GrantEdge, 'node'> & { node: ResolversTypes['Grant'] }>;
  GrantFilter: GrantFilter;
  GrantPayload: ResolverTypeWrapper<Omit<GrantPayload, 'grant'> & { grant?: Maybe<ResolversTypes['Grant']> }>;
  GrantState: GrantState;
  KeyPayload: ResolverTypeWrapper<KeyPayload>;
  KeyRole: KeyRole;
  LintFinding: ResolverTypeWrapper<LintFinding>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NeededBeside: ResolverTypeWrapper<NeededBeside>;
  OperationApplicationInput: OperationApplicationInput;
  OperationApplicationPayload: ResolverTypeWrapper<Omit<OperationApplicationPayload, 'applications'> & { applications: Array<ResolversTypes['SharingApplication']> }>;
  OperationReport: OperationReport;
  OperationUsage: ResolverTypeWrapper<OperationUsage>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PublishOutcome: PublishOutcome;
  PublishPayload: ResolverTypeWrapper<Omit<PublishPayload, 'check'> & { check?: Maybe<ResolversTypes['SchemaCheck']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  RegionConnection: ResolverTypeWrapper<RegionConnectionModel>;
  RegionEdge: ResolverTypeWrapper<Omit<RegionEdge, 'node'> & { node: ResolversTypes['Region'] }>;
  RegionFilter: RegionFilter;
  RegionLevel: RegionLevel;
  ResourceCalls: ResolverTypeWrapper<ResourceCallsModel>;
  RunningVersion: RunningVersion;
  SchemaChange: ResolverTypeWrapper<StoredChange>;
  SchemaCheck: ResolverTypeWrapper<Omit<SchemaCheck, 'changes'> & { changes: Array<ResolversTypes['SchemaChange']> }>;
  SchemaLocation: ResolverTypeWrapper<SchemaLocation>;
  SelectedField: ResolverTypeWrapper<Omit<SelectedField, 'departments'> & { departments: Array<ResolversTypes['Department']> }>;
  SensitiveKind: SensitiveKind;
  Severity: Severity;
  SharingAction: SharingAction;
  SharingApplication: ResolverTypeWrapper<SharingApplicationModel>;
  SharingApplicationConnection: ResolverTypeWrapper<SharingApplicationConnectionModel>;
  SharingApplicationEdge: ResolverTypeWrapper<Omit<SharingApplicationEdge, 'node'> & { node: ResolversTypes['SharingApplication'] }>;
  SharingApplicationFilter: SharingApplicationFilter;
  SharingApplicationInput: SharingApplicationInput;
  SharingApplicationPayload: ResolverTypeWrapper<Omit<SharingApplicationPayload, 'application'> & { application?: Maybe<ResolversTypes['SharingApplication']> }>;
  SharingApplicationState: SharingApplicationState;
  SharingClass: SharingClass;
  SharingEvent: ResolverTypeWrapper<SharingEvent>;
  SharingFigures: ResolverTypeWrapper<SharingFigures>;
  SharingNeed: ResolverTypeWrapper<Omit<SharingNeed, 'department'> & { department: ResolversTypes['Department'] }>;
  SharingNeeds: ResolverTypeWrapper<Omit<SharingNeeds, 'departments' | 'selected'> & { departments: Array<ResolversTypes['SharingNeed']>, selected: Array<ResolversTypes['SelectedField']> }>;
  SharingPoint: ResolverTypeWrapper<SharingPoint>;
  SharingRules: ResolverTypeWrapper<SharingRules>;
  SharingStatistics: ResolverTypeWrapper<SharingStatisticsModel>;
  SignedGrants: ResolverTypeWrapper<SignedGrants>;
  StatisticsInterval: StatisticsInterval;
  SubgraphInput: SubgraphInput;
  SubgraphVersion: ResolverTypeWrapper<SubgraphVersionModel>;
  SubgraphVersionConnection: ResolverTypeWrapper<SubgraphVersionConnectionModel>;
  SubgraphVersionEdge: ResolverTypeWrapper<Omit<SubgraphVersionEdge, 'node'> & { node: ResolversTypes['SubgraphVersion'] }>;
  SupergraphReason: SupergraphReason;
  SupergraphVersion: ResolverTypeWrapper<SupergraphVersionModel>;
  SupergraphVersionConnection: ResolverTypeWrapper<SupergraphVersionConnectionModel>;
  SupergraphVersionEdge: ResolverTypeWrapper<Omit<SupergraphVersionEdge, 'node'> & { node: ResolversTypes['SupergraphVersion'] }>;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UpdateCycle: UpdateCycle;
  UserError: ResolverTypeWrapper<UserError>;
  Waiver: Waiver;
  WaiverInput: WaiverInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Access: AccessModel;
  ID: Scalars['ID']['output'];
  AccessConnection: AccessConnectionModel;
  AccessEdge: Omit<AccessEdge, 'node'> & { node: ResolversParentTypes['Access'] };
  AccessLog: AccessLogModel;
  Float: Scalars['Float']['output'];
  AccessLogPosition: AccessLogPosition;
  AccessRecord: AccessRecordModel;
  AccessRecordConnection: AccessRecordConnectionModel;
  AccessRecordEdge: Omit<AccessRecordEdge, 'node'> & { node: ResolversParentTypes['AccessRecord'] };
  AccessRecordFilter: AccessRecordFilter;
  AccessSubject: AccessSubjectModel;
  AnswerTimes: AnswerTimes;
  ApprovalPayload: Omit<ApprovalPayload, 'approval'> & { approval?: Maybe<ResolversParentTypes['ChangeApproval']> };
  ChangeApproval: ChangeApprovalModel;
  CheckSubgraphInput: CheckSubgraphInput;
  CompositionFault: CompositionFault;
  ConsentNeed: ConsentNeed;
  Correction: CorrectionModel;
  CorrectionConnection: CorrectionConnectionModel;
  CorrectionEdge: Omit<CorrectionEdge, 'node'> & { node: ResolversParentTypes['Correction'] };
  CorrectionFilter: CorrectionFilter;
  CorrectionInput: CorrectionInput;
  CorrectionPayload: Omit<CorrectionPayload, 'correction'> & { correction?: Maybe<ResolversParentTypes['Correction']> };
  DataResource: DataResourceModel;
  DataResourceConnection: DataResourceConnectionModel;
  DataResourceEdge: Omit<DataResourceEdge, 'node'> & { node: ResolversParentTypes['DataResource'] };
  DataResourceField: DataResourceField;
  DataResourceFilter: DataResourceFilter;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Department: DepartmentModel;
  DepartmentFigures: DepartmentFiguresModel;
  Enterprise: Omit<Enterprise, 'accesses'> & { accesses?: Maybe<ResolversParentTypes['AccessConnection']> } | FederationReferenceTypes['Enterprise'];
  FieldShares: FieldShares;
  Gateway: GatewayModel;
  GatewayKey: GatewayKeyModel;
  GatewayVersion: GatewayVersion;
  Grant: GrantModel;
  GrantConnection: GrantConnectionModel;
  GrantEdge: Omit<GrantEdge, 'node'> & { node: ResolversParentTypes['Grant'] };
  GrantFilter: GrantFilter;
  GrantPayload: Omit<GrantPayload, 'grant'> & { grant?: Maybe<ResolversParentTypes['Grant']> };
  KeyPayload: KeyPayload;
  LintFinding: LintFinding;
  Mutation: Record<PropertyKey, never>;
  NeededBeside: NeededBeside;
  OperationApplicationInput: OperationApplicationInput;
  OperationApplicationPayload: Omit<OperationApplicationPayload, 'applications'> & { applications: Array<ResolversParentTypes['SharingApplication']> };
  OperationReport: OperationReport;
  OperationUsage: OperationUsage;
  PageInfo: PageInfo;
  PublishPayload: Omit<PublishPayload, 'check'> & { check?: Maybe<ResolversParentTypes['SchemaCheck']> };
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
  RegionConnection: RegionConnectionModel;
  RegionEdge: Omit<RegionEdge, 'node'> & { node: ResolversParentTypes['Region'] };
  RegionFilter: RegionFilter;
  ResourceCalls: ResourceCallsModel;
  RunningVersion: RunningVersion;
  SchemaChange: StoredChange;
  SchemaCheck: Omit<SchemaCheck, 'changes'> & { changes: Array<ResolversParentTypes['SchemaChange']> };
  SchemaLocation: SchemaLocation;
  SelectedField: Omit<SelectedField, 'departments'> & { departments: Array<ResolversParentTypes['Department']> };
  SharingApplication: SharingApplicationModel;
  SharingApplicationConnection: SharingApplicationConnectionModel;
  SharingApplicationEdge: Omit<SharingApplicationEdge, 'node'> & { node: ResolversParentTypes['SharingApplication'] };
  SharingApplicationFilter: SharingApplicationFilter;
  SharingApplicationInput: SharingApplicationInput;
  SharingApplicationPayload: Omit<SharingApplicationPayload, 'application'> & { application?: Maybe<ResolversParentTypes['SharingApplication']> };
  SharingEvent: SharingEvent;
  SharingFigures: SharingFigures;
  SharingNeed: Omit<SharingNeed, 'department'> & { department: ResolversParentTypes['Department'] };
  SharingNeeds: Omit<SharingNeeds, 'departments' | 'selected'> & { departments: Array<ResolversParentTypes['SharingNeed']>, selected: Array<ResolversParentTypes['SelectedField']> };
  SharingPoint: SharingPoint;
  SharingRules: SharingRules;
  SharingStatistics: SharingStatisticsModel;
  SignedGrants: SignedGrants;
  SubgraphInput: SubgraphInput;
  SubgraphVersion: SubgraphVersionModel;
  SubgraphVersionConnection: SubgraphVersionConnectionModel;
  SubgraphVersionEdge: Omit<SubgraphVersionEdge, 'node'> & { node: ResolversParentTypes['SubgraphVersion'] };
  SupergraphVersion: SupergraphVersionModel;
  SupergraphVersionConnection: SupergraphVersionConnectionModel;
  SupergraphVersionEdge: Omit<SupergraphVersionEdge, 'node'> & { node: ResolversParentTypes['SupergraphVersion'] };
  USCC: Scalars['USCC']['output'];
  UserError: UserError;
  WaiverInput: WaiverInput;
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

export type AccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Access'] = ResolversParentTypes['Access']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
};

export type AccessConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessConnection'] = ResolversParentTypes['AccessConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccessEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccessEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessEdge'] = ResolversParentTypes['AccessEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Access'], ParentType, ContextType>;
};

export type AccessLogResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessLog'] = ResolversParentTypes['AccessLog']> = {
  gateway?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isKept?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keys?: Resolver<Array<ResolversTypes['GatewayKey']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['AccessRecord']>, ParentType, ContextType, RequireFields<AccessLogRecordsArgs, 'after' | 'first'>>;
  seal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AccessLogPositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessLogPosition'] = ResolversParentTypes['AccessLogPosition']> = {
  hash?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AccessRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRecord'] = ResolversParentTypes['AccessRecord']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  gateway?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  grants?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isFiledAsWritten?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  moreSubjects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
  request?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestHash?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requester?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  subjects?: Resolver<Array<ResolversTypes['AccessSubject']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRecordConnection'] = ResolversParentTypes['AccessRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccessRecordEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AccessRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessRecordEdge'] = ResolversParentTypes['AccessRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessRecord'], ParentType, ContextType>;
};

export type AccessSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccessSubject'] = ResolversParentTypes['AccessSubject']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnswerTimesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AnswerTimes'] = ResolversParentTypes['AnswerTimes']> = {
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inTimeShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianWorkingDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApprovalPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApprovalPayload'] = ResolversParentTypes['ApprovalPayload']> = {
  approval?: Resolver<Maybe<ResolversTypes['ChangeApproval']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeApprovalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeApproval'] = ResolversParentTypes['ChangeApproval']> = {
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  change?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isStandIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  proposers?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ApprovalState'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CompositionFaultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompositionFault'] = ResolversParentTypes['CompositionFault']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  departments?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  help?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locations?: Resolver<Array<ResolversTypes['SchemaLocation']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConsentNeedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentNeed'] = ResolversParentTypes['ConsentNeed']> = {
  change?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isGiven?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CorrectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Correction'] = ResolversParentTypes['Correction'], FederationReferenceType extends FederationReferenceTypes['Correction'] = FederationReferenceTypes['Correction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Correction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  clientDepartment?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueWithoutHolidaysOf?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['SharingEvent']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problem?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reportedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ruleSet?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CorrectionState'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CorrectionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectionConnection'] = ResolversParentTypes['CorrectionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CorrectionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CorrectionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectionEdge'] = ResolversParentTypes['CorrectionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Correction'], ParentType, ContextType>;
};

export type CorrectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectionPayload'] = ResolversParentTypes['CorrectionPayload']> = {
  correction?: Resolver<Maybe<ResolversTypes['Correction']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DataResourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataResource'] = ResolversParentTypes['DataResource']> = {
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cycle?: Resolver<Maybe<ResolversTypes['UpdateCycle']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['DataResourceField']>, ParentType, ContextType>;
  format?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  related?: Resolver<Array<ResolversTypes['DataResource']>, ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['SharingClass'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DataResourceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataResourceConnection'] = ResolversParentTypes['DataResourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DataResourceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DataResourceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataResourceEdge'] = ResolversParentTypes['DataResourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DataResource'], ParentType, ContextType>;
};

export type DataResourceFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataResourceField'] = ResolversParentTypes['DataResourceField']> = {
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cycle?: Resolver<Maybe<ResolversTypes['UpdateCycle']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sharing?: Resolver<ResolversTypes['SharingClass'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  history?: Resolver<Maybe<ResolversTypes['SubgraphVersionConnection']>, ParentType, ContextType, RequireFields<DepartmentHistoryArgs, 'first'>>;
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subgraph?: Resolver<Maybe<ResolversTypes['SubgraphVersion']>, ParentType, ContextType>;
};

export type DepartmentFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartmentFigures'] = ResolversParentTypes['DepartmentFigures']> = {
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['SharingFigures'], ParentType, ContextType>;
};

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accesses?: Resolver<Maybe<ResolversTypes['AccessConnection']>, ParentType, ContextType, RequireFields<EnterpriseAccessesArgs, 'first'>>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type FieldSharesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldShares'] = ResolversParentTypes['FieldShares']> = {
  conditional?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fields?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notShared?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sharedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  unconditional?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unconditionalShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type GatewayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Gateway'] = ResolversParentTypes['Gateway']> = {
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  running?: Resolver<Array<ResolversTypes['GatewayVersion']>, ParentType, ContextType>;
};

export type GatewayKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GatewayKey'] = ResolversParentTypes['GatewayKey']> = {
  kid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  x?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GatewayVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GatewayVersion'] = ResolversParentTypes['GatewayVersion']> = {
  variant?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Grant'] = ResolversParentTypes['Grant'], FederationReferenceType extends FederationReferenceTypes['Grant'] = FederationReferenceTypes['Grant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Grant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  application?: Resolver<ResolversTypes['SharingApplication'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  client?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  clientDepartment?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['SharingEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regions?: Resolver<Maybe<Array<ResolversTypes['Region']>>, ParentType, ContextType>;
  renewal?: Resolver<Maybe<ResolversTypes['SharingApplication']>, ParentType, ContextType>;
  replacedBy?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['GrantState'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type GrantConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantConnection'] = ResolversParentTypes['GrantConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GrantEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GrantEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantEdge'] = ResolversParentTypes['GrantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
};

export type GrantPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantPayload'] = ResolversParentTypes['GrantPayload']> = {
  grant?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type KeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KeyPayload'] = ResolversParentTypes['KeyPayload']> = {
  kid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LintFindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LintFinding'] = ResolversParentTypes['LintFinding']> = {
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['SchemaLocation']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptCorrection?: Resolver<Maybe<ResolversTypes['CorrectionPayload']>, ParentType, ContextType, RequireFields<MutationAcceptCorrectionArgs, 'number'>>;
  answerCorrection?: Resolver<Maybe<ResolversTypes['CorrectionPayload']>, ParentType, ContextType, RequireFields<MutationAnswerCorrectionArgs, 'answer' | 'number'>>;
  applyForOperation?: Resolver<Maybe<ResolversTypes['OperationApplicationPayload']>, ParentType, ContextType, RequireFields<MutationApplyForOperationArgs, 'input'>>;
  applyForSharing?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationApplyForSharingArgs, 'input'>>;
  approveChange?: Resolver<ResolversTypes['ApprovalPayload'], ParentType, ContextType, RequireFields<MutationApproveChangeArgs, 'change' | 'credential' | 'days' | 'department' | 'standIn'>>;
  approveSharingApplication?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationApproveSharingApplicationArgs, 'number'>>;
  createSharingApplication?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationCreateSharingApplicationArgs, 'input'>>;
  extendSharingApplication?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationExtendSharingApplicationArgs, 'consentedBy' | 'number' | 'reason'>>;
  publishSubgraphs?: Resolver<ResolversTypes['PublishPayload'], ParentType, ContextType, RequireFields<MutationPublishSubgraphsArgs, 'acceptBreaking' | 'credentials' | 'days' | 'subgraphs'>>;
  recordAccesses?: Resolver<ResolversTypes['AccessLogPosition'], ParentType, ContextType, RequireFields<MutationRecordAccessesArgs, 'credential' | 'gateway' | 'journal'>>;
  refuseCorrection?: Resolver<Maybe<ResolversTypes['CorrectionPayload']>, ParentType, ContextType, RequireFields<MutationRefuseCorrectionArgs, 'number' | 'reason'>>;
  refuseSharingApplication?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationRefuseSharingApplicationArgs, 'number' | 'reason'>>;
  registerKey?: Resolver<ResolversTypes['KeyPayload'], ParentType, ContextType, RequireFields<MutationRegisterKeyArgs, 'credential' | 'holder' | 'publicKey' | 'role'>>;
  renewGrant?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationRenewGrantArgs, 'id' | 'until'>>;
  reportCorrection?: Resolver<Maybe<ResolversTypes['CorrectionPayload']>, ParentType, ContextType, RequireFields<MutationReportCorrectionArgs, 'input'>>;
  reportGateway?: Resolver<Array<ResolversTypes['SupergraphVersion']>, ParentType, ContextType, RequireFields<MutationReportGatewayArgs, 'credential' | 'gateway' | 'running'>>;
  reportOperations?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationReportOperationsArgs, 'credential' | 'gateway' | 'operations'>>;
  requestSharingApplicationChanges?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationRequestSharingApplicationChangesArgs, 'number' | 'reason'>>;
  reviseSharingApplication?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationReviseSharingApplicationArgs, 'input' | 'number'>>;
  revokeGrant?: Resolver<Maybe<ResolversTypes['GrantPayload']>, ParentType, ContextType, RequireFields<MutationRevokeGrantArgs, 'id' | 'reason'>>;
  revokeKey?: Resolver<ResolversTypes['KeyPayload'], ParentType, ContextType, RequireFields<MutationRevokeKeyArgs, 'credential' | 'kid'>>;
  rollbackSupergraph?: Resolver<ResolversTypes['PublishPayload'], ParentType, ContextType, RequireFields<MutationRollbackSupergraphArgs, 'credential' | 'reason' | 'version'>>;
  submitSharingApplication?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationSubmitSharingApplicationArgs, 'number'>>;
  withdrawApproval?: Resolver<ResolversTypes['ApprovalPayload'], ParentType, ContextType, RequireFields<MutationWithdrawApprovalArgs, 'credential' | 'id'>>;
  withdrawCorrection?: Resolver<Maybe<ResolversTypes['CorrectionPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawCorrectionArgs, 'number'>>;
  withdrawSharingApplication?: Resolver<Maybe<ResolversTypes['SharingApplicationPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawSharingApplicationArgs, 'number'>>;
  withdrawSubgraph?: Resolver<ResolversTypes['PublishPayload'], ParentType, ContextType, RequireFields<MutationWithdrawSubgraphArgs, 'acceptBreaking' | 'credential' | 'days' | 'department' | 'reason'>>;
};

export type NeededBesideResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NeededBeside'] = ResolversParentTypes['NeededBeside']> = {
  all?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OperationApplicationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationApplicationPayload'] = ResolversParentTypes['OperationApplicationPayload']> = {
  applications?: Resolver<Array<ResolversTypes['SharingApplication']>, ParentType, ContextType>;
  batch?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  granted?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OperationUsageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationUsage'] = ResolversParentTypes['OperationUsage']> = {
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clientVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PublishPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishPayload'] = ResolversParentTypes['PublishPayload']> = {
  check?: Resolver<Maybe<ResolversTypes['SchemaCheck']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['PublishOutcome'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessLogs?: Resolver<Maybe<Array<ResolversTypes['AccessLog']>>, ParentType, ContextType, Partial<QueryAccessLogsArgs>>;
  accessRecords?: Resolver<Maybe<ResolversTypes['AccessRecordConnection']>, ParentType, ContextType, RequireFields<QueryAccessRecordsArgs, 'first'>>;
  changeApprovals?: Resolver<Maybe<Array<ResolversTypes['ChangeApproval']>>, ParentType, ContextType, RequireFields<QueryChangeApprovalsArgs, 'credential' | 'department'>>;
  checkSubgraph?: Resolver<Maybe<ResolversTypes['SchemaCheck']>, ParentType, ContextType, RequireFields<QueryCheckSubgraphArgs, 'credential' | 'input'>>;
  checkWithdrawal?: Resolver<Maybe<ResolversTypes['SchemaCheck']>, ParentType, ContextType, RequireFields<QueryCheckWithdrawalArgs, 'credential' | 'days' | 'department'>>;
  correction?: Resolver<Maybe<ResolversTypes['Correction']>, ParentType, ContextType, RequireFields<QueryCorrectionArgs, 'number'>>;
  corrections?: Resolver<Maybe<ResolversTypes['CorrectionConnection']>, ParentType, ContextType, RequireFields<QueryCorrectionsArgs, 'first'>>;
  dataCatalogue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueryDataCatalogueArgs, 'format'>>;
  dataResource?: Resolver<Maybe<ResolversTypes['DataResource']>, ParentType, ContextType, RequireFields<QueryDataResourceArgs, 'code'>>;
  dataResources?: Resolver<Maybe<ResolversTypes['DataResourceConnection']>, ParentType, ContextType, RequireFields<QueryDataResourcesArgs, 'first'>>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType, RequireFields<QueryDepartmentArgs, 'name'>>;
  departments?: Resolver<Maybe<Array<ResolversTypes['Department']>>, ParentType, ContextType>;
  fieldUsage?: Resolver<Maybe<Array<ResolversTypes['OperationUsage']>>, ParentType, ContextType, RequireFields<QueryFieldUsageArgs, 'coordinate' | 'days'>>;
  gateways?: Resolver<Maybe<Array<ResolversTypes['Gateway']>>, ParentType, ContextType, Partial<QueryGatewaysArgs>>;
  grant?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType, RequireFields<QueryGrantArgs, 'id'>>;
  grants?: Resolver<Maybe<ResolversTypes['GrantConnection']>, ParentType, ContextType, RequireFields<QueryGrantsArgs, 'first'>>;
  grantsInForce?: Resolver<Maybe<ResolversTypes['SignedGrants']>, ParentType, ContextType, RequireFields<QueryGrantsInForceArgs, 'credential' | 'gateway'>>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType, RequireFields<QueryRegionArgs, 'code'>>;
  regions?: Resolver<Maybe<ResolversTypes['RegionConnection']>, ParentType, ContextType, RequireFields<QueryRegionsArgs, 'first'>>;
  sharingApplication?: Resolver<Maybe<ResolversTypes['SharingApplication']>, ParentType, ContextType, RequireFields<QuerySharingApplicationArgs, 'number'>>;
  sharingApplications?: Resolver<Maybe<ResolversTypes['SharingApplicationConnection']>, ParentType, ContextType, RequireFields<QuerySharingApplicationsArgs, 'first'>>;
  sharingNeeds?: Resolver<Maybe<ResolversTypes['SharingNeeds']>, ParentType, ContextType, RequireFields<QuerySharingNeedsArgs, 'query'>>;
  sharingRules?: Resolver<Maybe<ResolversTypes['SharingRules']>, ParentType, ContextType>;
  sharingStatistics?: Resolver<Maybe<ResolversTypes['SharingStatistics']>, ParentType, ContextType, Partial<QuerySharingStatisticsArgs>>;
  supergraph?: Resolver<Maybe<ResolversTypes['SupergraphVersion']>, ParentType, ContextType, RequireFields<QuerySupergraphArgs, 'variant'>>;
  supergraphVersions?: Resolver<Maybe<ResolversTypes['SupergraphVersionConnection']>, ParentType, ContextType, RequireFields<QuerySupergraphVersionsArgs, 'first'>>;
  unusedFields?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType, RequireFields<QueryUnusedFieldsArgs, 'days'>>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<Maybe<ResolversTypes['RegionConnection']>, ParentType, ContextType, RequireFields<RegionChildrenArgs, 'first'>>;
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['RegionLevel'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['Region']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['DataSource']>, ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type RegionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegionConnection'] = ResolversParentTypes['RegionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RegionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RegionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegionEdge'] = ResolversParentTypes['RegionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
};

export type ResourceCallsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResourceCalls'] = ResolversParentTypes['ResourceCalls']> = {
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resource?: Resolver<Maybe<ResolversTypes['DataResource']>, ParentType, ContextType>;
};

export type SchemaChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchemaChange'] = ResolversParentTypes['SchemaChange']> = {
  consentOf?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ChangeSeverity'], ParentType, ContextType>;
  usedBy?: Resolver<Array<ResolversTypes['OperationUsage']>, ParentType, ContextType>;
};

export type SchemaCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchemaCheck'] = ResolversParentTypes['SchemaCheck']> = {
  changes?: Resolver<Array<ResolversTypes['SchemaChange']>, ParentType, ContextType>;
  consents?: Resolver<Array<ResolversTypes['ConsentNeed']>, ParentType, ContextType>;
  faults?: Resolver<Array<ResolversTypes['CompositionFault']>, ParentType, ContextType>;
  hints?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  lint?: Resolver<Array<ResolversTypes['LintFinding']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['CheckOutcome'], ParentType, ContextType>;
};

export type SchemaLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchemaLocation'] = ResolversParentTypes['SchemaLocation']> = {
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SelectedFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SelectedField'] = ResolversParentTypes['SelectedField']> = {
  coordinate?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  departments?: Resolver<Array<ResolversTypes['Department']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sharing?: Resolver<Maybe<ResolversTypes['SharingClass']>, ParentType, ContextType>;
};

export type SharingApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingApplication'] = ResolversParentTypes['SharingApplication'], FederationReferenceType extends FederationReferenceTypes['SharingApplication'] = FederationReferenceTypes['SharingApplication']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SharingApplication']> | FederationReferenceType, FederationReferenceType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  batch?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  clientDepartment?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueWithoutHolidaysOf?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  grant?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['SharingEvent']>, ParentType, ContextType>;
  neededBeside?: Resolver<Array<ResolversTypes['NeededBeside']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regions?: Resolver<Maybe<Array<ResolversTypes['Region']>>, ParentType, ContextType>;
  renews?: Resolver<Maybe<ResolversTypes['Grant']>, ParentType, ContextType>;
  resources?: Resolver<Array<ResolversTypes['DataResource']>, ParentType, ContextType>;
  ruleSet?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SharingApplicationState'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SharingApplicationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingApplicationConnection'] = ResolversParentTypes['SharingApplicationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SharingApplicationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SharingApplicationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingApplicationEdge'] = ResolversParentTypes['SharingApplicationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SharingApplication'], ParentType, ContextType>;
};

export type SharingApplicationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingApplicationPayload'] = ResolversParentTypes['SharingApplicationPayload']> = {
  application?: Resolver<Maybe<ResolversTypes['SharingApplication']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SharingEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingEvent'] = ResolversParentTypes['SharingEvent']> = {
  action?: Resolver<ResolversTypes['SharingAction'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SharingFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingFigures'] = ResolversParentTypes['SharingFigures']> = {
  applications?: Resolver<ResolversTypes['AnswerTimes'], ParentType, ContextType>;
  corrections?: Resolver<ResolversTypes['AnswerTimes'], ParentType, ContextType>;
  grantsInForce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shares?: Resolver<ResolversTypes['FieldShares'], ParentType, ContextType>;
};

export type SharingNeedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingNeed'] = ResolversParentTypes['SharingNeed']> = {
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SharingNeedsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingNeeds'] = ResolversParentTypes['SharingNeeds']> = {
  departments?: Resolver<Array<ResolversTypes['SharingNeed']>, ParentType, ContextType>;
  granted?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  notShared?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  selected?: Resolver<Array<ResolversTypes['SelectedField']>, ParentType, ContextType>;
};

export type SharingPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingPoint'] = ResolversParentTypes['SharingPoint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grantsInForce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shares?: Resolver<ResolversTypes['FieldShares'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SharingRulesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingRules'] = ResolversParentTypes['SharingRules']> = {
  answerDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  catalogueDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  correctionDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deliveryDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  extensionDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  holidayYears?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  longestGrantDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unconditionalDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SharingStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SharingStatistics'] = ResolversParentTypes['SharingStatistics']> = {
  departments?: Resolver<Array<ResolversTypes['DepartmentFigures']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overTime?: Resolver<Array<ResolversTypes['SharingPoint']>, ParentType, ContextType, RequireFields<SharingStatisticsOverTimeArgs, 'every'>>;
  resources?: Resolver<Array<ResolversTypes['ResourceCalls']>, ParentType, ContextType, RequireFields<SharingStatisticsResourcesArgs, 'first'>>;
  total?: Resolver<ResolversTypes['SharingFigures'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type SignedGrantsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignedGrants'] = ResolversParentTypes['SignedGrants']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubgraphVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubgraphVersion'] = ResolversParentTypes['SubgraphVersion']> = {
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publishedBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubgraphVersionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubgraphVersionConnection'] = ResolversParentTypes['SubgraphVersionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SubgraphVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubgraphVersionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubgraphVersionEdge'] = ResolversParentTypes['SubgraphVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SubgraphVersion'], ParentType, ContextType>;
};

export type SupergraphVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupergraphVersion'] = ResolversParentTypes['SupergraphVersion']> = {
  changes?: Resolver<Array<ResolversTypes['SchemaChange']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  gateways?: Resolver<Array<ResolversTypes['Gateway']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SupergraphReason'], ParentType, ContextType>;
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subgraphs?: Resolver<Array<ResolversTypes['SubgraphVersion']>, ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SupergraphVersionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupergraphVersionConnection'] = ResolversParentTypes['SupergraphVersionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SupergraphVersionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SupergraphVersionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SupergraphVersionEdge'] = ResolversParentTypes['SupergraphVersionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SupergraphVersion'], ParentType, ContextType>;
};

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Access?: AccessResolvers<ContextType>;
  AccessConnection?: AccessConnectionResolvers<ContextType>;
  AccessEdge?: AccessEdgeResolvers<ContextType>;
  AccessLog?: AccessLogResolvers<ContextType>;
  AccessLogPosition?: AccessLogPositionResolvers<ContextType>;
  AccessRecord?: AccessRecordResolvers<ContextType>;
  AccessRecordConnection?: AccessRecordConnectionResolvers<ContextType>;
  AccessRecordEdge?: AccessRecordEdgeResolvers<ContextType>;
  AccessSubject?: AccessSubjectResolvers<ContextType>;
  AnswerTimes?: AnswerTimesResolvers<ContextType>;
  ApprovalPayload?: ApprovalPayloadResolvers<ContextType>;
  ChangeApproval?: ChangeApprovalResolvers<ContextType>;
  CompositionFault?: CompositionFaultResolvers<ContextType>;
  ConsentNeed?: ConsentNeedResolvers<ContextType>;
  Correction?: CorrectionResolvers<ContextType>;
  CorrectionConnection?: CorrectionConnectionResolvers<ContextType>;
  CorrectionEdge?: CorrectionEdgeResolvers<ContextType>;
  CorrectionPayload?: CorrectionPayloadResolvers<ContextType>;
  DataResource?: DataResourceResolvers<ContextType>;
  DataResourceConnection?: DataResourceConnectionResolvers<ContextType>;
  DataResourceEdge?: DataResourceEdgeResolvers<ContextType>;
  DataResourceField?: DataResourceFieldResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Department?: DepartmentResolvers<ContextType>;
  DepartmentFigures?: DepartmentFiguresResolvers<ContextType>;
  Enterprise?: EnterpriseResolvers<ContextType>;
  FieldShares?: FieldSharesResolvers<ContextType>;
  Gateway?: GatewayResolvers<ContextType>;
  GatewayKey?: GatewayKeyResolvers<ContextType>;
  GatewayVersion?: GatewayVersionResolvers<ContextType>;
  Grant?: GrantResolvers<ContextType>;
  GrantConnection?: GrantConnectionResolvers<ContextType>;
  GrantEdge?: GrantEdgeResolvers<ContextType>;
  GrantPayload?: GrantPayloadResolvers<ContextType>;
  KeyPayload?: KeyPayloadResolvers<ContextType>;
  LintFinding?: LintFindingResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NeededBeside?: NeededBesideResolvers<ContextType>;
  OperationApplicationPayload?: OperationApplicationPayloadResolvers<ContextType>;
  OperationUsage?: OperationUsageResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PublishPayload?: PublishPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  RegionConnection?: RegionConnectionResolvers<ContextType>;
  RegionEdge?: RegionEdgeResolvers<ContextType>;
  ResourceCalls?: ResourceCallsResolvers<ContextType>;
  SchemaChange?: SchemaChangeResolvers<ContextType>;
  SchemaCheck?: SchemaCheckResolvers<ContextType>;
  SchemaLocation?: SchemaLocationResolvers<ContextType>;
  SelectedField?: SelectedFieldResolvers<ContextType>;
  SharingApplication?: SharingApplicationResolvers<ContextType>;
  SharingApplicationConnection?: SharingApplicationConnectionResolvers<ContextType>;
  SharingApplicationEdge?: SharingApplicationEdgeResolvers<ContextType>;
  SharingApplicationPayload?: SharingApplicationPayloadResolvers<ContextType>;
  SharingEvent?: SharingEventResolvers<ContextType>;
  SharingFigures?: SharingFiguresResolvers<ContextType>;
  SharingNeed?: SharingNeedResolvers<ContextType>;
  SharingNeeds?: SharingNeedsResolvers<ContextType>;
  SharingPoint?: SharingPointResolvers<ContextType>;
  SharingRules?: SharingRulesResolvers<ContextType>;
  SharingStatistics?: SharingStatisticsResolvers<ContextType>;
  SignedGrants?: SignedGrantsResolvers<ContextType>;
  SubgraphVersion?: SubgraphVersionResolvers<ContextType>;
  SubgraphVersionConnection?: SubgraphVersionConnectionResolvers<ContextType>;
  SubgraphVersionEdge?: SubgraphVersionEdgeResolvers<ContextType>;
  SupergraphVersion?: SupergraphVersionResolvers<ContextType>;
  SupergraphVersionConnection?: SupergraphVersionConnectionResolvers<ContextType>;
  SupergraphVersionEdge?: SupergraphVersionEdgeResolvers<ContextType>;
  USCC?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
