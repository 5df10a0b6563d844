import { onChangeMessage } from './flows/changes';
import { beforeUninstall } from './flows/before-uninstall';
import { checkAttachmentIfOld } from './flows/check-attachment';
import { dayPassed } from './flows/day';
import { expressionFailed } from './flows/failed-expression';
import { fiveMinutesPassed } from './flows/five-minutes';
import { hourPassed } from './flows/hour';
import { installed } from './flows/installed';
import { issueChanged } from './flows/issue-event';
import { pauseReading, readAnew } from './flows/pause-reading';
import { previewSettings } from './flows/preview-settings';
import { projectChanged } from './flows/project-event';
import { refreshNow } from './flows/refresh-now';
import { currentRevision, saveSettings } from './flows/save-settings';
import { validateGate as decideTransition } from './flows/validate-gate';
import { versionChanged } from './flows/version-event';
import { makeResolver } from './pages/resolver';

export const resolver = makeResolver({
  refreshNow,
  previewSettings,
  saveSettings,
  currentRevision,
  readProject: readAnew,
  pauseReading,
  checkAttachment: checkAttachmentIfOld,
});
export const validateGate = decideTransition;
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
