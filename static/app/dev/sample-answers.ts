import { z } from 'zod';
import { bridgeCalls, type BridgeCall } from '../../../src/contracts/bridge';
import { sampleAging, sampleAgingSteps, sampleDefectAging } from './sample-aging';
import { sampleAnalysis, sampleDefectNominations, sampleNominations } from './sample-analysis';
import { sampleBehaviours, sampleDebt } from './sample-behaviours';
import { sampleChartDefects, sampleFlow, sampleFlowDefects } from './sample-charts';
import { sampleChecks } from './sample-checks';
import { sampleControl, sampleOverrideReport } from './sample-control';
import { sampleEscapeDefects, sampleEscapes } from './sample-escapes';
import { sampleDefectFreezes, sampleFreeze } from './sample-freeze';
import { sampleForecast } from './sample-forecast';
import { pauseSample, sampleHealth } from './sample-health';
import { sampleReplay, sampleThenAndNow, sampleTimeline, sampleTrack, sampleTurned } from './sample-hindsight';
import { sampleDeferralOptions, sampleDeferrals, sampleDeferralsOf, sampleRequest } from './sample-deferrals';
import { sampleCheck, sampleDecisions, sampleExport, sampleQuality, sampleReaders } from './sample-decisions';
import { sampleDuplicates, sampleMarked } from './sample-duplicates';
import { sampleDeployments, samplePipelines, sampleTraceability, sampleTrail } from './sample-pipelines';
import { sampleMoved, sampleNotes } from './sample-notes';
import { sampleOrigin, sampleOwner, sampleRegressions } from './sample-ownership';
import { samplePanel } from './sample-panel';
import { sampleReadinessScore } from './sample-readiness-score';
import { sampleRepair, sampleRepairIssues } from './sample-repair';
import { sampleReadiness, sampleReleases, type Scenario } from './sample-project';
import { sampleScope, sampleScopeMove } from './sample-scope';
import { samplePreviewOfScore, sampleScore, sampleTitles } from './sample-score';
import { samplePastGate, sampleStatuses } from './sample-past-gate';
import { sampleChoices, samplePreview, sampleProjectGates, sampleSettings } from './sample-settings';
import { sampleMade, sampleMasked, sampleSources } from './sample-sources';
import {
  sampleTrain,
  sampleTrainChoices,
  sampleTrainId,
  sampleTrainOutlook,
  sampleTrains,
  sampleTrainScope,
} from './sample-trains';
import { sampleWayOut } from './sample-way-out';
import { sampleDecided, sampleLatency, sampleQueue, sampleSession, sampleTriageOf } from './sample-triage';
import { sampleWorkflows } from './sample-workflows';

const modes = ['observe', 'warn', 'enforce'] as const;
const stores = ['ready', 'stale', 'reading', 'failed', 'silent', 'empty'] as const;

function scenarioOf(query: URLSearchParams): Scenario {
  return {
    defects: Number(query.get('defects') ?? 14),
    mode: modes.find((mode) => mode === query.get('mode')) ?? 'enforce',
    store: stores.find((store) => store === query.get('store')) ?? 'ready',
  };
}

