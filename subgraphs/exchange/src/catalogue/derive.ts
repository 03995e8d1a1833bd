import type { DataResourceModel } from './models.ts';

export function deriveCatalogue(
  _subgraphs: readonly { name: string; sdl: string }[],
  _version: number,
): DataResourceModel[] {
  return [];
}

export function catalogueAsDcat(resources: readonly DataResourceModel[]): string {
  return JSON.stringify(resources);
}

export function catalogueAsGuideCsv(resources: readonly DataResourceModel[]): string {
  return JSON.stringify(resources);
}
