import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AssessedTaxRow, InvoiceTotalRow, DeclarationRow } from '../tables.ts';
import type { CreditGradeModel, EnterpriseModel, RegionModel, TaxArrearsModel, TaxDeclarationConnectionModel, PaymentModel, TaxPaymentConnectionModel, PeriodModel, TaxpayerModel, TaxpayerConnectionModel } from '../models.ts';
import type { DeedTaxRow } from '../matters/matter-tables.ts';
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
  /** Code of GB/T 21010-2017 土地利用现状分类: 2 digits for a class 一级类, 4 for a kind 二级类. */
  LandUseCode: { input: string; output: string; }
  /** Code of a real-estate unit 不动产单元代码 (GB/T 37346): 28 characters, the first 19 those of its parcel. Full-width, lower-case and grouped input is accepted. */
  RealEstateUnitCode: { input: string; output: string; }
  /** Code of an administrative region 行政区划代码 (GB/T 2260): 2, 4, 6, 9 or 12 digits for province, city, county, town, village. */
  RegionCode: { input: string; output: string; }
  /** Unified social credit code 统一社会信用代码 (GB 32100): 18 characters. Full-width and lower-case input is accepted. */
  USCC: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A tax that the tax office decided a taxpayer must declare 税种核定. */
export type AssessedTax = {
  __typename?: 'AssessedTax';
  filingPeriod: FilingPeriod;
  kind: TaxKind;
  /** Since when 有效期起. */
  since: Scalars['Date']['output'];
  source: DataSource;
};

/** The credit grade 纳税信用级别 that a tax office gave for one year. */
export type CreditGrade = {
  __typename?: 'CreditGrade';
  /** Tax office that published the grade. */
  authority: Scalars['String']['output'];
  grade: CreditLevel;
  source: DataSource;
  /** The year that was judged 评价年度; grades come out in the year after it. */
  year: Scalars['Int']['output'];
};

/** Tax credit grade 纳税信用级别. Only the list of A is public. */
export type CreditLevel =
  /** 90 points and more. */
  | 'A'
  /** 70 to 89 points. */
  | 'B'
  /** 40 to 69 points. */
  | 'C'
  /** Below 40 points, or graded so at once for a grave offence. */
  | 'D'
  /** New, or without income, and 70 points and more. */
  | 'M';

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

/** A deed tax 契税 on a real-estate unit, as assessed and declared. Only the client that had it assessed is given it. */
export type DeedTax = {
  __typename?: 'DeedTax';
  /** Day of the declaration 申报日期. */
  filedOn: Scalars['Date']['output'];
  /** USCC of the enterprise, or name of the person, that acquires the right. */
  holder: Scalars['String']['output'];
  /** Such as DT-2026-00000017. */
  id: Scalars['ID']['output'];
  landUse?: Maybe<Scalars['LandUseCode']['output']>;
  /** Price 计税依据. */
  priceCny: Scalars['Decimal']['output'];
  /** Share of the price: 0.03 for 3 %. */
  rate: Scalars['Decimal']['output'];
  /** What it was assessed for, as the client names it. */
  reference: Scalars['ID']['output'];
  /** Tax to be paid 应纳税额: price by rate, rounded to fen. */
  taxCny: Scalars['Decimal']['output'];
  /** The 28 characters of the real-estate unit. */
  unit: Scalars['RealEstateUnitCode']['output'];
};

/** What somebody paid for a real-estate unit. */
export type DeedTaxInput = {
  /** Who acquires the right: the USCC of an enterprise, which must be a taxpayer, or the name of a person, 1 to 100 characters. */
  holder: Scalars['String']['input'];
  /** Land use by GB/T 21010-2017. */
  landUse?: InputMaybe<Scalars['LandUseCode']['input']>;
  /** Price without VAT, in yuan: above 0, with at most 2 decimals and 16 digits before them. */
  priceCny: Scalars['Decimal']['input'];
  /** What it is assessed for, such as the number of an application; 1 to 100 characters. */
  reference: Scalars['ID']['input'];
  unit: Scalars['RealEstateUnitCode']['input'];
};

/** What became of a deed tax. */
export type DeedTaxPayload = {
  __typename?: 'DeedTaxPayload';
  /** Null when nothing was assessed. */
  deedTax?: Maybe<DeedTax>;
  userErrors: Array<TaxUserError>;
};

