import { ciRun } from './ci-variables';

const sha = '9fceb02d0ae598e95dc970b74767f19372d61af8';

test.each([
  [
    'GitHub Actions',
    {
      ...{ GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '77', GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'test', GITHUB_RUN_NUMBER: '1874' },
      ...{ GITHUB_SHA: sha, GITHUB_REF_NAME: '12/merge', GITHUB_HEAD_REF: 'feature/cart', GITHUB_REPOSITORY: 'example/shop' },
      ...{ GITHUB_SERVER_URL: 'https://github.com' },
    },
    {
      ...{
        pipeline: '77',
        attempt: '77.2',
        job: '77.2.test',
        build: '1874',
        commit: sha,
        branch: 'feature/cart',
        repository: 'example/shop',
      },
      url: 'https://github.com/example/shop/actions/runs/77/attempts/2',
    },
  ],
  [
    'GitLab CI',
    {
      ...{ GITLAB_CI: 'true', CI_PIPELINE_ID: '900', CI_PIPELINE_IID: '31', CI_JOB_ID: '4711', CI_COMMIT_SHA: sha },
      ...{
        CI_COMMIT_REF_NAME: 'main',
        CI_JOB_URL: 'https://gitlab.example.com/shop/-/jobs/4711',
        CI_PROJECT_PATH: 'example/shop',
      },
    },
    {
      ...{
        pipeline: '900',
        attempt: '900',
        job: '900.4711',
        build: '31',
        commit: sha,
        branch: 'main',
        repository: 'example/shop',
      },
      url: 'https://gitlab.example.com/shop/-/jobs/4711',
    },
  ],
  [
    'Jenkins',
    {
      ...{ JENKINS_URL: 'https://ci.example.com/', BUILD_TAG: 'jenkins-shop-main-8', BUILD_NUMBER: '8', JOB_NAME: 'shop/main' },
      ...{ GIT_COMMIT: sha, GIT_BRANCH: 'origin/main', BUILD_URL: 'https://ci.example.com/job/shop/8/', STAGE_NAME: 'Test' },
    },
    {
      ...{
        pipeline: 'jenkins-shop-main-8',
        attempt: 'jenkins-shop-main-8',
        job: 'jenkins-shop-main-8.Test',
        build: '8',
        commit: sha,
        branch: 'main',
      },
      ...{ url: 'https://ci.example.com/job/shop/8/', repository: null },
    },
  ],
  [
    'Azure Pipelines',
    {
      ...{
        TF_BUILD: 'True',
        BUILD_BUILDID: '501',
        BUILD_BUILDNUMBER: '20261102.3',
        SYSTEM_STAGEATTEMPT: '1',
        SYSTEM_JOBID: 'j1',
      },
      ...{ SYSTEM_JOBATTEMPT: '2', BUILD_SOURCEVERSION: sha, BUILD_SOURCEBRANCH: 'refs/heads/release/4.2' },
      ...{
        SYSTEM_COLLECTIONURI: 'https://dev.azure.com/example/',
        SYSTEM_TEAMPROJECT: 'The Shop',
        BUILD_REPOSITORY_NAME: 'shop',
      },
    },
    {
      ...{
        pipeline: '501',
        attempt: '501.1',
        job: '501.1.j1.2',
        build: '20261102.3',
        commit: sha,
        branch: 'release/4.2',
        repository: 'shop',
      },
      url: 'https://dev.azure.com/example/The%20Shop/_build/results?buildId=501',
    },
  ],
  [
    'Bitbucket Pipelines',
    {
      ...{ BITBUCKET_BUILD_NUMBER: '66', BITBUCKET_COMMIT: sha, BITBUCKET_BRANCH: 'main', BITBUCKET_PIPELINE_UUID: '{p-1}' },
      ...{ BITBUCKET_STEP_UUID: '{s-1}', BITBUCKET_STEP_RUN_NUMBER: '2', BITBUCKET_REPO_FULL_NAME: 'example/shop' },
    },
    {
      ...{
        pipeline: 'p-1',
        attempt: 'p-1',
        job: 'p-1.s-1.2',
        build: '66',
        commit: sha,
        branch: 'main',
        repository: 'example/shop',
      },
      url: 'https://bitbucket.org/example/shop/pipelines/results/66',
    },
  ],
  [
    'CircleCI',
    {
      ...{ CIRCLECI: 'true', CIRCLE_WORKFLOW_ID: 'w-1', CIRCLE_BUILD_NUM: '88', CIRCLE_NODE_INDEX: '0', CIRCLE_SHA1: sha },
      ...{ CIRCLE_BRANCH: 'main', CIRCLE_BUILD_URL: 'https://circleci.com/gh/example/shop/88' },
      ...{ CIRCLE_PROJECT_USERNAME: 'example', CIRCLE_PROJECT_REPONAME: 'shop' },
    },
    {
      ...{
        pipeline: 'w-1',
        attempt: 'w-1',
        job: 'w-1.88.0',
        build: '88',
        commit: sha,
        branch: 'main',
        repository: 'example/shop',
      },
      url: 'https://circleci.com/gh/example/shop/88',
    },
  ],
])('%s names its run', (server, variables, expected) => {
  expect(ciRun(variables)).toEqual({ server, ...expected });
});

test('without a build server, and with one that says nothing of use, nothing is made up', () => {
  const nothing = {
    pipeline: null,
    attempt: null,
    job: null,
    build: null,
    commit: null,
    branch: null,
    url: null,
    repository: null,
  };
  expect(ciRun({})).toEqual({ server: null, ...nothing });
  expect(ciRun({ GITLAB_CI: 'true', CI_JOB_URL: 'javascript:alert(1)', CI_COMMIT_SHA: 'HEAD', CI_PIPELINE_IID: '' })).toEqual({
    ...{ server: 'GitLab CI', ...nothing },
  });
});
