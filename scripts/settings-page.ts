import type { SettingsShape } from '@yiwang/config';
import { z } from 'zod';
import { table } from './markdown.ts';

export interface SettingsSection {
  title: string;
  /** One paragraph of Markdown: who reads these settings. */
  intro: string;
  shape: SettingsShape;
}

/** What JSON Schema tells of one setting. */
interface Setting {
  type?: string;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  enum?: readonly string[];
  format?: string;
  pattern?: string;
}

/** docs/config.md: every setting with its meaning, unit, range and default. */
export function settingsPage(sections: readonly SettingsSection[]): string {
  const body = sections.map(({ title, intro, shape }) => {
    // As they are written into the environment, not as what is made of them.
    const schema = z.toJSONSchema(shape, { io: 'input' }) as { properties: Record<string, Setting> };
    const settings = schema.properties;
    const rows = Object.entries(settings).map(([name, setting]) => [
      `\`${name}\``,
      describe(name, setting),
      accepts(setting),
      fallback(setting),
    ]);
    return `## ${title}\n\n${intro}\n\n${table(['setting', 'meaning', 'accepts', 'default'], rows)}\n`;
  });
  return `# Settings

Printed from the objects that the services read them with, by \`npm run docs\`.

Settings are environment variables. A service with a wrong setting does not start, and says which one it is
and what it accepts; an empty value counts as not set.

${body.join('\n')}`;
}

/** @throws Error when a setting says nothing about itself */
function describe(name: string, { description }: Setting): string {
  if (!description) throw new Error(`${name} has no description.`);
  return description;
}

function fallback({ default: value }: Setting): string {
  if (value === undefined) return 'must be set';
  return value === '' ? 'none' : `\`${value}\``;
}

function accepts({ type, minimum, maximum, enum: values, format, pattern }: Setting): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (type === 'integer') return `${minimum?.toLocaleString('en')}–${maximum?.toLocaleString('en')}`;
  if (format === 'uri') return 'a URL';
  if (pattern) return `text that matches \`${pattern}\``;
  return 'text';
}
