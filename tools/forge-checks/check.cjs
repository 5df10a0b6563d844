// Atlassian's manifest validator, linter and bundler on this app, offline. Started from the repository's root as
// `node tools/forge-checks/check.cjs`; prints one JSON object: {validate: [...], lint: [...], bundle: {files: {name: bytes}}}.
// The linter would download six OpenAPI files; it reads ours instead, made from the derived table of operations and scopes.
const { execFileSync } = require('node:child_process');
const { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = process.cwd();
const scratch = join(root, '.sandbox', 'forge-checks');
mkdirSync(scratch, { recursive: true });

/** An OpenAPI of the least that the linter reads: which operation needs which scopes. */
function writeOpenApi() {
  const operations = JSON.parse(readFileSync(join(root, 'sandbox/jira/operations.json'), 'utf8'));
  const paths = {};
  for (const [method, path, scopes] of operations) {
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: { 'x-atlassian-oauth2-scopes': [{ scheme: 'OAuth2', state: 'Current', scopes }] },
    };
  }
  const jira = join(scratch, 'jira.json');
  const none = join(scratch, 'none.json');
  writeFileSync(jira, JSON.stringify({ openapi: '3.0.1', paths }));
  writeFileSync(none, JSON.stringify({ openapi: '3.0.1', paths: {} }));
  Object.assign(process.env, { USE_LOCAL_SWAGGER: '1', LOCAL_JIRA_SWAGGER: jira });
  for (const product of ['JSM', 'JSW', 'CONF', 'CONF_V2', 'BB']) process.env[`LOCAL_${product}_SWAGGER`] = none;
}

/** The bundler puts Atlassian's runtime beside the app; offline it takes these two stand-ins, which nothing runs. */
function writeRuntime() {
  mkdirSync(join(scratch, 'runtime/dist'), { recursive: true });
  for (const name of ['wrapper.js', 'loader.js'])
    writeFileSync(join(scratch, 'runtime/dist', name), '// runtime of the platform\n');
  process.env.FORGE_RUNTIME_PATH = join(scratch, 'runtime');
}

/** The tools ask a feature service; without it every answer is "no". */
const featureService = new Proxy(
  {},
  { get: (_, name) => (name === 'then' ? undefined : async () => (name === 'getDeprecatedRuntimes' ? [] : false)) },
);
const silent = { info() {}, warn() {}, error() {}, debug() {}, trace() {} };

async function main() {
  writeOpenApi();
  writeRuntime();
  const { validate } = require('@forge/manifest');
  const { lint } = require('@forge/lint');
  const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
  const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');

  const validated = await validate(false, './manifest.yml');
  const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file));
  const linted = await lint(sources, validated.manifestObject.typedContent, 'development', silent, featureService, {
    linter: { mode: 'client-side' },
  });

  const fileSystemReader = new FileSystemReader(root);
  const config = new ConfigFile(fileSystemReader, new FileSystemWriter(root));
  const bundler = await getNodeBundler(
    silent,
    getWrapperProvider({ fileSystemReader, statsigService: featureService }),
    config,
    featureService,
  );
  const { outputDir } = await bundler.bundle({ appDirectory: root, entryPoints: getEntryPoints(await config.getAppHandlers()) });

  return {
    sources: sources.length,
    validate: validated.errors ?? [],
    lint: linted.flatMap(({ file, errors = [], warnings = [] }) => [
      ...errors.map((problem) => ({ level: 'error', file, ...problem })),
      ...warnings.map((problem) => ({ level: 'warning', file, ...problem })),
    ]),
    bundle: { files: Object.fromEntries(readdirSync(outputDir).map((name) => [name, statSync(join(outputDir, name)).size])) },
  };
}

main().then(
  (result) => console.log(JSON.stringify(result)),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
