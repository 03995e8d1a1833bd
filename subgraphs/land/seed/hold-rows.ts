import { GENERATED_SOURCE } from '@yiwang/population';
import { MATTER_CLIENT, momentOf, type TransferApplication } from '@yiwang/population/matters';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { OFFICIAL } from './official-rows.ts';

/** What happened to the hold of a transfer. Null when it did not. */
function momentsOf(transfer: TransferApplication) {
  return {
    held: momentOf(transfer, 'hold', 'DONE'),
    released: momentOf(transfer, 'hold', 'UNDONE'),
    registered: momentOf(transfer, 'registration', 'GRANTED'),
  };
}

const holderOf = ({ holder }: TransferApplication) => holder.uscc ?? holder.name;

export const holdColumns = ['unit', 'client', 'reference', 'holder', 'at'] as const;

/** The units that are held on the reference date. */
export function* holdRows(transfers: readonly TransferApplication[]): Generator<CopyValue[]> {
  for (const transfer of transfers) {
    const { held, released, registered } = momentsOf(transfer);
    if (!held || released || registered) continue;
    yield [transfer.unit.code, MATTER_CLIENT, transfer.number, holderOf(transfer), held.toISOString()];
  }
}

export const holdEventColumns = ['at', 'action', 'unit', 'client', 'user', 'reference', 'holder'] as const;

export function* holdEventRows(transfers: readonly TransferApplication[]): Generator<CopyValue[]> {
  for (const transfer of transfers) {
    const { held, released, registered } = momentsOf(transfer);
    const { unit, number } = transfer;
    const event = (at: Date, action: string, client: string, user: string | null) => [
      at.toISOString(),
      action,
      unit.code,
      client,
      user,
      number,
      holderOf(transfer),
    ];
    if (held) yield event(held, 'HOLD', MATTER_CLIENT, null);
    if (released) yield event(released, 'RELEASE', MATTER_CLIENT, null);
    if (registered) yield event(registered, 'REGISTERED', 'made-up', OFFICIAL);
  }
}

export const holderEventColumns = [
  'at',
  'action',
  'unit',
  'case_number',
  'client',
  'user',
  'before_name',
  'before_source',
  'after_uscc',
  'after_name',
] as const;

/** Who held the units before that were registered. */
export function* holderEventRows(transfers: readonly TransferApplication[]): Generator<CopyValue[]> {
  for (const transfer of transfers) {
    const { registered } = momentsOf(transfer);
    if (!registered) continue;
    const { unit, cases, holder, holderBefore } = transfer;
    yield [
      registered.toISOString(),
      'REGISTER',
      unit.code,
      cases['registration']!,
      'made-up',
      OFFICIAL,
      holderBefore,
      GENERATED_SOURCE,
      holder.uscc,
      holder.name,
    ];
  }
}
