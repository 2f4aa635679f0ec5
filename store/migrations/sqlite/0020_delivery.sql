CREATE TABLE `unreached` (
	`dedupe_key` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`card` text NOT NULL,
	`at` integer NOT NULL,
	`reported_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `unreached_person` ON `unreached` (`person_id`);--> statement-breakpoint
CREATE INDEX `unreached_at` ON `unreached` (`at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_inbox` (
	`platform` text NOT NULL,
	`event_id` text NOT NULL,
	`answer` text,
	`at` integer NOT NULL,
	`state` text DEFAULT 'done' NOT NULL,
	`incoming` text,
	`turn` text,
	`holder` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer,
	PRIMARY KEY(`platform`, `event_id`),
	CONSTRAINT "inbox_state_check" CHECK("state" in ('received', 'done'))
);
--> statement-breakpoint
INSERT INTO `__new_inbox`("platform", "event_id", "answer", "at") SELECT "platform", "event_id", "answer", "at" FROM `inbox`;--> statement-breakpoint
DROP TABLE `inbox`;--> statement-breakpoint
ALTER TABLE `__new_inbox` RENAME TO `inbox`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `inbox_at` ON `inbox` (`at`);--> statement-breakpoint
CREATE INDEX `inbox_open` ON `inbox` (`turn`) WHERE "turn" is not null;--> statement-breakpoint
ALTER TABLE `outbox` ADD `refusals` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `tried_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `reported_at` integer;