export { type CreatedUpload, type NewUpload, type UploadErrorCode } from './create-upload.ts';
export { cleanFileName } from './clean-file-name.ts';
export { MEDIA_TYPES, type MediaType } from './inspect/media-types.ts';
export { type MaterialSettings, materialSettings } from './material-settings.ts';
export {
  defineMaterials,
  type MaterialRow,
  type MaterialTables,
  type Refusal,
  type UploadRow,
} from './material-tables.ts';
export { type MaterialRight, type Materials, type MaterialsOptions, openMaterials } from './materials.ts';
export { type Removed, type RemoveOptions } from './remove-unused.ts';
