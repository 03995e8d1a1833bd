import type { Connection } from '@yiwang/subgraph-kit';
import type { CreditLevel, FilingPeriod, TaxKind } from './enums.ts';
import type { DeclarationRow, PaymentRow } from './tables.ts';

/** What resolvers receive for each type of the schema that is not a plain row. */

type Source = 'REGISTER' | 'GENERATED' | 'GRAPH';

export interface TaxpayerModel {
  /** Row number: the key of everything that hangs beneath a taxpayer. */
  no: number;
  id: string;
  name: string;
  authority: string;
  regionCode: string | null;
  source: Source;
}

export interface CreditGradeModel {
  taxpayerNo: number;
  year: number;
  grade: CreditLevel;
  authority: string;
  source: Source;
}

/** The certificate's number as text: GraphQL knows no whole number of 18 digits. */
export type PaymentModel = Omit<PaymentRow, 'number'> & { number: string };

export interface ArrearsItemModel {
  taxpayerNo: number;
  kind: TaxKind;
  since: string;
  amountCny: string;
  source: Source;
  /** Sum over all items of the taxpayer. */
  totalCny: string;
}

/** Empty when nothing is overdue. */
export interface TaxArrearsModel {
  items: ArrearsItemModel[];
}

/** Declarations and payments hold it. */
export interface PeriodModel {
  endsOn: string;
  filingPeriod: FilingPeriod;
}

/** Counts above a bound are not made: null. */
export type TaxpayerConnectionModel = Connection<TaxpayerModel, number | null>;
export type TaxDeclarationConnectionModel = Connection<DeclarationRow>;
export type TaxPaymentConnectionModel = Connection<PaymentModel>;

/** References: the departments that own them resolve the rest. */
export interface EnterpriseModel {
  uscc: string;
}
export interface RegionModel {
  code: string;
}
