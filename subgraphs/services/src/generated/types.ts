import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Certificate, CertificateDetail } from '@yiwang/certificates/verify';
import type { VerificationModel } from '../certificates/verify-content.ts';
import type { EnterpriseModel, RecordConnectionModel } from '../models.ts';
import type { RecordRow } from '../tables.ts';
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
  /** A real register that was imported. */
  | 'REGISTER';

/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type Enterprise = {
  __typename?: 'Enterprise';
  /** What the department keeps about it, by number. */
  servicesRecords?: Maybe<ServicesRecordConnection>;
  uscc: Scalars['USCC']['output'];
};


/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type EnterpriseServicesRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
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
  /** One record by its number. Null with NOT_FOUND when the department has none. */
  servicesRecord?: Maybe<ServicesRecord>;
  /** All records, by number. */
  servicesRecords?: Maybe<ServicesRecordConnection>;
  /**
   * Verifies an electronic certificate 电子证照核验 of any department: whether it is as the department signed it, and how it stands now. Whatever it
   * is given has a verdict; the text of a page that is not the one that was signed is found too.
   */
  verifyCertificate?: Maybe<CertificateVerification>;
};


export type QueryServicesRecordArgs = {
  number: Scalars['ID']['input'];
};


export type QueryServicesRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryVerifyCertificateArgs = {
  content: Scalars['String']['input'];
  holder?: InputMaybe<Scalars['USCC']['input']>;
};

/** What the department keeps about an enterprise. */
export type ServicesRecord = {
  __typename?: 'ServicesRecord';
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
export type ServicesRecordConnection = {
  __typename?: 'ServicesRecordConnection';
  edges: Array<ServicesRecordEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ServicesRecordEdge = {
  __typename?: 'ServicesRecordEdge';
  /** Opaque: pass it as `after` to go on behind this record. */
  cursor: Scalars['String']['output'];
  node: ServicesRecord;
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
  ServicesRecord: ServicesRecord;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  ServicesRecord:
    ( { __typename: 'ServicesRecord' }
    & GraphQLRecursivePick<FederationTypes['ServicesRecord'], {"number":true}> );
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
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ServicesRecord: ResolverTypeWrapper<RecordRow>;
  ServicesRecordConnection: ResolverTypeWrapper<RecordConnectionModel>;
  ServicesRecordEdge: ResolverTypeWrapper<Omit<ServicesRecordEdge, 'node'> & { node: ResolversTypes['ServicesRecord'] }>;
  SharingClass: SharingClass;
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
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  ServicesRecord: RecordRow;
  ServicesRecordConnection: RecordConnectionModel;
  ServicesRecordEdge: Omit<ServicesRecordEdge, 'node'> & { node: ResolversParentTypes['ServicesRecord'] };
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
  servicesRecords?: Resolver<Maybe<ResolversTypes['ServicesRecordConnection']>, ParentType, ContextType, RequireFields<EnterpriseServicesRecordsArgs, 'first'>>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  servicesRecord?: Resolver<Maybe<ResolversTypes['ServicesRecord']>, ParentType, ContextType, RequireFields<QueryServicesRecordArgs, 'number'>>;
  servicesRecords?: Resolver<Maybe<ResolversTypes['ServicesRecordConnection']>, ParentType, ContextType, RequireFields<QueryServicesRecordsArgs, 'first'>>;
  verifyCertificate?: Resolver<Maybe<ResolversTypes['CertificateVerification']>, ParentType, ContextType, RequireFields<QueryVerifyCertificateArgs, 'content'>>;
};

export type ServicesRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServicesRecord'] = ResolversParentTypes['ServicesRecord'], FederationReferenceType extends FederationReferenceTypes['ServicesRecord'] = FederationReferenceTypes['ServicesRecord']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ServicesRecord']> | FederationReferenceType, FederationReferenceType, ContextType>;
  holder?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  issuedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ServicesRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServicesRecordConnection'] = ResolversParentTypes['ServicesRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ServicesRecordEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ServicesRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ServicesRecordEdge'] = ResolversParentTypes['ServicesRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ServicesRecord'], ParentType, ContextType>;
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
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ServicesRecord?: ServicesRecordResolvers<ContextType>;
  ServicesRecordConnection?: ServicesRecordConnectionResolvers<ContextType>;
  ServicesRecordEdge?: ServicesRecordEdgeResolvers<ContextType>;
  USCC?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
