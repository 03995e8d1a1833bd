import { z } from 'zod';

const MEBIBYTE = 1024 * 1024;

const count = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

/**
 * The settings of a department that takes materials, beside those of every department.
 *
 * @example serviceSettings(4002).extend(materialSettings())
 */
export function materialSettings() {
  return {
    MATERIALS: z
      .string()
      .min(1, { error: 'must name a folder, or a bucket as s3://bucket/prefix?endpoint=https://…' })
      .default('.data/materials')
      .describe(
        'Where materials are stored: a folder on a disk that outlives the process and that all processes of the department share, or a bucket of S3-compatible storage, as `s3://bucket/prefix?endpoint=https://host&region=name`. The department uses the folder of its name in it.',
      ),
    MATERIALS_KEY_FILE: z
      .string()
      .default('')
      .describe(
        'File with the access key of the S3-compatible storage: its id in the first line, its secret in the second. It is read at the start. Required for s3://.',
      ),
    MATERIAL_BYTES: count(100 * MEBIBYTE, 1, 4096 * MEBIBYTE).describe(
      'Maximum size of one material, in bytes.',
    ),
    MATERIAL_UPLOAD_HOURS: count(24, 1, 720).describe(
      'Hours in which an upload must be finished, and in which the material must then be put to use; later it is removed.',
    ),
    MATERIAL_STREAMS: count(16, 1, 1000).describe(
      'Maximum number of uploads that one process receives or checks at the same time; each takes up to 8 MiB of memory. Further ones are answered with `retry-after`.',
    ),
    MATERIAL_IDLE_MS: count(30_000, 100, 600_000).describe(
      'Milliseconds without a byte after which an upload or a download is cut off. An upload can be resumed.',
    ),
  };
}

export type MaterialSettings = z.infer<z.ZodObject<ReturnType<typeof materialSettings>>>;
