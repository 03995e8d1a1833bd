import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CaseRow, PermitRow } from '../tables.ts';
import type { CaseConnectionModel, EnterpriseModel, PermitConnectionModel, RegionModel, ServiceItemModel, ServiceItemConnectionModel } from '../models.ts';
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
  /** An exact decimal number as a string: no rounding, no exponent. */
  Decimal: { input: string; output: string; }
  /** Code of an administrative region 行政区划代码 (GB/T 2260): 2, 4, 6, 9 or 12 digits for province, city, county, town, village. */
  RegionCode: { input: string; output: string; }
  /** Unified social credit code 统一社会信用代码 (GB 32100): 18 characters. Full-width and lower-case input is accepted. */
  USCC: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** One request by one applicant for one service item 办件. It lives for days, and people decide in it. */
export type Case = {
  __typename?: 'Case';
  /** Who applies 申请人. Null when it is no enterprise or is not known. */
  applicant?: Maybe<Enterprise>;
  /** Day on which it was decided or not accepted 办结日期. Null while it is open, and when it was withdrawn. */
  decidedOn?: Maybe<Scalars['Date']['output']>;
  /** What was decided 审批结果. Null while it is open, and when it ended without a decision. */
  decision?: Maybe<CaseDecision>;
  /** Last day of the promised time 承诺办结日. Null before the case is accepted, and when it never was. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** 办件编号. */
  number: Scalars['ID']['output'];
  /** The permit that was granted 办理结果. Null when there is none. */
  permit?: Maybe<Permit>;
  /** Day on which it was received 收件日期. */
  receivedOn: Scalars['Date']['output'];
  /** Where it was filed. Null when not known. */
  region?: Maybe<Region>;
  /** Null when the register does not name it. */
  serviceItem?: Maybe<ServiceItem>;
  source: DataSource;
  state: CaseState;
  /** What has happened 办理过程, first event first. */
  timeline: Array<CaseEvent>;
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

export type CaseEdge = {
  __typename?: 'CaseEdge';
  /** Opaque: pass it as `after` to go on behind this case. */
  cursor: Scalars['String']['output'];
  node: Case;
};

/** One step of a case 办理环节. */
export type CaseEvent = {
  __typename?: 'CaseEvent';
  /** Why or how 办理意见. Null when nothing was noted. */
  note?: Maybe<Scalars['String']['output']>;
  /** Day of the step. */
  on: Scalars['Date']['output'];
  step: CaseStep;
};

/** Where a case stands 办件状态. */
export type CaseState =
  /** 受理: accepted, not looked into yet. */
  | 'ACCEPTED'
  /** 办结: decided; Case.decision says how. A denial ends here. */
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
  /** 送达 */
  | 'DELIVERED'
  /** 不予许可 */
  | 'DENIED'
  /** 准予许可 */
  | 'GRANTED'
  /** 现场核查 */
  | 'INSPECTED'
  /** 不予受理 */
  | 'NOT_ACCEPTED'
  /** 补正 */
  | 'RESUBMITTED'
  /** 一次性告知补正 */
  | 'RETURNED'
  /** 审查 */
  | 'REVIEWED'
  /** 收件 */
  | 'SUBMITTED'
  /** 撤回 */
  | 'WITHDRAWN';

/** Where a row comes from. */
export type DataSource =
  /** The generator: made up, for trying things out. */
  | 'GENERATED'
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
  /** Permits that it holds or held 许可/证照, newest first. */
  permits?: Maybe<PermitConnection>;
  uscc: Scalars['USCC']['output'];
};


export type EnterpriseCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type EnterprisePermitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** One thing to hand in 申请材料. */
export type GuideMaterial = {
  __typename?: 'GuideMaterial';
  /** Copies 复印件份数. */
  copies: Scalars['Int']['output'];
  /** True when the department reads it from shared data 共享获取 and does not ask for it. */
  fromSharedData: Scalars['Boolean']['output'];
  /** Name 材料名称. */
  name: Scalars['String']['output'];
  /** Originals 原件份数. */
  originals: Scalars['Int']['output'];
};

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
  source: DataSource;
  /** How it stands on a day; today in China when none is given. */
  status: PermitStatus;
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
  /** 有效 */
  | 'VALID';

export type Query = {
  __typename?: 'Query';
  /** One case 办件. Null with NOT_FOUND when the register does not hold it. */
  case?: Maybe<Case>;
  /** One permit 许可/证照. Null with NOT_FOUND when the register does not hold it. */
  permit?: Maybe<Permit>;
  /** One service item 政务服务事项. Null with NOT_FOUND when the register does not hold it. */
  serviceItem?: Maybe<ServiceItem>;
  /** Service items that match every condition of the filter, by code. */
  serviceItems?: Maybe<ServiceItemConnection>;
};


