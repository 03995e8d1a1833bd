/** JavaScript that reads a property, which may bear the name of one that every object inherits. */
export function ownProperty(object: string, name: string): string {
  const text = JSON.stringify(name);
  return name in Object.prototype
    ? `(Object.hasOwn(${object},${text})?${object}[${text}]:undefined)`
    : `${object}[${text}]`;
}
