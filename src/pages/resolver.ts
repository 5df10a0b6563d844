import type { z } from 'zod';
import { bridgeCalls } from '../contracts/bridge';
import type { BridgeCall, BridgeView } from '../contracts/bridge';
import type { Answer } from '../contracts/screen';
import { countingPoints } from '../defects/shell';
import { readClock } from '../platform/clock';
import { TablesNotReady } from '../platform/database';
import { logFailure } from '../platform/log';
import { resolverOf } from '../platform/resolver';
import type { Actions } from './actions';
import { aging, defectAging } from './aging/calls';
import { agingSteps } from './aging/steps';
import { analysis, changeAnalysis } from './analyses/calls';
import { failed, refused } from './answer';
import { behaviours, setBehaviour } from './behaviours/calls';
import { chartDefects } from './charts/defects';
import { fieldChoices, stageChoices } from './choices/calls';
import { dataQuality } from './data-quality/calls';
import { decisions, exportDecisions, verifyLedger } from './decisions/calls';
import { readers } from './decisions/readers';
import { deferrals, deferralsOf, exportDeferrals } from './deferrals/calls';
import { decideDeferral, deferralOptions, requestDeferrals } from './deferrals/deciding';
import { defectTrail } from './defect-trail/calls';
import { duplicates, markDuplicate, refuseDuplicate } from './duplicates/calls';
import { escapeDefects, escapes } from './escapes/calls';
import { flow, flowDefects } from './flow/calls';
import { forecast, forecastLine } from './forecast/calls';
import { setFreeze } from './forecast/freeze';
import { askException, changeFreeze, decideException, exportFreeze, freeze } from './freeze/calls';
import { defectFreezes } from './freeze/panel';
import { recordReading } from './note-access';
import type { Reading } from './note-access';
import { confirmCheck, gateChecks, withdrawCheck } from './gate-checks/calls';
import { decideOverride, gateControl, liftHold, placeHold, requestOverride } from './gate-control/calls';
import { actOnDrill, startDrill } from './gate-control/drill-calls';
import { health } from './health/calls';
import { thenAndNow, turned } from './hindsight/calls';
import { decideNomination, defectNominations, nominate, nominations } from './nominations/calls';
import { origin, regressions, setAffected, setOrigin } from './origin/calls';
import { overrideReport } from './override-report/calls';
import { ownership } from './ownership/calls';
import { panel } from './panel/calls';
import { acknowledgeBreach, pastGate } from './past-gate/calls';
import { pipelines } from './pipelines/calls';
import { previewProjectGates, projectGates, saveProjectGates } from './project-gates/calls';
import { replayProjectGates } from './project-gates/replay';
import { projectRoleChoices } from './project-gates/roles';
import { readiness } from './readiness/calls';
import { readinessScore } from './readiness/score-calls';
import { trendDefects } from './readiness/trend-defects';
import { pauseReading, readProject } from './reading/calls';
import { releaseNotes, rollOver } from './release-notes/calls';
import { releaseDeployments } from './release-deployments/calls';
import { releaseTimeline, releaseTrack } from './release-history/calls';
import { refresh, releases, revision } from './releases/calls';
import { repair, repairIssues } from './repair/calls';
import { replaySettings } from './replay/calls';
import { moveScope, scope } from './scope/calls';
import { score } from './score/calls';
import { scorePreview, scoreTitles } from './score/preview';
import { previewNotifications } from './settings/preview-notifications';
import { previewRotas } from './settings/preview-rotas';
import { roleChoices } from './settings/role-choices';
import { previewMasking } from './settings/preview-masking';
import { previewSettings, saveSettings, settings } from './settings/calls';
import { statusChoices } from './settings/status-choices';
import { createSource, revokeSource, rotateSource, sources } from './sources/calls';
import { endTrain, saveTrain, train, trainChoices, trains } from './trains/calls';
import { trainOutlook, trainScopeOf } from './trains/outlook-calls';
import { traceability } from './traceability/calls';
import { validationDebt } from './validation-debt/calls';
import { answerQuestion, decideTriage, triageOf } from './triage/decide';
import { decisionLatency } from './triage/latency';
import { triageQueue } from './triage/queue';
import { back, closeSession, joinSession, openSession, reveal, sessionView, skip, vote } from './triage/sessions';
import type { Viewer } from './viewer';
import { changeWorkflow, previewWorkflow, undoWorkflow, workflowSetup } from './workflow-setup/calls';
import { wayOut } from './way-out/calls';

