import { childrenOfRegion, foldWidth, provinces, type Region } from '@yiwang/codes';

/** "The city itself", not one of its counties: 郑州市本级. */
const SELF = /本级$/;

/**
 * The smallest region that the names tell for sure; null when they tell none.
 *
 * A name that is not in today's list (金坛市, a district since) or that could mean several (鼓楼区 alone)
 * tells nothing, and what stands before it decides. A county that its city no longer holds is found
 * when no other region of the province has its name.
 *
 * @param names from the province down, as registers write them; an empty one is left out, and a province
 *   may be cut short (广西壮族)
 * @returns 2, 4 or 6 digits
 */
export function regionByNames(names: readonly string[]): string | null {
  const path: Region[] = [];
  for (const text of names) {
    const name = foldWidth(text).replace(SELF, '');
    const region = name ? beneathOrBeside(path, name) : null;
    if (region) path.push(region);
  }
  return path.at(-1)?.code ?? null;
}

function beneathOrBeside(path: readonly Region[], name: string): Region | null {
  const within = path.at(-1) ?? null;
  if (name === within?.name) return null;
  return oneOf(beneath(within), name) ?? elsewhereIn(path[0] ?? null, within, name);
}

/** A district is not sought in other cities: its name (新区, 郊区) is seldom its own. */
function elsewhereIn(province: Region | null, within: Region | null, name: string): Region | null {
  const isElsewhere = province?.level === 'province' && within !== province && !name.endsWith('区');
  return isElsewhere ? oneOf(beneath(province), name) : null;
}

function oneOf(regions: readonly Region[], name: string): Region | null {
  const named = regions.filter((region) => isNamed(region, name));
  // 嘉峪关市 is a city and, within it, a county of its own: the name means the outer one.
  const outer = named.filter(
    ({ code }) => !named.some((other) => other.code !== code && code.startsWith(other.code)),
  );
  return outer.length === 1 ? outer[0]! : null;
}

function isNamed(region: Region, name: string): boolean {
  if (region.name === name) return true;
  return region.level === 'province' && name.length > 1 && region.name.startsWith(name);
}

/** Every region beneath one, at any level; of the whole country for null. */
function beneath(region: Region | null): readonly Region[] {
  const key = region?.code ?? '';
  const known = descendants.get(key);
  if (known) return known;
  const children = region ? childrenOfRegion(region.code) : provinces();
  const all = children.flatMap((child) => [child, ...beneath(child)]);
  descendants.set(key, all);
  return all;
}

/** By code; filled as asked. */
const descendants = new Map<string, readonly Region[]>();
