CREATE TABLE `model_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`act_id` text NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`record` text,
	`host` text NOT NULL,
	`model` text NOT NULL,
	`messages` text NOT NULL,
	`outcome` text NOT NULL,
	`fault` text,
	`answer` text,
	`tokens_in` integer,
	`tokens_out` integer,
	`ms` integer,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `model_calls_no_unique` ON `model_calls` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `model_calls_act_id_unique` ON `model_calls` (`act_id`);--> statement-breakpoint
CREATE INDEX `model_calls_at` ON `model_calls` (`at`);--> statement-breakpoint
CREATE INDEX `model_calls_person` ON `model_calls` (`person_id`,`at`);