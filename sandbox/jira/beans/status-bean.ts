import type { Site } from '../site/site';
import type { Status, StatusCategoryKey } from '../model';

/** The three categories as `GET /rest/api/3/statuscategory` gives them. */
export const STATUS_CATEGORIES: Readonly<Record<StatusCategoryKey, { id: number; colorName: string; name: string }>> = {
  new: { id: 2, colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, colorName: 'green', name: 'Done' },
};

export function statusCategoryBean(site: Site, key: StatusCategoryKey): Record<string, unknown> {
  const category = STATUS_CATEGORIES[key];
  return {
    self: site.url(`/rest/api/3/statuscategory/${category.id}`),
    id: category.id,
    key,
    colorName: category.colorName,
    name: category.name,
  };
}

export function statusBean(site: Site, status: Status): Record<string, unknown> {
  return {
    self: site.url(`/rest/api/3/status/${status.id}`),
    description: status.description,
    iconUrl: site.url('/images/icons/status.png'),
    name: status.name,
    id: status.id,
    statusCategory: statusCategoryBean(site, status.category),
  };
}
