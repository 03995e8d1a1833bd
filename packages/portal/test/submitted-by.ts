/** What a browser would send of a form: enough of HTML for controls that React has drawn. */
export function submittedBy(html: string): Map<string, string> {
  const sent = new Map<string, string>();
  for (const [, tag, attributes, content] of html.matchAll(
    /<(input|textarea|select)\b([^>]*)>(?:(?<!<input\b[^>]*>)([\s\S]*?)<\/(?:textarea|select)>)?/g,
  )) {
    const at = attributesOf(attributes!);
    const name = at.get('name');
    if (name === undefined) continue;
    if (tag === 'input') {
      if (at.get('type') !== 'radio' || at.has('checked')) sent.set(name, at.get('value') ?? '');
    } else if (tag === 'textarea') {
      // Of HTML: a line end right after the tag is none. Browsers send CR LF.
      sent.set(name, unescape(content!).replace(/^\n/, '').replaceAll('\n', '\r\n'));
    } else {
      const options = [...content!.matchAll(/<option\b([^>]*)>/g)].map(([, option]) => attributesOf(option!));
      const chosen = options.find((option) => option.has('selected')) ?? options[0];
      sent.set(name, chosen?.get('value') ?? '');
    }
  }
  return sent;
}

function attributesOf(text: string): Map<string, string> {
  const found = text.matchAll(/([\w-]+)="([^"]*)"/g);
  return new Map([...found].map(([, name, value]) => [name!.toLowerCase(), unescape(value!)]));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' };

function unescape(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|#x27|amp);/g, (_, name: string) => ENTITIES[name]!);
}
