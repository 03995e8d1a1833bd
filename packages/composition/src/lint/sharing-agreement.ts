import type { ConstDirectiveNode } from 'graphql';
import { ownSharing } from '../sdl/sharing.ts';
import type { SubgraphModel } from '../sdl/subgraph-model.ts';
import type { Rule } from './rule.ts';

/**
 * Departments that both say who may read a type or a field say the same. Composition would keep one of two classes, and
 * gateways would give out by it what the other keeps back.
 */
export const sharingAgreement: Rule = (model, report, others) => {
  for (const type of model.types.values()) {
    for (const other of others) {
      const theirs = other.types.get(type.name);
      if (!theirs) continue;
      compare(type.name, type, theirs, other);
      const fields = new Map(theirs.fields.map((field) => [field.name.value, field]));
      for (const field of type.fields) {
        const same = fields.get(field.name.value);
        if (same) compare(`${type.name}.${field.name.value}`, field, same, other);
      }
    }
  }

  function compare(coordinate: string, own: Shared, theirs: Shared, other: SubgraphModel): void {
    const [mine, said] = [ownSharing(model, own), ownSharing(other, theirs)];
    if (!mine || !said || mine.class === said.class) return;
    const use = own.directives?.find(({ name }) => name.value === model.names.sharing) ?? null;
    report(
      'ERROR',
      coordinate,
      use,
      `${coordinate} is ${mine.class} here and ${said.class} in ${other.department}. Agree on one class, or say it on fields that only one department has.`,
    );
  }
};

interface Shared {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}
