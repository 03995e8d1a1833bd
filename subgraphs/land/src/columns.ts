import { getTableColumns } from 'drizzle-orm';
import { landSupplies, landTransfers } from './tables.ts';

const { original: _supply, holderKey: _holderKey, ...supplyColumns } = getTableColumns(landSupplies);
const { original: _transfer, ...transferColumns } = getTableColumns(landTransfers);

/** The columns that fields read: see LandSupplyModel and LandTransferModel. */
export { supplyColumns, transferColumns };
