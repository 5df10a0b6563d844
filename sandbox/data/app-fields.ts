/** The app's own custom fields that people fill in, by module key (manifest.yml), with their names. */
export const APP_FIELDS = {
  'defect-severity': 'Defect severity',
  'customer-tier': 'Customer tier',
  'users-affected': 'Users affected',
  workaround: 'Workaround',
  'detected-in': 'Detected in',
} as const;

export type AppField = keyof typeof APP_FIELDS;
export type AppFieldValue = string | number | null;

/** The field's id in a seed; the Jira model puts the site's own id in its place. */
export const seedFieldId = (field: AppField): string => `app:${field}`;
