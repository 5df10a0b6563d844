import { answerGate } from './flows/answer-gate';
import { answerQuestion } from './flows/answer-question';
import { onChangeMessage } from './flows/changes';
import { beforeUninstall } from './flows/before-uninstall';
import { checkAttachmentIfOld } from './flows/check-attachment';
import { changeScope } from './flows/change-scope';
import { transitionMapProblems } from './flows/check-transition-map';
import { closeSession } from './flows/close-session';
import { dayPassed } from './flows/day';
import { decideTriage } from './flows/decide-triage';
import { decideDeferral } from './flows/decide-deferral';
import { expressionFailed } from './flows/failed-expression';
import { fiveMinutesPassed } from './flows/five-minutes';
import { confirmCheckOf, withdrawCheckOf } from './flows/gate-checks';
import { decideFreezeException, requestException } from './flows/freeze-exceptions';
import { changeFreezeByHand } from './flows/gate-freezes';
import { actOnLineDrill, startLineDrill } from './flows/drill-line';
import { liftHoldOf, placeManualHold } from './flows/gate-holds';
import { decideOverrideOf, requestOverride } from './flows/gate-overrides';
import { lookAgain, turnedByHindsight } from './flows/hindsight';
import { acknowledgeBreach } from './flows/gate-breaches';
import { hourPassed } from './flows/hour';
import { installed } from './flows/installed';
import { issueChanged } from './flows/issue-event';
import { createSource, revokeSource, rotateSource, webhookAddress } from './flows/manage-sources';
import { markDuplicate, refuseDuplicate } from './flows/mark-duplicate';
import { decideNomination, nominateBlocker } from './flows/nominate-blocker';
import { pauseReading, readAnew } from './flows/pause-reading';
import { previewSettings } from './flows/preview-settings';
import { projectChanged } from './flows/project-event';
import { changeAnalysis, escapesKnown } from './flows/rca-analysis';
import { receiver } from './flows/receive-delivery';
import { refreshNow } from './flows/refresh-now';
import { replaySettings } from './flows/replay-settings';
import { requestDeferral } from './flows/request-deferral';
import { changeWorkflow, previewWorkflow, undoWorkflowChange } from './flows/change-workflow';
import { workflowsOfProject } from './flows/read-workflows';
import { currentRevision, saveSettings } from './flows/save-settings';
import { rollOver } from './flows/roll-over';
import { setBehaviour } from './flows/set-behaviour';
import { setOrigin } from './flows/set-origin';
import { validateDeferral as decideDeferred } from './flows/validate-deferral';
import { scoreColumns } from './flows/score-columns';
import { validateFreeze as decideFrozen } from './flows/validate-freeze';
import { validateGate as decideTransition } from './flows/validate-gate';
import { validateTransition as decideChange } from './flows/validate-transition';
import { endTrainOf, saveTrain } from './flows/trains';
import { versionChanged } from './flows/version-event';
import { makeResolver } from './pages/resolver';

export const resolver = makeResolver({
  refreshNow,
  previewSettings,
  replaySettings,
  lookAgain,
  turnedByHindsight,
  saveSettings,
  acknowledgeBreach,
  transitionMapProblems,
  currentRevision,
  saveTrain,
  endTrain: endTrainOf,
  requestDeferral,
  rollOver,
  changeScope,
  decideDeferral,
  placeHold: placeManualHold,
  liftHold: liftHoldOf,
  startDrill: startLineDrill,
  actOnDrill: actOnLineDrill,
  confirmCheck: confirmCheckOf,
  withdrawCheck: withdrawCheckOf,
  requestOverride,
  decideOverride: decideOverrideOf,
  scoreColumns,
  setBehaviour,
  setOrigin,
  readProject: readAnew,
  pauseReading,
  checkAttachment: checkAttachmentIfOld,
  workflowsOfProject,
  previewWorkflow,
  changeWorkflow,
  undoWorkflowChange,
  createSource,
  rotateSource,
  revokeSource,
  webhookAddress,
  decideTriage,
  markDuplicate,
  refuseDuplicate,
  closeTriageSession: closeSession,
  answerQuestion,
  changeAnalysis,
  escapesKnown,
  changeFreeze: changeFreezeByHand,
  requestException,
  decideFreezeException,
  nominateBlocker,
  decideNomination,
});
export const validateGate = decideTransition;
export const validateDeferral = decideDeferred;
export const validateFreeze = decideFrozen;
export const validateTransition = decideChange;
export const onIssueEvent = issueChanged;
export const onVersionEvent = versionChanged;
export const onProjectEvent = projectChanged;
export const onLifecycle = installed;
export const onFiveMinutes = fiveMinutesPassed;
export const onHour = hourPassed;
export const onDay = dayPassed;
export const onFailedExpression = expressionFailed;
export const onUninstall = beforeUninstall;
export const onChanges = onChangeMessage;
export const onTestResults = receiver('test-results');
export const onDeployment = receiver('deployment');
export const onBuild = receiver('build');
export const onIncident = receiver('incident');
export const onCommits = receiver('commits');
export const onGithub = receiver('github');
export const onGitlab = receiver('gitlab');
export const onGeneric = receiver('generic');
export const onGate = answerGate;
