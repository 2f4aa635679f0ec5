CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`title` text,
	`phone` text,
	`email` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contacts_customer` ON `contacts` (`customer_id`);--> statement-breakpoint
CREATE INDEX `contacts_phone` ON `contacts` (`phone`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `customer_names` (
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`customer_id` text NOT NULL,
	PRIMARY KEY(`key`, `kind`, `customer_id`)
);
--> statement-breakpoint
CREATE INDEX `customer_names_customer` ON `customer_names` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`name` text NOT NULL,
	`owner_id` text,
	`team_id` text,
	`region` text,
	`industry` text,
	`tags` text NOT NULL,
	`facts` text NOT NULL,
	`merged_into` text,
	`last_follow_up_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_no_unique` ON `customers` (`no`);--> statement-breakpoint
CREATE INDEX `customers_owner` ON `customers` (`owner_id`);--> statement-breakpoint
CREATE TABLE `deal_versions` (
	`deal_id` text NOT NULL,
	`version` integer NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer NOT NULL,
	`owner_id` text,
	`team_id` text,
	`status` text NOT NULL,
	`stage` text NOT NULL,
	`stage_since` integer NOT NULL,
	`amount` integer,
	`close_date` text,
	PRIMARY KEY(`deal_id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `deal_versions_valid` ON `deal_versions` (`status`,`valid_to`,`valid_from`,`team_id`,`stage`,`amount`);--> statement-breakpoint
CREATE TABLE `deals` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`owner_id` text,
	`team_id` text,
	`status` text NOT NULL,
	`stage` text NOT NULL,
	`stage_since` integer NOT NULL,
	`amount` integer,
	`close_date` text,
	`closed_at` integer,
	`loss_reason` text,
	`loss_stage` text,
	`product` text,
	`tags` text NOT NULL,
	`facts` text NOT NULL,
	`last_follow_up_at` integer,
	`stall_at` integer,
	`stall_alerted_at` integer,
	`escalate_at` integer,
	`process_version` integer NOT NULL,
	`import_key` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deals_no_unique` ON `deals` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `deals_import_key_unique` ON `deals` (`import_key`);--> statement-breakpoint
CREATE INDEX `deals_customer` ON `deals` (`customer_id`);--> statement-breakpoint
CREATE INDEX `deals_owner` ON `deals` (`owner_id`,`status`);--> statement-breakpoint
CREATE INDEX `deals_stall` ON `deals` (`stall_at`);--> statement-breakpoint
CREATE INDEX `deals_escalate` ON `deals` (`escalate_at`);--> statement-breakpoint
CREATE INDEX `deals_closed` ON `deals` (`closed_at`);--> statement-breakpoint
CREATE INDEX `deals_created` ON `deals` (`created_at`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`person_id` text NOT NULL,
	`place_id` text NOT NULL,
	`draft` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place_id`)
);
--> statement-breakpoint
CREATE INDEX `drafts_at` ON `drafts` (`at`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`act_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`record_type` text NOT NULL,
	`record_id` text NOT NULL,
	`before` text,
	`after` text,
	`words` text,
	`origin` text NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `events_record` ON `events` (`record_type`,`record_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_act` ON `events` (`act_id`);--> statement-breakpoint
CREATE INDEX `events_person` ON `events` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`deal_id` text,
	`lead_id` text,
	`contact_id` text,
	`person_id` text NOT NULL,
	`team_id` text,
	`channel` text NOT NULL,
	`words` text NOT NULL,
	`facts` text NOT NULL,
	`at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`undone` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `follow_ups_customer` ON `follow_ups` (`customer_id`,`at`);--> statement-breakpoint
CREATE INDEX `follow_ups_deal` ON `follow_ups` (`deal_id`,`at`);--> statement-breakpoint
CREATE INDEX `follow_ups_at` ON `follow_ups` (`at`);--> statement-breakpoint
CREATE INDEX `follow_ups_person` ON `follow_ups` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`platform` text NOT NULL,
	`external_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`platform`, `external_id`)
);
--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`platform` text NOT NULL,
	`event_id` text NOT NULL,
	`answer` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`platform`, `event_id`)
);
--> statement-breakpoint
CREATE INDEX `inbox_at` ON `inbox` (`at`);--> statement-breakpoint
CREATE TABLE `job_slots` (
	`job` text NOT NULL,
	`scope` text NOT NULL,
	`slot_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`late_minutes` integer NOT NULL,
	`counts` text,
	`error` text,
	PRIMARY KEY(`job`, `scope`)
);
--> statement-breakpoint
CREATE TABLE `leads` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`customer_id` text NOT NULL,
	`contact_id` text,
	`owner_id` text,
	`team_id` text,
	`status` text NOT NULL,
	`source` text,
	`region` text,
	`tags` text NOT NULL,
	`note` text NOT NULL,
	`respond_by` integer,
	`respond_alerts` integer NOT NULL,
	`responded_at` integer,
	`pool_at` integer,
	`pool_warned_at` integer,
	`deal_id` text,
	`last_follow_up_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leads_no_unique` ON `leads` (`no`);--> statement-breakpoint
CREATE INDEX `leads_customer` ON `leads` (`customer_id`);--> statement-breakpoint
CREATE INDEX `leads_owner` ON `leads` (`owner_id`,`status`);--> statement-breakpoint
CREATE INDEX `leads_status` ON `leads` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `leads_respond` ON `leads` (`respond_by`);--> statement-breakpoint
CREATE INDEX `leads_pool` ON `leads` (`pool_at`);--> statement-breakpoint
CREATE INDEX `leads_created` ON `leads` (`created_at`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`place_id` text NOT NULL,
	`locale` text NOT NULL,
	`card` text NOT NULL,
	`mention` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`not_before` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedupe_key_unique` ON `outbox` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`status`,`not_before`);--> statement-breakpoint
CREATE INDEX `outbox_place` ON `outbox` (`place_id`,`status`,`sent_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`team_id` text,
	`email` text,
	`locale` text,
	`time_zone` text,
	`active` integer NOT NULL,
	`muted_until` integer,
	`last_assigned_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `people_team` ON `people` (`team_id`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`external_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`team_id` text,
	`person_id` text,
	`posts` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_external` ON `places` (`platform`,`external_id`);--> statement-breakpoint
CREATE INDEX `places_team` ON `places` (`team_id`);--> statement-breakpoint
CREATE INDEX `places_person` ON `places` (`person_id`);--> statement-breakpoint
CREATE TABLE `posted_cards` (
	`platform` text NOT NULL,
	`place_external_id` text NOT NULL,
	`message_id` text NOT NULL,
	`card_key` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`platform`, `place_external_id`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `posted_cards_key` ON `posted_cards` (`card_key`,`at`);--> statement-breakpoint
CREATE INDEX `posted_cards_at` ON `posted_cards` (`at`);--> statement-breakpoint
CREATE TABLE `process_versions` (
	`version` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`yaml` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `process_versions_hash_unique` ON `process_versions` (`hash`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`customer_id` text NOT NULL,
	`deal_id` text,
	`lead_id` text,
	`owner_id` text NOT NULL,
	`team_id` text,
	`title` text NOT NULL,
	`due_date` text NOT NULL,
	`due_time` text,
	`due_at` integer NOT NULL,
	`status` text NOT NULL,
	`done_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_no_unique` ON `tasks` (`no`);--> statement-breakpoint
CREATE INDEX `tasks_owner` ON `tasks` (`owner_id`,`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `tasks_customer` ON `tasks` (`customer_id`,`status`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`manager_id` text,
	`time_zone` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name_unique` ON `teams` (`name`);