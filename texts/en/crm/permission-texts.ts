import type { Like } from '../../shape/like.js';
import type { permissionTexts as original } from '../../zh/crm/permission-texts.js';

export const permissionTexts: Like<typeof original> = {
  change: (no: string, who: string) => `Only ${who} can change ${no}.`,
  owner: (name: string) => `its owner ${name}`,
  or: (a: string, b: string) => `${a} or ${b}`,
  manager: (name: string | null) => (name ? `the manager ${name}` : 'a team manager'),
  admin: 'an admin',
  see: (no: string, who: string) => `${no} belongs to another team. Ask ${who}.`,
  assign: (no: string, to: string, who: string) => `Handing ${no} to ${to} takes ${who}.`,
  role: (who: string) => `Changing this role takes ${who}.`,
  join: (name: string, who: string) => `Adding ${name} to the team takes ${who}.`,
  leave: (name: string, who: string) => `Leave for ${name} takes ${who}.`,
  report: (who: string) => `This report takes ${who}.`,
};
