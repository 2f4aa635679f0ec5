CREATE TABLE `sandbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`place_external_id` text NOT NULL,
	`turn` text NOT NULL,
	`message` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sandbox_messages_place` ON `sandbox_messages` (`place_external_id`,`turn`);