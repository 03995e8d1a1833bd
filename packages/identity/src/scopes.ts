/** Every scope that gateway and departments know, with what it allows. */
export const SCOPES = {
  'sharing:apply': 'apply for shared data',
  'sharing:decide': 'decide on applications for the client’s department',
  'sharing:correct': 'report wrong data',
  'cases:decide': 'decide cases, for officials of the department that holds them',
  'matters:run':
    'file cases in departments for people, for the service that runs matters of several departments',
  'enterprises:follow': 'learn which enterprises have changed in a department, for clients of departments',
  'matters:operate': 'look after matters that are stuck, for operators of the department of services',
  'items:edit': 'write guides, forms and rules of service items',
  'items:publish': 'publish what others wrote about service items',
  'sensitive:read': 'read names, phone numbers and accounts unmasked',
  'accesses:read': 'read who looked at what',
  'registry:read': 'read what departments published, supergraphs and gateways',
  'usage:read': 'read which clients use which fields',
  'mandates:register':
    'register legal representatives, and see and end mandates, for officials of the department of enterprises',
  'mandates:resolve': 'read what persons may act for; for gateways',
  'changes:follow': 'learn what has changed in a department, to cache its answers; for gateways',
  'graph:explain': 'see how operations are answered: query plans with times and sizes',
  introspection: 'read the schema where that is not for everyone',
} as const;
