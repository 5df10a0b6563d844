const workflows = /^\/workflows\/(\d+)$/;

/** Where in Holdpoint's settings the workflows of a project are set up. */
export function workflowsPlace(projectId: string): string {
  return `workflows/${projectId}`;
}

/** The project whose workflows an address within the settings means; null for the settings as a whole. */
export function workflowsMeant(path: string): string | null {
  return workflows.exec(path)?.[1] ?? null;
}
