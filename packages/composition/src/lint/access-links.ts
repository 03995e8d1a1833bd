import { argumentsOf, schemaDirectives } from '@yiwang/schema-directives';
import type { Rule } from './rule.ts';

/** The directives of access of our own, and the one address of the specification of each. */
const SPECS: Readonly<Record<string, string>> = {
  sharing: 'https://specs.yiwang.dev/sharing/v1.0',
  sensitive: 'https://specs.yiwang.dev/sensitive/v1.0',
};

/**
 * `@sharing` and `@sensitive` are linked by their own address, and by no other version of it: the supergraph takes the newest
 * version that any department names, and a gateway refuses a supergraph whose rules it does not know.
 */
export const accessLinks: Rule = (model, report) => {
  for (const use of schemaDirectives(model.document)) {
    if (use.name.value !== 'link') continue;
    const { url, as, import: imports } = argumentsOf(use);
    const names = [
      String(url).split('/').at(-2) ?? '',
      ...(typeof as === 'string' ? [as] : []),
      ...(Array.isArray(imports) ? imports : []).flatMap((one) =>
        typeof one === 'string' ? [one] : Object.values((one ?? {}) as Record<string, string>),
      ),
    ].map((name) => name.replace('@', ''));
    for (const [directive, expected] of Object.entries(SPECS)) {
      if (!names.includes(directive) || url === expected) continue;
      report(
        'ERROR',
        null,
        use,
        `Link @${directive} by url: "${expected}"; ${String(url)} is another specification.`,
      );
    }
  }
};
