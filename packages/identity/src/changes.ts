/** Where departments tell gateways what has changed, as server-sent events. */
export const CHANGES_PATH = '/changes';

/** Scope of a gateway that follows the changes of a department on its own account. */
export const CHANGES_SCOPE = 'changes:follow';
