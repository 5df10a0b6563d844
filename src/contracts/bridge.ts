import { z } from 'zod';
import { agingCalls } from './aging';
import { analysisCalls } from './analyses';
import { behavioursViewSchema, setBehaviourRequestSchema } from './behaviours';
import { chartDefectsCalls } from './chart-defects';
import { dataQualityViewSchema } from './data-quality';
import {
  decisionsRequestSchema,
  decisionsViewSchema,
  exportRequestSchema,
  exportViewSchema,
  readersViewSchema,
  verifyRequestSchema,
  verifyViewSchema,
} from './decisions';
import { deferralCalls } from './deferrals';
import { defectTrailViewSchema } from './defect-trail';
import { duplicateCalls } from './duplicates';
import { escapeCalls } from './escapes';
import { flowCalls } from './flow';
import { freezeCalls } from './freeze';
import { forecastCalls } from './forecast';
import { gateCheckCalls } from './gate-checks';
import { gateControlCalls } from './gate-control';
import { healthViewSchema } from './health';
import { hindsightCalls } from './hindsight';
import { previewNotificationsRequestSchema, previewNotificationsViewSchema } from './notification-settings';
import { nominationCalls } from './nominations';
import { originCalls } from './origin';
import { ownershipCalls } from './ownership';
import { overrideReportCalls } from './override-report';
import { panelRequestSchema, panelViewSchema } from './panel';
import { pastGateCalls } from './past-gate';
import { pipelinesViewSchema } from './pipelines';
import { projectRequestSchema } from './project';
import { readinessRequestSchema, readinessViewSchema } from './readiness';
import { projectGatesCalls } from './project-gates';
import { readinessScoreCalls } from './readiness-score';
import { releaseDeploymentsViewSchema } from './release-deployments';
import { releaseHistoryCalls } from './release-history';
import { releaseNotesCalls } from './release-notes';
import { releasesRequestSchema, releasesViewSchema } from './releases';
import { replayCalls } from './replay';
import { scopeCalls } from './scope';
import { repairCalls } from './repair';
import { maskingPreviewSchema, previewMaskingRequestSchema } from './pipeline-settings';
import { previewRequestSchema, previewViewSchema, saveRequestSchema, saveViewSchema, settingsViewSchema } from './settings';
import {
  createSourceRequestSchema,
  revokeSourceRequestSchema,
  rotateSourceRequestSchema,
  sourceSecretViewSchema,
  sourcesViewSchema,
} from './sources';
import {
  scorePreviewRequestSchema,
  scorePreviewViewSchema,
  scoreTitlesRequestSchema,
  scoreTitlesViewSchema,
  scoreViewSchema,
} from './score';
import { transitionMapCalls } from './transition-map-settings';
import { traceabilityViewSchema } from './traceability';
import { trendDefectsCalls } from './trend-defects';
import { validationDebtViewSchema } from './validation-debt';
import { wayOutCalls } from './way-out';
import { trainCalls } from './trains';
import { triagePanelCalls } from './triage-panel';
import { triageQueueCalls } from './triage-queue';
import { triageSessionCalls } from './triage-session';
import { workflowSetupCalls } from './workflow-setup';

/** Names for the pickers of the rule and field pages. */
const choicesViewSchema = z.object({ choices: z.array(z.object({ value: z.string(), label: z.string() })) });

/**
 * Every call of a screen: its name in `invoke(name, payload)`, what it sends, and the view it gets inside an `Answer`.
 * `revision` is the cheap call that open screens repeat every few seconds: when its text changes, they read again.
 */
