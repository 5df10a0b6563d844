export { compareManifests } from './compare-manifests';
export { addWords } from './guess-names';
export type { Vocabulary } from './guess-names';
export { manifestKinds, manifestOf } from './issue-manifest';
export type { IssueManifest, SourceIssue } from './issue-manifest';
export { isNoise } from './noise';
export { noMapping } from './translation';
export type { Mapping } from './translation';
