export const USAGE = 'client clientVersion operation digest calls errors lastAt';

export const CHECK = `
  outcome
  faults { code message help departments locations { department line column } }
  lint { rule severity message coordinate location { department line column } }
  changes { kind severity coordinate message consentOf usedBy { ${USAGE} } }
  hints
  consents { owner change isGiven changes }`;

export const PUBLISHED = `
  outcome version
  check { ${CHECK} }
  userErrors { message code field }`;

export const CHANGE_APPROVAL =
  'id change owner proposers changes state requestedAt approvedAt isStandIn expiresAt version';

export const APPROVAL = `
  approval { ${CHANGE_APPROVAL} }
  userErrors { message code field }`;

export const SUBGRAPHS = 'subgraphs { department { name } number url sdl }';
