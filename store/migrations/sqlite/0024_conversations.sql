CREATE TABLE `__new_drafts` (
	`person_id` text NOT NULL,
	`place_id` text NOT NULL,
	`thread` text DEFAULT '' NOT NULL,
	`draft` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place_id`, `thread`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_drafts`("person_id", "place_id", "draft", "at") SELECT "person_id", "place_id", "draft", "at" FROM `drafts`;--> statement-breakpoint
DROP TABLE `drafts`;--> statement-breakpoint
ALTER TABLE `__new_drafts` RENAME TO `drafts`;--> statement-breakpoint
CREATE INDEX `drafts_at` ON `drafts` (`at`);--> statement-breakpoint
CREATE TABLE `__new_talks` (
	`person_id` text NOT NULL,
	`place_id` text NOT NULL,
	`thread` text DEFAULT '' NOT NULL,
	`question` text,
	`asked_at` integer,
	`subject` text,
	`subject_at` integer,
	`report` text,
	`report_at` integer,
	`misses` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place_id`, `thread`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_talks`("person_id", "place_id", "question", "asked_at", "misses", "at") SELECT "person_id", "place_id", "question", "asked_at", "misses", "at" FROM `talks`;--> statement-breakpoint
DROP TABLE `talks`;--> statement-breakpoint
ALTER TABLE `__new_talks` RENAME TO `talks`;--> statement-breakpoint
CREATE INDEX `talks_at` ON `talks` (`at`);