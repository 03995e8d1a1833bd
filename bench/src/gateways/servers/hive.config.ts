/** Hive Gateway at its best published settings: equal requests in flight are answered once. */
export const gatewayConfig = { inboundInflightRequestDeduplication: true };
