import type { Tables } from './pg-tables.js';

type Row<K extends keyof Tables> = Tables[K]['$inferSelect'];

export type Team = Row<'teams'>;
export type Person = Row<'people'>;
export type Identity = Row<'identities'>;
export type Place = Row<'places'>;
export type Customer = Row<'customers'>;
export type CustomerName = Row<'customerNames'>;
export type Contact = Row<'contacts'>;
export type Lead = Row<'leads'>;
export type Deal = Row<'deals'>;
export type DealVersion = Row<'dealVersions'>;
export type FollowUp = Row<'followUps'>;
export type Task = Row<'tasks'>;
export type Dispute = Row<'disputes'>;
export type Target = Row<'targets'>;
export type ProcessVersion = Row<'processVersions'>;
export type Event = Row<'events'>;
export type InboxRow = Row<'inbox'>;
export type OutboxRow = Row<'outbox'>;
export type PostedCard = Row<'postedCards'>;
export type DraftRow = Row<'drafts'>;
export type SavedReport = Row<'savedReports'>;
export type Meeting = Row<'meetings'>;
export type JobSlot = Row<'jobSlots'>;
export type Lease = Row<'leases'>;
export type ModelCall = Row<'modelCalls'>;

export type Role = Person['role'];
export type Channel = FollowUp['channel'];
export type PersonLocale = NonNullable<Person['locale']>;
