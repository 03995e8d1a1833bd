/** What the form asks about a field, as far as it can be asked on a page of reading. */
export interface Question {
  /** In the form, such as premises.areaM2. */
  path: string;
  kind: 'choice' | 'flag' | 'number' | 'text';
  title: string;
  titleEn: string | null;
  options: readonly { value: string; title: string; titleEn: string | null }[];
}

interface Field {
  type?: string;
  title?: string;
  'x-title-en'?: string;
  properties?: Readonly<Record<string, Field>>;
  oneOf?: readonly { const: unknown; title?: string; 'x-title-en'?: string }[];
}

/** Names of answers in an address begin with this, so that none is taken for something else. */
export const PREFIX = 'a.';

/** The fields of the form that the rules read, in the order of the form. Only from them it depends what has to be handed in. */
export function questionsOf(form: unknown, rules: unknown): Question[] {
  const rows = (rules as { rows?: readonly { when?: object }[] } | null)?.rows ?? [];
  const columns = new Set(rows.flatMap(({ when }) => Object.keys(when ?? {})));
  return fieldsOf(form as Field | null, '')
    .filter(({ path }) => columns.has(path))
    .map(({ path, field }) => ({
      path,
      kind: kindOf(field),
      title: field.title ?? path,
      titleEn: field['x-title-en'] ?? null,
      options: (field.oneOf ?? []).map((option) => ({
        value: String(option.const),
        title: option.title ?? String(option.const),
        titleEn: option['x-title-en'] ?? null,
      })),
    }));
}

function fieldsOf(field: Field | null, above: string): { path: string; field: Field }[] {
  return Object.entries(field?.properties ?? {}).flatMap(([name, child]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return child.properties ? fieldsOf(child, path) : [{ path, field: child }];
  });
}

function kindOf({ type, oneOf }: Field): Question['kind'] {
  if (oneOf) return 'choice';
  if (type === 'boolean') return 'flag';
  return type === 'number' || type === 'integer' ? 'number' : 'text';
}

/**
 * The answers that an address holds, as the form has them; what is empty is left out, and what is no question is not read.
 *
 * @returns answers to be sent, and how many there are
 */
export function answersOf(
  questions: readonly Question[],
  query: URLSearchParams,
): { answers: Record<string, unknown>; count: number } {
  const answers: Record<string, unknown> = {};
  let count = 0;
  for (const { path, kind } of questions) {
    const given = query.get(`${PREFIX}${path}`)?.trim().slice(0, 200) ?? '';
    if (given === '') continue;
    count++;
    const names = path.split('.');
    let place = answers;
    for (const name of names.slice(0, -1)) place = (place[name] ??= {}) as Record<string, unknown>;
    place[names.at(-1)!] = valueOf(kind, given);
  }
  return { answers, count };
}

/** What is no number stays as it was typed: the department says what is wrong with it. */
function valueOf(kind: Question['kind'], given: string): unknown {
  if (kind === 'flag') return given === 'true';
  if (kind === 'number' && Number.isFinite(Number(given))) return Number(given);
  return given;
}