export const bridgeCalls = {
  releases: { request: releasesRequestSchema, view: releasesViewSchema },
  readiness: { request: readinessRequestSchema, view: readinessViewSchema },
  /** The defects behind a day of a release's trend. */
  ...trendDefectsCalls,
  /** How ready a release is, in parts that add up. */
  ...readinessScoreCalls,
  /** The cheapest steps that open a gate. */
  ...wayOutCalls,
  panel: { request: panelRequestSchema, view: panelViewSchema },
  /** What commits, deployments and defects of a release say of each other. */
  traceability: { request: readinessRequestSchema, view: traceabilityViewSchema },
  /** What pipelines told of a project. */
  pipelines: { request: projectRequestSchema, view: pipelinesViewSchema },
  /** What pipelines told of a defect. */
  defectTrail: { request: panelRequestSchema, view: defectTrailViewSchema },
  /** Defects that may be the same, and what people say to that. */
  ...duplicateCalls,
  /** What a release brings, ships with and leaves behind. */
  ...releaseNotesCalls,
  /** Holds and overrides of a release. */
  ...gateControlCalls,
  /** Who overrides most. */
  ...overrideReportCalls,
  /** Releases that go out together. */
  ...trainCalls,
  /** What people have to confirm for a release. */
  ...gateCheckCalls,
  /** How urgent a defect is, and why. */
  score: { request: panelRequestSchema, view: scoreViewSchema },
  /** What other weights would make of a project's scores; for Jira admins. */
  scorePreview: { request: scorePreviewRequestSchema, view: scorePreviewViewSchema },
  scoreTitles: { request: scoreTitlesRequestSchema, view: scoreTitlesViewSchema },
  /** Where a release was deployed, as pipelines told. */
  releaseDeployments: { request: readinessRequestSchema, view: releaseDeploymentsViewSchema },
  /** How a defect behaves in each stage; what a person says of it. */
  behaviours: { request: panelRequestSchema, view: behavioursViewSchema },
  setBehaviour: { request: setBehaviourRequestSchema, view: behavioursViewSchema },
  /** Defects of a release that are not validated where it is deployed. */
  validationDebt: { request: readinessRequestSchema, view: validationDebtViewSchema },
  /** The triage board: its queue, its sessions, what is decided, and how long that takes. */
  ...triageQueueCalls,
  ...triageSessionCalls,
  ...triagePanelCalls,
  /** Deferrals: the dialog, the decisions, the register, a defect's own. */
  ...deferralCalls,
  /** How old open defects are, and how old one is. */
  ...agingCalls,
  /** What escaped from releases, where it came from, and what comes back. */
  ...escapeCalls,
  /** When the blockers of a release will be closed. */
  ...forecastCalls,
  /** What a release holds against what it can hold, and what leaves it. */
  ...scopeCalls,
  /** Who owns a defect now. */
  ...ownershipCalls,
  /** What brought a defect in, and what brought in many. */
  ...originCalls,
  /** How many defects stood where, day by day. */
  ...flowCalls,
  /** The defects behind a point of a chart. */
  ...chartDefectsCalls,
  /** How long detection and repair take, and DORA's measures. */
  ...repairCalls,
  revision: { request: projectRequestSchema, view: z.object({ revision: z.string() }) },
  /** Reads what changed in Jira since the last read, now, and stamps the verdicts of the project anew. */
  refresh: { request: projectRequestSchema, view: z.object({ upTo: z.string() }) },
  settings: { request: z.object({}), view: settingsViewSchema },
  /** The gates of one project. */
  ...projectGatesCalls,
  previewSettings: { request: previewRequestSchema, view: previewViewSchema },
  saveSettings: { request: saveRequestSchema, view: saveViewSchema },
  /** Whether Holdpoint can be relied on; for Jira admins. */
  health: { request: z.object({}), view: healthViewSchema },
  /** Reads a project from the start; pauses a reading, or lets it go on. For Jira admins. */
  readProject: { request: projectRequestSchema, view: z.object({}) },
  pauseReading: { request: projectRequestSchema.extend({ paused: z.boolean() }), view: z.object({}) },
  decisions: { request: decisionsRequestSchema, view: decisionsViewSchema },
  exportDecisions: { request: exportRequestSchema, view: exportViewSchema },
  verifyLedger: { request: verifyRequestSchema, view: verifyViewSchema },
  /** Decisions judged again: as known then and as known now, and by other settings. */
  ...hindsightCalls,
  /** Where a release stands, and how it came there. */
  ...releaseHistoryCalls,
  ...replayCalls,
  /** Who opened and exported what of a project; for Jira admins. */
  readers: { request: projectRequestSchema, view: readersViewSchema },
  dataQuality: { request: projectRequestSchema, view: dataQualityViewSchema },
  /** Who may send deliveries; for Jira admins. */
  sources: { request: z.object({}), view: sourcesViewSchema },
  createSource: { request: createSourceRequestSchema, view: sourceSecretViewSchema },
  rotateSource: { request: rotateSourceRequestSchema, view: sourceSecretViewSchema },
  revokeSource: { request: revokeSourceRequestSchema, view: z.object({}) },
  /** Whom rules would have told in the last 30 days; for Jira admins. */
  previewNotifications: { request: previewNotificationsRequestSchema, view: previewNotificationsViewSchema },
  /** What masking would do to a text; for Jira admins. */
  previewMasking: { request: previewMaskingRequestSchema, view: maskingPreviewSchema },
  /** Why defects escaped from a release, and what is done about it. */
  ...analysisCalls,
  /** The freeze of a release, and exceptions from it. */
  ...freezeCalls,
  /** Blockers that people nominate. */
  ...nominationCalls,
  /** Which transitions are gated, and putting Holdpoint's rules on them or off; for Jira admins. */
  ...workflowSetupCalls,
  /** Stages that have a gate, for a workflow rule's page. */
  /** Releases past their gate. */
  ...pastGateCalls,
  ...transitionMapCalls,
  stageChoices: { request: z.object({}), view: choicesViewSchema },
  /** Values of one of Holdpoint's custom fields by its module key. */
  fieldChoices: {
    request: z.object({ field: z.enum(['defect-severity', 'customer-tier', 'workaround', 'detected-in']) }),
    view: choicesViewSchema,
  },
} as const;

export type BridgeCall = keyof typeof bridgeCalls;
/** What a screen sends: what has a default may be left out. */
export type BridgePayload<Call extends BridgeCall> = z.input<(typeof bridgeCalls)[Call]['request']>;
/** The same after parsing at the door. */
export type BridgeRequest<Call extends BridgeCall> = z.output<(typeof bridgeCalls)[Call]['request']>;
export type BridgeView<Call extends BridgeCall> = z.infer<(typeof bridgeCalls)[Call]['view']>;
