import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EnterpriseModel, EnterpriseConnectionModel, RegistrationChangeConnectionModel, RegionModel } from '../models.ts';
import type { FormerNameRow, IndustryRow, RegistrationChangeRow } from '../tables.ts';
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
  /** Code of GB/T 4754-2017: a letter (section 门类) or 2, 3 or 4 digits (division 大类, group 中类, class 小类). */
  IndustryCode: { input: string; output: string; }
  /** Code of an administrative region 行政区划代码 (GB/T 2260): 2, 4, 6, 9 or 12 digits for province, city, county, town, village. */
  RegionCode: { input: string; output: string; }
  /** Unified social credit code 统一社会信用代码 (GB 32100): 18 characters. Full-width and lower-case input is accepted. */
  USCC: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Where a row comes from. */
export type DataSource =
  /** The generator: made up, for trying things out. */
  | 'GENERATED'
  /** A real register that was imported. */
  | 'REGISTER';

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

/** Where a page ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more follows. */
  hasNextPage: Scalars['Boolean']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** One enterprise 企业. Null with NOT_FOUND when the register does not hold it. */
  enterprise?: Maybe<Enterprise>;
  /** Enterprises that match every condition of the filter; last registered first, those without a registration date at the end. */
  enterprises?: Maybe<EnterpriseConnection>;
  /** One industry of GB/T 4754-2017 国民经济行业分类. Null with NOT_FOUND when the table does not hold it. */
  industry?: Maybe<Industry>;
};


export type QueryEnterpriseArgs = {
  uscc: Scalars['USCC']['input'];
};


export type QueryEnterprisesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EnterpriseFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryIndustryArgs = {
  code: Scalars['IndustryCode']['input'];
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
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DataSource: DataSource;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  EnterpriseConnection: ResolverTypeWrapper<EnterpriseConnectionModel>;
  EnterpriseEdge: ResolverTypeWrapper<Omit<EnterpriseEdge, 'node'> & { node: ResolversTypes['Enterprise'] }>;
  EnterpriseFilter: EnterpriseFilter;
  EnterpriseStatus: EnterpriseStatus;
  EnterpriseType: ResolverTypeWrapper<EnterpriseType>;
  FormerName: ResolverTypeWrapper<FormerNameRow>;
  Industry: ResolverTypeWrapper<IndustryRow>;
  IndustryCode: ResolverTypeWrapper<Scalars['IndustryCode']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  RegisteredCapital: ResolverTypeWrapper<RegisteredCapital>;
  RegistrationChange: ResolverTypeWrapper<RegistrationChangeRow>;
  RegistrationChangeConnection: ResolverTypeWrapper<RegistrationChangeConnectionModel>;
  RegistrationChangeEdge: ResolverTypeWrapper<Omit<RegistrationChangeEdge, 'node'> & { node: ResolversTypes['RegistrationChange'] }>;
  RegistrationItem: RegistrationItem;
  SharingClass: SharingClass;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UpdateCycle: UpdateCycle;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  Decimal: Scalars['Decimal']['output'];
  Enterprise: EnterpriseModel;
  Int: Scalars['Int']['output'];
  EnterpriseConnection: EnterpriseConnectionModel;
  EnterpriseEdge: Omit<EnterpriseEdge, 'node'> & { node: ResolversParentTypes['Enterprise'] };
  EnterpriseFilter: EnterpriseFilter;
  EnterpriseType: EnterpriseType;
  FormerName: FormerNameRow;
  Industry: IndustryRow;
  IndustryCode: Scalars['IndustryCode']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
  RegisteredCapital: RegisteredCapital;
  RegistrationChange: RegistrationChangeRow;
  RegistrationChangeConnection: RegistrationChangeConnectionModel;
  RegistrationChangeEdge: Omit<RegistrationChangeEdge, 'node'> & { node: ResolversParentTypes['RegistrationChange'] };
  USCC: Scalars['USCC']['output'];
  String: Scalars['String']['output'];
};

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

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
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

export type EnterpriseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseConnection'] = ResolversParentTypes['EnterpriseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EnterpriseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EnterpriseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseEdge'] = ResolversParentTypes['EnterpriseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enterprise'], ParentType, ContextType>;
};

export type EnterpriseTypeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnterpriseType'] = ResolversParentTypes['EnterpriseType']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType, RequireFields<QueryEnterpriseArgs, 'uscc'>>;
  enterprises?: Resolver<Maybe<ResolversTypes['EnterpriseConnection']>, ParentType, ContextType, RequireFields<QueryEnterprisesArgs, 'first'>>;
  industry?: Resolver<Maybe<ResolversTypes['Industry']>, ParentType, ContextType, RequireFields<QueryIndustryArgs, 'code'>>;
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

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type Resolvers<ContextType = Context> = {
  Date?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Enterprise?: EnterpriseResolvers<ContextType>;
  EnterpriseConnection?: EnterpriseConnectionResolvers<ContextType>;
  EnterpriseEdge?: EnterpriseEdgeResolvers<ContextType>;
  EnterpriseType?: EnterpriseTypeResolvers<ContextType>;
  FormerName?: FormerNameResolvers<ContextType>;
  Industry?: IndustryResolvers<ContextType>;
  IndustryCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  RegisteredCapital?: RegisteredCapitalResolvers<ContextType>;
  RegistrationChange?: RegistrationChangeResolvers<ContextType>;
  RegistrationChangeConnection?: RegistrationChangeConnectionResolvers<ContextType>;
  RegistrationChangeEdge?: RegistrationChangeEdgeResolvers<ContextType>;
  USCC?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
