import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EnterpriseModel, RecordConnectionModel } from '../models.ts';
import type { CaseRow, RecordRow } from '../tables.ts';
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
  /** Code of an administrative region 行政区划代码 (GB/T 2260): 2, 4, 6, 9 or 12 digits for province, city, county, town, village. */
  RegionCode: { input: string; output: string; }
  /** Unified social credit code 统一社会信用代码 (GB 32100): 18 characters. Full-width and lower-case input is accepted. */
  USCC: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What was decided about a case 审批结果. */
export type CaseDecision =
  /** 不予许可 */
  | 'DENIED'
  /** 准予 */
  | 'GRANTED';

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
  /** What the department keeps about it, by number. */
  templateRecords?: Maybe<TemplateRecordConnection>;
  uscc: Scalars['USCC']['output'];
};


/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type EnterpriseTemplateRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Accepts a case 受理, which starts the time to decide. For officials: requires the scope cases:decide. */
  acceptTemplateCase?: Maybe<TemplateCasePayload>;
  /** Decides a case 决定: GRANTED makes the record, DENIED needs a reason. For officials: requires the scope cases:decide. */
  decideTemplateCase?: Maybe<TemplateCasePayload>;
  /** Begins a case as a draft, for an enterprise for which the person acts. */
  startTemplateCase?: Maybe<TemplateCasePayload>;
  /** Begins to review an accepted case 审查. For officials: requires the scope cases:decide. */
  startTemplateCaseReview?: Maybe<TemplateCasePayload>;
  /** Submits a draft 提交. */
  submitTemplateCase?: Maybe<TemplateCasePayload>;
};


export type MutationAcceptTemplateCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationDecideTemplateCaseArgs = {
  decision: CaseDecision;
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationStartTemplateCaseArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: TemplateCaseInput;
};


export type MutationStartTemplateCaseReviewArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
};


export type MutationSubmitTemplateCaseArgs = {
  expectedVersion: Scalars['Int']['input'];
  idempotencyKey: Scalars['ID']['input'];
  number: Scalars['ID']['input'];
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
  /** One case by its number. Null with NOT_FOUND when there is none, or when it is a draft of somebody else. */
  templateCase?: Maybe<TemplateCase>;
  /** One record by its number. Null with NOT_FOUND when the department has none. */
  templateRecord?: Maybe<TemplateRecord>;
  /** All records, by number. */
  templateRecords?: Maybe<TemplateRecordConnection>;
};


export type QueryTemplateCaseArgs = {
  number: Scalars['ID']['input'];
};


export type QueryTemplateRecordArgs = {
  number: Scalars['ID']['input'];
};


export type QueryTemplateRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

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
  /** The case as it stands, and again whenever it has changed. */
  templateCaseChanged?: Maybe<TemplateCase>;
};


export type SubscriptionTemplateCaseChangedArgs = {
  number: Scalars['ID']['input'];
};

/** A request of an enterprise for a record 办件. It lives for days, and people decide in it. */
export type TemplateCase = {
  __typename?: 'TemplateCase';
  /** Who applies 申请人. */
  applicant?: Maybe<Enterprise>;
  /** Null before it is decided. */
  decision?: Maybe<CaseDecision>;
  /** The last day on which it is to be decided. Null before it is accepted. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** 办件编号. */
  number: Scalars['ID']['output'];
  /** The record that was granted 办理结果. Null when there is none. */
  record?: Maybe<TemplateRecord>;
  state: CaseState;
  /** What the record is to be called 名称. */
  title: Scalars['String']['output'];
  /** 1 when it is begun, and one more for each step. */
  version: Scalars['Int']['output'];
};

/** A case, as its applicant begins it. */
export type TemplateCaseInput = {
  /** The enterprise that applies. */
  applicant: Scalars['USCC']['input'];
  /** Where it is filed. */
  region: Scalars['RegionCode']['input'];
  /** What the record is to be called, 1 to 100 characters. */
  title: Scalars['String']['input'];
};

export type TemplateCasePayload = {
  __typename?: 'TemplateCasePayload';
  /** The case as it stands. Null when the step was not taken. */
  case?: Maybe<TemplateCase>;
  /** Why the step was not taken. Empty when it was. */
  userErrors: Array<TemplateUserError>;
};

