PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_customers` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`name` text NOT NULL,
	`owner_id` text,
	`team_id` text,
	`region` text,
	`industry` text,
	`tags` text NOT NULL,
	`facts` text NOT NULL,
	`merged_into` text,
	`grade` text,
	`contract_end` text,
	`last_follow_up_at` integer,
	`silent_at` integer,
	`pool_at` integer,
	`pool_warned_at` integer,
	`pooled_at` integer,
	`offered_to` text,
	`offer_until` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_to`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_customers`("id", "no", "name", "owner_id", "team_id", "region", "industry", "tags", "facts", "merged_into", "grade", "contract_end", "last_follow_up_at", "silent_at", "pool_at", "pool_warned_at", "pooled_at", "offered_to", "offer_until", "version", "created_at") SELECT "id", "no", "name", "owner_id", "team_id", "region", "industry", "tags", "facts", "merged_into", "grade", "contract_end", "last_follow_up_at", "silent_at", "pool_at", "pool_warned_at", "pooled_at", "offered_to", "offer_until", "version", "created_at" FROM `customers`;--> statement-breakpoint
DROP TABLE `customers`;--> statement-breakpoint
ALTER TABLE `__new_customers` RENAME TO `customers`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `customers_no_unique` ON `customers` (`no`);--> statement-breakpoint
CREATE INDEX `customers_owner` ON `customers` (`owner_id`);--> statement-breakpoint
CREATE INDEX `customers_pool` ON `customers` (`pool_at`,`owner_id`);--> statement-breakpoint
CREATE INDEX `customers_pooled` ON `customers` (`pooled_at`);--> statement-breakpoint
CREATE INDEX `customers_offer` ON `customers` (`offer_until`);--> statement-breakpoint
CREATE INDEX `customers_silent` ON `customers` (`silent_at`);--> statement-breakpoint
CREATE INDEX `customers_merged` ON `customers` (`merged_into`) WHERE "merged_into" is not null;--> statement-breakpoint
CREATE TABLE `__new_follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`deal_id` text,
	`lead_id` text,
	`contact_id` text,
	`person_id` text NOT NULL,
	`team_id` text,
	`channel` text NOT NULL,
	`words` text NOT NULL,
	`facts` text NOT NULL,
	`at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`undone` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "follow_ups_channel_check" CHECK("channel" in ('call', 'visit', 'wechat', 'email', 'meeting', 'other')),
	CONSTRAINT "follow_ups_undone_check" CHECK("undone" in (0, 1))
);
--> statement-breakpoint
INSERT INTO `__new_follow_ups`("id", "customer_id", "deal_id", "lead_id", "contact_id", "person_id", "team_id", "channel", "words", "facts", "at", "created_at", "undone") SELECT "id", "customer_id", "deal_id", "lead_id", "contact_id", "person_id", "team_id", "channel", "words", "facts", "at", "created_at", "undone" FROM `follow_ups`;--> statement-breakpoint
DROP TABLE `follow_ups`;--> statement-breakpoint
ALTER TABLE `__new_follow_ups` RENAME TO `follow_ups`;--> statement-breakpoint
CREATE INDEX `follow_ups_customer` ON `follow_ups` (`customer_id`,`at`);--> statement-breakpoint
CREATE INDEX `follow_ups_deal` ON `follow_ups` (`deal_id`,`at`);--> statement-breakpoint
CREATE INDEX `follow_ups_at` ON `follow_ups` (`at`,`undone`,`person_id`,`channel`,`team_id`);--> statement-breakpoint
CREATE INDEX `follow_ups_person` ON `follow_ups` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `follow_ups_lead` ON `follow_ups` (`lead_id`) WHERE "lead_id" is not null;--> statement-breakpoint
CREATE INDEX `follow_ups_contact` ON `follow_ups` (`contact_id`) WHERE "contact_id" is not null;--> statement-breakpoint
CREATE TABLE `__new_leads` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`customer_id` text NOT NULL,
	`contact_id` text,
	`owner_id` text,
	`team_id` text,
	`status` text NOT NULL,
	`source` text,
	`region` text,
	`tags` text NOT NULL,
	`note` text NOT NULL,
	`amount` integer,
	`respond_by` integer,
	`respond_alerts` integer NOT NULL,
	`responded_at` integer,
	`pool_at` integer,
	`pool_warned_at` integer,
	`offered_to` text,
	`offer_until` integer,
	`deal_id` text,
	`last_follow_up_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_to`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "leads_status_check" CHECK("status" in ('open', 'pool', 'converted', 'dropped'))
);
--> statement-breakpoint
INSERT INTO `__new_leads`("id", "no", "customer_id", "contact_id", "owner_id", "team_id", "status", "source", "region", "tags", "note", "amount", "respond_by", "respond_alerts", "responded_at", "pool_at", "pool_warned_at", "offered_to", "offer_until", "deal_id", "last_follow_up_at", "version", "created_at") SELECT "id", "no", "customer_id", "contact_id", "owner_id", "team_id", "status", "source", "region", "tags", "note", "amount", "respond_by", "respond_alerts", "responded_at", "pool_at", "pool_warned_at", "offered_to", "offer_until", "deal_id", "last_follow_up_at", "version", "created_at" FROM `leads`;--> statement-breakpoint
DROP TABLE `leads`;--> statement-breakpoint
ALTER TABLE `__new_leads` RENAME TO `leads`;--> statement-breakpoint
CREATE UNIQUE INDEX `leads_no_unique` ON `leads` (`no`);--> statement-breakpoint
CREATE INDEX `leads_customer` ON `leads` (`customer_id`);--> statement-breakpoint
CREATE INDEX `leads_owner` ON `leads` (`owner_id`,`status`);--> statement-breakpoint
CREATE INDEX `leads_status` ON `leads` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `leads_respond` ON `leads` (`respond_by`);--> statement-breakpoint
CREATE INDEX `leads_pool` ON `leads` (`pool_at`);--> statement-breakpoint
CREATE INDEX `leads_created` ON `leads` (`created_at`);--> statement-breakpoint
CREATE INDEX `leads_offer` ON `leads` (`offer_until`);--> statement-breakpoint
CREATE INDEX `leads_contact` ON `leads` (`contact_id`) WHERE "contact_id" is not null;--> statement-breakpoint
CREATE INDEX `leads_deal` ON `leads` (`deal_id`) WHERE "deal_id" is not null;--> statement-breakpoint
CREATE TABLE `__new_learnt_names` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`key` text NOT NULL,
	`words` text NOT NULL,
	`customer_id` text NOT NULL,
	`contact_id` text,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_learnt_names`("id", "team_id", "key", "words", "customer_id", "contact_id", "person_id", "created_at") SELECT "id", "team_id", "key", "words", "customer_id", "contact_id", "person_id", "created_at" FROM `learnt_names`;--> statement-breakpoint
