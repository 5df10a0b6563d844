/** Tables whose rows belong to a defect (`defect_id`) and count where they carry the `read_at` of its row. */
export const defectChildren = ['defect_versions', 'defect_components', 'defect_links', 'spans'] as const;
