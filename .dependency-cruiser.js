/** The arrows of the house: docs/decisions/001-the-house.md says why. Each area may use only what stands above it. */
const areas = {
  defects: [],
  governance: ['defects'],
  environments: ['defects'],
  analytics: ['defects', 'governance', 'environments'],
  scoring: ['defects', 'governance', 'environments'],
  triage: ['defects', 'governance', 'environments', 'scoring'],
  gates: ['defects', 'governance', 'environments', 'analytics', 'scoring', 'triage'],
  ingest: ['defects', 'triage', 'environments', 'gates'],
  notifications: ['defects', 'governance', 'environments', 'scoring', 'triage', 'gates', 'ingest'],
  settings: ['defects', 'governance', 'environments', 'scoring', 'triage', 'gates', 'ingest', 'notifications'],
};
const core = (area) => `^src/${area}/(?!shell/)`;
/** An area's face, or that of a part of it that can be reached alone: the command starts faster with less. */
const face = (area) => [`^src/${area}/index\\.ts$`, `^src/${area}/[a-z-]+/index\\.ts$`];
const pureLibraries = 'node_modules/(date-fns|@date-fns/tz)/';
/** docs/decisions/011-reports.md */
const librariesOf = { ingest: 'node_modules/(date-fns|@date-fns/tz|saxes|zod)/' };

/** What makes a screen's view of facts, and fetches none: docs/decisions/015-a-page-of-its-own.md */
const viewModels = [
  '^src/pages/[a-z-]+/(view-model|words)\\.ts$',
  '^src/pages/aging/(base-day|closed-ones|defect-view|standing)\\.ts$',
  '^src/pages/charts/visible-history\\.ts$',
];

const areaRules = Object.entries(areas).flatMap(([area, above]) => [
  {
    name: `${area}-core-stays-pure`,
    comment: `What ${area} decides is plain functions over plain data: its own core, the faces of the areas above it, the kernel.`,
    severity: 'error',
    from: { path: core(area), pathNot: '\\.(test|fixture)\\.ts$' },
    to: { pathNot: [core(area), '^src/kernel/', librariesOf[area] ?? pureLibraries, ...above.flatMap(face)] },
  },
  {
    name: `${area}-shell-acts-for-its-core`,
    comment: `The shell of ${area} reaches its own core, other areas' faces, contracts, kernel and platform.`,
    severity: 'error',
    from: { path: `^src/${area}/shell/`, pathNot: '\\.test\\.ts$' },
    to: {
      path: '^(src|static|sandbox|cli)/',
      pathNot: [`^src/${area}/`, '^src/(kernel|contracts|platform)/', ...above.flatMap(face)],
    },
  },
]);

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle has no top to start reading from.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'one-door-to-the-platform',
      comment: 'Only platform/ knows @forge; the screens have bridge/.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/' },
      to: { path: 'node_modules/@forge/' },
    },
    {
      name: 'one-door-to-the-bridge',
      comment: 'Screens reach the bridge through bridge/ only.',
      severity: 'error',
      from: { path: '^static/app/', pathNot: '^static/app/(src/)?bridge/' },
      to: { path: 'node_modules/@forge/' },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(platform|kernel|contracts)/' },
    },
    {
      name: 'kernel-is-the-bottom',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/kernel/', 'node_modules/date-fns/', '^(node:)?crypto$'] },
    },
    {
      name: 'hashing-in-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(kernel/hash\\.ts|platform/)' },
      to: { path: '^(node:)?crypto$' },
    },
    {
      name: 'contracts-are-shapes',
      severity: 'error',
      from: { path: '^src/contracts/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/(contracts|kernel)/', 'node_modules/zod/'] },
    },
    {
      name: 'nobody-calls-flows',
      comment: 'Flows are where areas meet; only the entry points start them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(index\\.ts|flows/|pages/resolver)' },
      to: { path: '^src/flows/' },
    },
    {
      name: 'nobody-calls-pages',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(index\\.ts|pages/)' },
      to: { path: '^src/pages/' },
    },
    {
      name: 'flows-and-pages-use-faces',
      comment: "An area's inside is its own business.",
      severity: 'error',
      from: { path: '^src/(flows|pages)/' },
      to: { path: `^src/(${Object.keys(areas).join('|')})/`, pathNot: ['/index\\.ts$'] },
    },
    {
      name: 'index-only-exports',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(flows|pages|platform)/' },
    },
    {
      name: 'screens-know-contracts-only',
      severity: 'error',
      from: { path: '^static/app/' },
      to: { path: '^(src|sandbox|cli)/', pathNot: '^src/contracts/' },
    },
    {
      name: 'sandbox-stands-outside',
      comment: 'It must not merely agree with the app.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src|static|cli)/', pathNot: '^src/(contracts|kernel)/' },
    },
    {
      name: 'command-stands-outside',
      severity: 'error',
      from: { path: '^cli/' },
      to: {
        path: '^(src|static|sandbox)/',
        pathNot: ['^src/(contracts|kernel)/', '^src/[a-z]+/index', '^src/[a-z]+/[a-z-]+/index', ...viewModels],
      },
    },
    {
      name: 'app-ships-no-test-code',
      severity: 'error',
      from: { path: '^(src|static/app)/', pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { path: '\\.(test|fixture)\\.tsx?$' },
    },
    ...areaRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.sandbox)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
