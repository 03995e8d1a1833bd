import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { RegionModel, RegionConnectionModel } from '../models.ts';
import type { DepartmentModel, SubgraphVersionModel, SubgraphVersionConnectionModel, SupergraphVersionModel, SupergraphVersionConnectionModel, GatewayModel } from '../registry/models.ts';
import type { DataResourceModel, DataResourceConnectionModel } from '../catalogue/models.ts';
import type { AccessModel, AccessConnectionModel, AccessRecordModel, AccessRecordConnectionModel, AccessSubjectModel, AccessLogModel, GatewayKeyModel } from '../access-log/models.ts';
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
  /** The keys that the gateway has, or had, which seal its log. */
  keys: Array<GatewayKey>;
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
  /** Exactly what the gateway wrote: canonical JSON. */
  text: Scalars['String']['output'];
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

/** A record of an access log, as a gateway wrote it. */
export type AccessRecordInput = {
  /** Left out where the gateway made none; the last record of a call needs one. */
  seal?: InputMaybe<Scalars['String']['input']>;
  /** Canonical JSON. */
  text: Scalars['String']['input'];
};

/** An entity whose data was read. */
export type AccessSubject = {
  __typename?: 'AccessSubject';
  /** Value of its key; several parts of one are joined by spaces. */
  key: Scalars['String']['output'];
  /** Name of its type, such as Taxpayer. */
  type: Scalars['String']['output'];
};

/** Form of the exported catalogue. */
export type CatalogueFormat =
  /** DCAT-AP as JSON-LD. */
  | 'DCAT_AP_JSON_LD'
  /** The columns of the 2017 guide 政务信息资源目录编制指南, as CSV. */
  | 'GUIDE_2017_CSV';

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
  /** A real register that was imported. */
  | 'REGISTER';

/** A department 部门 that has published its subgraph. */
export type Department = {
  __typename?: 'Department';
  /** All that was published, newest first. */
  history: SubgraphVersionConnection;
  /** Lower-case letters, digits, hyphens; begins with a letter; at most 40 characters. */
  name: Scalars['ID']['output'];
  /** What is in force. Null when a rollback went behind its first publication. */
  subgraph?: Maybe<SubgraphVersion>;
};


/** A department 部门 that has published its subgraph. */
export type DepartmentHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
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

/** What became of a key. */
export type KeyPayload = {
  __typename?: 'KeyPayload';
  /** Thumbprint of the key (RFC 7638). Null when it was refused. */
  kid?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** Who holds a key. */
export type KeyRole =
  /** Publishes and checks its own subgraph. */
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
  /**
   * Publishes subgraphs 发布子图, all of them or none. Each credential is for the action publish on the whole list; every
   * department of the list needs one of its own key, or an operator's covers all. Breaking changes are refused when
   * somebody has used what they break in so many days, and changes of keys always, unless they are accepted.
   */
  publishSubgraphs: PublishPayload;
  /**
   * A gateway hands records of its access log over, in order and up to one with a seal; those that are known already must be
   * the same. Answered with the end of what is kept; without records it only asks. The credential is of the gateway's key,
   * for the action accesses.
   */
  recordAccesses: AccessLogPosition;
  /**
   * Lets a key act for its holder; again with the same holder it changes nothing. The public key is the JSON of a JSON Web
   * Key (Ed25519). Needs an operator's credential.
   */
  registerKey: KeyPayload;
  /**
   * A gateway says what it runs, and gets the newest version of each variant that it names and has an older one of. The
   * credential is of the gateway's key, for the action report.
   */
  reportGateway: Array<SupergraphVersion>;
  /** A gateway says what was asked since its last report. The credential is of the gateway's key, for the action operations. */
  reportOperations: Scalars['Boolean']['output'];
  /** Takes a key out of use for ever. Needs an operator's credential. */
  revokeKey: KeyPayload;
  /** Makes what was in force at a version the newest version 回滚. Needs an operator's credential. */
  rollbackSupergraph: PublishPayload;
};


export type MutationPublishSubgraphsArgs = {
  acceptBreaking?: Scalars['Boolean']['input'];
  credentials: Array<Scalars['String']['input']>;
  days?: Scalars['Int']['input'];
  subgraphs: Array<SubgraphInput>;
};


export type MutationRecordAccessesArgs = {
  credential: Scalars['String']['input'];
  gateway: Scalars['ID']['input'];
  records: Array<AccessRecordInput>;
};


