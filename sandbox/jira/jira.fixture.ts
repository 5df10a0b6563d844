import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSwitches } from '../switches';
import { createJira } from './index';
import { createReferee } from './referee';
import { aClock, aSeed, aTrace } from './seed.fixture';
import type { Switches } from '../switches';
import type { Actor, AppRegistration, Jira, JiraResponse, ProductEvent } from './jira';
import type { SiteSeed } from './model';

/** Atlassian's specification, where it lies beside the repository. */
export const specPath = join(__dirname, '../../../shared/openapi/jira-platform-v3.json.gz');
let made: ReturnType<typeof createReferee> | null = null;

/** Made when first asked for (it takes a moment); null where the specification is not there. */
export function referee(): ReturnType<typeof createReferee> | null {
  made ??= existsSync(specPath) ? createReferee(specPath) : null;
  return made;
}

export const ALL_SCOPES = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'manage:jira-project',
  'manage:jira-configuration',
];

export function anApp(part: Partial<AppRegistration> = {}): AppRegistration {
  return {
    appId: 'ari:cloud:ecosystem::app/5a7e1d2c-8f34-4b0e-9c6a-2d1f0b7e4a11',
    environmentId: 'sandbox0-0000-4000-8000-000000000001',
    appAccountId: 'app-holdpoint',
    fields: [
      {
        moduleKey: 'defect-severity',
        name: 'Defect severity',
        description: 'S1 to S4',
        type: 'string',
        readOnly: false,
        validation: {
          expression: "value == null || ['S1', 'S2', 'S3', 'S4'].includes(value)",
          errorMessage: 'Severity is S1, S2, S3 or S4.',
        },
        formatter: null,
      },
      {
        moduleKey: 'score',
        name: 'Holdpoint score',
        description: '',
        type: 'number',
        readOnly: true,
        validation: null,
        formatter: null,
      },
    ],
    conditions: [
      { moduleKey: 'open', name: 'Gate is open', description: '', expression: "project.properties['gate'].state == 'open'" },
    ],
    validators: [
      {
        moduleKey: 'published',
        name: 'Published reason',
        description: '',
        expression: "project.properties['gate'].state == 'open' ? true : project.properties['gate'].sentence",
        functionKey: null,
        errorMessage: 'The gate cannot be read.',
      },
      {
        moduleKey: 'decided',
        name: 'Decided now',
        description: '',
        expression: null,
        functionKey: 'validate',
        errorMessage: null,
      },
    ],
    permissions: [{ moduleKey: 'waive-gates', name: 'Waive release gates', description: 'May let a release pass' }],
    runFunctionValidator: () => Promise.resolve({ result: true }),
    ...part,
  };
}

export interface Bench {
  readonly jira: Jira;
  readonly clock: ReturnType<typeof aClock>;
  readonly trace: ReturnType<typeof aTrace>;
  readonly switches: Switches;
  readonly events: ProductEvent[];
  /** What the referee found, where the bench has one. */
  readonly findings: string[];
  /** A direct call; null stands for the app, as the app. */
  readonly call: (who: string | null, method: string, path: string, body?: unknown) => Promise<JiraResponse>;
  /** A call through the app. */
  readonly throughApp: (
    actor: Actor,
    scopes: readonly string[],
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<JiraResponse>;
}

export function aBench(
  part: { seed?: SiteSeed; app?: AppRegistration | null; httpFault?: () => null | 429 | 500; refereed?: boolean } = {},
): Bench {
  const clock = aClock();
  const trace = aTrace();
  const switches = { ...defaultSwitches, searchLag: 0 };
  const events: ProductEvent[] = [];
  const findings: string[] = [];
  const fault = part.httpFault === undefined ? {} : { httpFault: part.httpFault };
  const jira = createJira(part.seed ?? aSeed(), { clock, trace, switches, baseUrl: 'http://127.0.0.1:4750', ...fault });
  jira.onEvent((event) => events.push(event));
  if (part.app !== null) jira.installApp(part.app ?? anApp());
  const send: Bench['throughApp'] = (actor, scopes, method, path, body) => handle(actor, scopes, method, path, body);
  const handle = async (actor: Actor, scopes: readonly string[] | null, method: string, path: string, body: unknown) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const response = await jira.handle({ method, path, headers: {}, body: text, actor, scopes });
    const onTheWire: unknown = response.body === undefined ? undefined : JSON.parse(JSON.stringify(response.body));
    findings.push(
      ...((part.refereed === true ? referee() : null)?.check(method, path.split('?')[0] ?? '', response.status, onTheWire) ?? []),
    );
    return response;
  };
  return {
    jira,
    clock,
    trace,
    switches,
    events,
    findings,
    call: (who, method, path, body) =>
      who === null
        ? handle({ kind: 'app' }, ALL_SCOPES, method, path, body)
        : handle({ kind: 'user', accountId: who }, null, method, path, body),
    throughApp: send,
  };
}