type Answerers = { readonly [Call in BridgeCall]: (payload: unknown, viewer: Viewer) => Promise<Answer<BridgeView<Call>>> };

/** A call's request is parsed at the door; what acts on it knows its shape. */
function parsed<Schema extends z.ZodType, View>(
  schema: Schema,
  act: (request: z.output<Schema>, viewer: Viewer) => Promise<Answer<View>>,
): (payload: unknown, viewer: Viewer) => Promise<Answer<View>> {
  return async (payload, viewer) => {
    const request = schema.safeParse(payload);
    if (request.success) return act(request.data, viewer);
    return refused('Not understood', 'Reload the page: it sent something that Holdpoint does not know.');
  };
}

/** Puts on record who read what, once the answer is there. */
function recorded<Request, View>(
  readingOf: (request: Request) => Reading | null,
  act: (request: Request, viewer: Viewer) => Promise<Answer<View>>,
): (request: Request, viewer: Viewer) => Promise<Answer<View>> {
  return async (request, viewer) => {
    const answered = await act(request, viewer);
    const reading = answered.kind === 'ok' ? readingOf(request) : null;
    if (reading !== null) await recordReading(reading, viewer);
    return answered;
  };
}

const opened = (projectId: string, what: string, subject = ''): Reading => ({ projectId, act: 'opened', what, subject });

