import { z } from 'zod';

/** Jira's ids are digits; whatever else a screen sends is refused at the door. */
export const jiraIdSchema = z.string().regex(/^\d{1,18}$/);
export const projectRequestSchema = z.object({ projectId: jiraIdSchema });
