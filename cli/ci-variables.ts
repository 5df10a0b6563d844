import { given } from './environment';
import type { Variables } from './environment';

/** What a build server says of the run that the command is part of; null where it does not say. */
export interface CiRun {
  /** Name of the build server. */
  readonly server: string | null;
  /** Names the run of the whole pipeline: its jobs share it, also those that are tried again later. */
  readonly pipeline: string | null;
  /** The same with the number of the attempt, where the server counts attempts. */
  readonly attempt: string | null;
  /** Names the run of this job: another attempt has another name. */
  readonly job: string | null;
  readonly build: string | null;
  readonly commit: string | null;
  readonly branch: string | null;
  readonly url: string | null;
  readonly repository: string | null;
}

type Value = (name: string) => string | null;

interface BuildServer {
  readonly name: string;
  readonly recognises: (value: Value) => boolean;
  readonly read: (value: Value) => Omit<CiRun, 'server'>;
}

const servers: readonly BuildServer[] = [
  {
    name: 'GitHub Actions',
    recognises: (value) => value('GITHUB_ACTIONS') === 'true',
    read: (value) => {
      const attempt = joined(value('GITHUB_RUN_ID'), value('GITHUB_RUN_ATTEMPT'));
      const run = path(value('GITHUB_SERVER_URL'), value('GITHUB_REPOSITORY'), 'actions/runs', value('GITHUB_RUN_ID'));
      return {
        pipeline: value('GITHUB_RUN_ID'),
        attempt,
        job: joined(attempt, value('GITHUB_JOB')),
        build: value('GITHUB_RUN_NUMBER'),
        commit: value('GITHUB_SHA'),
        branch: value('GITHUB_HEAD_REF') ?? value('GITHUB_REF_NAME'),
        url: path(run, 'attempts', value('GITHUB_RUN_ATTEMPT')) ?? run,
        repository: value('GITHUB_REPOSITORY'),
      };
    },
  },
  {
    name: 'GitLab CI',
    recognises: (value) => value('GITLAB_CI') !== null,
    read: (value) => ({
      pipeline: value('CI_PIPELINE_ID'),
      attempt: value('CI_PIPELINE_ID'),
      job: joined(value('CI_PIPELINE_ID'), value('CI_JOB_ID')),
      build: value('CI_PIPELINE_IID'),
      commit: value('CI_COMMIT_SHA'),
      branch: value('CI_MERGE_REQUEST_SOURCE_BRANCH_NAME') ?? value('CI_COMMIT_REF_NAME'),
      url: value('CI_JOB_URL') ?? value('CI_PIPELINE_URL'),
      repository: value('CI_PROJECT_PATH'),
    }),
  },
  {
    name: 'Azure Pipelines',
    recognises: (value) => value('TF_BUILD') !== null,
    read: (value) => {
      const attempt = joined(value('BUILD_BUILDID'), value('SYSTEM_STAGEATTEMPT'));
      const project = value('SYSTEM_TEAMPROJECT');
      const results = path(
        value('SYSTEM_COLLECTIONURI'),
        project === null ? null : encodeURIComponent(project),
        '_build/results',
      );
      const id = value('BUILD_BUILDID');
      return {
        pipeline: value('BUILD_BUILDID'),
        attempt,
        job: joined(attempt, value('SYSTEM_JOBID'), value('SYSTEM_JOBATTEMPT')),
        build: value('BUILD_BUILDNUMBER'),
        commit: value('BUILD_SOURCEVERSION'),
        branch: withoutRef(value('SYSTEM_PULLREQUEST_SOURCEBRANCH') ?? value('BUILD_SOURCEBRANCH')),
        url: results === null || id === null ? null : `${results}?buildId=${encodeURIComponent(id)}`,
        repository: value('BUILD_REPOSITORY_NAME'),
      };
    },
  },
  {
    name: 'Bitbucket Pipelines',
    recognises: (value) => value('BITBUCKET_BUILD_NUMBER') !== null,
    read: (value) => {
      const origin = value('BITBUCKET_GIT_HTTP_ORIGIN') ?? path('https://bitbucket.org', value('BITBUCKET_REPO_FULL_NAME'));
      const pipeline = bare(value('BITBUCKET_PIPELINE_UUID')) ?? value('BITBUCKET_BUILD_NUMBER');
      return {
        pipeline,
        attempt: pipeline,
        job: joined(pipeline, bare(value('BITBUCKET_STEP_UUID')), value('BITBUCKET_STEP_RUN_NUMBER')),
        build: value('BITBUCKET_BUILD_NUMBER'),
        commit: value('BITBUCKET_COMMIT'),
        branch: value('BITBUCKET_BRANCH') ?? value('BITBUCKET_TAG'),
        url: path(origin?.replace(/^http:/, 'https:') ?? null, 'pipelines/results', value('BITBUCKET_BUILD_NUMBER')),
        repository: value('BITBUCKET_REPO_FULL_NAME'),
      };
    },
  },
  {
    name: 'CircleCI',
    recognises: (value) => value('CIRCLECI') === 'true',
    read: (value) => ({
      pipeline: value('CIRCLE_WORKFLOW_ID'),
      attempt: value('CIRCLE_WORKFLOW_ID'),
      job: joined(value('CIRCLE_WORKFLOW_ID'), value('CIRCLE_BUILD_NUM'), value('CIRCLE_NODE_INDEX')),
      build: value('CIRCLE_BUILD_NUM'),
      commit: value('CIRCLE_SHA1'),
      branch: value('CIRCLE_BRANCH') ?? value('CIRCLE_TAG'),
      url: value('CIRCLE_BUILD_URL'),
      repository: path(value('CIRCLE_PROJECT_USERNAME'), value('CIRCLE_PROJECT_REPONAME')),
    }),
  },
  {
    name: 'Jenkins',
    recognises: (value) => value('JENKINS_URL') !== null || (value('BUILD_TAG') !== null && value('JOB_NAME') !== null),
    read: (value) => {
      const pipeline = value('BUILD_TAG') ?? joined(value('JOB_NAME'), value('BUILD_NUMBER'));
      return {
        pipeline,
        attempt: pipeline,
        job: joined(pipeline, value('STAGE_NAME')),
        build: value('BUILD_NUMBER'),
        commit: value('GIT_COMMIT'),
        branch: value('CHANGE_BRANCH') ?? value('BRANCH_NAME') ?? value('GIT_BRANCH')?.replace(/^origin\//, '') ?? null,
        url: value('BUILD_URL'),
        repository: null,
      };
    },
  },
];

const nothing: CiRun = {
  ...{
    server: null,
    pipeline: null,
    attempt: null,
    job: null,
    build: null,
    commit: null,
    branch: null,
    url: null,
    repository: null,
  },
};

/** What the build server says in its variables. What it says in a form that nobody could take is left out. */
export function ciRun(variables: Variables): CiRun {
  const value: Value = (name) => given(variables[name]);
  const server = servers.find(({ recognises }) => recognises(value));
  if (server === undefined) return nothing;
  const run = server.read(value);
  return {
    server: server.name,
    pipeline: named(run.pipeline),
    attempt: named(run.attempt),
    job: named(run.job),
    build: named(run.build),
    commit: run.commit !== null && /^[0-9a-f]{7,64}$/i.test(run.commit) ? run.commit : null,
    branch: named(run.branch),
    url: run.url !== null && /^https?:\/\/\S{1,1900}$/.test(run.url) && URL.canParse(run.url) ? run.url : null,
    repository: named(run.repository),
  };
}

function named(text: string | null): string | null {
  return text !== null && text.length <= 200 && !/[\u0000-\u001f\u007f]/.test(text) ? text : null;
}

/** The parts that are there; null where the first is not. */
function joined(first: string | null, ...more: readonly (string | null)[]): string | null {
  return first === null ? null : [first, ...more].filter((part) => part !== null).join('.');
}

/** Null where a part is missing. */
function path(...parts: readonly (string | null)[]): string | null {
  return parts.some((part) => part === null) ? null : parts.map((part) => (part ?? '').replace(/\/+$/, '')).join('/');
}

function withoutRef(branch: string | null): string | null {
  return branch?.replace(/^refs\/(heads|tags)\//, '') ?? null;
}

/** Bitbucket writes ids in braces. */
function bare(id: string | null): string | null {
  return id?.replace(/[{}]/g, '') ?? null;
}
