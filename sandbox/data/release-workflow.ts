import type { RuleUse, Status, StatusCategoryKey, Transition, Workflow } from '../jira/model';

/** Ids of the statuses of a release ticket, in the order in which a release passes them. */
export interface ReleaseStatusIds {
  readonly planned: string;
  readonly inStabilisation: string;
  readonly inStaging: string;
  readonly released: string;
}

const status = (id: string, name: string, category: StatusCategoryKey, description: string): Status => ({
  id,
  name,
  category,
  description,
});

export const releaseStatuses = (ids: ReleaseStatusIds): Status[] => [
  status(ids.planned, 'Planned', 'new', 'The release has a date and no candidate yet.'),
  status(ids.inStabilisation, 'In stabilisation', 'indeterminate', 'A release candidate is being tested and repaired.'),
  status(ids.inStaging, 'In staging', 'indeterminate', 'The release candidate runs in staging.'),
  status(ids.released, 'Released', 'done', 'The release runs in production.'),
];

const rule = (id: string, moduleKey: string, stage: string): RuleUse => ({ id, moduleKey, config: { stage } });

const transition = (id: string, name: string, from: string[], to: string): Transition => ({
  id,
  name,
  from,
  to,
  conditions: [],
  validators: [],
});

/** The workflow that the gates guard: staging explains its refusal by validators, production also hides its button by a condition. */
export const releaseWorkflow = (id: string, ids: ReleaseStatusIds): Workflow => ({
  id,
  name: 'Release workflow',
  statusIds: [ids.planned, ids.inStabilisation, ids.inStaging, ids.released],
  transitions: [
    transition('1', 'Create', [], ids.planned),
    transition('11', 'Start stabilisation', [ids.planned], ids.inStabilisation),
    {
      ...transition('21', 'Deploy to staging', [ids.inStabilisation], ids.inStaging),
      validators: [
        rule('6d0c6f1e-3c1a-4a58-9f60-0c8f5f1d2101', 'gate-open-published', 'staging'),
        rule('6d0c6f1e-3c1a-4a58-9f60-0c8f5f1d2102', 'gate-open-decided', 'staging'),
      ],
    },
    {
      ...transition('31', 'Deploy to production', [ids.inStaging], ids.released),
      conditions: [rule('6d0c6f1e-3c1a-4a58-9f60-0c8f5f1d3100', 'gate-open-condition', 'production')],
      validators: [
        rule('6d0c6f1e-3c1a-4a58-9f60-0c8f5f1d3101', 'gate-open-published', 'production'),
        rule('6d0c6f1e-3c1a-4a58-9f60-0c8f5f1d3102', 'gate-open-decided', 'production'),
      ],
    },
    transition('41', 'Roll back', [ids.released], ids.inStabilisation),
  ],
});
