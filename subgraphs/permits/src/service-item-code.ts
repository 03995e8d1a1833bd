/** What the full code of a service item says about itself; null for what its form does not hold. */
export interface ServiceItemCode {
  /** 12 characters (GB/T 39554): 2 region, 2 type, 2 department, 3 item, 3 part. */
  basicCode: string | null;
  /** 12 digits. */
  regionCode: string | null;
  /** The department's unified social credit code or organisation code, with what the register made of it. */
  departmentCode: string | null;
}

/** 31 characters: the department's USCC, the level of government, the basic code. */
const NATIONAL = /^([0-9A-Z]{18})[1-6]([0-9A-Z]{12})$/;

/** `511Z07001006-511602000000-000-11511301008778183N-1-00`: item, region, …, department, …; the middle may hold hyphens. */
const PROVINCIAL = /^(.+)-(\d{12})-\d{3}-(.+)-\d-\d{2}$/;

/** `E-000004-001-11511301008778386B`: item, department. */
const SHORT = /^([A-Z]-\d{6}-\d{3})-([0-9A-Z]+)$/;

const BASIC = /^[0-9A-Z]{12}$/;

/**
 * Reads the parts of a full code. Provinces write it in several forms, and item parts of 12 (basic
 * code), 14 and other lengths; a form that is not known yields nulls, never an error.
 *
 * @param code half width, upper case
 */
export function parseServiceItemCode(code: string): ServiceItemCode {
  const national = NATIONAL.exec(code);
  if (national) return { basicCode: national[2]!, regionCode: null, departmentCode: national[1]! };
  const provincial = PROVINCIAL.exec(code);
  if (provincial) {
    const [, item, regionCode, departmentCode] = provincial;
    return {
      basicCode: BASIC.test(item!) ? item! : null,
      regionCode: regionCode!,
      departmentCode: departmentCode!,
    };
  }
  return { basicCode: null, regionCode: null, departmentCode: SHORT.exec(code)?.[2] ?? null };
}
