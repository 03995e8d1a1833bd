export const USAGE = 'client clientVersion operation digest calls errors lastAt';

export const CHECK = `
  outcome
  faults { code message help departments locations { department line column } }
  lint { rule severity message coordinate location { department line column } }
  changes { kind severity coordinate message usedBy { ${USAGE} } }
  hints`;

export const PUBLISHED = `
  outcome version
  check { ${CHECK} }
  userErrors { message code field }`;

export const SUBGRAPHS = 'subgraphs { department { name } number url sdl }';
