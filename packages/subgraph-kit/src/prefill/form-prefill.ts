import { LRUCache } from 'lru-cache';
import type { FormField, FormSchema } from '../forms/index.ts';
import { type CompiledPrefill, compilePrefill, type PrefillProblem } from './compile-prefill.ts';
import type { GatewayClient } from './gateway-client.ts';

/** A form, and the document from whose answer some of its fields are filled. */
export interface PrefilledForm {
  form: FormSchema;
  prefill: string | null;
  /** Names of the variables of the document; PREFILL_VARIABLES when they are left out. */
  variables?: readonly string[] | undefined;
}

/** What forms take from other departments. */
export interface FormPrefill {
  /** Checks it against the one schema, as it is now. */
  check(version: PrefilledForm): Promise<PrefillProblem[]>;
  /** Null when the form takes nothing, nobody can be asked, or it does not fit the schema any more. */
  find(version: PrefilledForm): Promise<CompiledPrefill | null>;
}

/** The one schema changes: what was compiled before is compiled again. */
const KEPT_MS = 10 * 60_000;
const MAX_KEPT = 500;

/** @param client null where no gateway is set */
export function createFormPrefill(client: GatewayClient | null): FormPrefill {
  const kept = new LRUCache<string, CompiledPrefill>({ max: MAX_KEPT, ttl: KEPT_MS });

  async function compile({
    form,
    prefill,
    variables,
  }: PrefilledForm): Promise<CompiledPrefill | PrefillProblem[]> {
    const fields = filledFields(form);
    if (prefill === null) {
      return fields.length === 0
        ? { parts: [] }
        : [{ code: 'MALFORMED_PREFILL', message: 'Fields have x-from, and there is no prefill.' }];
    }
    if (client === null) {
      const message = 'The prefill cannot be checked: this department has no gateway (GATEWAY_URL).';
      return [{ code: 'GATEWAY_UNAVAILABLE', message }];
    }
    const names = new Set(fields.map(({ field }) => field));
    return compilePrefill(client, { document: prefill, variables, fields }, names);
  }

  return {
    async check(version) {
      const compiled = await compile(version);
      return 'parts' in compiled ? [] : compiled;
    },
    async find(version) {
      if (client === null || version.prefill === null) return null;
      const key = JSON.stringify([version.prefill, version.variables, filledFields(version.form)]);
      const before = kept.get(key);
      if (before) return before;
      const compiled = await compile(version);
      if (!('parts' in compiled)) return null;
      kept.set(key, compiled);
      return compiled;
    },
  };
}

/** The fields of a form with `x-from`: where in the answer their values stand. */
function filledFields(form: FormSchema): { field: string; path: string }[] {
  const found: { field: string; path: string }[] = [];
  visit(form, '');
  return found;

  function visit(field: FormField, at: string): void {
    if (field['x-from'] !== undefined) found.push({ field: at, path: field['x-from'] });
    if (field.type !== 'object') return;
    for (const [name, inner] of Object.entries(field.properties))
      visit(inner, at === '' ? name : `${at}.${name}`);
  }
}