/** The back end of every screen. */
export function makeResolver(actions: Actions) {
  const answerers: Answerers = {
    releases: parsed(
      bridgeCalls.releases.request,
      recorded(({ projectId }) => opened(projectId, 'releases'), releases),
    ),
    readinessScore: parsed(bridgeCalls.readinessScore.request, readinessScore),
    overrideReport: parsed(bridgeCalls.overrideReport.request, overrideReport),
    trains: parsed(bridgeCalls.trains.request, trains),
    train: parsed(bridgeCalls.train.request, train),
    trainOutlook: parsed(bridgeCalls.trainOutlook.request, trainOutlook),
    trainScope: parsed(bridgeCalls.trainScope.request, trainScopeOf),
    trainChoices: parsed(bridgeCalls.trainChoices.request, trainChoices),
    saveTrain: parsed(bridgeCalls.saveTrain.request, (request, viewer) => saveTrain(request, actions, viewer)),
    endTrain: parsed(bridgeCalls.endTrain.request, (request, viewer) => endTrain(request, actions, viewer)),
    wayOut: parsed(bridgeCalls.wayOut.request, wayOut),
    readiness: parsed(
      bridgeCalls.readiness.request,
      recorded(({ projectId, versionId }) => opened(projectId, 'readiness', `version:${versionId}`), readiness),
    ),
    trendDefects: parsed(bridgeCalls.trendDefects.request, trendDefects),
    panel: parsed(bridgeCalls.panel.request, panel),
    traceability: parsed(bridgeCalls.traceability.request, traceability),
    pipelines: parsed(
      bridgeCalls.pipelines.request,
      recorded(({ projectId }) => opened(projectId, 'pipelines'), pipelines),
    ),
    defectTrail: parsed(bridgeCalls.defectTrail.request, defectTrail),
    duplicates: parsed(bridgeCalls.duplicates.request, duplicates),
    markDuplicate: parsed(bridgeCalls.markDuplicate.request, (request, viewer) => markDuplicate(request, actions, viewer)),
    refuseDuplicate: parsed(bridgeCalls.refuseDuplicate.request, (request, viewer) => refuseDuplicate(request, actions, viewer)),
    score: parsed(bridgeCalls.score.request, score),
    scorePreview: parsed(bridgeCalls.scorePreview.request, (request, viewer) => scorePreview(request, actions, viewer)),
    scoreTitles: parsed(bridgeCalls.scoreTitles.request, scoreTitles),
    releaseNotes: parsed(bridgeCalls.releaseNotes.request, releaseNotes),
    rollOver: parsed(bridgeCalls.rollOver.request, (request, viewer) => rollOver(request, actions, viewer)),
    gateControl: parsed(bridgeCalls.gateControl.request, gateControl),
    placeHold: parsed(bridgeCalls.placeHold.request, (request, viewer) => placeHold(request, actions, viewer)),
    gateChecks: parsed(bridgeCalls.gateChecks.request, gateChecks),
    confirmCheck: parsed(bridgeCalls.confirmCheck.request, (request, viewer) => confirmCheck(request, actions, viewer)),
    withdrawCheck: parsed(bridgeCalls.withdrawCheck.request, (request, viewer) => withdrawCheck(request, actions, viewer)),
    roleChoices: parsed(bridgeCalls.roleChoices.request, roleChoices),
    liftHold: parsed(bridgeCalls.liftHold.request, (request, viewer) => liftHold(request, actions, viewer)),
    startDrill: parsed(bridgeCalls.startDrill.request, (request, viewer) => startDrill(request, actions, viewer)),
    actOnDrill: parsed(bridgeCalls.actOnDrill.request, (request, viewer) => actOnDrill(request, actions, viewer)),
    requestOverride: parsed(bridgeCalls.requestOverride.request, (request, viewer) => requestOverride(request, actions, viewer)),
    decideOverride: parsed(bridgeCalls.decideOverride.request, (request, viewer) => decideOverride(request, actions, viewer)),
    releaseTrack: parsed(bridgeCalls.releaseTrack.request, releaseTrack),
    releaseTimeline: parsed(bridgeCalls.releaseTimeline.request, releaseTimeline),
    releaseDeployments: parsed(bridgeCalls.releaseDeployments.request, releaseDeployments),
    behaviours: parsed(bridgeCalls.behaviours.request, behaviours),
    setBehaviour: parsed(bridgeCalls.setBehaviour.request, (request, viewer) => setBehaviour(request, actions, viewer)),
    validationDebt: parsed(bridgeCalls.validationDebt.request, validationDebt),
    deferralOptions: parsed(bridgeCalls.deferralOptions.request, deferralOptions),
    requestDeferrals: parsed(bridgeCalls.requestDeferrals.request, (request, viewer) =>
      requestDeferrals(request, actions, viewer),
    ),
    decideDeferral: parsed(bridgeCalls.decideDeferral.request, (request, viewer) => decideDeferral(request, actions, viewer)),
    deferrals: parsed(
      bridgeCalls.deferrals.request,
      recorded(({ projectId }) => opened(projectId, 'deferrals'), deferrals),
    ),
    deferralsOf: parsed(bridgeCalls.deferralsOf.request, deferralsOf),
    exportDeferrals: parsed(
      bridgeCalls.exportDeferrals.request,
      recorded(
        ({ projectId, format }) => ({ projectId, act: 'exported', what: `deferrals-${format}`, subject: '' }),
        exportDeferrals,
      ),
    ),
    revision: parsed(bridgeCalls.revision.request, revision),
    refresh: parsed(bridgeCalls.refresh.request, (request, viewer) => refresh(request, actions, viewer)),
    settings: (_payload, viewer) => settings(actions, viewer),
    projectGates: parsed(
      bridgeCalls.projectGates.request,
      recorded(({ projectId }) => opened(projectId, 'gates'), projectGates),
    ),
    previewProjectGates: parsed(bridgeCalls.previewProjectGates.request, (request, viewer) =>
      previewProjectGates(request, actions, viewer),
    ),
    saveProjectGates: parsed(bridgeCalls.saveProjectGates.request, (request, viewer) =>
      saveProjectGates(request, actions, viewer),
    ),
    replayProjectGates: parsed(bridgeCalls.replayProjectGates.request, (request, viewer) =>
      replayProjectGates(request, actions, viewer),
    ),
    projectRoleChoices: parsed(bridgeCalls.projectRoleChoices.request, projectRoleChoices),
    previewSettings: parsed(bridgeCalls.previewSettings.request, (request, viewer) => previewSettings(request, actions, viewer)),
    saveSettings: parsed(bridgeCalls.saveSettings.request, (request, viewer) => saveSettings(request, actions, viewer)),
    readProject: parsed(bridgeCalls.readProject.request, (request) => readProject(request, actions)),
    pauseReading: parsed(bridgeCalls.pauseReading.request, (request) => pauseReading(request, actions)),
    decisions: parsed(
      bridgeCalls.decisions.request,
      recorded(({ projectId, ledger, before }) => (before === null ? opened(projectId, 'decisions', ledger) : null), decisions),
    ),
    exportDecisions: parsed(
      bridgeCalls.exportDecisions.request,
      recorded(
        ({ projectId, ledger, format, next }) =>
          next === null ? { projectId, act: 'exported', what: `decisions-${format}`, subject: ledger } : null,
        exportDecisions,
      ),
    ),
    verifyLedger: parsed(bridgeCalls.verifyLedger.request, verifyLedger),
    thenAndNow: parsed(bridgeCalls.thenAndNow.request, (request, viewer) => thenAndNow(request, actions, viewer)),
    turned: parsed(
      bridgeCalls.turned.request,
      recorded(
        ({ projectId }) => opened(projectId, 'decisions', 'project'),
        (request, viewer) => turned(request, actions, viewer),
      ),
    ),
    replaySettings: parsed(bridgeCalls.replaySettings.request, (request, viewer) => replaySettings(request, actions, viewer)),
    readers: parsed(
      bridgeCalls.readers.request,
      recorded(({ projectId }) => opened(projectId, 'readers'), readers),
    ),
    dataQuality: parsed(
      bridgeCalls.dataQuality.request,
      recorded(({ projectId }) => opened(projectId, 'data-quality'), dataQuality),
    ),
    health: (_payload, viewer) => health(actions, viewer),
    sources: (_payload, viewer) => sources(actions, viewer),
    createSource: parsed(bridgeCalls.createSource.request, (request, viewer) => createSource(request, actions, viewer)),
    rotateSource: parsed(bridgeCalls.rotateSource.request, (request, viewer) => rotateSource(request, actions, viewer)),
    revokeSource: parsed(bridgeCalls.revokeSource.request, (request, viewer) => revokeSource(request, actions, viewer)),
    previewNotifications: parsed(bridgeCalls.previewNotifications.request, previewNotifications),
    previewMasking: parsed(bridgeCalls.previewMasking.request, previewMasking),
    triageQueue: parsed(
      bridgeCalls.triageQueue.request,
      recorded(({ projectId }) => opened(projectId, 'triage'), triageQueue),
    ),
    openSession: parsed(bridgeCalls.openSession.request, openSession),
    joinSession: parsed(bridgeCalls.joinSession.request, joinSession),
    sessionView: parsed(bridgeCalls.sessionView.request, sessionView),
    vote: parsed(bridgeCalls.vote.request, vote),
    reveal: parsed(bridgeCalls.reveal.request, reveal),
    skip: parsed(bridgeCalls.skip.request, skip),
    back: parsed(bridgeCalls.back.request, back),
    closeSession: parsed(bridgeCalls.closeSession.request, (request, viewer) => closeSession(request, actions, viewer)),
    decideTriage: parsed(bridgeCalls.decideTriage.request, (request, viewer) => decideTriage(request, actions, viewer)),
    triageOf: parsed(bridgeCalls.triageOf.request, triageOf),
    answerQuestion: parsed(bridgeCalls.answerQuestion.request, (request, viewer) => answerQuestion(request, actions, viewer)),
    decisionLatency: parsed(bridgeCalls.decisionLatency.request, decisionLatency),
    aging: parsed(
      bridgeCalls.aging.request,
      recorded(({ projectId }) => opened(projectId, 'aging'), aging),
    ),
    agingSteps: parsed(bridgeCalls.agingSteps.request, agingSteps),
    defectAging: parsed(bridgeCalls.defectAging.request, defectAging),
    escapes: parsed(
      bridgeCalls.escapes.request,
      recorded(({ projectId }) => opened(projectId, 'escapes'), escapes),
    ),
    escapeDefects: parsed(bridgeCalls.escapeDefects.request, escapeDefects),
    forecast: parsed(
      bridgeCalls.forecast.request,
      recorded(
        ({ projectId, versionId }) => opened(projectId, 'forecast', versionId === null ? '' : `version:${versionId}`),
        forecast,
      ),
    ),
    forecastLine: parsed(bridgeCalls.forecastLine.request, forecastLine),
    setFreeze: parsed(bridgeCalls.setFreeze.request, (request, viewer) => setFreeze(request, actions, viewer)),
    scope: parsed(
      bridgeCalls.scope.request,
      recorded(({ projectId, versionId }) => opened(projectId, 'scope', versionId === null ? '' : `version:${versionId}`), scope),
    ),
    moveScope: parsed(bridgeCalls.moveScope.request, (request, viewer) => moveScope(request, actions, viewer)),
    ownership: parsed(bridgeCalls.ownership.request, ownership),
    previewRotas: parsed(bridgeCalls.previewRotas.request, previewRotas),
    origin: parsed(bridgeCalls.origin.request, origin),
    setOrigin: parsed(bridgeCalls.setOrigin.request, (request, viewer) => setOrigin(request, actions, viewer)),
    setAffected: parsed(bridgeCalls.setAffected.request, setAffected),
    regressions: parsed(
      bridgeCalls.regressions.request,
      recorded(({ projectId }) => opened(projectId, 'regressions'), regressions),
    ),
    flow: parsed(
      bridgeCalls.flow.request,
      recorded(({ projectId }) => opened(projectId, 'flow'), flow),
    ),
    flowDefects: parsed(bridgeCalls.flowDefects.request, flowDefects),
    chartDefects: parsed(bridgeCalls.chartDefects.request, chartDefects),
    repair: parsed(
      bridgeCalls.repair.request,
      recorded(({ projectId }) => opened(projectId, 'detection-and-repair'), repair),
    ),
    repairIssues: parsed(bridgeCalls.repairIssues.request, repairIssues),
    analysis: parsed(
      bridgeCalls.analysis.request,
      recorded(
        ({ projectId, versionId }) => opened(projectId, 'analysis', `version:${versionId}`),
        (request, viewer) => analysis(request, actions, viewer),
      ),
    ),
    changeAnalysis: parsed(bridgeCalls.changeAnalysis.request, (request, viewer) => changeAnalysis(request, actions, viewer)),
    freeze: parsed(bridgeCalls.freeze.request, freeze),
    exportFreeze: parsed(
      bridgeCalls.exportFreeze.request,
      recorded(
        ({ projectId, versionId }) => ({ ...opened(projectId, 'freeze', `version:${versionId}`), act: 'exported' }),
        exportFreeze,
      ),
    ),
    changeFreeze: parsed(bridgeCalls.changeFreeze.request, (request, viewer) => changeFreeze(request, actions, viewer)),
    defectFreezes: parsed(bridgeCalls.defectFreezes.request, defectFreezes),
    askException: parsed(bridgeCalls.askException.request, (request, viewer) => askException(request, actions, viewer)),
    decideException: parsed(bridgeCalls.decideException.request, (request, viewer) => decideException(request, actions, viewer)),
    nominations: parsed(bridgeCalls.nominations.request, nominations),
    defectNominations: parsed(bridgeCalls.defectNominations.request, defectNominations),
    nominate: parsed(bridgeCalls.nominate.request, (request, viewer) => nominate(request, actions, viewer)),
    decideNomination: parsed(bridgeCalls.decideNomination.request, (request, viewer) =>
      decideNomination(request, actions, viewer),
    ),
    workflowSetup: parsed(bridgeCalls.workflowSetup.request, (request, viewer) => workflowSetup(request, actions, viewer)),
    previewWorkflow: parsed(bridgeCalls.previewWorkflow.request, (request) => previewWorkflow(request, actions)),
    changeWorkflow: parsed(bridgeCalls.changeWorkflow.request, (request, viewer) => changeWorkflow(request, actions, viewer)),
    undoWorkflow: parsed(bridgeCalls.undoWorkflow.request, (request, viewer) => undoWorkflow(request, actions, viewer)),
    pastGate: parsed(bridgeCalls.pastGate.request, pastGate),
    acknowledgeBreach: parsed(bridgeCalls.acknowledgeBreach.request, (request, viewer) =>
      acknowledgeBreach(request, actions, viewer),
    ),
    statusChoices: () => statusChoices(),
    stageChoices: () => stageChoices(),
    fieldChoices: parsed(bridgeCalls.fieldChoices.request, fieldChoices),
  };
  const calls = Object.keys(bridgeCalls).filter(isCall);
  return resolverOf(calls, async (name, payload, accountId) => {
    if (!isCall(name)) return refused('Unknown call', 'Reload the page: it is from another version of Holdpoint.');
    if (accountId === null) return refused('Log in', 'Log in to Jira to use Holdpoint.');
    return countingPoints(() => answer(answerers, name, payload, { accountId, now: readClock() }));
  });
}

function isCall(name: string): name is BridgeCall {
  return Object.hasOwn(bridgeCalls, name);
}

/** The one place where what goes wrong behind a screen becomes words for the person in front of it. */
async function answer(answerers: Answerers, call: BridgeCall, payload: unknown, viewer: Viewer): Promise<Answer<unknown>> {
  try {
    return await answerers[call](payload, viewer);
  } catch (error) {
    if (error instanceof TablesNotReady) {
      return failed(
        'Holdpoint is being set up',
        'It was installed or updated a moment ago. The page fills itself within a few minutes.',
      );
    }
    logFailure('call-failed', error, { call });
    return failed(
      'Something went wrong',
      "Holdpoint could not answer. Reload the page; if it stays, ask an admin to look at the app's log.",
    );
  }
}
