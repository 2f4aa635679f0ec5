CREATE TABLE "disputes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"team_id" text collate "C",
	"owner_id" text collate "C",
	"raised_by" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"contact" text collate "C",
	"phone" text collate "C",
	"email" text collate "C",
	"status" text collate "C" NOT NULL,
	"decided_by" text collate "C",
	"verdict" text collate "C",
	"decided_at" bigint,
	"remind_at" bigint,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pool_views" (
	"person_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"record_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "pool_views_person_id_day_record_id_pk" PRIMARY KEY("person_id","day","record_id")
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "grade" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "contract_end" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "pool_at" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "pool_warned_at" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "pooled_at" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "offered_to" text collate "C";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "offer_until" bigint;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "offered_to" text collate "C";--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "offer_until" bigint;--> statement-breakpoint
CREATE INDEX "disputes_customer" ON "disputes" USING btree ("customer_id","status");--> statement-breakpoint
CREATE INDEX "disputes_remind" ON "disputes" USING btree ("status","remind_at");--> statement-breakpoint
CREATE INDEX "pool_views_record" ON "pool_views" USING btree ("record_id","at");--> statement-breakpoint
CREATE INDEX "pool_views_at" ON "pool_views" USING btree ("at");--> statement-breakpoint
CREATE INDEX "contacts_email" ON "contacts" USING btree ("email");--> statement-breakpoint
CREATE INDEX "customers_pool" ON "customers" USING btree ("pool_at","owner_id");--> statement-breakpoint
CREATE INDEX "customers_pooled" ON "customers" USING btree ("pooled_at");--> statement-breakpoint
CREATE INDEX "customers_offer" ON "customers" USING btree ("offer_until");--> statement-breakpoint
CREATE INDEX "leads_offer" ON "leads" USING btree ("offer_until");