/** A made-up person who may sign in. */
export interface LocalPerson {
  /** Unique; in addresses and forms. */
  key: string;
  /** `sub`. Officials of different departments may have the same, as in their tables. */
  user: string;
  name: string;
  nameEn: string;
  /** What one sees with it. */
  role: { zh: string; en: string };
  /** `azp`: the client to which grants are given. Citizens come by the portal itself, officials by the desk of their department. */
  client: string;
  department: string | null;
  scopes: readonly string[];
}

export interface Group {
  title: { zh: string; en: string };
  people: readonly LocalPerson[];
}

const citizen = (user: string, name: string, nameEn: string, zh: string, en: string): LocalPerson => ({
  key: user,
  user,
  name,
  nameEn,
  role: { zh, en },
  client: 'portal',
  department: null,
  scopes: [],
});

/** The persons are those of the seeds: the same names, and the same mandates. */
const CITIZENS: readonly LocalPerson[] = [
  citizen(
    'person-001',
    '林晓岚',
    'Lin Xiaolan',
    '两家企业的法定代表人',
    'legal representative of two enterprises',
  ),
  citizen(
    'person-003',
    '沈若溪',
    'Shen Ruoxi',
    '一家企业的法定代表人，另一家的代理人',
    'legal representative of one enterprise, agent of another',
  ),
  citizen(
    'person-011',
    '方静姝',
    'Fang Jingshu',
    '代理人：一家企业的三个事项，另一家的全部事项',
    'agent: for three items of one enterprise, for all matters of another',
  ),
  citizen(
    'person-010',
    '叶明远',
    'Ye Mingyuan',
    '授权已终止，不再代表任何企业',
    'mandate ended: acts for no enterprise any more',
  ),
  citizen('person-020', '江予安', 'Jiang Yuan', '没有任何授权的个人', 'a citizen without any mandate'),
];

const OFFICIALS: readonly LocalPerson[] = [
  {
    key: 'permits-1',
    user: 'official-001',
    name: '高远',
    nameEn: 'Gao Yuan',
    role: { zh: '行政许可：办理全省案件', en: 'permits: decides cases in the whole province' },
    client: 'permits-desk',
    department: 'permits',
    scopes: ['cases:decide'],
  },
  {
    key: 'permits-2',
    user: 'official-002',
    name: '秦月',
    nameEn: 'Qin Yue',
    role: { zh: '行政许可：办理南京案件', en: 'permits: decides cases in Nanjing' },
    client: 'permits-desk',
    department: 'permits',
    scopes: ['cases:decide'],
  },
  {
    key: 'enterprises-1',
    user: 'official-001',
    name: '何静',
    nameEn: 'He Jing',
    role: {
      zh: '企业登记：办理登记，登记法定代表人',
      en: 'enterprises: decides registrations, registers legal representatives',
    },
    client: 'registry-desk',
    department: 'enterprises',
    scopes: ['cases:decide', 'mandates:register'],
  },
  {
    key: 'land-1',
    user: 'official-001',
    name: '白川',
    nameEn: 'Bai Chuan',
    role: { zh: '不动产登记：办理全省案件', en: 'land: decides cases in the whole province' },
    client: 'land-desk',
    department: 'land',
    scopes: ['cases:decide'],
  },
];

const STAFF: readonly LocalPerson[] = [
  {
    key: 'editor',
    user: 'editor-1',
    name: '黎文',
    nameEn: 'Li Wen',
    role: { zh: '编写办事指南、表单和规则', en: 'writes guides, forms and rules of service items' },
    client: 'permits-desk',
    department: 'permits',
    scopes: ['items:edit'],
  },
  {
    key: 'publisher',
    user: 'publisher-1',
    name: '严实',
    nameEn: 'Yan Shi',
    role: { zh: '审核并发布事项', en: 'reviews and publishes service items' },
    client: 'permits-desk',
    department: 'permits',
    scopes: ['items:publish'],
  },
  {
    key: 'operator',
    user: 'operator-1',
    name: '康宁',
    nameEn: 'Kang Ning',
    role: { zh: '维护“一件事”：处理停滞的步骤', en: 'operates matters: looks after steps that are stuck' },
    client: 'services-desk',
    department: 'services',
    scopes: ['matters:operate'],
  },
  {
    key: 'data-user',
    user: 'data-user-1',
    name: '方数',
    nameEn: 'Fang Shu',
    role: {
      zh: '行政许可：申请读取其他部门的数据',
      en: 'permits: applies for grants to read data of other departments',
    },
    client: 'permits-desk',
    department: 'permits',
    scopes: ['sharing:apply'],
  },
  {
    key: 'data-owner',
    user: 'data-owner-1',
    name: '税立',
    nameEn: 'Shui Li',
    role: { zh: '税务：决定数据共享申请', en: 'tax: decides on applications for its data' },
    client: 'tax-office',
    department: 'tax',
    scopes: ['sharing:decide'],
  },
  {
    key: 'auditor',
    user: 'auditor-1',
    name: '明察',
    nameEn: 'Ming Cha',
    role: { zh: '审计：查看访问记录', en: 'auditor: reads who looked at what' },
    client: 'audit',
    department: null,
    scopes: ['accesses:read', 'registry:read', 'sensitive:read'],
  },
];

export const GROUPS: readonly Group[] = [
  { title: { zh: '市民和企业代表', en: 'Citizens and those who act for enterprises' }, people: CITIZENS },
  { title: { zh: '办事人员', en: 'Officials who decide' }, people: OFFICIALS },
  { title: { zh: '管理人员', en: 'Staff' }, people: STAFF },
];

const BY_KEY = new Map(GROUPS.flatMap(({ people }) => people).map((person) => [person.key, person]));

/** Undefined for a key that nobody has. */
export function personOf(key: string): LocalPerson | undefined {
  return BY_KEY.get(key);
}
