import { defineKeyset } from '@yiwang/subgraph-kit';
import { FILING_PERIODS, TAX_KINDS } from './enums.ts';

/** Taxpayers, by row number. */
export const taxpayerCursor = defineKeyset('taxpayers', ['integer']);

/** Declarations, by end and length of the period and tax. */
export const declarationCursor = defineKeyset('declarations', ['date', FILING_PERIODS, TAX_KINDS]);

/** Payments, by day and number of the certificate. */
export const paymentCursor = defineKeyset('payments', ['date', 'integer']);
