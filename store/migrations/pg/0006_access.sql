CREATE TABLE "collaborators" (
	"customer_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"added_by" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "collaborators_customer_id_person_id_pk" PRIMARY KEY("customer_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "sights" (
	"person_id" text collate "C" NOT NULL,
	"record_type" text collate "C" NOT NULL,
	"record_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"owner_id" text collate "C",
	"times" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "sights_person_id_record_type_day_record_id_pk" PRIMARY KEY("person_id","record_type","day","record_id")
);
--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "parent_id" text collate "C";--> statement-breakpoint
CREATE INDEX "collaborators_person" ON "collaborators" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sights_owner" ON "sights" USING btree ("owner_id","at");--> statement-breakpoint
CREATE INDEX "sights_at" ON "sights" USING btree ("at");