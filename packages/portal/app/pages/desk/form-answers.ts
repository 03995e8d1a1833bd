import type { DeskAnswer, Origin, Value } from './model.ts';

/** What is read of a form: a JSON Schema with titles in two languages. */
interface Field {
  title?: string;
  'x-title-en'?: string;
  type?: string;
  format?: string;
  oneOf?: readonly { const: unknown; title?: string; 'x-title-en'?: string }[];
  properties?: Readonly<Record<string, Field>>;
  items?: Field;
}

interface Prefilled {
  field: string;
  state: string;
  department: string;
  coordinate: string;
  readAt: string;
  verdict?: string | null;
}

/**
 * The answers of a form in the order of its fields, whatever an applicant left out among them.
 *
 * @param schema of the form, as the case keeps it; anything else than a schema gives no answers
 */
export function answersOfForm(schema: unknown, form: unknown, prefill: readonly Prefilled[]): DeskAnswer[] {
  const origins = new Map(prefill.map((one) => [one.field, toOrigin(one)]));
  const collect = (field: Field, value: unknown, path: string, titles: Titles): DeskAnswer[] => {
    if (field.properties) {
      return Object.entries(field.properties).flatMap(([name, inner]) =>
        collect(inner, memberOf(value, name), path === '' ? name : `${path}.${name}`, {
          zh: [titles.zh, inner.title ?? name].filter(Boolean).join(' · '),
          en: [titles.en, inner['x-title-en'] ?? inner.title ?? name].filter(Boolean).join(' · '),
        }),
      );
    }
    const label = { text: titles.zh, en: titles.en };
    return [{ path, label, value: toValue(field, value), origin: origins.get(path) ?? null }];
  };
  return typeof schema === 'object' && schema !== null
    ? collect(schema as Field, form, '', { zh: '', en: '' })
    : [];
}

interface Titles {
  zh: string;
  en: string;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function toValue(field: Field, value: unknown): Value {
  if (value === undefined || value === null || value === '') return { kind: 'none' };
  if (typeof value === 'boolean') return { kind: 'flag', isTrue: value };
  const option = field.oneOf?.find((one) => one.const === value);
  if (option) return { kind: 'option', zh: option.title ?? String(value), en: option['x-title-en'] ?? null };
  if (Array.isArray(value)) {
    return { kind: 'text', text: value.map((one) => textOf(toValue(field.items ?? {}, one))).join('、') };
  }
  if (typeof value === 'object') return { kind: 'code', text: JSON.stringify(value) };
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  const text = value as string;
  if (field.format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'day', text };
  if (field.format === 'uscc') return { kind: 'uscc', text };
  return { kind: 'text', text };
}

/** A value as one text, whatever its kind: for lists, and to see whether it has changed. */
export function textOf(value: Value): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'flag':
      return String(value.isTrue);
    case 'option':
      return value.zh;
    case 'enterprise':
      return value.uscc;
    default:
      return value.text;
  }
}

function toOrigin({ department, coordinate, readAt, state, verdict }: Prefilled): Origin {
  return { department, coordinate, readAt, state, verdict: verdict ?? null };
}
