/** What a gate says of a release and a stage. `unknown` never passes. */
export const verdictStates = ['open', 'held', 'unknown'] as const;
export type VerdictState = (typeof verdictStates)[number];

/** What a gate does with its verdict: observe and warn let every transition pass, enforce blocks. */
export const gateModes = ['observe', 'warn', 'enforce'] as const;
export type GateMode = (typeof gateModes)[number];
