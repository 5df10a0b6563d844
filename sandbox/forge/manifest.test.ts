import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRegistrationOf } from './app-registration';
import { contentSecurityPolicyOf } from './content-security-policy';
import { installationOf } from './installation';
import { parseManifest } from './manifest';
import { uiModulesOf } from './ui-modules';

const fixture = readFileSync(join(__dirname, 'fixture-app/manifest.yml'), 'utf8');

/** developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger: up to five. */
const withTriggers = (count: number): string => {
  const more = Array.from({ length: count - 4 }, (_, n) => `    - { key: more-${n}, function: tick-fn, interval: day }\n`);
  return fixture.replace('  scheduledTrigger:\n', `  scheduledTrigger:\n${more.join('')}`);
};

describe('the manifest as the sandbox reads it', () => {
  const manifest = parseManifest(fixture);

  it('resolves the pages of modules to files of their resource', () => {
    expect(
      uiModulesOf(manifest).map(({ type, key, resource, resolverFunctionKey }) => ({ type, key, resource, resolverFunctionKey })),
    ).toEqual([
      {
        type: 'jira:workflowValidator',
        key: 'fixture-validator',
        resource: { key: 'app/rule', directory: 'static', file: 'rule.html' },
        resolverFunctionKey: 'resolver-fn',
      },
      {
        type: 'jira:adminPage',
        key: 'fixture-page',
        resource: { key: 'app/main', directory: 'static', file: 'index.html' },
        resolverFunctionKey: 'resolver-fn',
      },
    ]);
  });

  it('tells Jira of fields and validators', () => {
    const installation = installationOf(manifest.app.id, 'cloud', 'http://127.0.0.1:4750');
    const registration = appRegistrationOf(manifest, installation, () => Promise.resolve(true));
    expect(registration.fields.map((field) => [field.moduleKey, field.type, field.readOnly])).toEqual([
      ['fixture-field', 'number', true],
    ]);
    expect(registration.validators[0]).toMatchObject({ functionKey: 'validator-fn', expression: null, errorMessage: null });
  });

  it('tells Jira of the permissions that administrators can grant', () => {
    const installation = installationOf(manifest.app.id, 'cloud', 'http://127.0.0.1:4750');
    const { permissions } = appRegistrationOf(manifest, installation, () => Promise.resolve(true));
    expect(permissions).toEqual([{ moduleKey: 'fixture-right', name: 'Fixture right', description: 'To try things' }]);
  });

  it('makes the Content-Security-Policy with Atlassian’s package', () => {
    const policy = contentSecurityPolicyOf(manifest, '4750');
    expect(policy).toMatch(/style-src [^;]*'unsafe-inline'/);
    expect(policy).toMatch(/script-src 'self' https:\/\/forge\.cdn\.prod\.atlassian-dev\.net/);
    expect(policy).toContain('frame-ancestors http://127.0.0.1:4750 http://localhost:4750');
    expect(policy).not.toMatch(/sandbox |report-uri/);
  });

  it.each([
    ['app: {}\npermissions: {}\nmodules: {}', /app\.id/],
    [fixture.replace('interval: fiveMinute', 'interval: minute'), /interval/],
    [fixture.replace('function: goodbye-fn }]', 'endpoint: far-away }]'), /preUninstall/],
    [fixture.replace('anonymousAllowed: false', 'anonymousAllowed: perhaps'), /globalPermission/],
    [withTriggers(6), /scheduledTrigger/],
  ])('names what is wrong', (yaml, message) => expect(() => parseManifest(yaml)).toThrow(message));

  it('takes five scheduled triggers', () => {
    expect(parseManifest(withTriggers(5)).modules.scheduledTrigger).toHaveLength(5);
  });

  it('refuses a resource that is not declared', () => {
    const broken = parseManifest(fixture.replace('resource: app/main', 'resource: other/main'));
    expect(() => uiModulesOf(broken)).toThrow(/no resource "other"/);
  });
});
