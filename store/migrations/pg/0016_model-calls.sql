CREATE TABLE "model_calls" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"no" integer NOT NULL,
	"act_id" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"record" text collate "C",
	"host" text collate "C" NOT NULL,
	"model" text collate "C" NOT NULL,
	"messages" json NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"fault" text collate "C",
	"answer" text collate "C",
	"tokens_in" integer,
	"tokens_out" integer,
	"ms" integer,
	"at" bigint NOT NULL,
	CONSTRAINT "model_calls_no_unique" UNIQUE("no"),
	CONSTRAINT "model_calls_act_id_unique" UNIQUE("act_id")
);
--> statement-breakpoint
CREATE INDEX "model_calls_at" ON "model_calls" USING btree ("at");--> statement-breakpoint
CREATE INDEX "model_calls_person" ON "model_calls" USING btree ("person_id","at");