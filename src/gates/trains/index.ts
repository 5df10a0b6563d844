export { changeTrain, endTrain, formTrain, trainActs, trainSentence, worstOf } from './train';
export type { Train, TrainMember, TrainOutcome } from './train';
