import type { AppFrame } from './app-frame';
import { isCallable, isRecord, messageOf, textOr } from './channel';
import { emit, listen } from './bridge-events';
import { closeFlag, showFlag } from './flags';
import { refreshIssueView } from './issue-refresh';
import { openModal } from './modal';
import { moveHistory, startingPath } from './page-history';
import { addressOf, navigate } from './navigation';
import { ask, note } from './server';
import { currentTheme, themeState } from './theme';

type Method = (frame: AppFrame, data: unknown) => unknown;
const member = (data: unknown, name: string): unknown => (isRecord(data) ? data[name] : undefined);

async function getContext(frame: AppFrame): Promise<unknown> {
  const context = await ask('context', { place: frame.settings.place });
  if (!isRecord(context)) throw new Error('The sandbox gave no context.');
  const extension = isRecord(context['extension']) ? context['extension'] : {};
  const located = frame.settings.base === null ? {} : { location: window.location.href };
  return {
    ...context,
    extension: { ...extension, ...located, ...frame.settings.extension },
    theme: themeState(),
    surfaceColor: null,
  };
}

async function invoke(frame: AppFrame, data: unknown): Promise<unknown> {
  const invokeType = member(data, 'invokeType');
  if (invokeType !== undefined) throw unmodelled(frame, `invoke with invokeType ${textOr(invokeType, 'of its own')}`);
  const body = await ask('invoke', {
    place: frame.settings.place,
    functionKey: member(data, 'functionKey'),
    payload: member(data, 'payload'),
  });
  return member(data, 'metadata') === undefined ? body : { body, metadata: { rateLimitProperties: {} } };
}

function close(frame: AppFrame, payload: unknown): boolean {
  if (frame.settings.onClose === undefined) return false;
  for (const callback of frame.closeCallbacks) void callback(payload);
  frame.settings.onClose(payload);
  return true;
}

async function submit(frame: AppFrame, payload: unknown): Promise<boolean> {
  if (frame.settings.onSubmit === undefined) return false;
  await frame.settings.onSubmit(payload);
  return true;
}

function onClose(frame: AppFrame, data: unknown): boolean {
  if (frame.settings.onClose === undefined || !isCallable(data)) return false;
  frame.closeCallbacks.push(data);
  return true;
}

function createHistory(frame: AppFrame): unknown {
  if (frame.settings.base === null) throw new Error(`createHistory is not available in ${frame.settings.moduleType}.`);
  frame.usesHistory = true;
  return { path: startingPath(frame.settings.base) };
}

function enableTheming(frame: AppFrame): unknown {
  frame.usesTheme = true;
  return currentTheme(frame.themeSheet);
}

function setRuleCallback(frame: AppFrame, data: unknown): boolean {
  const callback = member(member(data, 'data'), 'onConfigure');
  if (!isCallable(callback) || !frame.settings.moduleType.startsWith('jira:workflow')) return false;
  frame.configure = callback;
  return true;
}

/** `customFieldApi.getFieldData(cb)` of @forge/jira-bridge: hands the value the view was opened with. */
function customFieldApi(frame: AppFrame): unknown {
  if (frame.settings.moduleType !== 'jira:customField') throw new Error('This is not a custom field.');
  return {
    actions: {
      onFieldDataChange: async (callback: unknown) => {
        const context = await getContext(frame);
        if (isCallable(callback)) void callback({ fieldValue: member(member(context, 'extension'), 'fieldValue') ?? null });
      },
      onBridgeError: (problem: unknown) => note('bridge', 'custom field error', JSON.stringify(problem)),
    },
  };
}

const methods: Readonly<Record<string, Method>> = {
  getContext,
  invoke,
  fetchProduct: (frame, data) => ask('fetch-product', { place: frame.settings.place, request: data }),
  submit,
  close,
  onClose,
  refresh: (frame) => (frame.settings.moduleType === 'jira:issueContext' ? refreshIssueView() : false),
  open: (frame) => {
    const panel = frame.host.closest('details');
    if (panel !== null) panel.open = true;
    return panel !== null;
  },
  createHistory,
  enableTheming,
  changeWindowTitle: (_frame, title) => {
    document.title = String(title);
    return true;
  },
  emitReadyEvent: () => true,
  getFrameId: (frame) => frame.iframe.dataset['testid'],
  navigate: (frame, data) => navigate(frame.settings.place, data),
  getUrl: (frame, data) => new URL(addressOf(frame.settings.place, data), window.location.origin).href,
  reload: () => window.location.reload(),
  showFlag: (_frame, data) => showFlag(data),
  closeFlag: (_frame, data) => closeFlag(member(data, 'id')),
  openModal,
  emit: (_frame, data) => emit('app', member(data, 'event'), member(data, 'payload')),
  on: (_frame, data) => listen('app', member(data, 'event'), member(data, 'callback')),
  emitPublic: (_frame, data) => emit('public', member(data, 'event'), member(data, 'payload')),
  onPublic: (_frame, data) => listen('public', member(data, 'event'), member(data, 'callback')),
  setWorkflowRuleConfigurationCallback: setRuleCallback,
  getCustomFieldInternalAPI: customFieldApi,
  openIssueViewModal: (frame, data) => {
    const issueKey = member(member(member(data, 'data'), 'context'), 'issueKey');
    return navigate(frame.settings.place, { target: 'issue', issueKey, type: 'same-tab' });
  },
  refreshIssueView,
};

/** What a frame tells of itself; not part of the bridge, and not traced. */
const frameReports: Readonly<Record<string, Method>> = {
  'sandbox:size': (frame, height) => (typeof height === 'number' ? frame.resize(height) : undefined),
  'sandbox:history': (frame, move) => moveHistory(frame, move),
  'sandbox:escape': (frame) => frame.host.dispatchEvent(new CustomEvent('frame-escape', { bubbles: true })),
  'sandbox:violation': (frame, what) =>
    note('bridge', `${frame.settings.place['moduleKey'] ?? ''} content security policy`, String(what)),
};

function unmodelled(frame: AppFrame, what: string): Error {
  note('unmodelled', `bridge ${what} in ${frame.settings.moduleType}`, '501');
  return new Error(`The sandbox does not model ${what}`);
}

/** Answers one bridge call of a frame; rejections reach the app as the error of the package's function. */
export async function callBridge(frame: AppFrame, method: string, data: unknown): Promise<unknown> {
  const report = Object.hasOwn(frameReports, method) ? frameReports[method] : undefined;
  if (report !== undefined) return report(frame, data);
  const answer = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (answer === undefined) throw unmodelled(frame, method);
  const functionKey = method === 'invoke' ? ` ${String(member(data, 'functionKey'))}` : '';
  const what = `${frame.settings.place['moduleKey'] ?? ''} ${method}${functionKey}`;
  try {
    const value = await answer(frame, data);
    note('bridge', what, value === false ? 'refused' : 'ok');
    return value;
  } catch (error) {
    note('bridge', what, messageOf(error));
    throw error;
  }
}
