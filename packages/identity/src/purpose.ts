/** What conditional data is read for; every call names all three. */
export interface Purpose {
  /** Legal basis 依据, such as 税收征收管理法 第六条. */
  basis: string;
  /** Case number 案件编号. */
  caseNumber: string;
  /** The person or system that wants to know 请求人. */
  requester: string;
}
