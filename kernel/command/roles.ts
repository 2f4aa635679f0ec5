/** What a person is in the team; each role has the rights of the roles before it. */
export const roles = ['viewer', 'rep', 'manager', 'admin'] as const;

export type Role = (typeof roles)[number];

/** The roles that decide for others. */
export const leadRoles = ['manager', 'admin'] as const satisfies readonly Role[];

export type LeadRole = (typeof leadRoles)[number];

/** Whether `role` has the rights of `needed`. */
export function hasRole(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** The role of the two that may do more. */
export const higherRole = (a: Role, b: Role): Role => (hasRole(a, b) ? a : b);
