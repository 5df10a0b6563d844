/** Holdpoint's custom fields on a defect, by the keys of their modules in manifest.yml. */
export const defectFields = ['defect-severity', 'customer-tier', 'users-affected', 'workaround', 'detected-in'] as const;
export type DefectField = (typeof defectFields)[number];

/** The site's id of each field (`customfield_10101`), null where the site does not have it. */
export type FieldIds = Readonly<Record<DefectField, string | null>>;

interface SiteField {
  readonly id: string;
  readonly key?: string | undefined;
  readonly schema?: { readonly custom?: string | undefined } | undefined;
}

/**
 * Finds the fields among all of the site. Forge makes them with a key that ends in `__static__<module key>`; which of `key` and
 * `schema.custom` carries it differs between sites (docs/platform.md F.20).
 */
export function fieldIds(siteFields: readonly SiteField[]): FieldIds {
  const idOf = (field: DefectField): string | null => {
    const ending = `__static__${field}`;
    const found = siteFields.find(
      ({ key, schema }) => key?.endsWith(ending) === true || schema?.custom?.endsWith(ending) === true,
    );
    return found?.id ?? null;
  };
  return {
    'defect-severity': idOf('defect-severity'),
    'customer-tier': idOf('customer-tier'),
    'users-affected': idOf('users-affected'),
    workaround: idOf('workaround'),
    'detected-in': idOf('detected-in'),
  };
}
