import { roles } from '../../kernel/command/roles.js';
import { locales } from '../../texts/languages.js';
import type { Column, Kit } from '../kit/kit.js';

/** People, their teams, who they are on each platform, and the places where they talk. */
export function declarePeople(k: Kit) {
  const teams = k.table('teams', {
    id: k.id(),
    name: k.text().notNull().unique(),
    managerId: k.ref((): Column => people.id),
    /** The team it belongs to; whoever manages that one manages it too. */
    parentId: k.ref((): Column => teams.id),
    timeZone: k.text().notNull(),
    createdAt: k.at().notNull(),
  });

  const people = k.table(
    'people',
    {
      id: k.id(),
      name: k.text().notNull(),
      role: k.oneOf(...roles).notNull(),
      teamId: k.ref(() => teams.id),
      /** Who writes on another platform with the same address is the same person. */
      email: k.text(),
      locale: k.oneOf(...locales),
      timeZone: k.text(),
      active: k.bool().notNull(),
      /** Alerts are held back until then. */
      mutedUntil: k.at(),
      /** All alerts come as one list a day. */
      digestOnly: k.bool().notNull().default(false),
      /** All notices that can wait come as one list at this hour (HH:MM, local); null: each at once. */
      digestAt: k.text(),
      /** On leave from then until then. */
      awayFrom: k.at(),
      awayUntil: k.at(),
      /** Who decides for them meanwhile. */
      deputyId: k.ref((): Column => people.id),
      /** When the last lead was handed to them; equal claims go to who waited longest. */
      lastAssignedAt: k.at(),
      /** How far the leads handed to them are behind their share, in millionths of a lead. */
      leadCredit: k.int().notNull().default(0),
      createdAt: k.at().notNull(),
    },
    (t) => [k.index('people_team').on(t.teamId), k.uniqueIndex('people_email').on(k.lower(t.email))],
  );

  const identities = k.table(
    'identities',
    {
      platform: k.text().notNull(),
      externalId: k.text().notNull(),
      personId: k.ref(() => people.id, 'cascade').notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [k.primaryKey(t.platform, t.externalId), k.index('identities_person').on(t.personId)],
  );

  const places = k.table(
    'places',
    {
      id: k.id(),
      platform: k.text().notNull(),
      externalId: k.text().notNull(),
      kind: k.oneOf('group', 'private').notNull(),
      name: k.text().notNull(),
      teamId: k.ref(() => teams.id),
      /** The person of a private place. */
      personId: k.ref(() => people.id),
      /** The language that was chosen for the place; null: that of most of its people. */
      locale: k.oneOf(...locales),
      /** What is posted there: 'report', 'stall', 'lead', 'pool'. */
      posts: k.json<string[]>().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.uniqueIndex('places_external').on(t.platform, t.externalId),
      k.index('places_team').on(t.teamId),
      k.index('places_person').on(t.personId),
    ],
  );

  /** Who is in a group, as its platform told it last, or as far as people have spoken there. */
  const placeMembers = k.table('place_members', {
    placeId: k
      .ref(() => places.id, 'cascade')
      .notNull()
      .primaryKey(),
    /** Platform ids of the people in it; of those who have spoken there, where the platform lists nobody. */
    ids: k.json<string[]>().notNull(),
    /** Whether a guest or somebody of another company is in it. */
    hasOutsiders: k.bool().notNull(),
    /** When the platform listed them. */
    listedAt: k.at(),
    /** When the platform was asked last. */
    askedAt: k.at(),
    /** Why nobody knows who is in it now. */
    trouble: k.text(),
    /** When the group was told last that something is kept from it. */
    toldAt: k.at(),
  });

  return { teams, people, identities, places, placeMembers };
}
