DROP INDEX "events_at";--> statement-breakpoint
DROP INDEX "deals_stall";--> statement-breakpoint
DROP INDEX "follow_ups_at";--> statement-breakpoint
CREATE INDEX "events_kind" ON "events" USING btree ("kind","at","undone_at","person_id");--> statement-breakpoint
CREATE INDEX "deals_stall" ON "deals" USING btree ("stall_at","stall_alerted_at","team_id","owner_id","amount");--> statement-breakpoint
CREATE INDEX "follow_ups_at" ON "follow_ups" USING btree ("at","undone","person_id","channel","team_id");