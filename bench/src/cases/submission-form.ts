/** The answers of a submission: those that the made-up form of a renewal asks for. */
export const FORM = {
  enterpriseName: '南京测试有限公司',
  uscc: '914403001922038216',
  contact: '张三',
  phone: '13800138000',
  filedBy: 'SELF',
  hasChanged: false,
};
