import type { SettingsShape } from '@yiwang/service/settings';
import { z } from 'zod';
import { table } from './markdown.ts';

export interface SettingsSection {
  title: string;
  /** One paragraph of Markdown: who reads these settings. */
  intro: string;
  shape: SettingsShape;
}

/** What JSON Schema tells of one setting. */
export interface Setting {
  name: string;
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
    const rows = settingsOf(shape).map((setting) => [
      `\`${setting.name}\``,
      describe(setting),
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

/** The settings as they are written into the environment, not as what is made of them. */
export function settingsOf(shape: SettingsShape): Setting[] {
  const { properties } = z.toJSONSchema(shape, { io: 'input' }) as {
    properties: Record<string, Omit<Setting, 'name'>>;
  };
  return Object.entries(properties).map(([name, setting]) => ({ name, ...setting }));
}

/** @throws Error when a setting says nothing about itself */
export function describe({ name, description }: Setting): string {
  if (!description) throw new Error(`${name} has no description.`);
  return description;
}

function fallback({ default: value }: Setting): string {
  if (value === undefined) return 'must be set';
  return value === '' ? 'none' : `\`${value}\``;
}

/** What a setting may be, in words: a range, a list of values, … */
export function accepts({ type, minimum, maximum, enum: values, format, pattern }: Setting): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (type === 'integer' || type === 'number')
    return `${minimum?.toLocaleString('en')}–${maximum?.toLocaleString('en')}`;
  if (format === 'uri') return 'a URL';
  if (pattern) return `text that matches \`${pattern}\``;
  return 'text';
}
