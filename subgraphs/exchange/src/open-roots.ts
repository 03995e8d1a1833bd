/**
 * What the registry answers without a gateway: gateways and operators ask it at its own address, also before there is a gateway.
 * What is changed there is signed for by a credential of its own; what is read there is the registry's, and no department's.
 */
export const OPEN_ROOTS = [
  'Query.departments',
  'Query.department',
  'Query.dataCatalogue',
  'Query.supergraph',
  'Query.supergraphVersions',
  'Query.gateways',
  'Query.checkSubgraph',
  'Query.checkWithdrawal',
  'Query.fieldUsage',
  'Query.unusedFields',
  'Query.grantsInForce',
  'Mutation.publishSubgraphs',
  'Mutation.withdrawSubgraph',
  'Mutation.rollbackSupergraph',
  'Mutation.registerKey',
  'Mutation.revokeKey',
  'Mutation.reportGateway',
  'Mutation.reportOperations',
  'Mutation.recordAccesses',
];
