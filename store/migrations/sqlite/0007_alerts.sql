CREATE TABLE `alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`rule` text NOT NULL,
	`mode` text NOT NULL,
	`record_type` text NOT NULL,
	`record_id` text NOT NULL,
	`person_id` text,
	`team_id` text,
	`value` integer,
	`why` text NOT NULL,
	`sent` text NOT NULL,
	`digested_at` integer,
	`at` integer NOT NULL,
	`judge_at` integer,
	`acted_at` integer,
	`judged_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_dedupe_key_unique` ON `alerts` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `alerts_rule` ON `alerts` (`rule`,`at`);--> statement-breakpoint
CREATE INDEX `alerts_at` ON `alerts` (`at`);--> statement-breakpoint
CREATE INDEX `alerts_person` ON `alerts` (`person_id`,`sent`,`at`);--> statement-breakpoint
CREATE INDEX `alerts_judge` ON `alerts` (`judge_at`);--> statement-breakpoint
ALTER TABLE `customers` ADD `silent_at` integer;--> statement-breakpoint
CREATE INDEX `customers_silent` ON `customers` (`silent_at`);--> statement-breakpoint
ALTER TABLE `people` ADD `digest_only` integer DEFAULT false NOT NULL;