/** A legal entity 企业/法人 in the register of market regulation 市场监管. */
export type Enterprise = {
  __typename?: 'Enterprise';
  /** What tax knows of it. Null when tax knows none. */
  taxpayer?: Maybe<Taxpayer>;
  uscc: Scalars['USCC']['output'];
};

/** How often a tax is declared 纳税期限. */
export type FilingPeriod =
  /** 按次: when it arises; the period is one day. */
  | 'EACH_TIME'
  /** 按月 */
  | 'MONTHLY'
  /** 按季 */
  | 'QUARTERLY'
  /** 按年 */
  | 'YEARLY';

/** The invoices of one month in total. */
export type InvoiceTotal = {
  __typename?: 'InvoiceTotal';
  /** Without tax 金额. */
  amountCny: Scalars['Decimal']['output'];
  /** Number of invoices 份数. */
  count: Scalars['Int']['output'];
  /** First day of the month. */
  month: Scalars['Date']['output'];
  source: DataSource;
  /** 税额 */
  taxCny: Scalars['Decimal']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Assesses the deed tax 契税 on what somebody paid for a real-estate unit, and declares it. That of an enterprise is among the
   * declarations of the taxpayer; several of one day are one declaration. For applications that run steps of matters (scope matters:run).
   * A tax that the same client had assessed for the same reference with the same input is given as it is.
   */
  assessDeedTax?: Maybe<DeedTaxPayload>;
  /**
   * Registers an enterprise as a taxpayer 税务登记 with the tax office of a region, which decides what taxes it must declare 税种核定.
   * For applications that run steps of matters (scope matters:run).
   *
   * The idempotency key is new for each command, 1 to 100 printable characters such as a UUID. Sent again with the same key and
   * input, a command changes nothing and gives the same result. A taxpayer that the same client registered for the same reference with the
   * same input is given as it is, whatever the key.
   */
  registerTaxpayer?: Maybe<TaxpayerPayload>;
  /**
   * Undoes the deed tax that the same client had assessed on a unit for the same reference, as if it had never been. Nothing to undo is no
   * error; the tax can then not be assessed for that reference any more.
   */
  voidDeedTax?: Maybe<VoidDeedTaxPayload>;
  /**
   * Undoes the registration of a taxpayer by the same client for the same reference, as if it had never been: no read, search or count
   * finds it any more. Nothing to undo is no error; the taxpayer can then not be registered for that reference any more.
   */
  voidTaxpayer?: Maybe<VoidTaxpayerPayload>;
};


export type MutationAssessDeedTaxArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: DeedTaxInput;
};


export type MutationRegisterTaxpayerArgs = {
  idempotencyKey: Scalars['ID']['input'];
  input: TaxpayerInput;
};


export type MutationVoidDeedTaxArgs = {
  idempotencyKey: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  reference: Scalars['ID']['input'];
  unit: Scalars['RealEstateUnitCode']['input'];
};


export type MutationVoidTaxpayerArgs = {
  idempotencyKey: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  reference: Scalars['ID']['input'];
  uscc: Scalars['USCC']['input'];
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
  /**
   * Enterprises that were registered as taxpayers here through the graph, or no longer are, first change first: nothing is missed by who asks with the last id. What is
   * older than OUTBOX_HOURS may be gone, and what a register changed is not told. For clients of departments (scope enterprises:follow).
   */
  changedTaxpayers?: Maybe<Array<TaxpayerChange>>;
  /**
   * One taxpayer 纳税人 by its taxpayer number: a USCC, or an old number of 15 characters. Null with
   * NOT_FOUND when tax knows none.
   */
  taxpayer?: Maybe<Taxpayer>;
  /** Taxpayers that match every condition of the filter, in the order in which tax came to know them. */
  taxpayers?: Maybe<TaxpayerConnection>;
};


export type QueryChangedTaxpayersArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryTaxpayerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTaxpayersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaxpayerFilter>;
  first?: Scalars['Int']['input'];
};

