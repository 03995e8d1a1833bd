import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EnterpriseModel, LandSupplyModel, LandSupplyConnectionModel, LandTransferModel, LandTransferConnectionModel, ParcelConnectionModel, RealEstateUnitConnectionModel, RegionModel } from '../models.ts';
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

/** A GeoJSON geometry (RFC 7946) in degrees of WGS 84: one closed ring of [longitude, latitude], counter-clockwise. */
export type GeoJsonPolygon = {
  __typename?: 'GeoJsonPolygon';
  /** One ring of [longitude, latitude]. */
  coordinates: Array<Array<Array<Scalars['Float']['output']>>>;
  /** Always Polygon. */
  type: Scalars['String']['output'];
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
  /** One parcel 宗地. Null with NOT_FOUND when the register does not hold it. */
  parcel?: Maybe<Parcel>;
  /** Parcels that match every condition of the filter; last registered first, those without a day of registration at the end. */
  parcels?: Maybe<ParcelConnection>;
  /** One real-estate unit 不动产单元. Null with NOT_FOUND when the register does not hold it. */
  realEstateUnit?: Maybe<RealEstateUnit>;
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

/** A real-estate unit 不动产单元: land and what is fixed to it, as far as one right reaches. */
export type RealEstateUnit = {
  __typename?: 'RealEstateUnit';
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
  DataSource: DataSource;
  DataSubject: DataSubject;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  GeoJsonPolygon: ResolverTypeWrapper<GeoJsonPolygon>;
  LandFeature: ResolverTypeWrapper<LandFeature>;
  LandSupply: ResolverTypeWrapper<LandSupplyModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
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
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Parcel: ResolverTypeWrapper<ParcelRow>;
  ParcelCode: ResolverTypeWrapper<Scalars['ParcelCode']['output']>;
  ParcelConnection: ResolverTypeWrapper<ParcelConnectionModel>;
  ParcelEdge: ResolverTypeWrapper<Omit<ParcelEdge, 'node'> & { node: ResolversTypes['Parcel'] }>;
  ParcelFilter: ParcelFilter;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RealEstateUnit: ResolverTypeWrapper<RealEstateUnitRow>;
  RealEstateUnitCode: ResolverTypeWrapper<Scalars['RealEstateUnitCode']['output']>;
  RealEstateUnitConnection: ResolverTypeWrapper<RealEstateUnitConnectionModel>;
  RealEstateUnitEdge: ResolverTypeWrapper<Omit<RealEstateUnitEdge, 'node'> & { node: ResolversTypes['RealEstateUnit'] }>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  SensitiveKind: SensitiveKind;
  SharingClass: SharingClass;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UpdateCycle: UpdateCycle;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BoundingBox: BoundingBox;
  Float: Scalars['Float']['output'];
  Date: Scalars['Date']['output'];
  Decimal: Scalars['Decimal']['output'];
  Enterprise: EnterpriseModel;
  Int: Scalars['Int']['output'];
  GeoJsonPolygon: GeoJsonPolygon;
  LandFeature: LandFeature;
  LandSupply: LandSupplyModel;
  ID: Scalars['ID']['output'];
  LandSupplyConnection: LandSupplyConnectionModel;
  LandSupplyEdge: Omit<LandSupplyEdge, 'node'> & { node: ResolversParentTypes['LandSupply'] };
  LandSupplyFilter: LandSupplyFilter;
  LandTransfer: LandTransferModel;
  LandTransferConnection: LandTransferConnectionModel;
  LandTransferEdge: Omit<LandTransferEdge, 'node'> & { node: ResolversParentTypes['LandTransfer'] };
  LandTransferFilter: LandTransferFilter;
  LandUse: LandUseRow;
  LandUseCode: Scalars['LandUseCode']['output'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Parcel: ParcelRow;
  ParcelCode: Scalars['ParcelCode']['output'];
  ParcelConnection: ParcelConnectionModel;
  ParcelEdge: Omit<ParcelEdge, 'node'> & { node: ResolversParentTypes['Parcel'] };
  ParcelFilter: ParcelFilter;
  Query: Record<PropertyKey, never>;
  RealEstateUnit: RealEstateUnitRow;
  RealEstateUnitCode: Scalars['RealEstateUnitCode']['output'];
  RealEstateUnitConnection: RealEstateUnitConnectionModel;
  RealEstateUnitEdge: Omit<RealEstateUnitEdge, 'node'> & { node: ResolversParentTypes['RealEstateUnit'] };
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
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

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
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

export type GeoJsonPolygonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeoJsonPolygon'] = ResolversParentTypes['GeoJsonPolygon']> = {
  coordinates?: Resolver<Array<Array<Array<ResolversTypes['Float']>>>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  landSupplies?: Resolver<Maybe<ResolversTypes['LandSupplyConnection']>, ParentType, ContextType, RequireFields<QueryLandSuppliesArgs, 'first'>>;
  landSupply?: Resolver<Maybe<ResolversTypes['LandSupply']>, ParentType, ContextType, RequireFields<QueryLandSupplyArgs, 'id'>>;
  landTransfer?: Resolver<Maybe<ResolversTypes['LandTransfer']>, ParentType, ContextType, RequireFields<QueryLandTransferArgs, 'id'>>;
  landTransfers?: Resolver<Maybe<ResolversTypes['LandTransferConnection']>, ParentType, ContextType, RequireFields<QueryLandTransfersArgs, 'first'>>;
  landUse?: Resolver<Maybe<ResolversTypes['LandUse']>, ParentType, ContextType, RequireFields<QueryLandUseArgs, 'code'>>;
  parcel?: Resolver<Maybe<ResolversTypes['Parcel']>, ParentType, ContextType, RequireFields<QueryParcelArgs, 'code'>>;
  parcels?: Resolver<Maybe<ResolversTypes['ParcelConnection']>, ParentType, ContextType, RequireFields<QueryParcelsArgs, 'first'>>;
  realEstateUnit?: Resolver<Maybe<ResolversTypes['RealEstateUnit']>, ParentType, ContextType, RequireFields<QueryRealEstateUnitArgs, 'code'>>;
};

export type RealEstateUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RealEstateUnit'] = ResolversParentTypes['RealEstateUnit'], FederationReferenceType extends FederationReferenceTypes['RealEstateUnit'] = FederationReferenceTypes['RealEstateUnit']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RealEstateUnit']> | FederationReferenceType, FederationReferenceType, ContextType>;
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

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type Resolvers<ContextType = Context> = {
  Date?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Enterprise?: EnterpriseResolvers<ContextType>;
  GeoJsonPolygon?: GeoJsonPolygonResolvers<ContextType>;
  LandFeature?: LandFeatureResolvers<ContextType>;
  LandSupply?: LandSupplyResolvers<ContextType>;
  LandSupplyConnection?: LandSupplyConnectionResolvers<ContextType>;
  LandSupplyEdge?: LandSupplyEdgeResolvers<ContextType>;
  LandTransfer?: LandTransferResolvers<ContextType>;
  LandTransferConnection?: LandTransferConnectionResolvers<ContextType>;
  LandTransferEdge?: LandTransferEdgeResolvers<ContextType>;
  LandUse?: LandUseResolvers<ContextType>;
  LandUseCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  Parcel?: ParcelResolvers<ContextType>;
  ParcelCode?: GraphQLScalarType;
  ParcelConnection?: ParcelConnectionResolvers<ContextType>;
  ParcelEdge?: ParcelEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RealEstateUnit?: RealEstateUnitResolvers<ContextType>;
  RealEstateUnitCode?: GraphQLScalarType;
  RealEstateUnitConnection?: RealEstateUnitConnectionResolvers<ContextType>;
  RealEstateUnitEdge?: RealEstateUnitEdgeResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  USCC?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  ownData?: OwnDataDirectiveResolver<any, any, ContextType>;
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
