import type { Like } from '../../shape/like.js';
import type { permissionTexts as original } from '../../zh/crm/permission-texts.js';

export const permissionTexts: Like<typeof original> = {
  change: (no: string, who: string) => `Only ${who} can change ${no}.`,
  owner: (name: string) => `its owner ${name}`,
  or: (a: string, b: string) => `${a} or ${b}`,
  manager: (name: string | null) => (name ? `the manager ${name}` : 'a team manager'),
  admin: 'an admin',
  see: (no: string, who: string) => `${no} belongs to another team. Please ask ${who}.`,
  assign: (no: string, to: string, who: string) => `Only ${who} can transfer ${no} to ${to}.`,
  role: (who: string) => `Only ${who} can change this role.`,
  join: (name: string, who: string) => `Only ${who} can add ${name} to the team.`,
  leave: (name: string, who: string) => `Only ${who} can enter leave for ${name}.`,
  report: (who: string) => `Only ${who} can see this report.`,
};
