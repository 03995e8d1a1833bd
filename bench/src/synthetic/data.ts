/**
 * The made-up province behind the synthetic departments: every record follows from its index, so that
 * departments agree without sharing anything and every run asks for the same.
 */
export const ENTERPRISES = 32_000;
const PARCELS = 300;
const PERMITS_OF_ENTERPRISE = 3;
const PERMITS_OF_PARCEL = 2;

const STATUSES = ['ACTIVE', 'REVOKED', 'DEREGISTERED', 'SUSPENDED'];
const TRADES = ['混凝土', '科技', '物流', '食品', '纺织', '机电'];
const GRADES = ['A', 'B', 'M', 'C', 'D'];
const KINDS = ['食品经营许可证', '排污许可证', '建设用地规划许可证', '安全生产许可证'];
const USES = ['工业用地', '住宅用地', '商业用地', '仓储用地', '教育用地'];

export const uscc = (index: number) => `91320000${String(index % ENTERPRISES).padStart(10, '0')}`;
const parcelCode = (index: number) => `320102001001GB${String(index % PARCELS).padStart(5, '0')}`;
const permitNumber = (index: number) => `P${String(index % (ENTERPRISES * PERMITS_OF_ENTERPRISE))}`;

/** The index in which a code ends. */
const indexOf = (code: string) => Number(code.match(/\d{1,10}$/)![0]);

export function enterpriseRecord(code: string) {
  const index = indexOf(code);
  return {
    __typename: 'Enterprise',
    uscc: code,
    name: `江苏${TRADES[index % TRADES.length]}第${index}有限公司`,
    status: STATUSES[index % STATUSES.length],
    regionCode: String(320100 + (index % 13) * 100),
    registeredOn: `20${String(10 + (index % 15))}-0${1 + (index % 9)}-1${index % 10}`,
    capitalCny: index * 10_000,
  };
}

export function enterprisesOfPage(page: number, first: number) {
  return Array.from({ length: first }, (_, offset) => enterpriseRecord(uscc(page * first + offset)));
}

export function parcelRecord(code: string) {
  const index = indexOf(code.slice(-5));
  return {
    __typename: 'Parcel',
    code,
    use: USES[index % USES.length],
    areaM2: 500 + index * 3.25,
    rateCnyPerM2: 4 + (index % 8),
  };
}

export function parcelsOfPage(page: number, first: number) {
  return Array.from({ length: first }, (_, offset) => parcelRecord(parcelCode(page * first + offset)));
}

function permitRecord(number: string) {
  const index = indexOf(number);
  return {
    __typename: 'Permit',
    number,
    kind: KINDS[index % KINDS.length],
    validUntil: index % 7 === 0 ? null : `203${index % 10}-12-31`,
    holder: { __typename: 'Enterprise', uscc: uscc(Math.floor(index / PERMITS_OF_ENTERPRISE)) },
    parcel: { __typename: 'Parcel', code: parcelCode(index * 7) },
  };
}

export const permit = {
  byNumber: permitRecord,
  ofEnterprise: (code: string) =>
    Array.from({ length: PERMITS_OF_ENTERPRISE }, (_, offset) =>
      permitRecord(permitNumber(indexOf(code) * PERMITS_OF_ENTERPRISE + offset)),
    ),
  ofParcel: (code: string) =>
    Array.from({ length: PERMITS_OF_PARCEL }, (_, offset) =>
      permitRecord(permitNumber(indexOf(code.slice(-5)) * 11 + offset * 37)),
    ),
};

export const creditGrade = (code: string) => GRADES[indexOf(code) % GRADES.length]!;
export const paidCny = (code: string) => indexOf(code) * 12.5;
export const inArrears = (code: string) => indexOf(code.slice(-5)) % 4 === 0;
export const parcelsOfEnterprise = (code: string) => [parcelRecord(parcelCode(indexOf(code) * 7))];
