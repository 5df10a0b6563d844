export { accessesOf, forgetAccessesBefore, noteAccess } from './access-log';
export { appendEntry, entriesAfter, entriesOfKind, findEntries, ledgerHead, withEvidence } from './ledger-store';
export type { LedgerQuery, NewFact } from './ledger-store';
export { forgetPerson, peopleBehind, peopleKnown, pseudonymOf } from './people';
