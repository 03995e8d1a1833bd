import { defineMaterials } from '../../../src/materials/material-tables.ts';

export const { materials, uploads } = defineMaterials();
