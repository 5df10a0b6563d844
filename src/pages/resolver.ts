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
import { failed, refused } from './answer';
import { fieldChoices, stageChoices } from './choices/calls';
import { dataQuality } from './data-quality/calls';
import { decisions, exportDecisions, verifyLedger } from './decisions/calls';
import { readers } from './decisions/readers';
import { defectTrail } from './defect-trail/calls';
import { recordReading } from './note-access';
import type { Reading } from './note-access';
import { health } from './health/calls';
import { panel } from './panel/calls';
import { pipelines } from './pipelines/calls';
import { readiness } from './readiness/calls';
import { pauseReading, readProject } from './reading/calls';
import { releaseDeployments } from './release-deployments/calls';
import { refresh, releases, revision } from './releases/calls';
import { previewNotifications } from './settings/preview-notifications';
import { previewMasking } from './settings/preview-masking';
import { previewSettings, saveSettings, settings } from './settings/calls';
import { createSource, revokeSource, rotateSource, sources } from './sources/calls';
import { traceability } from './traceability/calls';
import type { Viewer } from './viewer';

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
    readiness: parsed(
      bridgeCalls.readiness.request,
      recorded(({ projectId, versionId }) => opened(projectId, 'readiness', `version:${versionId}`), readiness),
    ),
    panel: parsed(bridgeCalls.panel.request, panel),
    traceability: parsed(bridgeCalls.traceability.request, traceability),
    pipelines: parsed(
      bridgeCalls.pipelines.request,
      recorded(({ projectId }) => opened(projectId, 'pipelines'), pipelines),
    ),
    defectTrail: parsed(bridgeCalls.defectTrail.request, defectTrail),
    releaseDeployments: parsed(bridgeCalls.releaseDeployments.request, releaseDeployments),
    revision: parsed(bridgeCalls.revision.request, revision),
    refresh: parsed(bridgeCalls.refresh.request, (request, viewer) => refresh(request, actions, viewer)),
    settings: (_payload, viewer) => settings(actions, viewer),
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