export type QueryCaseArgs = {
  number: Scalars['ID']['input'];
};


export type QueryPermitArgs = {
  number: Scalars['ID']['input'];
};


export type QueryServiceItemArgs = {
  code: Scalars['ID']['input'];
};


export type QueryServiceItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceItemFilter>;
  first?: Scalars['Int']['input'];
};

export type Region = {
  __typename?: 'Region';
  code: Scalars['RegionCode']['output'];
  /** Permits issued in the region or any region beneath it, those that have ended among them. */
  permitCount?: Maybe<Scalars['Int']['output']>;
};

/** A department of a government 部门, as the register of service items names it. */
export type ServiceDepartment = {
  __typename?: 'ServiceDepartment';
  /** The register's code, usually a unified social credit code or an organisation code. Null when it gives none. */
  code?: Maybe<Scalars['String']['output']>;
  /** Name 部门名称. */
  name: Scalars['String']['output'];
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
  /** Visits to a counter 到现场次数. */
  visits?: Maybe<Scalars['Int']['output']>;
};

/** Something that one can apply for 政务服务事项, in the register of administrative approval 行政审批. */
export type ServiceItem = {
  __typename?: 'ServiceItem';
  /** The 12 characters of the code that all who offer the item share 基本编码 (GB/T 39554). Null when the code is of a form that holds none. */
  basicCode?: Maybe<Scalars['String']['output']>;
  /** The full code under which the region's department offers it 实施编码, as the register writes it, in upper case. */
  code: Scalars['ID']['output'];
  /** The department that runs it 实施部门. */
  department: ServiceDepartment;
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
  source: DataSource;
  type: ServiceItemType;
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
  /** Code of the department that runs it, as ServiceDepartment.code. */
  department?: InputMaybe<Scalars['String']['input']>;
  /** Part of the name, one character or more; width, case and kind of brackets do not matter. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** True: items that need no visit to a counter 不见面. False: items that need at least one. Items whose visits are not known match neither. */
  noVisit?: InputMaybe<Scalars['Boolean']['input']>;
  /** Offered by this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
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
   * succession may come as one. Null with NOT_FOUND when the register does not hold it.
   */
  caseChanged?: Maybe<Case>;
};


export type SubscriptionCaseChangedArgs = {
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
  Case: Case;
  Enterprise: Enterprise;
  Permit: Permit;
  Region: Region;
  ServiceItem: ServiceItem;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Case:
    ( { __typename: 'Case' }
    & GraphQLRecursivePick<FederationTypes['Case'], {"number":true}> );
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
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
  Case: ResolverTypeWrapper<CaseRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CaseConnection: ResolverTypeWrapper<CaseConnectionModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CaseDecision: CaseDecision;
  CaseEdge: ResolverTypeWrapper<Omit<CaseEdge, 'node'> & { node: ResolversTypes['Case'] }>;
  CaseEvent: ResolverTypeWrapper<CaseEvent>;
  CaseState: CaseState;
  CaseStep: CaseStep;
  DataSource: DataSource;
  DataSubject: DataSubject;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  GuideMaterial: ResolverTypeWrapper<GuideMaterial>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Permit: ResolverTypeWrapper<PermitRow>;
  PermitConnection: ResolverTypeWrapper<PermitConnectionModel>;
  PermitEdge: ResolverTypeWrapper<Omit<PermitEdge, 'node'> & { node: ResolversTypes['Permit'] }>;
  PermitStatus: PermitStatus;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  ServiceDepartment: ResolverTypeWrapper<ServiceDepartment>;
  ServiceGuide: ResolverTypeWrapper<ServiceItemModel>;
  ServiceItem: ResolverTypeWrapper<ServiceItemModel>;
  ServiceItemConnection: ResolverTypeWrapper<ServiceItemConnectionModel>;
  ServiceItemEdge: ResolverTypeWrapper<Omit<ServiceItemEdge, 'node'> & { node: ResolversTypes['ServiceItem'] }>;
  ServiceItemFilter: ServiceItemFilter;
  ServiceItemType: ServiceItemType;
  ServiceLevel: ServiceLevel;
  SharingClass: SharingClass;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UpdateCycle: UpdateCycle;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Case: CaseRow;
  ID: Scalars['ID']['output'];
  CaseConnection: CaseConnectionModel;
  Int: Scalars['Int']['output'];
  CaseEdge: Omit<CaseEdge, 'node'> & { node: ResolversParentTypes['Case'] };
  CaseEvent: CaseEvent;
  Date: Scalars['Date']['output'];
  Decimal: Scalars['Decimal']['output'];
  Enterprise: EnterpriseModel;
  GuideMaterial: GuideMaterial;
  Boolean: Scalars['Boolean']['output'];
  PageInfo: PageInfo;
  Permit: PermitRow;
  PermitConnection: PermitConnectionModel;
  PermitEdge: Omit<PermitEdge, 'node'> & { node: ResolversParentTypes['Permit'] };
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
  ServiceDepartment: ServiceDepartment;
  ServiceGuide: ServiceItemModel;
  ServiceItem: ServiceItemModel;
  ServiceItemConnection: ServiceItemConnectionModel;
  ServiceItemEdge: Omit<ServiceItemEdge, 'node'> & { node: ResolversParentTypes['ServiceItem'] };
  ServiceItemFilter: ServiceItemFilter;
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

export type CaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Case'] = ResolversParentTypes['Case'], FederationReferenceType extends FederationReferenceTypes['Case'] = FederationReferenceTypes['Case']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Case']> | FederationReferenceType, FederationReferenceType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  permit?: Resolver<Maybe<ResolversTypes['Permit']>, ParentType, ContextType>;
  receivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  serviceItem?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['CaseEvent']>, ParentType, ContextType>;
};

