CREATE TABLE "segment_sizes" (
	"segment_id" text collate "C" NOT NULL,
	"day" text collate "C" NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "segment_sizes_segment_id_day_pk" PRIMARY KEY("segment_id","day")
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"filters" json NOT NULL,
	"removed_at" bigint,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
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
ALTER TABLE "segment_sizes" ADD CONSTRAINT "segment_sizes_segment_id_segments_id_fk" FOREIGN KEY ("segment_id") REFERENCES "public"."segments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_costs" ADD CONSTRAINT "source_costs_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "segments_person" ON "segments" USING btree ("person_id","removed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "source_costs_one" ON "source_costs" USING btree ("month","source");