/** Why a step was not taken. These codes are stable. */
export type TemplateErrorCode =
  /** The key was used for another command, or for other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The key has blanks, characters that are not printable, or too many. */
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** A text is empty, too long, or has a character that cannot be kept. */
  | 'MALFORMED_TEXT'
  /** The case was filed where the official does not decide. */
  | 'NOT_YOUR_REGION'
  /** The person does not act for the applicant, or not any longer. */
  | 'NO_MANDATE'
  /** The case has changed since the caller saw it. */
  | 'STALE_VERSION'
  /** There is no such case, or the caller may not see it. */
  | 'UNKNOWN_NUMBER'
  /** The step is not possible in the state of the case. */
  | 'WRONG_STATE';

/** What the department keeps about an enterprise. */
export type TemplateRecord = {
  __typename?: 'TemplateRecord';
  /** The enterprise that it is about. */
  holder?: Maybe<Enterprise>;
  /** Day of issue 发放日期. */
  issuedOn: Scalars['Date']['output'];
  /** Number of the record, kept for life. */
  number: Scalars['ID']['output'];
  source: DataSource;
  /** What the record is called 名称. */
  title: Scalars['String']['output'];
};

/** A page of records. */
export type TemplateRecordConnection = {
  __typename?: 'TemplateRecordConnection';
  edges: Array<TemplateRecordEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TemplateRecordEdge = {
  __typename?: 'TemplateRecordEdge';
  /** Opaque: pass it as `after` to go on behind this record. */
  cursor: Scalars['String']['output'];
  node: TemplateRecord;
};

/** Why a step was not taken. */
export type TemplateUserError = {
  __typename?: 'TemplateUserError';
  code: TemplateErrorCode;
  /** Path of the argument that it is about. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What happened, and what to do. */
  message: Scalars['String']['output'];
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
  TemplateCase: TemplateCase;
  TemplateRecord: TemplateRecord;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  TemplateCase:
    ( { __typename: 'TemplateCase' }
    & GraphQLRecursivePick<FederationTypes['TemplateCase'], {"number":true}> );
  TemplateRecord:
    ( { __typename: 'TemplateRecord' }
    & GraphQLRecursivePick<FederationTypes['TemplateRecord'], {"number":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CaseDecision: CaseDecision;
  CaseState: CaseState;
  DataSource: DataSource;
  DataSubject: DataSubject;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  SharingClass: SharingClass;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TemplateCase: ResolverTypeWrapper<CaseRow>;
  TemplateCaseInput: TemplateCaseInput;
  TemplateCasePayload: ResolverTypeWrapper<Omit<TemplateCasePayload, 'case'> & { case?: Maybe<ResolversTypes['TemplateCase']> }>;
  TemplateErrorCode: TemplateErrorCode;
  TemplateRecord: ResolverTypeWrapper<RecordRow>;
  TemplateRecordConnection: ResolverTypeWrapper<RecordConnectionModel>;
  TemplateRecordEdge: ResolverTypeWrapper<Omit<TemplateRecordEdge, 'node'> & { node: ResolversTypes['TemplateRecord'] }>;
  TemplateUserError: ResolverTypeWrapper<TemplateUserError>;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UpdateCycle: UpdateCycle;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  Enterprise: EnterpriseModel;
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  RegionCode: Scalars['RegionCode']['output'];
  Subscription: Record<PropertyKey, never>;
  TemplateCase: CaseRow;
  TemplateCaseInput: TemplateCaseInput;
  TemplateCasePayload: Omit<TemplateCasePayload, 'case'> & { case?: Maybe<ResolversParentTypes['TemplateCase']> };
  TemplateRecord: RecordRow;
  TemplateRecordConnection: RecordConnectionModel;
  TemplateRecordEdge: Omit<TemplateRecordEdge, 'node'> & { node: ResolversParentTypes['TemplateRecord'] };
  TemplateUserError: TemplateUserError;
  USCC: Scalars['USCC']['output'];
  String: Scalars['String']['output'];
};

export type OwnDataDirectiveArgs = {
  of: Array<DataSubject>;
};

export type OwnDataDirectiveResolver<Result, Parent, ContextType = Context, Args = OwnDataDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SharingDirectiveArgs = {
  basis?: Maybe<Scalars['String']['input']>;
  class: SharingClass;
  cycle?: Maybe<UpdateCycle>;
};

export type SharingDirectiveResolver<Result, Parent, ContextType = Context, Args = SharingDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  templateRecords?: Resolver<Maybe<ResolversTypes['TemplateRecordConnection']>, ParentType, ContextType, RequireFields<EnterpriseTemplateRecordsArgs, 'first'>>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptTemplateCase?: Resolver<Maybe<ResolversTypes['TemplateCasePayload']>, ParentType, ContextType, RequireFields<MutationAcceptTemplateCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  decideTemplateCase?: Resolver<Maybe<ResolversTypes['TemplateCasePayload']>, ParentType, ContextType, RequireFields<MutationDecideTemplateCaseArgs, 'decision' | 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  startTemplateCase?: Resolver<Maybe<ResolversTypes['TemplateCasePayload']>, ParentType, ContextType, RequireFields<MutationStartTemplateCaseArgs, 'idempotencyKey' | 'input'>>;
  startTemplateCaseReview?: Resolver<Maybe<ResolversTypes['TemplateCasePayload']>, ParentType, ContextType, RequireFields<MutationStartTemplateCaseReviewArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
  submitTemplateCase?: Resolver<Maybe<ResolversTypes['TemplateCasePayload']>, ParentType, ContextType, RequireFields<MutationSubmitTemplateCaseArgs, 'expectedVersion' | 'idempotencyKey' | 'number'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  templateCase?: Resolver<Maybe<ResolversTypes['TemplateCase']>, ParentType, ContextType, RequireFields<QueryTemplateCaseArgs, 'number'>>;
  templateRecord?: Resolver<Maybe<ResolversTypes['TemplateRecord']>, ParentType, ContextType, RequireFields<QueryTemplateRecordArgs, 'number'>>;
  templateRecords?: Resolver<Maybe<ResolversTypes['TemplateRecordConnection']>, ParentType, ContextType, RequireFields<QueryTemplateRecordsArgs, 'first'>>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  templateCaseChanged?: SubscriptionResolver<Maybe<ResolversTypes['TemplateCase']>, "templateCaseChanged", ParentType, ContextType, RequireFields<SubscriptionTemplateCaseChangedArgs, 'number'>>;
};

export type TemplateCaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateCase'] = ResolversParentTypes['TemplateCase'], FederationReferenceType extends FederationReferenceTypes['TemplateCase'] = FederationReferenceTypes['TemplateCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TemplateCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['CaseDecision']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['TemplateRecord']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CaseState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TemplateCasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateCasePayload'] = ResolversParentTypes['TemplateCasePayload']> = {
  case?: Resolver<Maybe<ResolversTypes['TemplateCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['TemplateUserError']>, ParentType, ContextType>;
};

export type TemplateRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateRecord'] = ResolversParentTypes['TemplateRecord'], FederationReferenceType extends FederationReferenceTypes['TemplateRecord'] = FederationReferenceTypes['TemplateRecord']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TemplateRecord']> | FederationReferenceType, FederationReferenceType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TemplateRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateRecordConnection'] = ResolversParentTypes['TemplateRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TemplateRecordEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TemplateRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateRecordEdge'] = ResolversParentTypes['TemplateRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TemplateRecord'], ParentType, ContextType>;
};

export type TemplateUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TemplateUserError'] = ResolversParentTypes['TemplateUserError']> = {
  code?: Resolver<ResolversTypes['TemplateErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type Resolvers<ContextType = Context> = {
  Date?: GraphQLScalarType;
  Enterprise?: EnterpriseResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  Subscription?: SubscriptionResolvers<ContextType>;
  TemplateCase?: TemplateCaseResolvers<ContextType>;
  TemplateCasePayload?: TemplateCasePayloadResolvers<ContextType>;
  TemplateRecord?: TemplateRecordResolvers<ContextType>;
  TemplateRecordConnection?: TemplateRecordConnectionResolvers<ContextType>;
  TemplateRecordEdge?: TemplateRecordEdgeResolvers<ContextType>;
  TemplateUserError?: TemplateUserErrorResolvers<ContextType>;
  USCC?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  ownData?: OwnDataDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
