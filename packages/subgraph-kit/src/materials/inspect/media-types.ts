/** The types of materials that can be recognised by their content, with what people call them. */
export const MEDIA_TYPES = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/tiff': 'TIFF',
  'application/ofd': 'OFD',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
} as const satisfies Record<string, string>;

export type MediaType = keyof typeof MEDIA_TYPES;

export function isMediaType(text: string): text is MediaType {
  return Object.hasOwn(MEDIA_TYPES, text);
}

/** Returns what people call the types, such as `PDF, PNG or DOCX`. */
export function namesOf(types: readonly string[]): string {
  const names = types.filter(isMediaType).map((type) => MEDIA_TYPES[type]);
  const last = names.pop() ?? 'nothing';
  return names.length === 0 ? last : `${names.join(', ')} or ${last}`;
}