export type Region = {
  __typename?: 'Region';
  code: Scalars['RegionCode']['output'];
  /** Taxpayers whose number names the region or any region beneath it. */
  taxpayerCount?: Maybe<Scalars['Int']['output']>;
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

/** Tax that is overdue 欠税. */
export type TaxArrears = {
  __typename?: 'TaxArrears';
  /** By tax, in the order of TaxKind; of one tax, oldest first. */
  items: Array<TaxArrearsItem>;
  /** Sum of the items; 0.00 when there are none. */
  totalCny: Scalars['Decimal']['output'];
};

/** One tax of one period that is overdue. */
export type TaxArrearsItem = {
  __typename?: 'TaxArrearsItem';
  /** Amount that is overdue 欠税余额. */
  amountCny: Scalars['Decimal']['output'];
  kind: TaxKind;
  /** Day on which it was due. */
  since: Scalars['Date']['output'];
  source: DataSource;
};

/** One declaration 申报 of one tax for one period. */
export type TaxDeclaration = {
  __typename?: 'TaxDeclaration';
  /** Day on which it was filed 申报日期. */
  filedOn: Scalars['Date']['output'];
  kind: TaxKind;
  period: TaxPeriod;
  source: DataSource;
  /** Tax to be paid 应纳税额. */
  taxCny: Scalars['Decimal']['output'];
  /** What the tax is reckoned on 计税依据. Null where that is no amount of money, but land or pollutants. */
  taxableCny?: Maybe<Scalars['Decimal']['output']>;
};

export type TaxDeclarationConnection = {
  __typename?: 'TaxDeclarationConnection';
  edges: Array<TaxDeclarationEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TaxDeclarationEdge = {
  __typename?: 'TaxDeclarationEdge';
  cursor: Scalars['String']['output'];
  node: TaxDeclaration;
};

/** Why a command of tax was not carried out. These codes are stable; more may come. */
export type TaxErrorCode =
  /** The client had a deed tax on the unit assessed for the reference, with other input. */
  | 'ALREADY_ASSESSED'
  /** Tax holds the taxpayer already, otherwise than by the same client for the same reference with the same input. */
  | 'ALREADY_REGISTERED'
  /** The idempotency key was used for another command or other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The holder looks like a code, and is no valid USCC. */
  | 'MALFORMED_HOLDER'
  /** The idempotency key is not 1 to 100 printable ASCII characters without blanks. */
  | 'MALFORMED_IDEMPOTENCY_KEY'
  /** The price is not above 0, or has too many digits. */
  | 'MALFORMED_PRICE'
  /** A text is empty, too long, or has characters that cannot be stored. */
  | 'MALFORMED_TEXT'
  /** Taxes were declared, paid or graded for the taxpayer since it was registered: a tax official must end it. */
  | 'TAXPAYER_IN_USE'
  /** GB/T 21010-2017 has no such land use. */
  | 'UNKNOWN_LAND_USE'
  /** No region of today has this code, so that no tax office is in charge. */
  | 'UNKNOWN_REGION'
  /** Tax knows no taxpayer with this USCC. */
  | 'UNKNOWN_TAXPAYER'
  /** The same client voided this for the reference: it cannot be done any more. */
  | 'VOIDED';

/** Taxes 税种 that tax and customs collect. */
export type TaxKind =
  /** 消费税 */
  | 'CONSUMPTION_TAX'
  /** 企业所得税 */
  | 'CORPORATE_INCOME_TAX'
  /** 关税 */
  | 'CUSTOMS_DUTY'
  /** 契税 */
  | 'DEED_TAX'
  /** 环境保护税 */
  | 'ENVIRONMENTAL_PROTECTION_TAX'
  /** 耕地占用税 */
  | 'FARMLAND_OCCUPATION_TAX'
  /** 个人所得税, withheld for employees */
  | 'INDIVIDUAL_INCOME_TAX'
  /** 土地增值税 */
  | 'LAND_APPRECIATION_TAX'
  /** 房产税 */
  | 'PROPERTY_TAX'
  /** 资源税 */
  | 'RESOURCE_TAX'
  /** 印花税 */
  | 'STAMP_DUTY'
  /** 烟叶税 */
  | 'TOBACCO_LEAF_TAX'
  /** 船舶吨税 */
  | 'TONNAGE_TAX'
  /** 城市维护建设税 */
  | 'URBAN_CONSTRUCTION_TAX'
  /** 城镇土地使用税 */
  | 'URBAN_LAND_USE_TAX'
  /** 增值税 */
  | 'VALUE_ADDED_TAX'
  /** 车船税 */
  | 'VEHICLE_AND_VESSEL_TAX'
  /** 车辆购置税 */
  | 'VEHICLE_PURCHASE_TAX';

/** One payment 缴款 of one tax for one period. */
export type TaxPayment = {
  __typename?: 'TaxPayment';
  /** Amount paid 实缴金额. */
  amountCny: Scalars['Decimal']['output'];
  kind: TaxKind;
  /** Number of the certificate of payment 税票号码, 18 digits. */
  number: Scalars['String']['output'];
  /** Day on which it was paid 缴款日期. */
  paidOn: Scalars['Date']['output'];
  period: TaxPeriod;
  source: DataSource;
};

export type TaxPaymentConnection = {
  __typename?: 'TaxPaymentConnection';
  edges: Array<TaxPaymentEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TaxPaymentEdge = {
  __typename?: 'TaxPaymentEdge';
  cursor: Scalars['String']['output'];
  node: TaxPayment;
};

/** The time that a declaration or payment is for 税款所属期. */
export type TaxPeriod = {
  __typename?: 'TaxPeriod';
  /** Included. */
  endsOn: Scalars['Date']['output'];
  /** 2025-03-14 for one day, 2025-03 for a month, 2025Q1 for a quarter, 2025 for a year. */
  label: Scalars['String']['output'];
  /** First day 税款所属期起. */
  startsOn: Scalars['Date']['output'];
};

/** Why nothing was done. */
export type TaxUserError = {
  __typename?: 'TaxUserError';
  code: TaxErrorCode;
  /** Path of the argument that it is about, such as input, uscc. Null when it is about none. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** In English, for developers and for people. */
  message: Scalars['String']['output'];
};

/** An organisation that is registered with the tax authorities 纳税人. */
export type Taxpayer = {
  __typename?: 'Taxpayer';
  /** Years for which it stands in the public list of grade A 纳税信用A级名单, last one first. */
  aListYears: Array<Scalars['Int']['output']>;
  /** Tax that is overdue 欠税. */
  arrears?: Maybe<TaxArrears>;
  /** Tax office in charge 主管税务机关. */
  authority: Scalars['String']['output'];
  /** The first of `creditGrades`, or the first of one year. Null when there is none. */
  creditGrade?: Maybe<CreditGrade>;
  /** Credit grades 纳税信用级别, last year first; of one year, that of the tax office in charge first. */
  creditGrades?: Maybe<Array<CreditGrade>>;
  /** Declarations 申报, last period first. `from` and `to` bound the last day of the period, both included. */
  declarations?: Maybe<TaxDeclarationConnection>;
  /** The enterprise. Null for an old number, which names none. */
  enterprise?: Maybe<Enterprise>;
  /** Taxpayer number 纳税人识别号: the USCC, or an old number of 15 characters that was never replaced. */
  id: Scalars['ID']['output'];
  /** Invoices issued 开具发票 by month, last month first. From the month that holds `from` to the month that holds `to`. */
  invoiceTotals?: Maybe<Array<InvoiceTotal>>;
  /** Name 纳税人名称 as registered with tax; the market register may hold another. */
  name: Scalars['String']['output'];
  /** Payments 缴款, last one first. */
  payments?: Maybe<TaxPaymentConnection>;
  /** Region in the taxpayer number. Null when the national registry gave the number. */
  region?: Maybe<Region>;
  source: DataSource;
  /** Taxes that it must declare 税种核定, in the order of TaxKind. */
  taxKinds?: Maybe<Array<AssessedTax>>;
};


/** An organisation that is registered with the tax authorities 纳税人. */
export type TaxpayerCreditGradeArgs = {
  year?: InputMaybe<Scalars['Int']['input']>;
};


/** An organisation that is registered with the tax authorities 纳税人. */
export type TaxpayerDeclarationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  kind?: InputMaybe<TaxKind>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** An organisation that is registered with the tax authorities 纳税人. */
export type TaxpayerInvoiceTotalsArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** An organisation that is registered with the tax authorities 纳税人. */
export type TaxpayerPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** That something has changed of a taxpayer; what, its reader asks for. */
export type TaxpayerChange = {
  __typename?: 'TaxpayerChange';
  /** Ascending, with gaps: pass the last one as `after` to be told what comes next. */
  id: Scalars['ID']['output'];
  /** Which one. It may be gone by now. */
  uscc: Scalars['USCC']['output'];
};

/** A page of taxpayers. */
export type TaxpayerConnection = {
  __typename?: 'TaxpayerConnection';
  edges: Array<TaxpayerEdge>;
  pageInfo: PageInfo;
  /** All taxpayers that match. Null when more than 10,000 match and neither region nor grade and year or a year of the A list alone narrow them. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

export type TaxpayerEdge = {
  __typename?: 'TaxpayerEdge';
  /** Opaque: pass it as `after` to go on behind this taxpayer. */
  cursor: Scalars['String']['output'];
  node: Taxpayer;
};

/** Conditions on a taxpayer; all that are given must hold. */
export type TaxpayerFilter = {
  /** Stands in the public list of grade A 纳税信用A级名单 for this year. */
  aListYear?: InputMaybe<Scalars['Int']['input']>;
  /** Graded so: in `year`, or in any year when `year` is left out. For those who may read grades; everyone may use `aListYear`. */
  grade?: InputMaybe<CreditLevel>;
  /** Part of the name, one character or more; width, case and kind of brackets do not matter. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** In this region or any region beneath it. */
  region?: InputMaybe<Scalars['RegionCode']['input']>;
  /** Has a credit grade for this year. For those who may read grades. */
  year?: InputMaybe<Scalars['Int']['input']>;
};

/** An enterprise that is registered as a taxpayer. */
export type TaxpayerInput = {
  /** What it does, by GB/T 4754. Left out or null, it must declare only what all taxpayers must. */
  industry?: InputMaybe<Scalars['IndustryCode']['input']>;
  /** Its name, 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** What it is registered for, such as the number of an application; 1 to 100 characters. */
  reference: Scalars['ID']['input'];
  /** A province, city, county, town or village; the tax office is that of its county, or of the city or province itself. */
  region: Scalars['RegionCode']['input'];
  uscc: Scalars['USCC']['input'];
};

/** What became of a taxpayer. */
export type TaxpayerPayload = {
  __typename?: 'TaxpayerPayload';
  /** As it is now. Null when nothing was registered. */
  taxpayer?: Maybe<Taxpayer>;
  userErrors: Array<TaxUserError>;
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

/** What was undone. */
export type VoidDeedTaxPayload = {
  __typename?: 'VoidDeedTaxPayload';
  userErrors: Array<TaxUserError>;
  /** Whether there was a deed tax to undo. */
  voided: Scalars['Boolean']['output'];
};

/** What was undone. */
export type VoidTaxpayerPayload = {
  __typename?: 'VoidTaxpayerPayload';
  userErrors: Array<TaxUserError>;
  /** Whether there was a registration to undo. */
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
  Region: Region;
  Taxpayer: Taxpayer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Enterprise:
    ( { __typename: 'Enterprise' }
    & GraphQLRecursivePick<FederationTypes['Enterprise'], {"uscc":true}> );
  Region:
    ( { __typename: 'Region' }
    & GraphQLRecursivePick<FederationTypes['Region'], {"code":true}> );
  Taxpayer:
    ( { __typename: 'Taxpayer' }
    & GraphQLRecursivePick<FederationTypes['Taxpayer'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AssessedTax: ResolverTypeWrapper<AssessedTaxRow>;
  CreditGrade: ResolverTypeWrapper<CreditGradeModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CreditLevel: CreditLevel;
  DataSource: DataSource;
  DataSubject: DataSubject;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeedTax: ResolverTypeWrapper<DeedTaxRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  DeedTaxInput: DeedTaxInput;
  DeedTaxPayload: ResolverTypeWrapper<Omit<DeedTaxPayload, 'deedTax'> & { deedTax?: Maybe<ResolversTypes['DeedTax']> }>;
  Enterprise: ResolverTypeWrapper<EnterpriseModel>;
  FilingPeriod: FilingPeriod;
  IndustryCode: ResolverTypeWrapper<Scalars['IndustryCode']['output']>;
  InvoiceTotal: ResolverTypeWrapper<InvoiceTotalRow>;
  LandUseCode: ResolverTypeWrapper<Scalars['LandUseCode']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RealEstateUnitCode: ResolverTypeWrapper<Scalars['RealEstateUnitCode']['output']>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  SensitiveKind: SensitiveKind;
  SharingClass: SharingClass;
  TaxArrears: ResolverTypeWrapper<TaxArrearsModel>;
  TaxArrearsItem: ResolverTypeWrapper<TaxArrearsItem>;
  TaxDeclaration: ResolverTypeWrapper<DeclarationRow>;
  TaxDeclarationConnection: ResolverTypeWrapper<TaxDeclarationConnectionModel>;
  TaxDeclarationEdge: ResolverTypeWrapper<Omit<TaxDeclarationEdge, 'node'> & { node: ResolversTypes['TaxDeclaration'] }>;
  TaxErrorCode: TaxErrorCode;
  TaxKind: TaxKind;
  TaxPayment: ResolverTypeWrapper<PaymentModel>;
  TaxPaymentConnection: ResolverTypeWrapper<TaxPaymentConnectionModel>;
  TaxPaymentEdge: ResolverTypeWrapper<Omit<TaxPaymentEdge, 'node'> & { node: ResolversTypes['TaxPayment'] }>;
  TaxPeriod: ResolverTypeWrapper<PeriodModel>;
  TaxUserError: ResolverTypeWrapper<TaxUserError>;
  Taxpayer: ResolverTypeWrapper<TaxpayerModel>;
  TaxpayerChange: ResolverTypeWrapper<TaxpayerChange>;
  TaxpayerConnection: ResolverTypeWrapper<TaxpayerConnectionModel>;
  TaxpayerEdge: ResolverTypeWrapper<Omit<TaxpayerEdge, 'node'> & { node: ResolversTypes['Taxpayer'] }>;
  TaxpayerFilter: TaxpayerFilter;
  TaxpayerInput: TaxpayerInput;
  TaxpayerPayload: ResolverTypeWrapper<Omit<TaxpayerPayload, 'taxpayer'> & { taxpayer?: Maybe<ResolversTypes['Taxpayer']> }>;
  USCC: ResolverTypeWrapper<Scalars['USCC']['output']>;
  UpdateCycle: UpdateCycle;
  VoidDeedTaxPayload: ResolverTypeWrapper<VoidDeedTaxPayload>;
  VoidTaxpayerPayload: ResolverTypeWrapper<VoidTaxpayerPayload>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AssessedTax: AssessedTaxRow;
  CreditGrade: CreditGradeModel;
  Int: Scalars['Int']['output'];
  Date: Scalars['Date']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeedTax: DeedTaxRow;
  ID: Scalars['ID']['output'];
  DeedTaxInput: DeedTaxInput;
  DeedTaxPayload: Omit<DeedTaxPayload, 'deedTax'> & { deedTax?: Maybe<ResolversParentTypes['DeedTax']> };
  Enterprise: EnterpriseModel;
  IndustryCode: Scalars['IndustryCode']['output'];
  InvoiceTotal: InvoiceTotalRow;
  LandUseCode: Scalars['LandUseCode']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  RealEstateUnitCode: Scalars['RealEstateUnitCode']['output'];
  Region: RegionModel;
  RegionCode: Scalars['RegionCode']['output'];
  TaxArrears: TaxArrearsModel;
  TaxArrearsItem: TaxArrearsItem;
  TaxDeclaration: DeclarationRow;
  TaxDeclarationConnection: TaxDeclarationConnectionModel;
  TaxDeclarationEdge: Omit<TaxDeclarationEdge, 'node'> & { node: ResolversParentTypes['TaxDeclaration'] };
  TaxPayment: PaymentModel;
  TaxPaymentConnection: TaxPaymentConnectionModel;
  TaxPaymentEdge: Omit<TaxPaymentEdge, 'node'> & { node: ResolversParentTypes['TaxPayment'] };
  TaxPeriod: PeriodModel;
  TaxUserError: TaxUserError;
  Taxpayer: TaxpayerModel;
  TaxpayerChange: TaxpayerChange;
  TaxpayerConnection: TaxpayerConnectionModel;
  TaxpayerEdge: Omit<TaxpayerEdge, 'node'> & { node: ResolversParentTypes['Taxpayer'] };
  TaxpayerFilter: TaxpayerFilter;
  TaxpayerInput: TaxpayerInput;
  TaxpayerPayload: Omit<TaxpayerPayload, 'taxpayer'> & { taxpayer?: Maybe<ResolversParentTypes['Taxpayer']> };
  USCC: Scalars['USCC']['output'];
  VoidDeedTaxPayload: VoidDeedTaxPayload;
  VoidTaxpayerPayload: VoidTaxpayerPayload;
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

export type AssessedTaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssessedTax'] = ResolversParentTypes['AssessedTax']> = {
  filingPeriod?: Resolver<ResolversTypes['FilingPeriod'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TaxKind'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
};

export type CreditGradeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreditGrade'] = ResolversParentTypes['CreditGrade']> = {
  authority?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grade?: Resolver<ResolversTypes['CreditLevel'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeedTaxResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeedTax'] = ResolversParentTypes['DeedTax']> = {
  filedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  holder?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  landUse?: Resolver<Maybe<ResolversTypes['LandUseCode']>, ParentType, ContextType>;
  priceCny?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  taxCny?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['RealEstateUnitCode'], ParentType, ContextType>;
};

export type DeedTaxPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeedTaxPayload'] = ResolversParentTypes['DeedTaxPayload']> = {
  deedTax?: Resolver<Maybe<ResolversTypes['DeedTax']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['TaxUserError']>, ParentType, ContextType>;
};

export type EnterpriseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enterprise'] = ResolversParentTypes['Enterprise'], FederationReferenceType extends FederationReferenceTypes['Enterprise'] = FederationReferenceTypes['Enterprise']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enterprise']> | FederationReferenceType, FederationReferenceType, ContextType>;
  taxpayer?: Resolver<Maybe<ResolversTypes['Taxpayer']>, ParentType, ContextType>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export interface IndustryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['IndustryCode'], any> {
  name: 'IndustryCode';
}

export type InvoiceTotalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvoiceTotal'] = ResolversParentTypes['InvoiceTotal']> = {
  amountCny?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  taxCny?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export interface LandUseCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LandUseCode'], any> {
  name: 'LandUseCode';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  assessDeedTax?: Resolver<Maybe<ResolversTypes['DeedTaxPayload']>, ParentType, ContextType, RequireFields<MutationAssessDeedTaxArgs, 'idempotencyKey' | 'input'>>;
  registerTaxpayer?: Resolver<Maybe<ResolversTypes['TaxpayerPayload']>, ParentType, ContextType, RequireFields<MutationRegisterTaxpayerArgs, 'idempotencyKey' | 'input'>>;
  voidDeedTax?: Resolver<Maybe<ResolversTypes['VoidDeedTaxPayload']>, ParentType, ContextType, RequireFields<MutationVoidDeedTaxArgs, 'idempotencyKey' | 'reason' | 'reference' | 'unit'>>;
  voidTaxpayer?: Resolver<Maybe<ResolversTypes['VoidTaxpayerPayload']>, ParentType, ContextType, RequireFields<MutationVoidTaxpayerArgs, 'idempotencyKey' | 'reason' | 'reference' | 'uscc'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  changedTaxpayers?: Resolver<Maybe<Array<ResolversTypes['TaxpayerChange']>>, ParentType, ContextType, RequireFields<QueryChangedTaxpayersArgs, 'first'>>;
  taxpayer?: Resolver<Maybe<ResolversTypes['Taxpayer']>, ParentType, ContextType, RequireFields<QueryTaxpayerArgs, 'id'>>;
  taxpayers?: Resolver<Maybe<ResolversTypes['TaxpayerConnection']>, ParentType, ContextType, RequireFields<QueryTaxpayersArgs, 'first'>>;
};

export interface RealEstateUnitCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RealEstateUnitCode'], any> {
  name: 'RealEstateUnitCode';
}

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  taxpayerCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type TaxArrearsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxArrears'] = ResolversParentTypes['TaxArrears']> = {
  items?: Resolver<Array<ResolversTypes['TaxArrearsItem']>, ParentType, ContextType>;
  totalCny?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TaxArrearsItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxArrearsItem'] = ResolversParentTypes['TaxArrearsItem']> = {
  amountCny?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TaxKind'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
};

export type TaxDeclarationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxDeclaration'] = ResolversParentTypes['TaxDeclaration']> = {
  filedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TaxKind'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['TaxPeriod'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  taxCny?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxableCny?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type TaxDeclarationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxDeclarationConnection'] = ResolversParentTypes['TaxDeclarationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaxDeclarationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxDeclarationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxDeclarationEdge'] = ResolversParentTypes['TaxDeclarationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TaxDeclaration'], ParentType, ContextType>;
};

