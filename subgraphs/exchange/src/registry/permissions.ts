import { PublicError } from '@yiwang/errors';
import type { Signer } from './signers.ts';

/** @throws PublicError FORBIDDEN unless one is an operator's */
export function requireOperator(signers: readonly Signer[], what: string): Signer {
  const operator = signers.find(({ role }) => role === 'OPERATOR');
  if (operator) return operator;
  throw new PublicError('FORBIDDEN', `${what} needs an operator’s key.`);
}

/** @throws PublicError FORBIDDEN unless each department has signed, or an operator has for all */
export function requireDepartments(signers: readonly Signer[], departments: readonly string[]): void {
  if (signers.some(({ role }) => role === 'OPERATOR')) return;
  const signed = signers.filter(({ role }) => role === 'DEPARTMENT').map(({ holder }) => holder);
  const missing = departments.filter((department) => !signed.includes(department));
  if (missing.length === 0) return;
  throw new PublicError('FORBIDDEN', `No key of ${missing.join(', ')} has signed, nor an operator’s.`);
}

/** @throws PublicError FORBIDDEN unless it is the gateway's own, or an operator's */
export function requireGateway(signers: readonly Signer[], gateway: string): void {
  const mayReport = signers.some(
    ({ role, holder }) => role === 'OPERATOR' || (role === 'GATEWAY' && holder === gateway),
  );
  if (!mayReport) throw new PublicError('FORBIDDEN', `No key of the gateway ${gateway} has signed.`);
}