export type MutationRegisterKeyArgs = {
  credential: Scalars['String']['input'];
  holder: Scalars['ID']['input'];
  publicKey: Scalars['String']['input'];
  role: KeyRole;
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


export type MutationRevokeKeyArgs = {
  credential: Scalars['String']['input'];
  kid: Scalars['ID']['input'];
};


export type MutationRollbackSupergraphArgs = {
  credential: Scalars['String']['input'];
  reason: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};

/** How often one operation was asked by one client. */
export type OperationReport = {
  /** Header graphql-client-name. */
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
  /** Null when the client gave no name. */
  client?: Maybe<Scalars['String']['output']>;
  /** Null when the client gave none. */
  clientVersion?: Maybe<Scalars['String']['output']>;
  /** Digest of the document. */
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

/** What became of a publication or rollback. */
export type PublishOutcome =
  | 'PUBLISHED'
  /** Nothing was changed; userErrors say why. */
  | 'REFUSED'
  | 'ROLLED_BACK'
  /** Everything was in force already; no new version. */
  | 'UNCHANGED';

/** What became of a publication. */
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
  /** The access logs 访问日志 of all gateways or of one, by gateway. Needs the scope accesses:read. */
  accessLogs?: Maybe<Array<AccessLog>>;
  /** Who has read data that is shared with condition 访问记录, newest first. Needs the scope accesses:read. */
  accessRecords?: Maybe<AccessRecordConnection>;
  /**
   * What publishing would find 预检; nothing is changed. The credential is of the department's key or an operator's, for the
   * action check.
   */
  checkSubgraph: SchemaCheck;
  /** The whole data catalogue as one text. */
  dataCatalogue: Scalars['String']['output'];
  /** One entry of the data catalogue. Null with NOT_FOUND when it holds no such code. */
  dataResource?: Maybe<DataResource>;
  /** The data catalogue 政务信息资源目录: resources that match every condition of the filter, by code. */
  dataResources: DataResourceConnection;
  /** One department. Null with NOT_FOUND when none of this name has published. */
  department?: Maybe<Department>;
  /** Every department 部门 that has published, by name. */
  departments: Array<Department>;
  /**
   * Who uses a field 字段使用情况, most calls first. The coordinate is `Type.field`, `Enum.VALUE`, `Input.field`,
   * `Type.field(argument:)` or a type's name; days are counted back from now, 1 to 3660.
   */
  fieldUsage: Array<OperationUsage>;
  /** Every gateway that has reported, by name. */
  gateways: Array<Gateway>;
  /** One region 行政区划. Null with NOT_FOUND when the list does not hold it. */
  region?: Maybe<Region>;
  /** Regions that match every condition of the filter, by code: each region before those beneath it. */
  regions: RegionConnection;
  /** One version of a variant's supergraph; without a version the newest. Null when there is none. */
  supergraph?: Maybe<SupergraphVersion>;
  /** The versions of the supergraph, newest first, as the variant internal. */
  supergraphVersions: SupergraphVersionConnection;
  /** Coordinates of published fields that nobody has asked for in so many days, by name; of one department or of all. */
  unusedFields: Array<Scalars['String']['output']>;
};


export type QueryAccessLogsArgs = {
  gateway?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryAccessRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccessRecordFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryCheckSubgraphArgs = {
  credential: Scalars['String']['input'];
  input: CheckSubgraphInput;
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
  name: Scalars['ID']['input'];
};


export type QueryFieldUsageArgs = {
  coordinate: Scalars['String']['input'];
  days?: Scalars['Int']['input'];
};


export type QueryRegionArgs = {
  code: Scalars['RegionCode']['input'];
};


export type QueryRegionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RegionFilter>;
  first?: Scalars['Int']['input'];
};


export type QuerySupergraphArgs = {
  variant?: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySupergraphVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryUnusedFieldsArgs = {
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
  children: RegionConnection;
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

/** What a gateway runs of one variant. */
export type RunningVersion = {
  variant: Scalars['ID']['input'];
  /** Null when it has none. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** One difference between two versions of the one schema. */
export type SchemaChange = {
  __typename?: 'SchemaChange';
  /** Such as Type.field. Null when it is about the schema as a whole. */
  coordinate?: Maybe<Scalars['String']['output']>;
  /** Such as FIELD_REMOVED. */
  kind: Scalars['String']['output'];
  /** One sentence. */
  message: Scalars['String']['output'];
  severity: ChangeSeverity;
  /** Who would notice, most calls first; only of what breaks or may break. */
  usedBy: Array<OperationUsage>;
};

/** What is found about a subgraph before it is published. */
export type SchemaCheck = {
  __typename?: 'SchemaCheck';
  changes: Array<SchemaChange>;
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

/** How much a finding matters. */
export type Severity =
  /** Refuses the subgraph. */
  | 'ERROR'
  | 'WARNING';

/** Who may read 共享类型. */
export type SharingClass =
  /** 有条件共享: on application, which the owner answers. */
  | 'CONDITIONAL'
  /** 不予共享: nobody else, by law. */
  | 'NOT_SHARED'
  /** 无条件共享: every department, at once. */
  | 'UNCONDITIONAL';

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
  | 'ROLLED_BACK';

/** One version of the supergraph 超图, in one variant. */
export type SupergraphVersion = {
  __typename?: 'SupergraphVersion';
  /** What it changed. Empty for the first version and after a rollback. */
  changes: Array<SchemaChange>;
  /** When it came into force. */
  createdAt: Scalars['DateTime']['output'];
  /** The gateways that run it. */
  gateways: Array<Gateway>;
  /** Why it was rolled back. */
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
  Department: Department;
  Enterprise: Enterprise;
  Region: Region;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"name":true}> );
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  Region:
    ( { __typename: 'Region' }
    & GraphQLRecursivePick<FederationTypes['Region'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Access: ResolverTypeWrapper<AccessModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccessConnection: ResolverTypeWrapper<AccessConnectionModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AccessEdge: ResolverTypeWrapper<Omit<AccessEdge, 'node'> & { node: ResolversTypes['Access'] }>;
  AccessLog: ResolverTypeWrapper<AccessLogModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AccessLogPosition: ResolverTypeWrapper<AccessLogPosition>;
  AccessOutcome: AccessOutcome;
  AccessRecord: ResolverTypeWrapper<AccessRecordModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AccessRecordConnection: ResolverTypeWrapper<AccessRecordConnectionModel>;
  AccessRecordEdge: ResolverTypeWrapper<Omit<AccessRecordEdge, 'node'> & { node: ResolversTypes['AccessRecord'] }>;
  AccessRecordFilter: AccessRecordFilter;
  AccessRecordInput: AccessRecordInput;
  AccessSubject: ResolverTypeWrapper<AccessSubjectModel>;
  CatalogueFormat: CatalogueFormat;
  ChangeSeverity: ChangeSeverity;
  CheckOutcome: CheckOutcome;
  CheckSubgraphInput: CheckSubgraphInput;
  CompositionFault: ResolverTypeWrapper<CompositionFault>;
  DataResource: ResolverTypeWrapper<DataResourceModel>;
  DataResourceConnection: ResolverTypeWrapper<DataResourceConnectionModel>;
  DataResourceEdge: ResolverTypeWrapper<Omit<DataResourceEdge, 'node'> & { node: ResolversTypes['DataResource'] }>;
  DataResourceField: ResolverTypeWrapper<DataResourceField>;
  DataResourceFilter: DataResourceFilter;
  DataSource: DataSource;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Department: ResolverTypeWrapper<DepartmentModel>;
  Enterprise: ResolverTypeWrapper<Omit<Enterprise, 'accesses'> & { accesses?: Maybe<ResolversTypes['AccessConnection']> }>;
  Gateway: ResolverTypeWrapper<GatewayModel>;
  GatewayKey: ResolverTypeWrapper<GatewayKeyModel>;
  GatewayVersion: ResolverTypeWrapper<GatewayVersion>;
  KeyPayload: ResolverTypeWrapper<KeyPayload>;
  KeyRole: KeyRole;
  LintFinding: ResolverTypeWrapper<LintFinding>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OperationReport: OperationReport;
  OperationUsage: ResolverTypeWrapper<OperationUsage>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PublishOutcome: PublishOutcome;
  PublishPayload: ResolverTypeWrapper<PublishPayload>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  RegionConnection: ResolverTypeWrapper<RegionConnectionModel>;
  RegionEdge: ResolverTypeWrapper<Omit<RegionEdge, 'node'> & { node: ResolversTypes['Region'] }>;
  RegionFilter: RegionFilter;
  RegionLevel: RegionLevel;
  RunningVersion: RunningVersion;
  SchemaChange: ResolverTypeWrapper<SchemaChange>;
  SchemaCheck: ResolverTypeWrapper<SchemaCheck>;
  SchemaLocation: ResolverTypeWrapper<SchemaLocation>;
  Severity: Severity;
  SharingClass: SharingClass;
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
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Access: AccessModel;
  ID: Scalars['ID']['output'];
  AccessConnection: AccessConnectionModel;
  Int: Scalars['Int']['output'];
  AccessEdge: Omit<AccessEdge, 'node'> & { node: ResolversParentTypes['Access'] };
  AccessLog: AccessLogModel;
  Float: Scalars['Float']['output'];
  AccessLogPosition: AccessLogPosition;
  AccessRecord: AccessRecordModel;
  Boolean: Scalars['Boolean']['output'];
  AccessRecordConnection: AccessRecordConnectionModel;
  AccessRecordEdge: Omit<AccessRecordEdge, 'node'> & { node: ResolversParentTypes['AccessRecord'] };
  AccessRecordFilter: AccessRecordFilter;
  AccessRecordInput: AccessRecordInput;
  AccessSubject: AccessSubjectModel;
  CheckSubgraphInput: CheckSubgraphInput;
  CompositionFault: CompositionFault;
  DataResource: DataResourceModel;
  DataResourceConnection: DataResourceConnectionModel;
  DataResourceEdge: Omit<DataResourceEdge, 'node'> & { node: ResolversParentTypes['DataResource'] };
  DataResourceField: DataResourceField;
  DataResourceFilter: DataResourceFilter;
  DateTime: Scalars['DateTime']['output'];
  Department: DepartmentModel;
  Enterprise: Omit<Enterprise, 'accesses'> & { accesses?: Maybe<ResolversParentTypes['AccessConnection']> } | FederationReferenceTypes['Enterprise'];
  Gateway: GatewayModel;
  GatewayKey: GatewayKeyModel;
  GatewayVersion: GatewayVersion;
  KeyPayload: KeyPayload;
  LintFinding: LintFinding;
  Mutation: Record<PropertyKey, never>;
  OperationReport: OperationReport;
  OperationUsage: OperationUsage;
  PageInfo: PageInfo;
  PublishPayload: PublishPayload;
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
  RegionConnection: RegionConnectionModel;
  RegionEdge: Omit<RegionEdge, 'node'> & { node: ResolversParentTypes['Region'] };
  RegionFilter: RegionFilter;
  RunningVersion: RunningVersion;
  SchemaChange: SchemaChange;
  SchemaCheck: SchemaCheck;
  SchemaLocation: SchemaLocation;
  SubgraphInput: SubgraphInput;
  SubgraphVersion: SubgraphVersionModel;
  SubgraphVersionConnection: SubgraphVersionConnectionModel;
  SubgraphVersionEdge: Omit<SubgraphVersionEdge, 'node'> & { node: ResolversParentTypes['SubgraphVersion'] };
  SupergraphVersion: SupergraphVersionModel;
  SupergraphVersionConnection: SupergraphVersionConnectionModel;
  SupergraphVersionEdge: Omit<SupergraphVersionEdge, 'node'> & { node: ResolversParentTypes['SupergraphVersion'] };
  USCC: Scalars['USCC']['output'];
  UserError: UserError;
  String: Scalars['String']['output'];
};

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
  keys?: Resolver<Array<ResolversTypes['GatewayKey']>, ParentType, ContextType>;
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
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type CompositionFaultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompositionFault'] = ResolversParentTypes['CompositionFault']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  departments?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  help?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  locations?: Resolver<Array<ResolversTypes['SchemaLocation']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DepartmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  history?: Resolver<ResolversTypes['SubgraphVersionConnection'], ParentType, ContextType, RequireFields<DepartmentHistoryArgs, 'first'>>;
  name?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subgraph?: Resolver<Maybe<ResolversTypes['SubgraphVersion']>, ParentType, ContextType>;
};

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accesses?: Resolver<Maybe<ResolversTypes['AccessConnection']>, ParentType, ContextType, RequireFields<EnterpriseAccessesArgs, 'first'>>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
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
  publishSubgraphs?: Resolver<ResolversTypes['PublishPayload'], ParentType, ContextType, RequireFields<MutationPublishSubgraphsArgs, 'acceptBreaking' | 'credentials' | 'days' | 'subgraphs'>>;
  recordAccesses?: Resolver<ResolversTypes['AccessLogPosition'], ParentType, ContextType, RequireFields<MutationRecordAccessesArgs, 'credential' | 'gateway' | 'records'>>;
  registerKey?: Resolver<ResolversTypes['KeyPayload'], ParentType, ContextType, RequireFields<MutationRegisterKeyArgs, 'credential' | 'holder' | 'publicKey' | 'role'>>;
  reportGateway?: Resolver<Array<ResolversTypes['SupergraphVersion']>, ParentType, ContextType, RequireFields<MutationReportGatewayArgs, 'credential' | 'gateway' | 'running'>>;
  reportOperations?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationReportOperationsArgs, 'credential' | 'gateway' | 'operations'>>;
  revokeKey?: Resolver<ResolversTypes['KeyPayload'], ParentType, ContextType, RequireFields<MutationRevokeKeyArgs, 'credential' | 'kid'>>;
  rollbackSupergraph?: Resolver<ResolversTypes['PublishPayload'], ParentType, ContextType, RequireFields<MutationRollbackSupergraphArgs, 'credential' | 'reason' | 'version'>>;
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
  checkSubgraph?: Resolver<ResolversTypes['SchemaCheck'], ParentType, ContextType, RequireFields<QueryCheckSubgraphArgs, 'credential' | 'input'>>;
  dataCatalogue?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QueryDataCatalogueArgs, 'format'>>;
  dataResource?: Resolver<Maybe<ResolversTypes['DataResource']>, ParentType, ContextType, RequireFields<QueryDataResourceArgs, 'code'>>;
  dataResources?: Resolver<ResolversTypes['DataResourceConnection'], ParentType, ContextType, RequireFields<QueryDataResourcesArgs, 'first'>>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType, RequireFields<QueryDepartmentArgs, 'name'>>;
  departments?: Resolver<Array<ResolversTypes['Department']>, ParentType, ContextType>;
  fieldUsage?: Resolver<Array<ResolversTypes['OperationUsage']>, ParentType, ContextType, RequireFields<QueryFieldUsageArgs, 'coordinate' | 'days'>>;
  gateways?: Resolver<Array<ResolversTypes['Gateway']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType, RequireFields<QueryRegionArgs, 'code'>>;
  regions?: Resolver<ResolversTypes['RegionConnection'], ParentType, ContextType, RequireFields<QueryRegionsArgs, 'first'>>;
  supergraph?: Resolver<Maybe<ResolversTypes['SupergraphVersion']>, ParentType, ContextType, RequireFields<QuerySupergraphArgs, 'variant'>>;
  supergraphVersions?: Resolver<ResolversTypes['SupergraphVersionConnection'], ParentType, ContextType, RequireFields<QuerySupergraphVersionsArgs, 'first'>>;
  unusedFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueryUnusedFieldsArgs, 'days'>>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<ResolversTypes['RegionConnection'], ParentType, ContextType, RequireFields<RegionChildrenArgs, 'first'>>;
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

export type SchemaChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchemaChange'] = ResolversParentTypes['SchemaChange']> = {
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ChangeSeverity'], ParentType, ContextType>;
  usedBy?: Resolver<Array<ResolversTypes['OperationUsage']>, ParentType, ContextType>;
};

export type SchemaCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchemaCheck'] = ResolversParentTypes['SchemaCheck']> = {
  changes?: Resolver<Array<ResolversTypes['SchemaChange']>, ParentType, ContextType>;
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
  CompositionFault?: CompositionFaultResolvers<ContextType>;
  DataResource?: DataResourceResolvers<ContextType>;
  DataResourceConnection?: DataResourceConnectionResolvers<ContextType>;
  DataResourceEdge?: DataResourceEdgeResolvers<ContextType>;
  DataResourceField?: DataResourceFieldResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Department?: DepartmentResolvers<ContextType>;
  Enterprise?: EnterpriseResolvers<ContextType>;
  Gateway?: GatewayResolvers<ContextType>;
  GatewayKey?: GatewayKeyResolvers<ContextType>;
  GatewayVersion?: GatewayVersionResolvers<ContextType>;
  KeyPayload?: KeyPayloadResolvers<ContextType>;
  LintFinding?: LintFindingResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OperationUsage?: OperationUsageResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PublishPayload?: PublishPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  RegionConnection?: RegionConnectionResolvers<ContextType>;
  RegionEdge?: RegionEdgeResolvers<ContextType>;
  SchemaChange?: SchemaChangeResolvers<ContextType>;
  SchemaCheck?: SchemaCheckResolvers<ContextType>;
  SchemaLocation?: SchemaLocationResolvers<ContextType>;
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
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
