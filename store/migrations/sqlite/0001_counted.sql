DROP INDEX `events_at`;--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`at`,`undone_at`,`person_id`);--> statement-breakpoint
DROP INDEX `deals_stall`;--> statement-breakpoint
CREATE INDEX `deals_stall` ON `deals` (`stall_at`,`stall_alerted_at`,`team_id`,`owner_id`,`amount`);--> statement-breakpoint
DROP INDEX `follow_ups_at`;--> statement-breakpoint
CREATE INDEX `follow_ups_at` ON `follow_ups` (`at`,`undone`,`person_id`,`channel`,`team_id`);