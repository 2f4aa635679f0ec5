CREATE TABLE `place_members` (
	`place_id` text PRIMARY KEY NOT NULL,
	`ids` text NOT NULL,
	`has_outsiders` integer NOT NULL,
	`listed_at` integer,
	`asked_at` integer,
	`trouble` text,
	`told_at` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "place_members_has_outsiders_check" CHECK("has_outsiders" in (0, 1))
);
