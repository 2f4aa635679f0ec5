CREATE TABLE "targets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"scope" text collate "C" NOT NULL,
	"owner_id" text collate "C" NOT NULL,
	"month" text collate "C" NOT NULL,
	"metric" text collate "C" NOT NULL,
	"value" bigint NOT NULL,
	"stretch" bigint,
	"set_by" text collate "C" NOT NULL,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "targets_one" ON "targets" USING btree ("month","scope","owner_id","metric");--> statement-breakpoint
CREATE INDEX "targets_owner" ON "targets" USING btree ("owner_id");