export type TaxPaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxPayment'] = ResolversParentTypes['TaxPayment']> = {
  amountCny?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TaxKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['TaxPeriod'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
};

export type TaxPaymentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxPaymentConnection'] = ResolversParentTypes['TaxPaymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaxPaymentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxPaymentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxPaymentEdge'] = ResolversParentTypes['TaxPaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TaxPayment'], ParentType, ContextType>;
};

export type TaxPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxPeriod'] = ResolversParentTypes['TaxPeriod']> = {
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type TaxUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxUserError'] = ResolversParentTypes['TaxUserError']> = {
  code?: Resolver<ResolversTypes['TaxErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaxpayerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Taxpayer'] = ResolversParentTypes['Taxpayer'], FederationReferenceType extends FederationReferenceTypes['Taxpayer'] = FederationReferenceTypes['Taxpayer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Taxpayer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aListYears?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  arrears?: Resolver<Maybe<ResolversTypes['TaxArrears']>, ParentType, ContextType>;
  authority?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  creditGrade?: Resolver<Maybe<ResolversTypes['CreditGrade']>, ParentType, ContextType, Partial<TaxpayerCreditGradeArgs>>;
  creditGrades?: Resolver<Maybe<Array<ResolversTypes['CreditGrade']>>, ParentType, ContextType>;
  declarations?: Resolver<Maybe<ResolversTypes['TaxDeclarationConnection']>, ParentType, ContextType, RequireFields<TaxpayerDeclarationsArgs, 'first'>>;
  enterprise?: Resolver<Maybe<ResolversTypes['Enterprise']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invoiceTotals?: Resolver<Maybe<Array<ResolversTypes['InvoiceTotal']>>, ParentType, ContextType, Partial<TaxpayerInvoiceTotalsArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  payments?: Resolver<Maybe<ResolversTypes['TaxPaymentConnection']>, ParentType, ContextType, RequireFields<TaxpayerPaymentsArgs, 'first'>>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['DataSource'], ParentType, ContextType>;
  taxKinds?: Resolver<Maybe<Array<ResolversTypes['AssessedTax']>>, ParentType, ContextType>;
};

