import { answerCall } from './sample-answers';
import { jiraAnswer } from './sample-jira';
import { pageContext } from './sample-context';

/**
 * Stands in for Jira while a screen is being designed: `npx vite --config static/app/vite.config.ts`, then for instance
 * `/project.html?at=/readiness/10002&defects=600&theme=dark`. Its answers are made up; whether the app works is tested in the sandbox.
 */
// eslint-disable-next-line no-console -- what the page asks of Jira is shown to whoever designs it
const tell = (...what: unknown[]): void => console.info(...what);
const query = new URLSearchParams(globalThis.location.search);

function historyAt(start: string): unknown {
  const split = (to: string) => ({
    pathname: to.split('?')[0] ?? '/',
    search: to.includes('?') ? `?${to.split('?')[1] ?? ''}` : '',
  });
  const history = {
    location: split(start),
    listen: () => () => undefined,
    push: (to: string) => tell('address:', to),
    replace: (to: string) => tell('address:', to),
  };
  return history;
}

const methods: Record<string, (data: Record<string, unknown>) => unknown> = {
  getContext: () => pageContext(query),
  createHistory: () => historyAt(query.get('at') ?? '/'),
  enableTheming: () => undefined,
  changeWindowTitle: () => true,
  navigate: (data) => tell('navigate', data),
  getUrl: () => 'https://example.atlassian.net/jira/software/c/projects/SHOP/apps/holdpoint',
  showFlag: (data) => tell('flag', data),
  submit: (data) => tell('submit', data),
  setWorkflowRuleConfigurationCallback: () => true,
  fetchProduct: ({ restPath }) => ({
    body: JSON.stringify(jiraAnswer(String(restPath))),
    headers: {},
    status: 200,
    statusText: 'OK',
  }),
  invoke: ({ functionKey, payload }) => answerCall(query, String(functionKey), payload),
};

Object.assign(globalThis, {
  __bridge: {
    callBridge: async (method: string, data: Record<string, unknown> = {}) => {
      const known = methods[method];
      if (known === undefined) throw new Error(`The sample host does not know ${method}.`);
      return known(data);
    },
  },
});