type Make = (scenario: Scenario, now: string, query: URLSearchParams, payload: unknown) => unknown;
const inSession: Make = (scenario, now, query, payload) => ({
  session: sampleSession(scenario, now, query.get('session'), payload),
  refused: null,
});
const views: { readonly [Name in BridgeCall]: Make } = {
  releases: sampleReleases,
  readiness: sampleReadiness,
  readinessScore: sampleReadinessScore,
  wayOut: sampleWayOut,
  trains: sampleTrains,
  train: sampleTrain,
  trainChoices: sampleTrainChoices,
  trainOutlook: sampleTrainOutlook,
  trainScope: sampleTrainScope,
  saveTrain: () => ({ kind: 'done', trainId: sampleTrainId, sentence: '2 releases ride in Autumn.' }),
  endTrain: () => ({ kind: 'done', trainId: sampleTrainId, sentence: 'Autumn has ended.' }),
  panel: (scenario, now, query) => samplePanel(scenario, now, query.get('kind')),
  pipelines: samplePipelines,
  releaseDeployments: sampleDeployments,
  behaviours: (_, now, query) => sampleBehaviours(now, query, null),
  setBehaviour: (_, now, query, payload) => sampleBehaviours(now, query, payload),
  validationDebt: sampleDebt,
  traceability: sampleTraceability,
  releaseNotes: sampleNotes,
  rollOver: sampleMoved,
  gateChecks: sampleChecks,
  confirmCheck: () => ({ kind: 'done', sentence: 'Confirmed for build 411.' }),
  withdrawCheck: () => ({ kind: 'done', sentence: 'Taken back. It has to be confirmed anew.' }),
  roleChoices: () => ({ roles: ['Administrators', 'Developers', 'Support'] }),
  pastGate: samplePastGate,
  acknowledgeBreach: () => ({ kind: 'done', sentence: 'Acknowledged. It stays on record.' }),
  statusChoices: () => sampleStatuses,
  gateControl: sampleControl,
  overrideReport: sampleOverrideReport,
  placeHold: () => ({ kind: 'done', sentence: 'The release is held.' }),
  liftHold: () => ({ kind: 'done', sentence: 'The hold is lifted.' }),
  startDrill: () => ({ kind: 'done', sentence: 'The drill has started. Nothing is held.' }),
  actOnDrill: () => ({ kind: 'done', sentence: 'You have agreed. It takes one more person.' }),
  requestOverride: () => ({ kind: 'done', sentence: 'Asked for. Somebody else decides.' }),
  decideOverride: () => ({ kind: 'done', sentence: 'Approved.' }),
  defectTrail: (_, now) => sampleTrail(now),
  duplicates: (_scenario, now, query) => sampleDuplicates(now, query.has('reader')),
  markDuplicate: sampleMarked,
  refuseDuplicate: sampleMarked,
  score: (_scenario, now, query) => sampleScore(now, query.has('missing')),
  scorePreview: (_scenario, now) => samplePreviewOfScore(now),
  scoreTitles: (_scenario, _now, _query, payload) => sampleTitles(payload),
  deferrals: sampleDeferrals,
  deferralsOf: (_scenario, now, query) => sampleDeferralsOf(now, query.get('deferral')),
  deferralOptions: (_scenario, now, _query, payload) => sampleDeferralOptions(now, payload),
  requestDeferrals: (_scenario, _now, _query, payload) => sampleRequest(payload),
  decideDeferral: () => ({ kind: 'done', state: 'approved', sentence: 'The deferral is approved.' }),
  exportDeferrals: () => ({ text: 'Deferral,Defect', fileName: 'SHOP-deferrals.csv', rows: 1, hidden: 0 }),
  triageQueue: sampleQueue,
  openSession: inSession,
  joinSession: inSession,
  sessionView: (scenario, now, query, payload) => sampleSession(scenario, now, query.get('session'), payload),
  vote: inSession,
  reveal: inSession,
  skip: inSession,
  back: inSession,
  closeSession: inSession,
  decideTriage: (_, now) => sampleDecided(now),
  triageOf: (scenario, now, query) => sampleTriageOf(scenario, now, query.get('triage')),
  answerQuestion: (scenario, now) => sampleTriageOf(scenario, now, null),
  decisionLatency: (_, now) => sampleLatency(now),
  aging: sampleAging,
  agingSteps: (_scenario, now, _query, payload) => sampleAgingSteps(payload, now),
  defectAging: (_, now) => sampleDefectAging(now),
  escapes: sampleEscapes,
  escapeDefects: () => sampleEscapeDefects(),
  forecast: sampleForecast,
  forecastLine: (scenario, now) => {
    const { sentence, state } = sampleForecast(scenario, now);
    return { sentence, isForecast: state === 'blocked' };
  },
  setFreeze: () => ({ kind: 'saved' }),
  scope: sampleScope,
  moveScope: () => sampleScopeMove(),
  ownership: (_, now) => sampleOwner(now),
  previewRotas: (_, now) => ({ kind: 'preview', now, rotas: [], defaultRota: null, inactive: [] }),
  origin: (_, now, query) => sampleOrigin(now, query.has('origin')),
  setOrigin: (_, now) => sampleOrigin(now, true),
  setAffected: (_, now) => sampleOrigin(now, true),
  regressions: (_, now) => sampleRegressions(now),
  flow: sampleFlow,
  flowDefects: sampleFlowDefects,
  trendDefects: () => ({ ...sampleFlowDefects(), jql: null }),
  chartDefects: (_scenario, _now, _query, payload) => sampleChartDefects(payload),
  repair: sampleRepair,
  repairIssues: sampleRepairIssues,
  revision: () => ({ revision: 'r1' }),
  refresh: (_, now) => ({ upTo: now }),
  settings: (_, now, query) => sampleSettings(now, query.has('damaged')),
  previewSettings: samplePreview,
  projectGates: (_scenario, _now, query) => sampleProjectGates(query.get('may')),
  previewProjectGates: samplePreview,
  saveProjectGates: () => ({ kind: 'saved', revision: 4 }),
  projectRoleChoices: () => ({ roles: ['Administrators', 'Developers', 'Support'] }),
  saveSettings: (_scenario, _now, query) =>
    query.has('conflict') ? { kind: 'conflict', revision: 4 } : { kind: 'saved', revision: 4 },
  health: (scenario, now, query) => sampleHealth(scenario, now, query.get('health')),
  readProject: () => ({}),
  pauseReading: (_scenario, _now, _query, payload) => pauseSample(payload),
  decisions: (scenario, now) => sampleDecisions(scenario.defects, now),
  thenAndNow: (_scenario, now) => ({ kind: 'judged', decision: sampleThenAndNow(40, now) }),
  turned: (scenario, now) => sampleTurned(scenario.defects, now),
  replaySettings: (_scenario, now) => sampleReplay(now),
  replayProjectGates: (_scenario, now) => sampleReplay(now),
  releaseTrack: (_scenario, now) => sampleTrack(now),
  releaseTimeline: (scenario, now) => sampleTimeline(scenario.defects, now),
  exportDecisions: sampleExport,
  verifyLedger: (_scenario, _now, query) => sampleCheck(query.has('broken')),
  readers: (scenario, now) => sampleReaders(scenario.defects, now),
  dataQuality: (scenario, now) => sampleQuality(scenario.defects, now),
  sources: (_scenario, now, query) => sampleSources(now, query.has('unconnected')),
  createSource: (_scenario, _now, _query, payload) => sampleMade(payload),
  rotateSource: (_scenario, _now, _query, payload) => sampleMade(payload),
  revokeSource: () => ({}),
  previewNotifications: (_scenario, now) => ({
    ...{ kind: 'preview', since: now, now, rules: [], messages: 0, days: 0, busiest: null, newest: [] },
  }),
  previewMasking: (_scenario, _now, _query, payload) => sampleMasked(payload),
  analysis: (_, now, query) => sampleAnalysis(now, query.get('analysis')),
  changeAnalysis: (_, now) => ({ kind: 'done', sentence: 'Kept.', view: sampleAnalysis(now, null) }),
  freeze: sampleFreeze,
  exportFreeze: () => ({ text: 'What,Defect', fileName: 'SHOP-4.2.0-freeze.csv', rows: 1, hidden: 0 }),
  changeFreeze: () => ({ kind: 'done', sentence: 'The freeze of 4.2.0 is over.' }),
  defectFreezes: (_, now) => sampleDefectFreezes(now),
  askException: () => ({ kind: 'done', sentence: 'Asked for. Somebody else who may override gates decides.' }),
  decideException: () => ({ kind: 'done', sentence: 'Approved. The defect may come in until the exception is over.' }),
  nominations: (_, now) => sampleNominations(now),
  defectNominations: (_, now) => sampleDefectNominations(now),
  nominate: () => ({ kind: 'done', sentence: 'Nominated. A release manager decides whether it blocks 4.2.0.' }),
  decideNomination: () => ({ kind: 'done', sentence: 'It blocks 4.2.0 until it is done.' }),
  workflowSetup: (_, now) => sampleWorkflows(now),
  previewWorkflow: () => ({
    ...{ kind: 'change', notes: [], said: [] },
    lines: [
      {
        ...{ transition: 'Deploy to production', to: 'Released', now: 'is not guarded' },
        then: 'is hidden while the gate of Production is held, and refuses with the reason',
      },
    ],
  }),
  changeWorkflow: () => ({ kind: 'done', sentence: 'The workflow "Release workflow" is changed.' }),
  undoWorkflow: () => ({ kind: 'done', sentence: 'The workflow "Release workflow" is as it was before.' }),
  stageChoices: () => ({ choices: ['Staging', 'Production'].map((label) => ({ value: label.toLowerCase(), label })) }),
  fieldChoices: (_scenario, _now, query) =>
    sampleChoices(query.get('field') === 'workaround' ? ['none', 'hard', 'easy'] : ['S1', 'S2', 'S3', 'S4']),
};

const forReadiness = z.object({ versionId: z.string() });

/** Answers as the back end would; a sample that breaks its contract throws. */
export async function answerCall(query: URLSearchParams, name: string, payload: unknown): Promise<unknown> {
  const scenario = scenarioOf(query);
  const call = Object.keys(bridgeCalls).find((known): known is BridgeCall => known === name);
  if (call === undefined) throw new Error(`There is no sample for ${name}.`);
  bridgeCalls[call].request.parse(payload);
  if (scenario.store === 'silent') throw new Error('No answer, as asked.');
  if (forReadiness.safeParse(payload).data?.versionId === '404') {
    return {
      kind: 'refused',
      title: 'No such release',
      message: 'This project has no version with that number; it may have been merged or deleted.',
    };
  }
  return { kind: 'ok', view: bridgeCalls[call].view.parse(views[call](scenario, new Date().toISOString(), query, payload)) };
}
