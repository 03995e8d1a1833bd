/** Those with the names, in their own order; all when there is no name. */
export function choose<Item extends { name: string }>(
  items: readonly Item[],
  names: readonly string[],
): Item[] {
  const unknown = names.filter((name) => !items.some((item) => item.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no ${unknown.join(', ')}; choose from ${items.map(({ name }) => name).join(', ')}.`,
    );
  }
  return items.filter(({ name }) => names.length === 0 || names.includes(name));
}
