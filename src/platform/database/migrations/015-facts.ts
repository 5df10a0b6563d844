import { id, instant, table } from './migration';
import type { Migration } from './migration';

export const facts: readonly Migration[] = [
  {
    name: '015-facts',
    // builds, steps of deployments, incidents, commits on branches, test runs: the newest word about each
    statement: table('facts', [
      `project_id ${id} NOT NULL`,
      // build, deployment, incident, commit, run
      'kind VARCHAR(12) NOT NULL',
      // SHA-256 of what names it in its project
      'fact_id VARCHAR(64) NOT NULL',
      // step of a deployment, SHA-256 of a commit's branch; else empty
      'part VARCHAR(64) NOT NULL',
      `at ${instant} NOT NULL`,
      // sequence, time and hash as text that sorts: of two words about the same thing the greater holds
      'newness VARCHAR(120) NOT NULL',
      'environment VARCHAR(200)',
      // name of a release
      'version VARCHAR(200)',
      'body LONGTEXT NOT NULL',
      'PRIMARY KEY (project_id, kind, fact_id, part)',
      'KEY facts_by_time (project_id, kind, at)',
      'KEY facts_by_version (project_id, kind, version, at)',
      'KEY facts_by_environment (project_id, kind, environment, at)',
    ]),
  },
  {
    name: '015-sightings',
    // what was seen of a failure in a run, or of a defect by others
    statement: table('sightings', [
      `project_id ${id} NOT NULL`,
      // fingerprint of a failure, or `defect:` and an issue's id
      'subject VARCHAR(100) NOT NULL',
      // fact_id of the run, or SHA-256 of source and key of what told it
      'origin VARCHAR(64) NOT NULL',
      `at ${instant} NOT NULL`,
      'newness VARCHAR(120) NOT NULL',
      'suite VARCHAR(200) NOT NULL',
      'environment VARCHAR(200) NOT NULL',
      'segment VARCHAR(200)',
      'version VARCHAR(200)',
      'build VARCHAR(200)',
      // how often; and how often of those it went away when tried again
      'times INT NOT NULL',
      'flaky INT NOT NULL',
      // compressed JSON: tests, message, trace
      'body LONGTEXT NOT NULL',
      'PRIMARY KEY (project_id, subject, origin)',
      'KEY sightings_by_origin (project_id, origin)',
      'KEY sightings_by_time (project_id, at)',
    ]),
  },
  {
    name: '015-failures',
    // what became of each failure: tracked, filed as a defect, on the list of known ones
    statement: table('failures', [
      `project_id ${id} NOT NULL`,
      'subject VARCHAR(100) NOT NULL',
      // tracked, filing, filed, known, broken-run (listed in the defect about one)
      'state VARCHAR(10) NOT NULL',
      `issue_id ${id}`,
      'issue_key VARCHAR(255)',
      'title VARCHAR(300) NOT NULL',
      'because VARCHAR(500) NOT NULL',
      // JSON: the runs that a defect about broken runs speaks of
      'runs TEXT',
      `changed_at ${instant} NOT NULL`,
      // when closing was proposed last
      `proposed_at ${instant}`,
      'PRIMARY KEY (project_id, subject)',
      'KEY failures_by_issue (issue_id)',
      'KEY failures_by_change (project_id, changed_at)',
    ]),
  },
];
