CREATE TABLE "source_costs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"source" text collate "C" NOT NULL,
	"month" text collate "C" NOT NULL,
	"amount" bigint NOT NULL,
	"set_by" text collate "C" NOT NULL,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "step" text collate "C";--> statement-breakpoint
ALTER TABLE "source_costs" ADD CONSTRAINT "source_costs_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "source_costs_one" ON "source_costs" USING btree ("month","source");