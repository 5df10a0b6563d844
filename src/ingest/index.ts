export { githubProblem, gitlabProblem, signatureProblem } from './signature';
export { rotated, sourceIdOf, validAt } from './source';
export type { Source, SourceKind } from './source';
export { fromGithub } from './native/github';
export { fromGitlab } from './native/gitlab';
export type { NativeOutcome } from './native/native';