export type CaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseConnection'] = ResolversParentTypes['CaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CaseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEdge'] = ResolversParentTypes['CaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Case'], ParentType, ContextType>;
};

export type CaseEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaseEvent'] = ResolversParentTypes['CaseEvent']> = {
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['CaseStep'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  cases?: Resolver<Maybe<ResolversTypes['CaseConnection']>, ParentType, ContextType, RequireFields<EnterpriseCasesArgs, 'first'>>;
  permits?: Resolver<Maybe<ResolversTypes['PermitConnection']>, ParentType, ContextType, RequireFields<EnterprisePermitsArgs, 'first'>>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type GuideMaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GuideMaterial'] = ResolversParentTypes['GuideMaterial']> = {
  copies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fromSharedData?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  originals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PermitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Permit'] = ResolversParentTypes['Permit'], FederationReferenceType extends FederationReferenceTypes['Permit'] = FederationReferenceTypes['Permit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Permit']> | FederationReferenceType, FederationReferenceType, ContextType>;
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  issuingAuthority?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  serviceItem?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PermitStatus'], ParentType, ContextType, Partial<PermitStatusArgs>>;
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

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  case?: Resolver<Maybe<ResolversTypes['Case']>, ParentType, ContextType, RequireFields<QueryCaseArgs, 'number'>>;
  permit?: Resolver<Maybe<ResolversTypes['Permit']>, ParentType, ContextType, RequireFields<QueryPermitArgs, 'number'>>;
  serviceItem?: Resolver<Maybe<ResolversTypes['ServiceItem']>, ParentType, ContextType, RequireFields<QueryServiceItemArgs, 'code'>>;
  serviceItems?: Resolver<Maybe<ResolversTypes['ServiceItemConnection']>, ParentType, ContextType, RequireFields<QueryServiceItemsArgs, 'first'>>;
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

export type ServiceGuideResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceGuide'] = ResolversParentTypes['ServiceGuide']> = {
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conditions?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  feeCny?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  levels?: Resolver<Maybe<Array<ResolversTypes['ServiceLevel']>>, ParentType, ContextType>;
  materials?: Resolver<Maybe<Array<ResolversTypes['GuideMaterial']>>, ParentType, ContextType>;
  onlineDepth?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  promisedDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  statutoryDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visits?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ServiceItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServiceItem'] = ResolversParentTypes['ServiceItem'], FederationReferenceType extends FederationReferenceTypes['ServiceItem'] = FederationReferenceTypes['ServiceItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ServiceItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  basicCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['ServiceDepartment'], ParentType, ContextType>;
  guide?: Resolver<Maybe<ResolversTypes['ServiceGuide']>, ParentType, ContextType>;
  mainItem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  noVisit?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ServiceItemType'], ParentType, ContextType>;
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
};

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type Resolvers<ContextType = Context> = {
  Case?: CaseResolvers<ContextType>;
  CaseConnection?: CaseConnectionResolvers<ContextType>;
  CaseEdge?: CaseEdgeResolvers<ContextType>;
  CaseEvent?: CaseEventResolvers<ContextType>;
  Date?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Enterprise?: EnterpriseResolvers<ContextType>;
  GuideMaterial?: GuideMaterialResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Permit?: PermitResolvers<ContextType>;
  PermitConnection?: PermitConnectionResolvers<ContextType>;
  PermitEdge?: PermitEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  ServiceDepartment?: ServiceDepartmentResolvers<ContextType>;
  ServiceGuide?: ServiceGuideResolvers<ContextType>;
  ServiceItem?: ServiceItemResolvers<ContextType>;
  ServiceItemConnection?: ServiceItemConnectionResolvers<ContextType>;
  ServiceItemEdge?: ServiceItemEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  USCC?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  ownData?: OwnDataDirectiveResolver<any, any, ContextType>;
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
