export {
  createChangedEnterprises,
  type EnterpriseChange,
  FOLLOW_SCOPE,
  tellEnterpriseChanged,
} from './changed-enterprises.ts';
export type { OutboxMessage, Publisher } from './messages.ts';
export { openNats } from './nats.ts';
export { openRelay } from './open-relay.ts';
export { type OutboxSettings, outboxSettings } from './outbox-settings.ts';
export { publishRows, removePublished } from './publish-rows.ts';
export { type Relay, type RelayOptions, startRelay } from './relay.ts';
export { repeat, type Repeated } from './repeat.ts';
export { packKeys, tellFollowers } from './tell-followers.ts';
