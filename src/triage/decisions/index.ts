export { choiceSentence, decisionId, decisionKinds, fullSentence } from './decision';
export type { Basis, Choice } from './decision';
export { lapses } from './lapses';
export type { FactsNow } from './lapses';
export { minutesDocument } from './minutes';
export { recommend } from './recommendation';
export type { Recommendation } from './recommendation';
export { roundNow } from './round';
export type { RoundNow } from './round';
