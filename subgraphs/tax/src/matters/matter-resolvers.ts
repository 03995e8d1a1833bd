import { catchUserErrors } from '@yiwang/subgraph-kit';
import type { Resolvers, TaxErrorCode } from '../generated/types.ts';

export const matterMutations: Resolvers['Mutation'] = {
  async registerTaxpayer(_root, args, { commands, caller }) {
    const { result, userErrors } = await rejectable(() => commands.taxpayers.register(caller, args));
    return { taxpayer: result, userErrors };
  },

  async voidTaxpayer(_root, args, { commands, caller }) {
    const { result, userErrors } = await rejectable(() => commands.taxpayers.void(caller, args));
    return { voided: result ?? false, userErrors };
  },

  async assessDeedTax(_root, args, { commands, caller }) {
    const { result, userErrors } = await rejectable(() => commands.deedTaxes.assess(caller, args));
    return { deedTax: result, userErrors };
  },

  async voidDeedTax(_root, args, { commands, caller }) {
    const { result, userErrors } = await rejectable(() => commands.deedTaxes.void(caller, args));
    return { voided: result ?? false, userErrors };
  },
};

const rejectable = <Result>(command: () => Promise<Result>) => catchUserErrors<Result, TaxErrorCode>(command);
