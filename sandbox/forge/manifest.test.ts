import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appRegistrationOf } from './app-registration';
import { contentSecurityPolicyOf } from './content-security-policy';
import { installationOf } from './installation';
import { parseManifest } from './manifest';
import { uiModulesOf } from './ui-modules';

const fixture = readFileSync(join(__dirname, 'fixture-app/manifest.yml'), 'utf8');

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
  ])('names what is wrong', (yaml, message) => expect(() => parseManifest(yaml)).toThrow(message));

  it('refuses a resource that is not declared', () => {
    const broken = parseManifest(fixture.replace('resource: app/main', 'resource: other/main'));
    expect(() => uiModulesOf(broken)).toThrow(/no resource "other"/);
  });
});
