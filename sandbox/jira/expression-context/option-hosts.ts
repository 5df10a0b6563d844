import { STATUS_CATEGORIES } from '../beans/status-bean';
import { calendarDateValue } from '../expressions';
import { host, plain } from './members';
import { entityProperties } from './entity-properties';
import type { Site } from '../site/site';
import type { HostObject, Value } from '../expressions';
import type { IssueLinkType, IssueType, NamedOption, SecurityLevel, Status, Transition, Version, Workflow } from '../model';

/** Members as in the Jira expressions types (developer.atlassian.com/cloud/jira/platform/jira-expressions-types). Ids are numbers. */
export function versionHost(version: Version): HostObject {
  return host({
    typeName: 'Version',
    identity: version.id,
    members: plain({
      id: Number(version.id),
      name: version.name,
      description: version.description,
      archived: version.archived,
      released: version.released,
      releaseDate: day(version.releaseDate),
      startDate: day(version.startDate),
    }),
    toJson: () => ({ id: Number(version.id), name: version.name }),
  });
}

export function optionHost(typeName: string, option: NamedOption & { readonly description?: string }): HostObject {
  const description = option.description ?? '';
  return host({
    typeName,
    identity: option.id,
    members: plain({ id: Number(option.id), name: option.name, description }),
    toJson: () => ({ id: Number(option.id), name: option.name }),
  });
}

export function componentHost(component: NamedOption): HostObject {
  return host({
    typeName: 'Component',
    identity: component.id,
    members: plain({ id: Number(component.id), name: component.name }),
    toJson: () => ({ id: Number(component.id), name: component.name }),
  });
}

export function statusHost(status: Status): HostObject {
  const { id, name, colorName } = STATUS_CATEGORIES[status.category];
  const category = host({
    typeName: 'StatusCategory',
    identity: String(id),
    members: plain({ id, key: status.category, name, colorName }),
    toJson: () => ({ id, key: status.category, name, colorName }),
  });
  return host({
    typeName: 'IssueStatus',
    identity: status.id,
    members: plain({ id: Number(status.id), name: status.name, description: status.description, category }),
    toJson: () => ({ id: Number(status.id), name: status.name }),
  });
}

export function issueTypeHost(site: Site, type: IssueType): HostObject {
  const iconUrl = site.url(`/images/icons/issuetypes/${type.id}.svg`);
  const values = {
    id: Number(type.id),
    name: type.name,
    description: type.description,
    iconUrl,
    hierarchyLevel: type.subtask ? -1 : 0,
  };
  return host({
    typeName: 'IssueType',
    identity: type.id,
    members: { ...plain(values), properties: entityProperties({}) },
    toJson: () => ({ id: Number(type.id), name: type.name }),
  });
}

export function securityLevelHost(level: SecurityLevel): HostObject {
  return optionHost('SecurityLevel', level);
}

export function linkTypeHost(type: IssueLinkType): HostObject {
  const { name, inward, outward } = type;
  return host({ typeName: 'IssueLinkType', identity: type.id, members: plain({ id: Number(type.id), name, inward, outward }) });
}

/** `from` is the status that the issue leaves. */
export function transitionHost(transition: Transition, from: Status, to: Status): HostObject {
  const values = {
    id: Number(transition.id),
    name: transition.name,
    from: statusHost(from),
    to: statusHost(to),
    hasScreen: false,
  };
  return host({ typeName: 'Transition', identity: transition.id, members: plain(values) });
}

export function workflowHost(workflow: Workflow): HostObject {
  return host({ typeName: 'Workflow', identity: workflow.id, members: plain({ id: workflow.id, name: workflow.name }) });
}

function day(value: string | null): Value {
  return value === null ? null : calendarDateValue(value);
}
