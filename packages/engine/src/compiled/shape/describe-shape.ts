import { isEnumType } from 'graphql';
import type { FieldShape, ObjectShape, Shape } from './shape.ts';

/** Equal for two forms, perhaps of two schemas, that are filled and written alike. */
export function describeShape(root: ObjectShape): string {
  const numbers = new Map<readonly FieldShape[], number>();
  const lists: string[] = [];
  const top = describe(root);
  return [...lists, top].join('\n');

  function describe(shape: Shape): string {
    switch (shape.kind) {
      case 'ready':
      case 'refused':
        return shape.kind;
      case 'leaf': {
        const { type } = shape;
        return isEnumType(type) ? `${type.name}(${type.getValues().map(({ name }) => name)})` : type.name;
      }
      case 'list':
        return `[${describe(shape.item.shape)}${shape.item.nonNull ? '!' : ''}]`;
      case 'object': {
        const { typeName, onlyType, untyped, fieldsByType } = shape;
        const types = [...fieldsByType].map(([type, fields]) => `${type}:${numberOf(fields)}`);
        const common = untyped && `${numberOf(untyped.fields)}?${untyped.condition}`;
        return `${typeName}|${onlyType}|${common}{${types}}`;
      }
    }
  }

  /** Types that are answered alike share a list, and a list is described once. */
  function numberOf(fields: readonly FieldShape[]): number {
    let number = numbers.get(fields);
    if (number === undefined) {
      const described = fields.map(
        ({ key, source, name, condition, slot, access }) =>
          `${key}=${source}=${name}?${condition}:${describe(slot.shape)}${slot.nonNull ? '!' : ''}${access ? JSON.stringify(access) : ''}`,
      );
      number = lists.push(described.join(',')) - 1;
      numbers.set(fields, number);
    }
    return number;
  }
}
