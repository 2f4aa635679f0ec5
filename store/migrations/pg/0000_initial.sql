CREATE TABLE "contacts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"title" text collate "C",
	"phone" text collate "C",
	"email" text collate "C",
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_names" (
	"key" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	CONSTRAINT "customer_names_key_kind_customer_id_pk" PRIMARY KEY("key","kind","customer_id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"no" integer NOT NULL,
	"name" text collate "C" NOT NULL,
	"owner_id" text collate "C",
	"team_id" text collate "C",
	"region" text collate "C",
	"industry" text collate "C",
	"tags" json NOT NULL,
	"facts" json NOT NULL,
	"merged_into" text collate "C",
	"last_follow_up_at" bigint,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "customers_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "deal_versions" (
	"deal_id" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_to" bigint NOT NULL,
	"owner_id" text collate "C",
	"team_id" text collate "C",
	"status" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"stage_since" bigint NOT NULL,
	"amount" bigint,
	"close_date" text collate "C",
	CONSTRAINT "deal_versions_deal_id_version_pk" PRIMARY KEY("deal_id","version")
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"no" integer NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"owner_id" text collate "C",
	"team_id" text collate "C",
	"status" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"stage_since" bigint NOT NULL,
	"amount" bigint,
	"close_date" text collate "C",
	"closed_at" bigint,
	"loss_reason" text collate "C",
	"loss_stage" text collate "C",
	"product" text collate "C",
	"tags" json NOT NULL,
	"facts" json NOT NULL,
	"last_follow_up_at" bigint,
	"stall_at" bigint,
	"stall_alerted_at" bigint,
	"escalate_at" bigint,
	"process_version" integer NOT NULL,
	"import_key" text collate "C",
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "deals_no_unique" UNIQUE("no"),
	CONSTRAINT "deals_import_key_unique" UNIQUE("import_key")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"person_id" text collate "C" NOT NULL,
	"place_id" text collate "C" NOT NULL,
	"draft" json NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "drafts_person_id_place_id_pk" PRIMARY KEY("person_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"act_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"kind" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"record_type" text collate "C" NOT NULL,
	"record_id" text collate "C" NOT NULL,
	"before" json,
	"after" json,
	"words" text collate "C",
	"origin" text collate "C" NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"deal_id" text collate "C",
	"lead_id" text collate "C",
	"contact_id" text collate "C",
	"person_id" text collate "C" NOT NULL,
	"team_id" text collate "C",
	"channel" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"facts" json NOT NULL,
	"at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"undone" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"platform" text collate "C" NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "identities_platform_external_id_pk" PRIMARY KEY("platform","external_id")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"platform" text collate "C" NOT NULL,
	"event_id" text collate "C" NOT NULL,
	"answer" json,
	"at" bigint NOT NULL,
	CONSTRAINT "inbox_platform_event_id_pk" PRIMARY KEY("platform","event_id")
);
--> statement-breakpoint
CREATE TABLE "job_slots" (
	"job" text collate "C" NOT NULL,
	"scope" text collate "C" NOT NULL,
	"slot_at" bigint NOT NULL,
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"late_minutes" integer NOT NULL,
	"counts" json,
	"error" text collate "C",
	CONSTRAINT "job_slots_job_scope_pk" PRIMARY KEY("job","scope")
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"no" integer NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"contact_id" text collate "C",
	"owner_id" text collate "C",
	"team_id" text collate "C",
	"status" text collate "C" NOT NULL,
	"source" text collate "C",
	"region" text collate "C",
	"tags" json NOT NULL,
	"note" text collate "C" NOT NULL,
	"respond_by" bigint,
	"respond_alerts" integer NOT NULL,
	"responded_at" bigint,
	"pool_at" bigint,
	"pool_warned_at" bigint,
	"deal_id" text collate "C",
	"last_follow_up_at" bigint,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "leads_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"holder" text collate "C" NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"dedupe_key" text collate "C" NOT NULL,
	"place_id" text collate "C" NOT NULL,
	"locale" text collate "C" NOT NULL,
	"card" json NOT NULL,
	"mention" json NOT NULL,
	"status" text collate "C" NOT NULL,
	"attempts" integer NOT NULL,
	"not_before" bigint NOT NULL,
	"last_error" text collate "C",
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	CONSTRAINT "outbox_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"team_id" text collate "C",
	"email" text collate "C",
	"locale" text collate "C",
	"time_zone" text collate "C",
	"active" boolean NOT NULL,
	"muted_until" bigint,
	"last_assigned_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"platform" text collate "C" NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"team_id" text collate "C",
	"person_id" text collate "C",
	"posts" json NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posted_cards" (
	"platform" text collate "C" NOT NULL,
	"place_external_id" text collate "C" NOT NULL,
	"message_id" text collate "C" NOT NULL,
	"card_key" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "posted_cards_platform_place_external_id_message_id_pk" PRIMARY KEY("platform","place_external_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "process_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"hash" text collate "C" NOT NULL,
	"yaml" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "process_versions_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"value" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"no" integer NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"deal_id" text collate "C",
	"lead_id" text collate "C",
	"owner_id" text collate "C" NOT NULL,
	"team_id" text collate "C",
	"title" text collate "C" NOT NULL,
	"due_date" text collate "C" NOT NULL,
	"due_time" text collate "C",
	"due_at" bigint NOT NULL,
	"status" text collate "C" NOT NULL,
	"done_at" bigint,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "tasks_no_unique" UNIQUE("no")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"manager_id" text collate "C",
	"time_zone" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "teams_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE INDEX "contacts_customer" ON "contacts" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "contacts_phone" ON "contacts" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "customer_names_customer" ON "customer_names" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customers_owner" ON "customers" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "deal_versions_valid" ON "deal_versions" USING btree ("status","valid_to","valid_from","team_id","stage","amount");--> statement-breakpoint
CREATE INDEX "deals_customer" ON "deals" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "deals_owner" ON "deals" USING btree ("owner_id","status");--> statement-breakpoint
CREATE INDEX "deals_stall" ON "deals" USING btree ("stall_at");--> statement-breakpoint
CREATE INDEX "deals_escalate" ON "deals" USING btree ("escalate_at");--> statement-breakpoint
CREATE INDEX "deals_closed" ON "deals" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "deals_created" ON "deals" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "drafts_at" ON "drafts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "events_record" ON "events" USING btree ("record_type","record_id","at");--> statement-breakpoint
CREATE INDEX "events_act" ON "events" USING btree ("act_id");--> statement-breakpoint
CREATE INDEX "events_person" ON "events" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "follow_ups_customer" ON "follow_ups" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "follow_ups_deal" ON "follow_ups" USING btree ("deal_id","at");--> statement-breakpoint
CREATE INDEX "follow_ups_at" ON "follow_ups" USING btree ("at");--> statement-breakpoint
CREATE INDEX "follow_ups_person" ON "follow_ups" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "identities_person" ON "identities" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "inbox_at" ON "inbox" USING btree ("at");--> statement-breakpoint
CREATE INDEX "leads_customer" ON "leads" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "leads_owner" ON "leads" USING btree ("owner_id","status");--> statement-breakpoint
CREATE INDEX "leads_status" ON "leads" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "leads_respond" ON "leads" USING btree ("respond_by");--> statement-breakpoint
CREATE INDEX "leads_pool" ON "leads" USING btree ("pool_at");--> statement-breakpoint
CREATE INDEX "leads_created" ON "leads" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("status","not_before");--> statement-breakpoint
CREATE INDEX "outbox_place" ON "outbox" USING btree ("place_id","status","sent_at");--> statement-breakpoint
CREATE INDEX "people_team" ON "people" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "places_external" ON "places" USING btree ("platform","external_id");--> statement-breakpoint
CREATE INDEX "places_team" ON "places" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "places_person" ON "places" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "posted_cards_key" ON "posted_cards" USING btree ("card_key","at");--> statement-breakpoint
CREATE INDEX "posted_cards_at" ON "posted_cards" USING btree ("at");--> statement-breakpoint
CREATE INDEX "tasks_owner" ON "tasks" USING btree ("owner_id","status","due_at");--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("status","due_at");--> statement-breakpoint
CREATE INDEX "tasks_customer" ON "tasks" USING btree ("customer_id","status");