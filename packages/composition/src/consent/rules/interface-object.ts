import { type ConsentNeed, type ConsentRule, isBy, list } from '../facts/consent.ts';

/**
 * A department would know another one's interface as an object, or add a field to it so: unlike a field on one entity, that is
 * a field on each type that implements the interface, now and later, of whichever department.
 */
export const interfaceObject: ConsentRule = (change) => {
  const { before, after } = change;
  return [...after.interfaceObjects].flatMap(([name, departments]) =>
    departments.flatMap((department): ConsentNeed[] => {
      const owners = (before.holders.get(name) ?? []).filter(
        (owner) => owner !== department && !before.interfaceObjects.get(name)?.includes(owner),
      );
      if (owners.length === 0 || !isBy(change, department)) return [];
      const fields = [...after.fields.values()].filter(
        ({ type, coordinate, answers }) =>
          type === name && answers.has(department) && !before.fields.has(coordinate),
      );
      const isNew = !before.interfaceObjects.get(name)?.includes(department);
      const coordinates = fields.map(({ coordinate }) => coordinate);
      if (!isNew && coordinates.length === 0) return [];
      const what = isNew
        ? `${department} would know ${name} as an @interfaceObject`
        : `${department} would add to ${name}`;
      const added =
        coordinates.length > 0 ? `: each type that implements ${name} gets ${list(coordinates)}` : '';
      return [{ kind: 'INTERFACE_OBJECT', coordinate: name, owners, message: `${what}${added}.` }];
    }),
  );
};
