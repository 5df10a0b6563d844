import { checklist } from './checklist';
import { control } from './control';
import { freeze } from './freeze';
import { hindsight } from './hindsight';
import { ownGates } from './own-gates';
import { pastGate } from './past-gate';
import { replay } from './replay';
import type { Scene } from './scene';
import { stoppedLine } from './stopped-line';
import { train } from './train';
import { transitionMap } from './transition-map';
import { workflowSetup } from './workflow-setup';

/** First what is struck again with the settings; what stays in Jira comes after it. */
export const scenes: readonly Scene[] = [
  ...[replay, workflowSetup, transitionMap, ownGates, checklist],
  ...[train, hindsight, stoppedLine, freeze, control, pastGate],
];