export type TaxpayerChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxpayerChange'] = ResolversParentTypes['TaxpayerChange']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  uscc?: Resolver<ResolversTypes['USCC'], ParentType, ContextType>;
};

export type TaxpayerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxpayerConnection'] = ResolversParentTypes['TaxpayerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaxpayerEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TaxpayerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxpayerEdge'] = ResolversParentTypes['TaxpayerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Taxpayer'], ParentType, ContextType>;
};

export type TaxpayerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaxpayerPayload'] = ResolversParentTypes['TaxpayerPayload']> = {
  taxpayer?: Resolver<Maybe<ResolversTypes['Taxpayer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['TaxUserError']>, ParentType, ContextType>;
};

export interface UsccScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['USCC'], any> {
  name: 'USCC';
}

export type VoidDeedTaxPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidDeedTaxPayload'] = ResolversParentTypes['VoidDeedTaxPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['TaxUserError']>, ParentType, ContextType>;
  voided?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type VoidTaxpayerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VoidTaxpayerPayload'] = ResolversParentTypes['VoidTaxpayerPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['TaxUserError']>, ParentType, ContextType>;
  voided?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AssessedTax?: AssessedTaxResolvers<ContextType>;
  CreditGrade?: CreditGradeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeedTax?: DeedTaxResolvers<ContextType>;
  DeedTaxPayload?: DeedTaxPayloadResolvers<ContextType>;
  Enterprise?: EnterpriseResolvers<ContextType>;
  IndustryCode?: GraphQLScalarType;
  InvoiceTotal?: InvoiceTotalResolvers<ContextType>;
  LandUseCode?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RealEstateUnitCode?: GraphQLScalarType;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  TaxArrears?: TaxArrearsResolvers<ContextType>;
  TaxArrearsItem?: TaxArrearsItemResolvers<ContextType>;
  TaxDeclaration?: TaxDeclarationResolvers<ContextType>;
  TaxDeclarationConnection?: TaxDeclarationConnectionResolvers<ContextType>;
  TaxDeclarationEdge?: TaxDeclarationEdgeResolvers<ContextType>;
  TaxPayment?: TaxPaymentResolvers<ContextType>;
  TaxPaymentConnection?: TaxPaymentConnectionResolvers<ContextType>;
  TaxPaymentEdge?: TaxPaymentEdgeResolvers<ContextType>;
  TaxPeriod?: TaxPeriodResolvers<ContextType>;
  TaxUserError?: TaxUserErrorResolvers<ContextType>;
  Taxpayer?: TaxpayerResolvers<ContextType>;
  TaxpayerChange?: TaxpayerChangeResolvers<ContextType>;
  TaxpayerConnection?: TaxpayerConnectionResolvers<ContextType>;
  TaxpayerEdge?: TaxpayerEdgeResolvers<ContextType>;
  TaxpayerPayload?: TaxpayerPayloadResolvers<ContextType>;
  USCC?: GraphQLScalarType;
  VoidDeedTaxPayload?: VoidDeedTaxPayloadResolvers<ContextType>;
  VoidTaxpayerPayload?: VoidTaxpayerPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  ownData?: OwnDataDirectiveResolver<any, any, ContextType>;
  reads?: ReadsDirectiveResolver<any, any, ContextType>;
  sensitive?: SensitiveDirectiveResolver<any, any, ContextType>;
  sharing?: SharingDirectiveResolver<any, any, ContextType>;
};
