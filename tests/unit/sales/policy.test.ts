import { describe, expect, test } from 'vitest';
import { hasRole } from '../../../kernel/command/roles.js';
import {
  type Actor,
  leastOf,
  mayAssign,
  mayChange,
  mayGiveRole,
  mayPostReport,
  mayRunCommand,
  maySee,
  type Permission,
  seesLessThan,
  seesNothing,
  showsValue,
  type Visibility,
} from '../../../sales/people/policy.js';

const actor = (id: string, role: Actor['role'], teamId: string | null = 'east'): Actor => ({
  id,
  role,
  teamId,
  active: true,
});

const rep = actor('rep', 'rep');
const mate = actor('mate', 'rep');
const west = actor('west', 'rep', 'west');
const manager = actor('manager', 'manager');
const westManager = actor('westManager', 'manager', 'west');
const admin = actor('admin', 'admin', null);
const left: Actor = { ...rep, active: false };

const mine = { ownerId: 'rep', teamId: 'east' };
const pooled = { ownerId: null, teamId: 'east' };
const nobodys = { ownerId: null, teamId: null };

const said = (permission: Permission) => (permission.ok ? 'yes' : permission.who);

test('each role has the rights of the roles below', () => {
  expect(hasRole('admin', 'rep') && hasRole('manager', 'manager')).toBe(true);
  expect(hasRole('rep', 'manager') || hasRole('manager', 'admin')).toBe(false);
});

test.each([
  [rep, 'rep', 'yes'],
  [rep, 'manager', 'manager'],
  [rep, 'admin', 'admin'],
  [manager, 'manager', 'yes'],
  [manager, 'admin', 'admin'],
  [admin, 'admin', 'yes'],
  [left, 'rep', 'admin'],
] as const)('mayRunCommand decides by the role needed (case %#)', (person, needed, answer) => {
  expect(said(mayRunCommand(person, needed))).toBe(answer);
});

test.each([
  [rep, mine, 'yes'],
  [mate, mine, 'yes'],
  [west, mine, 'manager'],
  [westManager, mine, 'manager'],
  [west, nobodys, 'yes'],
  [admin, mine, 'yes'],
  [{ ...rep, teamId: 'west' }, mine, 'yes'],
  [left, mine, 'admin'],
] as const)('maySee decides by team (case %#)', (person, record, answer) => {
  expect(said(maySee(person, record))).toBe(answer);
});

test.each([
  [rep, mine, 'yes'],
  [mate, mine, 'owner'],
  [manager, mine, 'yes'],
  [westManager, mine, 'owner'],
  [admin, mine, 'yes'],
  [rep, pooled, 'manager'],
  [manager, pooled, 'yes'],
  [westManager, pooled, 'manager'],
  [manager, nobodys, 'admin'],
  [{ ...manager, teamId: null }, nobodys, 'admin'],
  [admin, nobodys, 'yes'],
  [left, mine, 'admin'],
] as const)('mayChange decides by owner, team and role (case %#)', (person, record, answer) => {
  expect(said(mayChange(person, record))).toBe(answer);
});

describe('mayAssign', () => {
  test.each([
    [manager, mine, mate, 'yes'],
    [manager, nobodys, mate, 'yes'],
    [manager, mine, west, 'admin'],
    [manager, { ownerId: 'west', teamId: 'west' }, mate, 'admin'],
    [admin, mine, west, 'yes'],
    [rep, mine, mate, 'yes'],
    [rep, mine, west, 'manager'],
    [mate, mine, mate, 'manager'],
    [{ ...rep, teamId: null }, mine, { ...mate, teamId: null }, 'manager'],
    [left, mine, mate, 'admin'],
    [admin, mine, left, 'admin'],
  ] as const)('decides by owner, team and receiver (case %#)', (person, record, to, answer) => {
    expect(said(mayAssign(person, record, to))).toBe(answer);
  });
});

test.each([
  [manager, 'east', 'yes'],
  [manager, 'west', 'manager'],
  [manager, null, 'admin'],
  [{ ...manager, teamId: null }, null, 'admin'],
  [rep, 'east', 'manager'],
  [admin, null, 'yes'],
  [{ ...admin, active: false }, 'east', 'admin'],
] as const)('mayPostReport decides by team and role (case %#)', (person, teamId, answer) => {
  expect(said(mayPostReport(person, teamId))).toBe(answer);
});

test.each([
  [manager, rep, 'viewer', 'yes'],
  [manager, rep, 'manager', 'admin'],
  [manager, rep, 'admin', 'admin'],
  [manager, west, 'rep', 'admin'],
  [manager, { ...admin, teamId: 'east' }, 'rep', 'admin'],
  [admin, west, 'admin', 'yes'],
  [rep, mate, 'rep', 'manager'],
  [left, mate, 'rep', 'admin'],
] as const)('mayGiveRole decides by team and both roles (case %#)', (person, to, role, answer) => {
  expect(said(mayGiveRole(person, to, role))).toBe(answer);
});

describe('people who read the same card', () => {
  const seeing = (of: Actor, sight: Partial<Visibility>): Actor => {
    const teams = new Set(of.teamId ? [of.teamId] : []);
    return { ...of, sight: { scope: 'team', amount: 'all', phone: 'all', teams, ...sight } };
  };
  const eastRecord = { ownerId: 'mate', teamId: 'east' };
  const head = seeing(manager, { scope: 'below', teams: new Set(['east', 'west']) });
  const chief = seeing(admin, { scope: 'all' });

  test('of one team, with those above it, see what the team may see', () => {
    const all = leastOf([seeing(rep, {}), head, chief]);
    expect(maySee(all, eastRecord).ok).toBe(true);
    expect(maySee(all, { ownerId: 'west', teamId: 'west' }).ok).toBe(false);
    expect(seesLessThan(all, seeing(rep, {}))).toBe(false);
  });

  test('of two teams see records of neither, but those of no team', () => {
    const both = leastOf([seeing(rep, {}), seeing(west, {})]);
    expect(maySee(both, eastRecord).ok).toBe(false);
    expect(maySee(both, { ownerId: 'x', teamId: null }).ok).toBe(true);
    expect(seesLessThan(both, seeing(rep, {}))).toBe(true);
  });

  test('see no value that one of them may not see, nor what one sees of their own records alone', () => {
    const shy = leastOf([seeing(rep, { amount: 'own' }), seeing(mate, { phone: 'none' })]);
    expect(showsValue(shy, 'amount', mine)).toBe(false);
    expect(showsValue(shy, 'phone', mine)).toBe(false);
    expect(seesLessThan(shy, seeing(rep, {}))).toBe(true);
  });

  test('see nothing if one of them has left the company, or nobody is known', () => {
    for (const nobody of [leastOf([rep, left]), leastOf([])]) {
      expect(seesNothing(nobody)).toBe(true);
      expect(maySee(nobody, { ownerId: null, teamId: null }).ok).toBe(false);
      expect(maySee(nobody, pooled).ok).toBe(false);
    }
  });
});
