import { z } from 'zod';

/**
 * Where a screen of the app stands. The page says it of each iframe; an iframe cannot. Everything else of a module's context is made
 * from it by the server, for the viewer that the cookie names.
 */
export const placeSchema = z.strictObject({
  moduleKey: z.string(),
  projectKey: z.string().optional(),
  issueKey: z.string().optional(),
  /** For a custom field's editor. */
  fieldId: z.string().optional(),
  renderContext: z.enum(['issue-create', 'issue-view']).optional(),
  /** For a workflow rule's configuration page. */
  ruleId: z.string().optional(),
  /** For a gadget on the dashboard, and which of its two pages. */
  gadgetId: z.string().optional(),
  gadgetMode: z.enum(['view', 'edit']).optional(),
});
export type Place = z.infer<typeof placeSchema>;
