export {
  giveUpWriting,
  noteScored,
  noteWritten,
  projectsWithUnwritten,
  purgeScores,
  scoresOf,
  scoreStates,
  storeScores,
  unwrittenScores,
} from './score-store';
export type { StoredScore } from './score-store';
