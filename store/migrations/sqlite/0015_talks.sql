CREATE TABLE `talks` (
	`person_id` text NOT NULL,
	`place_id` text NOT NULL,
	`question` text,
	`asked_at` integer,
	`misses` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place_id`)
);
--> statement-breakpoint
CREATE INDEX `talks_at` ON `talks` (`at`);