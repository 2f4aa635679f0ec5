CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`team_id` text,
	`owner_id` text,
	`raised_by` text NOT NULL,
	`reason` text NOT NULL,
	`contact` text,
	`phone` text,
	`email` text,
	`status` text NOT NULL,
	`decided_by` text,
	`verdict` text,
	`decided_at` integer,
	`remind_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `disputes_customer` ON `disputes` (`customer_id`,`status`);--> statement-breakpoint
CREATE INDEX `disputes_remind` ON `disputes` (`status`,`remind_at`);--> statement-breakpoint
CREATE TABLE `pool_views` (
	`person_id` text NOT NULL,
	`day` text NOT NULL,
	`record_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `day`, `record_id`)
);
--> statement-breakpoint
CREATE INDEX `pool_views_record` ON `pool_views` (`record_id`,`at`);--> statement-breakpoint
CREATE INDEX `pool_views_at` ON `pool_views` (`at`);--> statement-breakpoint
ALTER TABLE `customers` ADD `grade` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `contract_end` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `pool_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `pool_warned_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `pooled_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `offered_to` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `offer_until` integer;--> statement-breakpoint
CREATE INDEX `customers_pool` ON `customers` (`pool_at`,`owner_id`);--> statement-breakpoint
CREATE INDEX `customers_pooled` ON `customers` (`pooled_at`);--> statement-breakpoint
CREATE INDEX `customers_offer` ON `customers` (`offer_until`);--> statement-breakpoint
ALTER TABLE `leads` ADD `offered_to` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `offer_until` integer;--> statement-breakpoint
CREATE INDEX `leads_offer` ON `leads` (`offer_until`);--> statement-breakpoint
CREATE INDEX `contacts_email` ON `contacts` (`email`);