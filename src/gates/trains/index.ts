export { changeTrain, endTrain, formTrain, lookedUp, trainActs, trainSentence, worstOf } from './train';
export { ownSay, sayAt } from './own-say';
export type { Train, TrainMember, TrainOutcome } from './train';