DROP TABLE `learnt_names`;--> statement-breakpoint
ALTER TABLE `__new_learnt_names` RENAME TO `learnt_names`;--> statement-breakpoint
CREATE INDEX `learnt_names_team` ON `learnt_names` (`team_id`,`key`);--> statement-breakpoint
CREATE INDEX `learnt_names_customer` ON `learnt_names` (`customer_id`);--> statement-breakpoint
CREATE INDEX `learnt_names_contact` ON `learnt_names` (`contact_id`) WHERE "contact_id" is not null;--> statement-breakpoint
CREATE TABLE `__new_people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`team_id` text,
	`email` text,
	`locale` text,
	`time_zone` text,
	`active` integer NOT NULL,
	`muted_until` integer,
	`digest_only` integer DEFAULT false NOT NULL,
	`away_from` integer,
	`away_until` integer,
	`deputy_id` text,
	`last_assigned_at` integer,
	`lead_credit` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "people_role_check" CHECK("role" in ('viewer', 'rep', 'manager', 'admin')),
	CONSTRAINT "people_locale_check" CHECK("locale" in ('zh', 'en')),
	CONSTRAINT "people_active_check" CHECK("active" in (0, 1)),
	CONSTRAINT "people_digest_only_check" CHECK("digest_only" in (0, 1))
);
--> statement-breakpoint
INSERT INTO `__new_people`("id", "name", "role", "team_id", "email", "locale", "time_zone", "active", "muted_until", "digest_only", "away_from", "away_until", "deputy_id", "last_assigned_at", "lead_credit", "created_at") SELECT "id", "name", "role", "team_id", "email", "locale", "time_zone", "active", "muted_until", "digest_only", "away_from", "away_until", "deputy_id", "last_assigned_at", "lead_credit", "created_at" FROM `people`;--> statement-breakpoint
DROP TABLE `people`;--> statement-breakpoint
ALTER TABLE `__new_people` RENAME TO `people`;--> statement-breakpoint
CREATE INDEX `people_team` ON `people` (`team_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (lower("email"));--> statement-breakpoint
CREATE TABLE `__new_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`customer_id` text NOT NULL,
	`deal_id` text,
	`lead_id` text,
	`owner_id` text NOT NULL,
	`team_id` text,
	`title` text NOT NULL,
	`due_date` text NOT NULL,
	`due_time` text,
	`due_at` integer NOT NULL,
	`status` text NOT NULL,
	`done_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `leads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tasks_status_check" CHECK("status" in ('open', 'done', 'dropped'))
);
--> statement-breakpoint
INSERT INTO `__new_tasks`("id", "no", "customer_id", "deal_id", "lead_id", "owner_id", "team_id", "title", "due_date", "due_time", "due_at", "status", "done_at", "version", "created_at") SELECT "id", "no", "customer_id", "deal_id", "lead_id", "owner_id", "team_id", "title", "due_date", "due_time", "due_at", "status", "done_at", "version", "created_at" FROM `tasks`;--> statement-breakpoint
DROP TABLE `tasks`;--> statement-breakpoint
ALTER TABLE `__new_tasks` RENAME TO `tasks`;--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_no_unique` ON `tasks` (`no`);--> statement-breakpoint
CREATE INDEX `tasks_owner` ON `tasks` (`owner_id`,`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`status`,`due_at`);--> statement-breakpoint
CREATE INDEX `tasks_customer` ON `tasks` (`customer_id`,`status`);--> statement-breakpoint
CREATE INDEX `tasks_deal` ON `tasks` (`deal_id`) WHERE "deal_id" is not null;--> statement-breakpoint
CREATE INDEX `tasks_lead` ON `tasks` (`lead_id`) WHERE "lead_id" is not null;--> statement-breakpoint
CREATE TABLE `__new_alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`rule` text NOT NULL,
	`mode` text NOT NULL,
	`record_type` text NOT NULL,
	`record_id` text NOT NULL,
	`person_id` text,
	`team_id` text,
	`value` integer,
	`why` text NOT NULL,
	`sent` text NOT NULL,
	`digested_at` integer,
	`at` integer NOT NULL,
	`judge_at` integer,
	`acted_at` integer,
	`judged_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "alerts_mode_check" CHECK("mode" in ('on', 'shadow')),
	CONSTRAINT "alerts_sent_check" CHECK("sent" in ('sent', 'digest', 'none'))
);
--> statement-breakpoint
INSERT INTO `__new_alerts`("id", "dedupe_key", "rule", "mode", "record_type", "record_id", "person_id", "team_id", "value", "why", "sent", "digested_at", "at", "judge_at", "acted_at", "judged_at") SELECT "id", "dedupe_key", "rule", "mode", "record_type", "record_id", "person_id", "team_id", "value", "why", "sent", "digested_at", "at", "judge_at", "acted_at", "judged_at" FROM `alerts`;--> statement-breakpoint
DROP TABLE `alerts`;--> statement-breakpoint
ALTER TABLE `__new_alerts` RENAME TO `alerts`;--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_dedupe_key_unique` ON `alerts` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `alerts_rule` ON `alerts` (`rule`,`at`);--> statement-breakpoint
CREATE INDEX `alerts_at` ON `alerts` (`at`);--> statement-breakpoint
CREATE INDEX `alerts_person` ON `alerts` (`person_id`,`sent`,`at`);--> statement-breakpoint
CREATE INDEX `alerts_judge` ON `alerts` (`judge_at`);--> statement-breakpoint
CREATE TABLE `__new_approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`deal_id` text NOT NULL,
	`team_id` text,
	`stage` text NOT NULL,
	`requested_by` text NOT NULL,
	`note` text NOT NULL,
	`status` text NOT NULL,
	`votes` text NOT NULL,
	`reason` text,
	`remind_at` integer,
	`expires_at` integer NOT NULL,
	`decided_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approvals_status_check" CHECK("status" in ('open', 'approved', 'rejected', 'expired'))
);
--> statement-breakpoint
INSERT INTO `__new_approvals`("id", "deal_id", "team_id", "stage", "requested_by", "note", "status", "votes", "reason", "remind_at", "expires_at", "decided_at", "version", "created_at") SELECT "id", "deal_id", "team_id", "stage", "requested_by", "note", "status", "votes", "reason", "remind_at", "expires_at", "decided_at", "version", "created_at" FROM `approvals`;--> statement-breakpoint
DROP TABLE `approvals`;--> statement-breakpoint
ALTER TABLE `__new_approvals` RENAME TO `approvals`;--> statement-breakpoint
CREATE INDEX `approvals_deal` ON `approvals` (`deal_id`,`status`);--> statement-breakpoint
CREATE INDEX `approvals_remind` ON `approvals` (`status`,`remind_at`);--> statement-breakpoint
CREATE INDEX `approvals_expire` ON `approvals` (`status`,`expires_at`);--> statement-breakpoint
CREATE TABLE `__new_articles` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`tags` text NOT NULL,
	`stage` text,
	`product` text,
	`competitor` text,
	`source_key` text,
	`url` text,
	`position` integer,
	`author_id` text,
	`draft_until` integer,
	`removed` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "articles_removed_check" CHECK("removed" in (0, 1))
);
--> statement-breakpoint
INSERT INTO `__new_articles`("id", "no", "title", "body", "tags", "stage", "product", "competitor", "source_key", "url", "position", "author_id", "draft_until", "removed", "version", "created_at", "updated_at") SELECT "id", "no", "title", "body", "tags", "stage", "product", "competitor", "source_key", "url", "position", "author_id", "draft_until", "removed", "version", "created_at", "updated_at" FROM `articles`;--> statement-breakpoint
DROP TABLE `articles`;--> statement-breakpoint
ALTER TABLE `__new_articles` RENAME TO `articles`;--> statement-breakpoint
CREATE UNIQUE INDEX `articles_no_unique` ON `articles` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_source_key_unique` ON `articles` (`source_key`);--> statement-breakpoint
CREATE INDEX `articles_stage` ON `articles` (`stage`);--> statement-breakpoint
CREATE INDEX `articles_competitor` ON `articles` (`competitor`);--> statement-breakpoint
CREATE INDEX `articles_draft` ON `articles` (`draft_until`);--> statement-breakpoint
CREATE TABLE `__new_customer_names` (
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`customer_id` text NOT NULL,
	PRIMARY KEY(`key`, `kind`, `customer_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "customer_names_kind_check" CHECK("kind" in ('name', 'alias', 'pinyin', 'initials', 'near'))
);
--> statement-breakpoint
INSERT INTO `__new_customer_names`("key", "kind", "customer_id") SELECT "key", "kind", "customer_id" FROM `customer_names`;--> statement-breakpoint
DROP TABLE `customer_names`;--> statement-breakpoint
ALTER TABLE `__new_customer_names` RENAME TO `customer_names`;--> statement-breakpoint
CREATE INDEX `customer_names_customer` ON `customer_names` (`customer_id`);--> statement-breakpoint
CREATE TABLE `__new_deal_forecasts` (
	`deal_id` text NOT NULL,
	`at` integer NOT NULL,
	`ever` integer NOT NULL,
	`soon` integer NOT NULL,
	`stage` integer NOT NULL,
	`called` text,
	PRIMARY KEY(`deal_id`, `at`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "deal_forecasts_called_check" CHECK("called" in ('commit', 'best', 'pipeline', 'omit'))
);
--> statement-breakpoint
INSERT INTO `__new_deal_forecasts`("deal_id", "at", "ever", "soon", "stage", "called") SELECT "deal_id", "at", "ever", "soon", "stage", "called" FROM `deal_forecasts`;--> statement-breakpoint
DROP TABLE `deal_forecasts`;--> statement-breakpoint
ALTER TABLE `__new_deal_forecasts` RENAME TO `deal_forecasts`;--> statement-breakpoint
CREATE INDEX `deal_forecasts_at` ON `deal_forecasts` (`at`);--> statement-breakpoint
CREATE TABLE `__new_deal_versions` (
	`deal_id` text NOT NULL,
	`version` integer NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer NOT NULL,
	`owner_id` text,
	`team_id` text,
	`status` text NOT NULL,
	`stage` text NOT NULL,
	`stage_since` integer NOT NULL,
	`amount` integer,
	`close_date` text,
	`called` text,
	PRIMARY KEY(`deal_id`, `version`),
	FOREIGN KEY (`deal_id`) REFERENCES `deals`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deal_versions_status_check" CHECK("status" in ('open', 'won', 'lost')),
	CONSTRAINT "deal_versions_called_check" CHECK("called" in ('commit', 'best', 'pipeline', 'omit'))
);
--> statement-breakpoint
INSERT INTO `__new_deal_versions`("deal_id", "version", "valid_from", "valid_to", "owner_id", "team_id", "status", "stage", "stage_since", "amount", "close_date", "called") SELECT "deal_id", "version", "valid_from", "valid_to", "owner_id", "team_id", "status", "stage", "stage_since", "amount", "close_date", "called" FROM `deal_versions`;--> statement-breakpoint
DROP TABLE `deal_versions`;--> statement-breakpoint
ALTER TABLE `__new_deal_versions` RENAME TO `deal_versions`;--> statement-breakpoint
CREATE INDEX `deal_versions_valid` ON `deal_versions` (`status`,`valid_to`,`valid_from`,`team_id`,`stage`,`amount`);--> statement-breakpoint
CREATE TABLE `__new_deals` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`owner_id` text,
	`team_id` text,
	`status` text NOT NULL,
	`stage` text NOT NULL,
	`stage_since` integer NOT NULL,
	`amount` integer,
	`close_date` text,
	`closed_at` integer,
	`called` text,
	`loss_reason` text,
	`loss_stage` text,
	`product` text,
	`tags` text NOT NULL,
	`facts` text NOT NULL,
	`last_follow_up_at` integer,
	`stall_at` integer,
	`stall_alerted_at` integer,
	`escalate_at` integer,
	`process_version` integer NOT NULL,
	`import_key` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deals_status_check" CHECK("status" in ('open', 'won', 'lost')),
	CONSTRAINT "deals_called_check" CHECK("called" in ('commit', 'best', 'pipeline', 'omit'))
);
--> statement-breakpoint
INSERT INTO `__new_deals`("id", "no", "customer_id", "name", "owner_id", "team_id", "status", "stage", "stage_since", "amount", "close_date", "closed_at", "called", "loss_reason", "loss_stage", "product", "tags", "facts", "last_follow_up_at", "stall_at", "stall_alerted_at", "escalate_at", "process_version", "import_key", "version", "created_at") SELECT "id", "no", "customer_id", "name", "owner_id", "team_id", "status", "stage", "stage_since", "amount", "close_date", "closed_at", "called", "loss_reason", "loss_stage", "product", "tags", "facts", "last_follow_up_at", "stall_at", "stall_alerted_at", "escalate_at", "process_version", "import_key", "version", "created_at" FROM `deals`;--> statement-breakpoint
DROP TABLE `deals`;--> statement-breakpoint
ALTER TABLE `__new_deals` RENAME TO `deals`;--> statement-breakpoint
CREATE UNIQUE INDEX `deals_no_unique` ON `deals` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `deals_import_key_unique` ON `deals` (`import_key`);--> statement-breakpoint
CREATE INDEX `deals_customer` ON `deals` (`customer_id`);--> statement-breakpoint
CREATE INDEX `deals_owner` ON `deals` (`owner_id`,`status`);--> statement-breakpoint
CREATE INDEX `deals_stall` ON `deals` (`stall_at`,`stall_alerted_at`,`team_id`,`owner_id`,`amount`);--> statement-breakpoint
CREATE INDEX `deals_escalate` ON `deals` (`escalate_at`);--> statement-breakpoint
CREATE INDEX `deals_closed` ON `deals` (`closed_at`);--> statement-breakpoint
CREATE INDEX `deals_created` ON `deals` (`created_at`);--> statement-breakpoint
CREATE TABLE `__new_disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`team_id` text,
	`owner_id` text,
	`raised_by` text NOT NULL,
	`reason` text NOT NULL,
	`contact` text,
	`phone` text,
	`email` text,
	`status` text NOT NULL,
	`decided_by` text,
	`verdict` text,
	`decided_at` integer,
	`remind_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disputes_status_check" CHECK("status" in ('open', 'given', 'kept', 'merged'))
);
--> statement-breakpoint
INSERT INTO `__new_disputes`("id", "customer_id", "team_id", "owner_id", "raised_by", "reason", "contact", "phone", "email", "status", "decided_by", "verdict", "decided_at", "remind_at", "version", "created_at") SELECT "id", "customer_id", "team_id", "owner_id", "raised_by", "reason", "contact", "phone", "email", "status", "decided_by", "verdict", "decided_at", "remind_at", "version", "created_at" FROM `disputes`;--> statement-breakpoint
DROP TABLE `disputes`;--> statement-breakpoint
ALTER TABLE `__new_disputes` RENAME TO `disputes`;--> statement-breakpoint
CREATE INDEX `disputes_customer` ON `disputes` (`customer_id`,`status`);--> statement-breakpoint
CREATE INDEX `disputes_remind` ON `disputes` (`status`,`remind_at`);--> statement-breakpoint
CREATE TABLE `__new_model_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`act_id` text NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`record` text,
	`host` text NOT NULL,
	`model` text NOT NULL,
	`messages` text NOT NULL,
	`outcome` text NOT NULL,
	`fault` text,
	`answer` text,
	`tokens_in` integer,
	`tokens_out` integer,
	`ms` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "model_calls_purpose_check" CHECK("purpose" in ('blanks', 'week', 'reply')),
	CONSTRAINT "model_calls_outcome_check" CHECK("outcome" in ('sent', 'answered', 'failed'))
);
--> statement-breakpoint
INSERT INTO `__new_model_calls`("id", "no", "act_id", "person_id", "purpose", "record", "host", "model", "messages", "outcome", "fault", "answer", "tokens_in", "tokens_out", "ms", "at") SELECT "id", "no", "act_id", "person_id", "purpose", "record", "host", "model", "messages", "outcome", "fault", "answer", "tokens_in", "tokens_out", "ms", "at" FROM `model_calls`;--> statement-breakpoint
DROP TABLE `model_calls`;--> statement-breakpoint
ALTER TABLE `__new_model_calls` RENAME TO `model_calls`;--> statement-breakpoint
CREATE UNIQUE INDEX `model_calls_no_unique` ON `model_calls` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `model_calls_act_id_unique` ON `model_calls` (`act_id`);--> statement-breakpoint
CREATE INDEX `model_calls_at` ON `model_calls` (`at`);--> statement-breakpoint
CREATE INDEX `model_calls_person` ON `model_calls` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`place_id` text NOT NULL,
	`locale` text NOT NULL,
	`card` text NOT NULL,
	`mention` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`not_before` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_locale_check" CHECK("locale" in ('zh', 'en')),
	CONSTRAINT "outbox_status_check" CHECK("status" in ('waiting', 'sent', 'dead'))
);
--> statement-breakpoint
INSERT INTO `__new_outbox`("id", "dedupe_key", "place_id", "locale", "card", "mention", "status", "attempts", "not_before", "last_error", "created_at", "sent_at") SELECT "id", "dedupe_key", "place_id", "locale", "card", "mention", "status", "attempts", "not_before", "last_error", "created_at", "sent_at" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedupe_key_unique` ON `outbox` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`status`,`not_before`);--> statement-breakpoint
CREATE INDEX `outbox_place` ON `outbox` (`place_id`,`status`,`sent_at`);--> statement-breakpoint
CREATE TABLE `__new_places` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`external_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`team_id` text,
	`person_id` text,
	`posts` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "places_kind_check" CHECK("kind" in ('group', 'private'))
);
--> statement-breakpoint
INSERT INTO `__new_places`("id", "platform", "external_id", "kind", "name", "team_id", "person_id", "posts", "created_at") SELECT "id", "platform", "external_id", "kind", "name", "team_id", "person_id", "posts", "created_at" FROM `places`;--> statement-breakpoint
DROP TABLE `places`;--> statement-breakpoint
ALTER TABLE `__new_places` RENAME TO `places`;--> statement-breakpoint
CREATE UNIQUE INDEX `places_external` ON `places` (`platform`,`external_id`);--> statement-breakpoint
CREATE INDEX `places_team` ON `places` (`team_id`);--> statement-breakpoint
CREATE INDEX `places_person` ON `places` (`person_id`);--> statement-breakpoint
CREATE TABLE `__new_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`owner_id` text NOT NULL,
	`month` text NOT NULL,
	`metric` text NOT NULL,
	`value` integer NOT NULL,
	`stretch` integer,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "targets_scope_check" CHECK("scope" in ('person', 'team', 'company'))
);
--> statement-breakpoint
INSERT INTO `__new_targets`("id", "scope", "owner_id", "month", "metric", "value", "stretch", "set_by", "set_at") SELECT "id", "scope", "owner_id", "month", "metric", "value", "stretch", "set_by", "set_at" FROM `targets`;--> statement-breakpoint
DROP TABLE `targets`;--> statement-breakpoint
ALTER TABLE `__new_targets` RENAME TO `targets`;--> statement-breakpoint
CREATE UNIQUE INDEX `targets_one` ON `targets` (`month`,`scope`,`owner_id`,`metric`);--> statement-breakpoint
CREATE INDEX `targets_owner` ON `targets` (`owner_id`);--> statement-breakpoint
CREATE TABLE `__new_article_terms` (
	`term` text NOT NULL,
	`article_id` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`term`, `article_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_article_terms`("term", "article_id", "times") SELECT "term", "article_id", "times" FROM `article_terms`;--> statement-breakpoint
DROP TABLE `article_terms`;--> statement-breakpoint
ALTER TABLE `__new_article_terms` RENAME TO `article_terms`;--> statement-breakpoint
CREATE INDEX `article_terms_article` ON `article_terms` (`article_id`);--> statement-breakpoint
CREATE TABLE `__new_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`team_id` text,
	`period` text NOT NULL,
	`commit` integer NOT NULL,
	`best` integer,
	`said_by` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`said_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_calls`("id", "person_id", "team_id", "period", "commit", "best", "said_by", "version", "created_at") SELECT "id", "person_id", "team_id", "period", "commit", "best", "said_by", "version", "created_at" FROM `calls`;--> statement-breakpoint
DROP TABLE `calls`;--> statement-breakpoint
ALTER TABLE `__new_calls` RENAME TO `calls`;--> statement-breakpoint
CREATE INDEX `calls_of` ON `calls` (`period`,`team_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `__new_collaborators` (
	`customer_id` text NOT NULL,
	`person_id` text NOT NULL,
	`added_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `person_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_collaborators`("customer_id", "person_id", "added_by", "created_at") SELECT "customer_id", "person_id", "added_by", "created_at" FROM `collaborators`;--> statement-breakpoint
DROP TABLE `collaborators`;--> statement-breakpoint
ALTER TABLE `__new_collaborators` RENAME TO `collaborators`;--> statement-breakpoint
CREATE INDEX `collaborators_person` ON `collaborators` (`person_id`);--> statement-breakpoint
CREATE TABLE `__new_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`title` text,
	`phone` text,
	`email` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_contacts`("id", "customer_id", "name", "title", "phone", "email", "created_at") SELECT "id", "customer_id", "name", "title", "phone", "email", "created_at" FROM `contacts`;--> statement-breakpoint
DROP TABLE `contacts`;--> statement-breakpoint
ALTER TABLE `__new_contacts` RENAME TO `contacts`;--> statement-breakpoint
CREATE INDEX `contacts_customer` ON `contacts` (`customer_id`);--> statement-breakpoint
CREATE INDEX `contacts_phone` ON `contacts` (`phone`);--> statement-breakpoint
CREATE INDEX `contacts_email` ON `contacts` (`email`);--> statement-breakpoint
CREATE TABLE `__new_drafts` (
	`person_id` text NOT NULL,
	`place_id` text NOT NULL,
	`draft` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_drafts`("person_id", "place_id", "draft", "at") SELECT "person_id", "place_id", "draft", "at" FROM `drafts`;--> statement-breakpoint
DROP TABLE `drafts`;--> statement-breakpoint
ALTER TABLE `__new_drafts` RENAME TO `drafts`;--> statement-breakpoint
CREATE INDEX `drafts_at` ON `drafts` (`at`);--> statement-breakpoint
CREATE TABLE `__new_first_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`step` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_first_steps`("id", "person_id", "step", "at") SELECT "id", "person_id", "step", "at" FROM `first_steps`;--> statement-breakpoint
DROP TABLE `first_steps`;--> statement-breakpoint
ALTER TABLE `__new_first_steps` RENAME TO `first_steps`;--> statement-breakpoint
CREATE UNIQUE INDEX `first_steps_one` ON `first_steps` (`person_id`,`step`);--> statement-breakpoint
CREATE TABLE `__new_identities` (
	`platform` text NOT NULL,
	`external_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`platform`, `external_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_identities`("platform", "external_id", "person_id", "created_at") SELECT "platform", "external_id", "person_id", "created_at" FROM `identities`;--> statement-breakpoint
DROP TABLE `identities`;--> statement-breakpoint
ALTER TABLE `__new_identities` RENAME TO `identities`;--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `__new_meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text,
	`place_id` text NOT NULL,
	`started_by` text NOT NULL,
	`items` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_meetings`("id", "team_id", "place_id", "started_by", "items", "started_at", "ended_at", "version") SELECT "id", "team_id", "place_id", "started_by", "items", "started_at", "ended_at", "version" FROM `meetings`;--> statement-breakpoint
DROP TABLE `meetings`;--> statement-breakpoint
ALTER TABLE `__new_meetings` RENAME TO `meetings`;--> statement-breakpoint
CREATE INDEX `meetings_place` ON `meetings` (`place_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `__new_open_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`asked_by` text NOT NULL,
	`askers` text,
	`team_id` text,
	`times` integer NOT NULL,
	`answered_by` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_open_questions`("id", "words", "asked_by", "askers", "team_id", "times", "answered_by", "version", "created_at") SELECT "id", "words", "asked_by", "askers", "team_id", "times", "answered_by", "version", "created_at" FROM `open_questions`;--> statement-breakpoint
DROP TABLE `open_questions`;--> statement-breakpoint
ALTER TABLE `__new_open_questions` RENAME TO `open_questions`;--> statement-breakpoint
CREATE INDEX `open_questions_team` ON `open_questions` (`answered_by`,`team_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `__new_pool_views` (
	`person_id` text NOT NULL,
	`day` text NOT NULL,
	`record_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `day`, `record_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_pool_views`("person_id", "day", "record_id", "at") SELECT "person_id", "day", "record_id", "at" FROM `pool_views`;--> statement-breakpoint
DROP TABLE `pool_views`;--> statement-breakpoint
ALTER TABLE `__new_pool_views` RENAME TO `pool_views`;--> statement-breakpoint
CREATE INDEX `pool_views_record` ON `pool_views` (`record_id`,`at`);--> statement-breakpoint
CREATE INDEX `pool_views_at` ON `pool_views` (`at`);--> statement-breakpoint
CREATE TABLE `__new_saved_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`person_id` text NOT NULL,
	`slice` text NOT NULL,
	`team_id` text,
	`cron` text,
	`removed_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_saved_reports`("id", "name", "person_id", "slice", "team_id", "cron", "removed_at", "version", "created_at") SELECT "id", "name", "person_id", "slice", "team_id", "cron", "removed_at", "version", "created_at" FROM `saved_reports`;--> statement-breakpoint
DROP TABLE `saved_reports`;--> statement-breakpoint
ALTER TABLE `__new_saved_reports` RENAME TO `saved_reports`;--> statement-breakpoint
CREATE INDEX `saved_reports_person` ON `saved_reports` (`person_id`,`removed_at`);--> statement-breakpoint
CREATE INDEX `saved_reports_team` ON `saved_reports` (`team_id`,`removed_at`);--> statement-breakpoint
CREATE TABLE `__new_sent_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`team_id` text,
	`as_of` integer NOT NULL,
	`process_version` integer NOT NULL,
	`hash` text NOT NULL,
	`figures` text NOT NULL,
	`card` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_sent_reports`("id", "kind", "team_id", "as_of", "process_version", "hash", "figures", "card", "created_at") SELECT "id", "kind", "team_id", "as_of", "process_version", "hash", "figures", "card", "created_at" FROM `sent_reports`;--> statement-breakpoint
DROP TABLE `sent_reports`;--> statement-breakpoint
ALTER TABLE `__new_sent_reports` RENAME TO `sent_reports`;--> statement-breakpoint
CREATE INDEX `sent_reports_of` ON `sent_reports` (`kind`,`team_id`,`as_of`);--> statement-breakpoint
CREATE TABLE `__new_sights` (
	`person_id` text NOT NULL,
	`record_type` text NOT NULL,
	`record_id` text NOT NULL,
	`day` text NOT NULL,
	`owner_id` text,
	`times` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `record_type`, `day`, `record_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_sights`("person_id", "record_type", "record_id", "day", "owner_id", "times", "at") SELECT "person_id", "record_type", "record_id", "day", "owner_id", "times", "at" FROM `sights`;--> statement-breakpoint
DROP TABLE `sights`;--> statement-breakpoint
ALTER TABLE `__new_sights` RENAME TO `sights`;--> statement-breakpoint
CREATE INDEX `sights_owner` ON `sights` (`owner_id`,`at`);--> statement-breakpoint
CREATE INDEX `sights_at` ON `sights` (`at`);--> statement-breakpoint
CREATE TABLE `__new_talks` (
	`person_id` text NOT NULL,
	`place_id` text NOT NULL,
	`question` text,
	`asked_at` integer,
	`misses` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `place_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_talks`("person_id", "place_id", "question", "asked_at", "misses", "at") SELECT "person_id", "place_id", "question", "asked_at", "misses", "at" FROM `talks`;--> statement-breakpoint
DROP TABLE `talks`;--> statement-breakpoint
ALTER TABLE `__new_talks` RENAME TO `talks`;--> statement-breakpoint
CREATE INDEX `talks_at` ON `talks` (`at`);--> statement-breakpoint
CREATE TABLE `__new_teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`manager_id` text,
	`parent_id` text,
	`time_zone` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`manager_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_teams`("id", "name", "manager_id", "parent_id", "time_zone", "created_at") SELECT "id", "name", "manager_id", "parent_id", "time_zone", "created_at" FROM `teams`;--> statement-breakpoint
DROP TABLE `teams`;--> statement-breakpoint
ALTER TABLE `__new_teams` RENAME TO `teams`;--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name_unique` ON `teams` (`name`);